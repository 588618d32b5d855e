import type { DataSource } from 'typeorm';

const TABLES = {
  sqlite: `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name`,
  postgres: `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' ORDER BY table_name`,
} as const;

/** Every row of every table, in a fixed order: equal dumps mean that nothing was written. */
export async function dumpOf(dataSource: DataSource): Promise<Record<string, string[]>> {
  const dump: Record<string, string[]> = {};
  for (const table of await tablesOf(dataSource)) {
    const rows = await ask<object>(dataSource, `SELECT * FROM ${table}`);
    dump[table] = rows.map((row) => JSON.stringify(row)).sort();
  }
  return dump;
}

/** How many rows each table has. */
export async function countsOf(dataSource: DataSource): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const table of await tablesOf(dataSource)) {
    const [row] = await ask<{ n: number | string }>(dataSource, `SELECT COUNT(*) AS n FROM ${table}`);
    counts[table] = Number(row?.n);
  }
  return counts;
}

async function tablesOf(dataSource: DataSource): Promise<string[]> {
  const kind = dataSource.options.type === 'postgres' ? 'postgres' : 'sqlite';
  return (await ask<{ name: string }>(dataSource, TABLES[kind])).map(({ name }) => name);
}

/** Through a reading connection, which sees what others see: committed rows alone. */
async function ask<R>(dataSource: DataSource, sql: string): Promise<R[]> {
  const runner = dataSource.createQueryRunner('slave');
  return (runner.query(sql) as Promise<R[]>).finally(() => runner.release());
}
