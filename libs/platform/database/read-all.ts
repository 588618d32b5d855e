import type { EntityManager, EntityMetadata, EntityTarget, ObjectLiteral } from 'typeorm';
import { isPostgres, plainRows } from './plain-sql';

type ColumnMetadata = EntityMetadata['columns'][number];
type Convert = (value: unknown) => unknown;

interface Reader {
  select: string;
  columns: { name: string; property: string; convert: Convert | null }[];
}

const READERS = new WeakMap<EntityMetadata, Reader>();

/**
 * The entities that plain SQL finds: insertAll()'s counterpart, with all columns and no relations. `tail` comes behind
 * `FROM <table> t`, such as `WHERE t.project_id = ? ORDER BY t.position`; see plainRows for parameters. The answers are
 * plain objects with the entity's properties. TypeORM's hydration takes several times as long for hundreds of rows.
 */
export async function readAll<E extends ObjectLiteral>(
  em: EntityManager,
  entity: EntityTarget<E>,
  tail: string,
  parameters: readonly unknown[] = [],
): Promise<E[]> {
  const { select, columns } = readerOf(em, em.dataSource.getMetadata(entity));
  const rows = await plainRows<Record<string, unknown>>(em, `${select} ${tail}`, parameters);
  return rows.map((row) => {
    const found: Record<string, unknown> = {};
    for (const { name, property, convert } of columns) found[property] = convert ? convert(row[name]) : row[name];
    return found as E;
  });
}

function readerOf(em: EntityManager, metadata: EntityMetadata): Reader {
  const known = READERS.get(metadata);
  if (known) return known;
  const escape = (name: string) => em.dataSource.driver.escape(name);
  const names = metadata.columns.map(({ databaseName }) => `t.${escape(databaseName)}`).join(', ');
  const reader = {
    select: `SELECT ${names} FROM ${escape(metadata.tableName)} t`,
    columns: metadata.columns.map((column) => ({
      name: column.databaseName,
      property: column.propertyName,
      convert: converterOf(em, column),
    })),
  };
  READERS.set(metadata, reader);
  return reader;
}

/** SQLite keeps booleans as 0 and 1; instants and JSON have transformers; all else is what it is. */
function converterOf(em: EntityManager, { transformer, type }: ColumnMetadata): Convert | null {
  if (transformer && !Array.isArray(transformer)) return (value) => transformer.from(value) as unknown;
  if (type === 'boolean' && !isPostgres(em)) return (value) => (value === null ? null : value === 1);
  return null;
}
