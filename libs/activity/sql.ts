import type { EntityManager } from 'typeorm';

/** Runs SQL written with `$1`, `$2` …, each named once and in order, which SQLite's driver wants as `?`. */
export function run<Row>(em: EntityManager, sql: string, parameters: readonly unknown[] = []): Promise<Row[]> {
  const postgres = em.dataSource.options.type === 'postgres';
  return em.query<Row[]>(postgres ? sql : sql.replace(/\$\d+/g, '?'), [...parameters]);
}
