import { Injectable } from '@nestjs/common';
import type { SignedIn } from '@convener/access';
import { ActivityLog } from '@convener/activity';
import { Clock, conflict, type FieldProblem, newId, requireVersion } from '@convener/kernel';
import { Database, FileKeeper, insertAll, plainRows, readAll } from '@convener/platform';
import { changeRow, wrongAnswers } from '@convener/projects';
import type { EntityManager } from 'typeorm';
import { dropFilesOfRows } from './cell-files';
import { cellIs } from './cell-sql';
import { changedCells, type Cells, type GivenCells, readCells } from './cells-of-row.rules';
import { linkReaderOf } from './links-of-row';
import { holdLinked, linkedLists } from './linked-lists';
import { requireUnlinked } from './links-to';
import { stillErased } from './privacy.rules';
import type { Register } from './register.entity';
import { RegisterRow, type RowStatus } from './register-row.entity';
import { type RegisterScope, RegisterScopes } from './register-scope';

export const MOST_ROWS = 10_000;

export interface RowEdit {
  status?: RowStatus;
  /** By the column's key: what is not named stays, null empties. */
  cells?: GivenCells;
}

/** Adds, changes and removes the rows of a list: under its lock, so that no two can be alike where they mustn't. */
@Injectable()
export class RegisterRowsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly scopes: RegisterScopes,
    private readonly activity: ActivityLog,
    private readonly keeper: FileKeeper,
  ) {}

  /** Behind the last row. Empty cells are fine: the list is just not complete yet. */
  add(person: SignedIn, registerId: string, edit: RowEdit): Promise<{ id: string }> {
    return this.database.write(async (em) => {
      const { id } = await this.addTo(em, await this.scopes.toWrite(em, registerId, person), edit);
      return { id };
    });
  }

  edit(person: SignedIn, id: string, edit: RowEdit, seen: number | null): Promise<void> {
    return this.database.write(async (em) => {
      const { row, ...scope } = await this.scopes.rowToWrite(em, id, person);
      requireVersion(row, seen);
      await this.change(em, scope, row, edit);
    });
  }

  /** The same for a transaction that holds the list for writing. */
  async addTo(
    em: EntityManager,
    scope: RegisterScope,
    { status = 'open', cells: given = {} }: RowEdit,
    id = newId(),
  ): Promise<RegisterRow> {
    const { register, actor } = scope;
    const { count, last } = await extentOf(em, register.id);
    if (count >= MOST_ROWS) throw full();
    const cells = await read(em, scope, given, {});
    await requireUnique(em, register, id, cells);
    const row: RegisterRow = {
      ...{ id, registerId: register.id, position: last + 1, status, cells, erasedAt: null, version: 1 },
      ...{ addedBy: actor.personId, addedAt: this.clock.now() },
    };
    await insertAll(em, RegisterRow, [row]);
    await this.record(em, scope, row, 'added', { status: row.status, cells: {} }, row);
    return row;
  }

  /** The same for a transaction that holds the list for writing. `row` is as it is now, and becomes what it is then. */
  async change(
    em: EntityManager,
    scope: RegisterScope,
    row: RegisterRow,
    { status, cells: given }: RowEdit,
  ): Promise<void> {
    const { register } = scope;
    const before = { status: row.status, cells: row.cells };
    const after = { status: status ?? row.status, cells: await read(em, scope, given ?? {}, row.cells) };
    const changed = changedCells(before.cells, after.cells);
    if (after.status === before.status && changed.length === 0) return;
    const toCheck = Object.fromEntries(Object.entries(after.cells).filter(([key]) => changed.includes(key)));
    await requireUnique(em, register, row.id, toCheck);
    const erasedAt = stillErased(register.columns, after.cells, row.erasedAt);
    await changeRow(em, RegisterRow, row, { ...after, erasedAt });
    await this.record(em, scope, row, 'edited', before, after);
  }

  /** Cells as they are kept, which nobody has typed; `told` stands beside them in the activity. The list is held. */
  async keep(
    em: EntityManager,
    scope: RegisterScope,
    row: RegisterRow,
    cells: Cells,
    told: Record<string, unknown>,
  ): Promise<void> {
    const before = { status: row.status, cells: row.cells };
    await changeRow(em, RegisterRow, row, {
      cells,
      erasedAt: stillErased(scope.register.columns, cells, row.erasedAt),
    });
    await this.record(em, scope, row, 'edited', before, row, told);
  }

  async remove(person: SignedIn, id: string, seen: number | null): Promise<void> {
    const fileKeys: string[] = [];
    await this.database.write(async (em) => {
      const { row, ...scope } = await this.scopes.rowToWrite(em, id, person);
      requireVersion(row, seen);
      await requireUnlinked(em, scope.register, id);
      fileKeys.push(...(await dropFilesOfRows(em, [id], scope.register.columns)));
      await em.delete(RegisterRow, { id });
      await this.record(em, scope, row, 'removed', row, { status: row.status, cells: {} });
    });
    await this.keeper.removeAll(fileKeys);
  }

  /** Of a column that is personal the activity says only that it changed: it is read by more people than the list. */
  private record(
    em: EntityManager,
    { register, actor }: RegisterScope,
    { id }: RegisterRow,
    what: 'added' | 'edited' | 'removed',
    before: Pick<RegisterRow, 'status' | 'cells'>,
    after: Pick<RegisterRow, 'status' | 'cells'>,
    beside: Record<string, unknown> = {},
  ): Promise<void> {
    const keys = changedCells(before.cells, after.cells);
    const secret = new Set(register.columns.filter(({ personal }) => personal).map(({ key }) => key));
    const open = keys.filter((key) => !secret.has(key));
    const personal = keys.filter((key) => secret.has(key));
    const moved = before.status !== after.status;
    const told = ({ status, cells }: typeof before) => ({
      ...(moved && { rowStatus: status }),
      ...(open.length > 0 && { cells: Object.fromEntries(open.map((key) => [key, cells[key] ?? null])) }),
    });
    return this.activity.record(em, {
      ...{ projectId: register.projectId, actorId: actor.personId, action: `register-row.${what}` },
      subject: { type: 'register-row', id, title: register.name },
      before: what === 'added' ? null : told(before),
      after:
        what === 'removed'
          ? null
          : { ...told(after), ...beside, ...(personal.length > 0 && { personalColumns: personal }) },
    });
  }
}

