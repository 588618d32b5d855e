import { badRequest, type Bilingual, type CallerError, conflict, type FieldProblem, groupBy } from '@convener/kernel';
import { isPostgres, readAll, updateRow, updateRows } from '@convener/platform';
import type { EntityManager, EntityTarget } from 'typeorm';

interface Row {
  id: string;
  version: number;
}

/**
 * Behind a SELECT of rows that must stay as they are until the transaction ends: `write` shuts out everybody else, `read`
 * only those who ask for `write` (the lock that a foreign key takes anyway). SQLite has one writer at a time, so there the
 * read alone is enough.
 */
export function lockClause(em: EntityManager, mode: 'read' | 'write'): string {
  if (!isPostgres(em)) return '';
  return mode === 'write' ? ' FOR UPDATE OF t' : ' FOR KEY SHARE OF t';
}

/**
 * Reads one row and keeps it from changing until the transaction ends: `write` for the row that will change, `read` for
 * one that must only stay as it is.
 */
export async function lockRow<R extends Row>(
  em: EntityManager,
  entity: EntityTarget<R>,
  id: string,
  mode: 'read' | 'write',
): Promise<R | null> {
  const [row = null] = await readAll(em, entity, `WHERE t.id = ?${lockClause(em, mode)}`, [id]);
  return row;
}

/** Changes a row where nobody changed it meanwhile, and answers it as it now is. Throws conflict (409) otherwise. */
export async function changeRow<R extends Row>(
  em: EntityManager,
  entity: EntityTarget<R>,
  row: R,
  changes: Partial<R>,
): Promise<R> {
  const next = { ...changes, version: row.version + 1 } as Partial<R>;
  const changed = await updateRow(em, entity, next, { id: row.id, version: row.version } as Partial<R>);
  if (changed !== 1) {
    throw conflict('changed-meanwhile', {
      zh: '有人剛剛改過這筆資料，請重新整理後再試。',
      en: 'Somebody has just changed this. Reload and try again.',
    });
  }
  return Object.assign(row, next);
}

/**
 * Changes many rows that the transaction already holds (locked, or parts of a locked work item): one statement for all
 * that change alike, so that a bulk change of a thousand rows is a handful of statements.
 */
export async function changeRows<R extends Row>(
  em: EntityManager,
  entity: EntityTarget<R>,
  changed: readonly { row: R; changes: Partial<R> }[],
): Promise<void> {
  const alike = groupBy(changed, ({ changes }) => JSON.stringify(Object.entries(changes).sort()));
  for (const group of alike.values()) {
    const { changes } = group[0]!;
    const ids = group.map(({ row }) => row.id);
    await updateRows(em, entity, changes, ids);
    for (const { row } of group) Object.assign(row, changes, { version: row.version + 1 });
  }
}

/** A 400 at fields that only the rows can tell to be wrong. */
export function wrongAnswers(fields: FieldProblem[]): CallerError {
  return badRequest('validation', { zh: '有欄位需要修正。', en: 'Some fields need correcting.' }, fields);
}

/** The same at one field. */
export function wrongField(pointer: string, { zh, en }: Bilingual): CallerError {
  return wrongAnswers([{ pointer, zh, en }]);
}

/** For `LOWER(field) LIKE ? ESCAPE '\\'`: whatever holds the text. */
export function likePattern(text: string): string {
  return `%${text.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`;
}
