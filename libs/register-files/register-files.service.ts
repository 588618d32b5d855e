import { readFile } from 'node:fs/promises';
import { setImmediate } from 'node:timers/promises';
import { allow, type SignedIn } from '@convener/access';
import { ActivityLog } from '@convener/activity';
import { CallerError, Clock, conflict, newId } from '@convener/kernel';
import { Database, fileName as nameOf, insertAll, readAll, updateEach, XLSX } from '@convener/platform';
import { wrongField } from '@convener/projects';
import type { RegisterColumn } from '@convener/register-presets';
import {
  holdLinked,
  linkBooks,
  linkReader,
  type ReadLink,
  RegisterRow,
  type RegisterScope,
  RegisterScopes,
  seenWithLinks,
  type ShownCell,
  shownCells,
  stillErased,
} from '@convener/registers';
import { requireRunning } from '@convener/teams';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type ImportPlan, planImport } from './import-plan.rules';
import { type ImportProblem, type ReadRow, readRows } from './import-rows.rules';
import { type Mapping, missingColumns, proposedKey, proposedMapping, type Taking, takingOf } from './mapping.rules';
import { type ReadSheet, readSheet } from './read-sheet';
import type { Sheet } from './sheet';

/** How a file is to be read; what is undefined is proposed. */
export interface AskedImport {
  sheet?: string;
  mapping?: Mapping;
  /** Null: all rows are new. */
  key?: string | null;
}

export interface ImportCounts {
  added: number;
  changed: number;
  unchanged: number;
}

export interface ImportPreview extends ImportCounts, Omit<ReadSheet, 'rows'> {
  mapping: (string | null)[];
  key: string | null;
  rows: number;
  /** The first of them. */
  problems: ImportProblem[];
  problemCount: number;
  sample: { row: number; cells: Record<string, ShownCell> }[];
  /** Keys of required columns that nothing goes into. */
  missing: string[];
}

/** What people can look through; whoever has more mends the file at its source. */
const MOST_PROBLEMS = 200;
const SAMPLE = 5;
/** Rows that are read before others are let in between. */
const STEP = 250;

