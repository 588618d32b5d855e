import type { EntityManager, EntityMetadata, EntityTarget, ObjectLiteral } from 'typeorm';
import { plainChange } from './plain-sql';

/**
 * Sets these columns where all of `where` holds, in plain SQL, and answers how many rows that were. Undefined values
 * are left alone; `where` takes no NULL. No cascade, no listener. For the writes of a tick: see plainRows.
 */
export async function updateRow<E extends ObjectLiteral>(
  em: EntityManager,
  entity: EntityTarget<E>,
  set: Partial<E>,
  where: Partial<E>,
): Promise<number> {
  const metadata = em.dataSource.getMetadata(entity);
  const sets = pairs(em, metadata, set);
  const conditions = pairs(em, metadata, where);
  const list = (of: Pair[], between: string) => of.map(({ name }) => `${name} = ?`).join(between);
  const table = em.dataSource.driver.escape(metadata.tableName);
  const sql = `UPDATE ${table} SET ${list(sets, ', ')} WHERE ${list(conditions, ' AND ')}`;
  return plainChange(
    em,
    sql,
    [...sets, ...conditions].map(({ value }) => value),
  );
}

/** Sets these columns in all rows of these ids and counts up their versions; answers how many rows that were. */
export async function updateRows<E extends ObjectLiteral & { id: string; version: number }>(
  em: EntityManager,
  entity: EntityTarget<E>,
  set: Partial<E>,
  ids: readonly string[],
): Promise<number> {
  const metadata = em.dataSource.getMetadata(entity);
  const sets = pairs(em, metadata, set);
  const list = sets.map(({ name }) => `${name} = ?, `).join('');
  const table = em.dataSource.driver.escape(metadata.tableName);
  const sql = `UPDATE ${table} SET ${list}version = version + 1 WHERE id IN ?*`;
  return plainChange(em, sql, [...sets.map(({ value }) => value), ids]);
}

interface Pair {
  name: string;
  value: unknown;
}

function pairs(em: EntityManager, metadata: EntityMetadata, values: ObjectLiteral): Pair[] {
  const { driver } = em.dataSource;
  return Object.entries(values)
    .filter(([, value]) => value !== undefined)
    .map(([property, value]) => {
      const column = metadata.findColumnWithPropertyName(property);
      if (!column) throw new Error(`${metadata.name} has no column for "${property}"`);
      return {
        name: driver.escape(column.databaseName),
        value: driver.preparePersistentValue(value, column) as unknown,
      };
    });
}
