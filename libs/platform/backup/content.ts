import { createHash } from 'node:crypto';
import type BetterSqlite3 from 'better-sqlite3';
import type { QueryRunner } from 'typeorm';
import { archived } from './columns';
import { databaseKind, type Table } from './tables';

/** Rows that are in memory at a time. */
const BATCH = 500;

/** What tables hold, in figures: equal figures mean equal rows, whichever database they come from. */
export interface ContentFigures {
  /** Table → number of rows. */
  rows: Record<string, number>;
  /** Of every line of the content. */
  sha256: string;
}

/**
 * The lines of an archive between its head and its end: for each table one line that names it and its columns, then one
 * line a row, in the order of the primary key. Run inside a transaction that sees one moment.
 */
export async function* contentLines(
  runner: QueryRunner,
  tables: readonly Table[],
): AsyncGenerator<string, ContentFigures> {
  const hash = createHash('sha256');
  const rows: Record<string, number> = {};
  for (const table of tables) {
    let lines = `${JSON.stringify({ table: table.name, columns: table.columns })}\n`;
    rows[table.name] = 0;
    for await (const batch of batches(runner, table)) {
      rows[table.name]! += batch.length;
      lines += batch.map((row) => `${JSON.stringify(archivedRow(table, row))}\n`).join('');
      hash.update(lines);
      yield lines;
      lines = '';
    }
    hash.update(lines);
    yield lines;
  }
  return { rows, sha256: hash.digest('hex') };
}

/** The figures of what the database holds now. */
export async function contentFigures(runner: QueryRunner, tables: readonly Table[]): Promise<ContentFigures> {
  const lines = contentLines(runner, tables);
  for (;;) {
    const { done, value } = await lines.next();
    if (done) return value;
  }
}

function archivedRow(table: Table, row: readonly unknown[]): unknown[] {
  return table.columns.map(({ name, kind }, index) => {
    try {
      return archived(kind, row[index]);
    } catch (error) {
      throw new Error(`${table.name}.${name}: ${(error as Error).message}`, { cause: error });
    }
  });
}

function batches(runner: QueryRunner, table: Table): AsyncGenerator<unknown[][]> {
  return databaseKind(runner) === 'postgres' ? postgresBatches(runner, table) : sqliteBatches(runner, table);
}

async function* sqliteBatches(runner: QueryRunner, table: Table): AsyncGenerator<unknown[][]> {
  const database = (await runner.connect()) as BetterSqlite3.Database;
  const statement = database.prepare(selection(table, '')).raw(true).safeIntegers(true);
  let batch: unknown[][] = [];
  for (const row of statement.iterate()) {
    batch.push(row as unknown[]);
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

async function* postgresBatches(runner: QueryRunner, table: Table): AsyncGenerator<unknown[][]> {
  // The order of bytes, as on SQLite: a database's own collation may be any.
  await runner.query(`DECLARE archived NO SCROLL CURSOR FOR ${selection(table, ' COLLATE "C"')}`);
  for (;;) {
    const found = (await runner.query(`FETCH ${BATCH} FROM archived`)) as Record<string, unknown>[];
    if (found.length === 0) break;
    yield found.map((row) => table.columns.map(({ name }) => row[name]));
  }
  await runner.query('CLOSE archived');
}

function selection(table: Table, collation: string): string {
  const texts = new Set(table.columns.filter(({ kind }) => kind === 'text').map(({ name }) => name));
  const order = table.key.map((name) => `"${name}"${texts.has(name) ? collation : ''}`);
  return `SELECT ${table.columns.map(({ name }) => `"${name}"`).join(', ')} FROM "${table.name}" ORDER BY ${order.join(', ')}`;
}
