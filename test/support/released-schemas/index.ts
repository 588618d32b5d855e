import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { DataSource } from 'typeorm';

type Value = string | number | boolean | null;

export interface ReleasedTable {
  table: string;
  columns: { name: string; kind: 'text' | 'integer' | 'boolean' }[];
  rows: Value[][];
}

/** A released schema: the migrations that make it, and rows in every table of it. */
export interface Release {
  version: string;
  migrations: string[];
  /** Each after those that it references. */
  tables: ReleasedTable[];
}

/** All released schemas. make.ts writes the next one. */
export function releases(): Release[] {
  return readdirSync(__dirname)
    .filter((name) => name.endsWith('.ndjson.gz'))
    .sort()
    .map((name) => read(join(__dirname, name)));
}

function read(file: string): Release {
  const text = gunzipSync(readFileSync(file)).toString('utf8');
  const lines = text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown);
  const { product, migrations } = lines[0] as { product: string; migrations: string[] };
  const tables: ReleasedTable[] = [];
  for (const line of lines.slice(1, -1)) {
    if (Array.isArray(line)) tables.at(-1)?.rows.push(line as Value[]);
    else tables.push({ ...(line as ReleasedTable), rows: [] });
  }
  return { version: product, migrations, tables };
}

/** Row by row, by statements of its own: what the product's restore does is not to be trusted here. */
export async function insertRows(dataSource: DataSource, { tables }: Release): Promise<void> {
  const postgres = dataSource.options.type === 'postgres';
  for (const { table, columns, rows } of tables) {
    const places = columns.map((_, index) => (postgres ? `$${index + 1}` : '?')).join(', ');
    const names = columns.map(({ name }) => `"${name}"`).join(', ');
    for (const row of rows) await dataSource.query(`INSERT INTO "${table}" (${names}) VALUES (${places})`, row);
  }
}

/** Rows of the release that the database no longer holds with the same values; `changed` columns (`table.column`) aside. */
export async function lostRows(
  dataSource: DataSource,
  release: Release,
  changed: readonly string[],
): Promise<string[]> {
  const lost: string[] = [];
  for (const { table, columns, rows } of release.tables) {
    const kept = columns.filter(({ name }) => !changed.includes(`${table}.${name}`));
    const found = (await dataSource.query(
      `SELECT ${kept.map(({ name }) => `"${name}"`).join(', ')} FROM "${table}"`,
    )) as Record<string, unknown>[];
    const there = new Set(found.map((row) => JSON.stringify(kept.map(({ name, kind }) => same(kind, row[name])))));
    const wanted = rows.map((row) =>
      JSON.stringify(kept.map((column) => same(column.kind, row[columns.indexOf(column)]))),
    );
    lost.push(...wanted.filter((row) => !there.has(row)).map((row) => `${table} ${row.slice(0, 200)}`));
  }
  return lost;
}

/** A value in the one form that both drivers' answers have in common. */
function same(kind: ReleasedTable['columns'][number]['kind'], value: unknown): unknown {
  if (value === null || kind === 'text') return value;
  return kind === 'integer' ? String(value) : Boolean(value);
}
