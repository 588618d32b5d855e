import type { EntityManager } from 'typeorm';

/**
 * Throws where a row points at one that is not there. On SQLite foreign keys rest while the schema changes, so nothing
 * else would notice; PostgreSQL holds them all the time.
 */
export async function foreignKeysHold(em: EntityManager): Promise<void> {
  if (em.dataSource.options.type === 'postgres') return;
  const broken = (await em.query('PRAGMA foreign_key_check')) as { table: string; rowid: number; parent: string }[];
  if (broken.length === 0) return;
  const pairs = new Set(broken.map(({ table, parent }) => `${table} → ${parent}`));
  throw new Error(`${broken.length} rows point at rows that are not there: ${[...pairs].join(', ')}`);
}
