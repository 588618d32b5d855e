import { can } from '@convener/access';
import { groupBy } from '@convener/kernel';
import { readAll } from '@convener/platform';
import type { RegisterColumn } from '@convener/register-presets';
import { Register, RegisterRow, seenColumns } from '@convener/registers';
import type { About } from '@convener/reports';
import type { EntityManager } from 'typeorm';
import { BookedRow, type RowName } from './booked-row';

/** A list as the reader sees it. */
export interface BookedList {
  register: Register;
  /** Those whose cells the reader sees. */
  columns: RegisterColumn[];
  /** Some of its columns are about people and not for this reader: a document says so where it leaves them out. */
  masked: boolean;
  /** In the list's own order, without those that were dropped. */
  rows: BookedRow[];
}

/** The lists of some presets, with their rows. A preset that the project has no list of is simply empty. */
export class RegisterBook {
  constructor(private readonly all: readonly BookedList[]) {}

  /** A project may have several of one preset; the earliest comes first. */
  lists(...presets: readonly string[]): BookedList[] {
    return presets.flatMap((preset) => this.all.filter(({ register }) => register.presetKey === preset));
  }

  rows(...presets: readonly string[]): BookedRow[] {
    return this.lists(...presets).flatMap(({ rows }) => rows);
  }

  list(id: string): BookedList | null {
    return this.all.find(({ register }) => register.id === id) ?? null;
  }

  masked(...presets: readonly string[]): boolean {
    return this.lists(...presets).some(({ masked }) => masked);
  }
}

/** In two statements, however many lists there are: those of these presets, and those that their cells lead to. */
export async function readRegisterBook(
  em: EntityManager,
  about: About,
  presets: readonly string[],
): Promise<RegisterBook> {
  const own = 'WHERE t.project_id = ? ORDER BY t.added_at, t.id';
  const registers = await readAll(em, Register, own, [about.project.id]);
  const readable = new Map(
    registers.filter((one) => can(about.actor, 'registers.read', one)).map((one) => [one.id, one]),
  );
  const wanted = [...readable.values()].filter(({ presetKey }) => presetKey !== null && presets.includes(presetKey));
  const ids = [...new Set([...wanted.map(({ id }) => id), ...wanted.flatMap(leadsTo)])].filter((id) =>
    readable.has(id),
  );
  const rows = ids.length === 0 ? [] : await readAll(em, RegisterRow, IN_ORDER, [ids]);
  const rowsOf = groupBy(rows, ({ registerId }) => registerId);
  const names = new Map(
    ids.flatMap((id) => namesOf(seenColumns(about.actor, readable.get(id)!), rowsOf.get(id) ?? [])),
  );
  return new RegisterBook(
    wanted.map((register) => {
      const columns = seenColumns(about.actor, register);
      const masked = columns.length < register.columns.length;
      const standing = (rowsOf.get(register.id) ?? []).filter(({ status }) => status !== 'dropped');
      return { register, columns, masked, rows: standing.map((row) => new BookedRow(row, columns, names, about)) };
    }),
  );
}

const IN_ORDER = 'WHERE t.register_id IN ?* ORDER BY t.register_id, t.position, t.id';

const leadsTo = ({ columns }: Register): string[] => columns.flatMap(({ link }) => link?.list ?? []);

/** What rows are called where others lead to them: by the first column of words that the reader sees. */
function namesOf(columns: readonly RegisterColumn[], rows: readonly RegisterRow[]): [string, RowName][] {
  const naming = columns.find(({ type }) => type === 'text' || type === 'person');
  if (!naming) return [];
  const { key } = naming;
  return rows.flatMap(({ id, registerId, cells }) =>
    Object.hasOwn(cells, key) ? [[id, { text: String(cells[key]), registerId, column: naming }]] : [],
  );
}
