import { type Actor, allow, PeopleQueries, type SignedIn } from '@convener/access';
import { Clock, type Day, dayAt, groupBy } from '@convener/kernel';
import { Database, readAll } from '@convener/platform';
import { WorkScope } from '@convener/projects';
import { type EntryTexts, textsOfRecords } from '@convener/records';
import type { RegisterColumn } from '@convener/register-presets';
import {
  type Cells,
  linkedLists,
  linkedNames,
  personalColumns,
  personalIn,
  Register,
  RegisterRow,
  type ShownCell,
  shownCells,
} from '@convener/registers';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { FollowedRows, type NamedAnswer } from './followed-rows';
import { isAbout, isWrittenIn } from './naming.rules';
import { rowsOfProject } from './rows-of-project';

/** How many rows are answered, and how many can be handed over or erased at once. */
export const MOST_FOUND = 200;

export interface FoundRow {
  register: Pick<Register, 'id' | 'name' | 'nameEn'>;
  row: Pick<RegisterRow, 'id' | 'version'>;
  cells: Record<string, ShownCell>;
  /** The keys of those cells that are personal. */
  personal: string[];
}

/** A passage of a record in which somebody is named. It is free text, so whoever answers for it changes it by hand. */
export type FoundEntry = EntryTexts;

export interface FoundData {
  items: FoundRow[];
  records: FoundEntry[];
  /** There is more than is answered. */
  more: boolean;
}

/** What is handed to a person who asks what the lists and surveys of a project say of them. */
export interface PersonalFile {
  project: string;
  /** The day of the copy, where the project is. */
  day: Day;
  rows: {
    list: string;
    listEn: string | null;
    cells: { column: string; columnEn: string; value: ShownCell }[];
  }[];
  /** To surveys that are not anonymous. */
  answers: NamedAnswer[];
}

/** Finds what the lists and records of a project hold of one person, for whoever answers for it. */
@Injectable()
export class PersonalDataQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly projects: WorkScope,
    private readonly people: PeopleQueries,
    private readonly followed: FollowedRows,
  ) {}

  /**
   * Rows with a personal cell that names whom the text does, list by list, and what records say of them; `more` where there
   * are more than MOST_FOUND of either.
   */
  find(person: SignedIn, projectId: string, text: string): Promise<FoundData> {
    return this.database.read(async (em) => {
      const { actor } = await this.projects.seen(em, projectId, person);
      allow(actor, 'registers.privacy');
      const all = await readAll(em, Register, 'WHERE t.project_id = ? ORDER BY t.id', [projectId]);
      const lists = new Map(all.filter(isPersonal).map((register) => [register.id, register]));
      const items: ListedRow[] = [];
      for await (const row of keptRows(em, [...lists.keys()])) {
        const register = lists.get(row.registerId)!;
        if (!isAbout(text, register.columns, row.cells)) continue;
        items.push({ register, row });
        if (items.length > MOST_FOUND) break;
      }
      const records = passagesIn(await textsOfRecords(em, this.people, projectId), text);
      return {
        items: await withNames(em, actor, lists, items.slice(0, MOST_FOUND)),
        records: records.slice(0, MOST_FOUND),
        more: Math.max(items.length, records.length) > MOST_FOUND,
      };
    });
  }

  /** A copy of these rows. Throws notFound where one is no row of the project. */
  copy(person: SignedIn, projectId: string, ids: readonly string[]): Promise<PersonalFile> {
    return this.database.read(async (em) => {
      const { project, actor } = await this.projects.seen(em, projectId, person);
      allow(actor, 'registers.privacy');
      const found = (await rowsOfProject(em, projectId, ids)).flatMap(({ register, rows }) =>
        rows.map((row) => ({ register, row })),
      );
      const lists = new Map(found.map(({ register }) => [register.id, register]));
      const named = await namedCells(em, actor, lists, found);
      const rows = found.map(({ register, row }) => copied(register, named(register, row)));
      const answers = await this.followed.answersOf(
        em,
        found.map(({ row }) => row.id),
      );
      return { project: project.name, day: dayAt(this.clock.now(), project.zone), rows, answers };
    });
  }
}

function passagesIn(entries: readonly EntryTexts[], text: string): FoundEntry[] {
  return entries
    .map((entry) => ({ ...entry, texts: entry.texts.filter((passage) => isWrittenIn(passage.text, text)) }))
    .filter(({ texts }) => texts.length > 0);
}

const isPersonal = ({ columns }: Register) => personalColumns(columns).length > 0;

const BATCH = 2000;

/**
 * The rows of these lists that were not erased. They are compared here and not by the database, which can't tell what
 * two ways of writing a phone number have in common.
 */
async function* keptRows(em: EntityManager, registerIds: readonly string[]): AsyncGenerator<RegisterRow> {
  const page = `WHERE t.register_id IN ?* AND t.erased_at IS NULL AND (t.register_id, t.position, t.id) > (?, ?, ?)
    ORDER BY t.register_id, t.position, t.id LIMIT ?`;
  for (let after: unknown[] = ['', 0, '']; ;) {
    const rows = await readAll(em, RegisterRow, page, [registerIds, ...after, BATCH]);
    yield* rows;
    const last = rows[BATCH - 1];
    if (!last) return;
    after = [last.registerId, last.position, last.id];
  }
}

interface ListedRow {
  register: Register;
  row: RegisterRow;
}

type ShownCells = Record<string, ShownCell>;

/** Cells as they are shown; of rows of other lists what they are called, since a person knows no ids. */
async function namedCells(
  em: EntityManager,
  actor: Actor,
  lists: ReadonlyMap<string, Register>,
  rows: readonly ListedRow[],
): Promise<(register: Register, row: RegisterRow) => ShownCells> {
  const namesOf = new Map<string, (cells: Cells) => Record<string, string>>();
  for (const [id, own] of groupBy(rows, ({ register }) => register.id)) {
    const links = await linkedLists(em, actor, lists.get(id)!.columns);
    const cells = own.map(({ row }) => row);
    namesOf.set(id, await linkedNames(em, links, cells));
  }
  return ({ id, columns }, { cells }) => ({ ...shownCells(columns, cells), ...namesOf.get(id)!(cells) });
}

async function withNames(
  em: EntityManager,
  actor: Actor,
  lists: ReadonlyMap<string, Register>,
  rows: readonly ListedRow[],
): Promise<FoundRow[]> {
  const named = await namedCells(em, actor, lists, rows);
  return rows.map(({ register, row }) => ({
    register: { id: register.id, name: register.name, nameEn: register.nameEn },
    row: { id: row.id, version: row.version },
    cells: named(register, row),
    personal: personalIn(register.columns, row.cells),
  }));
}

function copied({ name, nameEn, columns }: Register, shown: ShownCells): PersonalFile['rows'][number] {
  const cells = columns
    .filter(({ key }) => Object.hasOwn(shown, key))
    .map((column) => ({ column: column.name, columnEn: column.nameEn, value: inWords(column, shown[column.key]!) }));
  return { list: name, listEn: nameEn, cells };
}

/** The person knows no keys of choices. */
function inWords({ choices }: RegisterColumn, cell: ShownCell): ShownCell {
  return choices.find(({ key }) => key === cell)?.name ?? cell;
}