async function read(
  em: EntityManager,
  { register: { columns }, actor }: RegisterScope,
  given: GivenCells,
  before: Cells,
): Promise<Cells> {
  const linking = columns.filter(({ key, type }) => type === 'row-link' && (given[key] ?? '') !== '');
  const readLink = await linkReaderOf(em, await linkedLists(em, actor, linking), linking, given);
  const { cells, problems } = readCells(columns, given, before, readLink);
  if (problems.length > 0) throw wrongAnswers(problems);
  await holdLinked(em, linking, [{ before, after: cells }]);
  return cells;
}

async function extentOf(em: EntityManager, registerId: string): Promise<{ count: number; last: number }> {
  const sql = 'SELECT COUNT(*) AS "count", MAX(t.position) AS "last" FROM register_rows t WHERE t.register_id = ?';
  const [found] = await plainRows<{ count: number | string; last: number | null }>(em, sql, [registerId]);
  return { count: Number(found?.count ?? 0), last: found?.last ?? 0 };
}

/** One statement, however many columns must be unique: each reads the whole list. */
async function requireUnique(em: EntityManager, register: Register, id: string, cells: Cells): Promise<void> {
  const columns = register.columns.filter(({ key, unique }) => unique && Object.hasOwn(cells, key));
  if (columns.length === 0) return;
  const alike = columns.map(() => cellIs(em)).join(' OR ');
  const values = columns.flatMap(({ key }) => [key, String(cells[key])]);
  const where = `WHERE t.register_id = ? AND t.id <> ? AND (${alike})`;
  const others = await readAll(em, RegisterRow, where, [register.id, id, ...values]);
  const problems: FieldProblem[] = columns
    .filter(({ key }) => others.some((other) => other.cells[key] === cells[key]))
    .map(({ key, name, nameEn }) => ({
      pointer: `/cells/${key}`,
      zh: `另一筆資料的「${name}」已經是這個。`,
      en: `Another row has this ${nameEn}.`,
    }));
  if (problems.length > 0) throw wrongAnswers(problems);
}

const full = () =>
  conflict('register-full', {
    zh: `一份清單最多 ${MOST_ROWS} 筆資料。`,
    en: `A list has ${MOST_ROWS} rows at most.`,
  });
