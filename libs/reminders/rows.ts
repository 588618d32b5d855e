import { isPostgres } from '@convener/platform';
import type { EntityManager, EntityTarget, ObjectLiteral, SelectQueryBuilder } from 'typeorm';

/**
 * Rows to hold until the transaction ends, in the order of their ids; leaves out what another transaction holds. Whoever
 * never waits for a row can be in no deadlock. SQLite has one writer at a time.
 */
export function heldOrSkipped<E extends ObjectLiteral>(query: SelectQueryBuilder<E>): SelectQueryBuilder<E> {
  query.orderBy(`${query.alias}.id`);
  return isPostgres(query) ? query.setLock('for_no_key_update').setOnLocked('skip_locked') : query;
}

/** The same, waiting for rows that another transaction holds: one after the other, everywhere in the same order. */
export function held<E extends ObjectLiteral>(query: SelectQueryBuilder<E>): SelectQueryBuilder<E> {
  query.orderBy(`${query.alias}.id`);
  return isPostgres(query) ? query.setLock('for_no_key_update') : query;
}

/** How many parameters one statement may carry, on SQLite too. */
const MOST_PARAMETERS = 30_000;

/**
 * Sets text columns of many rows, for each row its own values, in one statement for as many as it can carry. `rows` are
 * `[id, value of columns[0], …]`. `also` is SQL for further columns, the same for every row.
 */
export async function setEach(
  em: EntityManager,
  entity: EntityTarget<ObjectLiteral>,
  columns: readonly string[],
  rows: readonly (readonly string[])[],
  also: string,
): Promise<void> {
  const table = em.dataSource.getMetadata(entity).tableName;
  const size = Math.floor(MOST_PARAMETERS / (columns.length + 1));
  for (let start = 0; start < rows.length; start += size) {
    const chunk = rows.slice(start, start + size);
    // Not by plainChange(): that keeps each text, and there is one for every number of rows.
    await em.query(statement(em, table, columns, chunk.length, also), chunk.flat());
  }
}

/** Both databases call the columns of VALUES column1, column2, … */
function statement(em: EntityManager, table: string, columns: readonly string[], rows: number, also: string): string {
  let parameter = 0;
  const one = () => (isPostgres(em) ? `$${(parameter += 1)}` : '?');
  const tuples = Array.from({ length: rows }, () => `(${Array.from({ length: columns.length + 1 }, one).join(',')})`);
  const sets = columns.map((column, index) => `${column} = v.column${index + 2}`);
  return `UPDATE ${table} SET ${[...sets, also].join(', ')} FROM (VALUES ${tuples.join(',')}) AS v WHERE ${table}.id = v.column1`;
}
