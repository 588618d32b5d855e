import type { EntityManager, EntityMetadata, EntityTarget, ObjectLiteral } from 'typeorm';
import { isPostgres } from './plain-sql';

/** How many parameters one statement may carry, on SQLite too. */
const MOST_PARAMETERS = 30_000;

/**
 * Sets columns of many rows, for each row its own values, and counts up their versions: one statement for as many rows as
 * it can carry. Every row gives a value for each of `properties`. For re-planning hundreds of rows at once, where a
 * statement a row would take a second.
 */
export async function updateEach<E extends ObjectLiteral & { id: string; version: number }>(
  em: EntityManager,
  entity: EntityTarget<E>,
  properties: readonly (keyof E & string)[],
  rows: readonly ({ id: string } & Partial<E>)[],
): Promise<void> {
  const metadata = em.dataSource.getMetadata(entity);
  const size = Math.floor(MOST_PARAMETERS / (properties.length + 1));
  for (let start = 0; start < rows.length; start += size) {
    const chunk = rows.slice(start, start + size);
    const values = chunk.flatMap((row) => [
      row.id,
      ...properties.map((property) => prepared(em, metadata, property, row[property])),
    ]);
    // Not by plainChange(): that keeps each text, and there is one for every number of rows.
    await em.query(statement(em, metadata, properties, chunk.length), values);
  }
}

/** Both databases call the columns of VALUES column1, column2, … */
function statement(em: EntityManager, metadata: EntityMetadata, properties: readonly string[], rows: number): string {
  let parameter = 0;
  const one = () => (isPostgres(em) ? `$${(parameter += 1)}` : '?');
  const tuples = Array.from(
    { length: rows },
    () => `(${Array.from({ length: properties.length + 1 }, one).join(',')})`,
  );
  const table = em.dataSource.driver.escape(metadata.tableName);
  const sets = properties.map((property, index) => {
    const { databaseName, type } = columnOf(metadata, property);
    const value = `v.column${index + 2}`;
    // Parameters of VALUES are text to PostgreSQL.
    const cast = isPostgres(em) ? `CAST(${value} AS ${type === 'varchar' ? 'text' : String(type)})` : value;
    return `${em.dataSource.driver.escape(databaseName)} = ${cast}`;
  });
  const from = `FROM (VALUES ${tuples.join(',')}) AS v WHERE ${table}.id = v.column1`;
  return `UPDATE ${table} SET ${[...sets, `version = ${table}.version + 1`].join(', ')} ${from}`;
}

function columnOf(metadata: EntityMetadata, property: string) {
  const column = metadata.findColumnWithPropertyName(property);
  if (!column) throw new Error(`${metadata.name} has no column for "${property}"`);
  return column;
}

function prepared(em: EntityManager, metadata: EntityMetadata, property: string, value: unknown): unknown {
  return em.dataSource.driver.preparePersistentValue(value ?? null, columnOf(metadata, property)) as unknown;
}