/** Reads files into lists: all of it or nothing. */
@Injectable()
export class RegisterFilesService {
  private last: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly scopes: RegisterScopes,
    private readonly activity: ActivityLog,
  ) {}

  /** Throws where the person may not write rows, before anything is sent. */
  async requireWritable(person: SignedIn, registerId: string): Promise<void> {
    await this.database.read((em) => this.toRead(em, person, registerId));
  }

  /** What an import would do, just now. Nothing is written. */
  async preview(person: SignedIn, registerId: string, path: string, asked: AskedImport): Promise<ImportPreview> {
    const { file, columns, mapping, key, taking, rows } = await this.read(person, registerId, path, asked);
    const existing = await this.database.read((em) => rowsOf(em, registerId));
    const plan = planImport(taking, file.headings, rows, existing);
    const { rows: _, ...told } = file;
    return {
      ...{ ...told, mapping, key, rows: rows.length, ...countsOf(plan), ...problemsOf(plan) },
      sample: rows.slice(0, SAMPLE).map(({ row, cells }) => ({ row, cells: shownCells(columns, cells) })),
      missing: missingColumns(columns, mapping),
    };
  }

  /** One activity entry says how many rows came from which file. Throws 422 with the problems, where there are any. */
  async import(
    person: SignedIn,
    registerId: string,
    { path, name }: { path: string; name: string },
    asked: AskedImport & { mapping: Mapping; key: string | null },
  ): Promise<ImportCounts> {
    if (asked.mapping.every((column) => column === null)) throw wrongField('/mapping', NOTHING);
    // All is read before others wait for the list.
    const { file, columns, mapping, key, taking, rows } = await this.read(person, registerId, path, asked);
    const fileName = nameOf(name, file.sheets.length > 0 ? XLSX : 'text/plain');
    return this.database.write(async (em) => {
      const scope = await this.scopes.toWrite(em, registerId, person);
      // Who sees what may have changed since, and what the columns are.
      const now = (await seenWithLinks(em, scope.actor, scope.register)).columns;
      takingOf(now, file.headings, mapping, key);
      if (JSON.stringify(now) !== JSON.stringify(columns)) throw columnsMoved();
      return this.write(em, scope, fileName, { headings: file.headings, taking, rows });
    });
  }

  private async read(person: SignedIn, registerId: string, path: string, asked: AskedImport) {
    const file = await this.inTurn(async () => readSheet(await readFile(path), asked.sheet ?? null));
    const { columns, readLink } = await this.database.read((em) => this.toRead(em, person, registerId));
    const mapping = [...(asked.mapping ?? proposedMapping(file.headings, columns))];
    const key = asked.key === undefined ? proposedKey(mapping, columns) : asked.key;
    const taking = takingOf(columns, file.headings, mapping, key);
    return { file, columns, mapping, key, taking, rows: await inSteps(file, taking, readLink) };
  }

  private async write(
    em: EntityManager,
    { register, actor }: RegisterScope,
    fileName: string,
    { headings, taking, rows }: { headings: string[]; taking: Taking; rows: ReadRow[] },
  ): Promise<ImportCounts> {
    const existing = await rowsOf(em, register.id);
    const plan = planImport(taking, headings, rows, existing);
    if (plan.problems.length > 0) throw refused(plan);
    const counts = countsOf(plan);
    if (counts.added + counts.changed === 0) return counts;
    const last = existing.at(-1)?.position ?? 0;
    const added = { registerId: register.id, addedBy: actor.personId, addedAt: this.clock.now(), version: 1 };
    const fresh = plan.added.map((row, at) => ({ ...added, ...row, id: newId(), position: last + 1 + at }));
    await insertAll(em, RegisterRow, fresh);
    const erased = new Map(existing.map(({ id, erasedAt }) => [id, erasedAt]));
    const changed = plan.changed.map((row) => ({
      ...row,
      erasedAt: stillErased(register.columns, row.cells, erased.get(row.id) ?? null),
    }));
    const before = new Map(existing.map((row) => [row.id, row.cells]));
    const pairs = [...fresh, ...changed].map(({ id, cells }) => ({ before: before.get(id) ?? {}, after: cells }));
    await holdLinked(em, register.columns, pairs);
    await updateEach(em, RegisterRow, ['status', 'cells', 'erasedAt'], changed);
    await this.activity.record(em, {
      ...{ projectId: register.projectId, actorId: actor.personId, action: 'register.imported' },
      subject: { type: 'register', id: register.id, title: register.name },
      after: { fileName, ...counts },
    });
    return counts;
  }

  /** The columns that somebody sees who may write rows, and what their link cells are read by. */
  private async toRead(
    em: EntityManager,
    person: SignedIn,
    registerId: string,
  ): Promise<{ columns: RegisterColumn[]; readLink: ReadLink }> {
    const { register, project, actor } = await this.scopes.look(em, registerId, person);
    requireRunning(project);
    allow(actor, 'registers.write', register);
    const { columns, links } = await seenWithLinks(em, actor, register);
    return { columns, readLink: linkReader(await linkBooks(em, links)) };
  }

  /** A workbook takes a hundred times its size to read: one at a time. */
  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const mine = this.last.then(work);
    this.last = mine.catch(() => undefined);
    return mine;
  }
}

/** Ten thousand rows take a second to read, for which nobody else is to wait. */
async function inSteps({ headings, rows }: Sheet, taking: Taking, readLink: ReadLink): Promise<ReadRow[]> {
  const read: ReadRow[] = [];
  for (let start = 0; start < rows.length; start += STEP) {
    read.push(...readRows({ headings, rows: rows.slice(start, start + STEP) }, taking, readLink));
    await setImmediate();
  }
  return read;
}

function rowsOf(em: EntityManager, registerId: string): Promise<RegisterRow[]> {
  return readAll(em, RegisterRow, 'WHERE t.register_id = ? ORDER BY t.position', [registerId]);
}

function countsOf({ added, changed, unchanged }: ImportPlan): ImportCounts {
  return { added: added.length, changed: changed.length, unchanged };
}

function problemsOf({ problems }: ImportPlan): { problems: ImportProblem[]; problemCount: number } {
  return { problems: problems.slice(0, MOST_PROBLEMS), problemCount: problems.length };
}

function refused(plan: ImportPlan): CallerError {
  const told = problemsOf(plan);
  const text = {
    zh: `檔案有 ${told.problemCount} 個地方要修正，所以沒有匯入任何資料。`,
    en: `${told.problemCount} places in the file must be mended, so nothing was imported.`,
  };
  return new CallerError(422, 'import-refused', text, [], told);
}

const columnsMoved = () =>
  conflict('columns-moved', {
    zh: '有人剛剛改了這份清單的欄位，請再選一次檔案。',
    en: 'Somebody has just changed the columns of this list. Choose the file again.',
  });
const NOTHING = { zh: '請至少對應一欄。', en: 'Say for one column at least where it goes.' };
