import type { QueryRunner } from 'typeorm';
import { columnKind, type ColumnKind } from './columns';
import { loadingOrder } from './table-order';

/** TypeORM's own record of what has been run; an archive names migrations in its head instead. */
const MIGRATIONS_TABLE = 'migrations';

export interface Table {
  name: string;
  columns: { name: string; kind: ColumnKind }[];
  /** Columns of the primary key: the order in which rows are read. */
  key: string[];
  references: string[];
}

interface ColumnRow {
  name: string;
  type: string;
  /** Place in the primary key from 1; 0 outside it. */
  key: number;
}

const NAMES = {
  sqlite: `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name`,
  postgres: `SELECT relname AS name FROM pg_class
    WHERE relnamespace = current_schema()::regnamespace AND relkind IN ('r', 'p') ORDER BY relname`,
} as const;

const COLUMNS = {
  sqlite: `SELECT name, type, pk AS key FROM pragma_table_xinfo(?) ORDER BY cid`,
  postgres: `SELECT a.attname AS name, format_type(a.atttypid, a.atttypmod) AS type,
      coalesce(array_position(i.indkey::int2[], a.attnum) + 1, 0) AS key
    FROM pg_attribute a LEFT JOIN pg_index i ON i.indrelid = a.attrelid AND i.indisprimary
    WHERE a.attrelid = quote_ident($1)::regclass AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attnum`,
} as const;

const REFERENCES = {
  sqlite: `SELECT DISTINCT "table" AS name FROM pragma_foreign_key_list(?)`,
  postgres: `SELECT DISTINCT r.relname AS name FROM pg_constraint c JOIN pg_class r ON r.oid = c.confrelid
    WHERE c.conrelid = quote_ident($1)::regclass AND c.contype = 'f'`,
} as const;

export function databaseKind(runner: QueryRunner): 'sqlite' | 'postgres' {
  return runner.dataSource.options.type === 'postgres' ? 'postgres' : 'sqlite';
}

/** The names of all tables in the database, TypeORM's own among them. */
export async function tableNames(runner: QueryRunner): Promise<string[]> {
  return namesIn(await runner.query(NAMES[databaseKind(runner)]));
}

/** The tables with the product's rows, in an order in which they can be loaded. */
export async function tablesOf(runner: QueryRunner, leaveOut: readonly string[] = []): Promise<Table[]> {
  const names = (await tableNames(runner)).filter((name) => name !== MIGRATIONS_TABLE && !leaveOut.includes(name));
  const tables: Table[] = [];
  for (const name of names) tables.push(await tableOf(runner, name));
  return loadingOrder(tables);
}

/** The names of the migrations that have been run, oldest first; none in a database without schema. */
export async function migrationsIn(runner: QueryRunner): Promise<string[]> {
  if (!(await tableNames(runner)).includes(MIGRATIONS_TABLE)) return [];
  return namesIn(await runner.query(`SELECT name FROM ${MIGRATIONS_TABLE} ORDER BY timestamp`));
}

async function tableOf(runner: QueryRunner, name: string): Promise<Table> {
  const kind = databaseKind(runner);
  const columns = (await runner.query(COLUMNS[kind], [name])) as ColumnRow[];
  const key = columns.filter((column) => column.key > 0).sort((a, b) => a.key - b.key);
  if (key.length === 0) throw new Error(`Table ${name} has no primary key: its rows have no order to be read in`);
  return {
    name,
    columns: columns.map((column) => ({ name: column.name, kind: columnKind(column.type) })),
    key: key.map((column) => column.name),
    references: namesIn(await runner.query(REFERENCES[kind], [name])),
  };
}

function namesIn(rows: unknown): string[] {
  return (rows as { name: string }[]).map(({ name }) => name);
}
