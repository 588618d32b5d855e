import { newId } from '@convener/kernel';
import type { Bare, Row, Value } from './bare';
import { projectTables } from './copy';

/** Rows of one table of a project. */
export interface TableRows {
  table: string;
  columns: string[];
  rows: Row[];
}

/** Everything that a project consists of, parents first. */
export async function rowsOfProject(bare: Bare, project: string): Promise<TableRows[]> {
  const found: TableRows[] = [];
  for (const { name, columns, of } of await projectTables(bare)) {
    found.push({ table: name, columns, rows: await bare.all(`SELECT t.* FROM ${name} t WHERE ${of}`, [project]) });
  }
  return found;
}

/** The same rows under new ids, pointing to each other as before. */
export function renamed(tables: readonly TableRows[]): TableRows[] {
  const ids = new Map<Value, string>();
  for (const { rows } of tables) for (const { id } of rows) if (id) ids.set(id, newId());
  const fresh = (value: Value): Value => ids.get(value) ?? value;
  return tables.map(({ rows, ...table }) => ({
    ...table,
    rows: rows.map((row) => Object.fromEntries(Object.entries(row).map(([column, value]) => [column, fresh(value)]))),
  }));
}

/** One durable transaction, as fast as each database takes it: row by row on SQLite, a statement a table on PostgreSQL. */
export async function insertRows(bare: Bare, tables: readonly TableRows[]): Promise<void> {
  await bare.durable(async () => {
    for (const { table, columns, rows } of tables) {
      const tuple = `(${columns.map(() => '?').join(',')})`;
      const into = `INSERT INTO ${table} (${columns.map((column) => `"${column}"`).join(',')}) VALUES `;
      const values = (row: Row) => columns.map((column) => row[column] as Value);
      if (bare.kind === 'sqlite') for (const row of rows) await bare.run(into + tuple, values(row));
      else if (rows.length > 0) await bare.run(into + rows.map(() => tuple).join(','), rows.flatMap(values));
    }
  });
}

/** Writes one row again with some columns changed, whatever other columns the schema has. */
export async function insertAgain(bare: Bare, table: string, row: Row, changes: Row): Promise<void> {
  const changed = { ...row, ...changes };
  await insertRows(bare, [{ table, columns: Object.keys(row), rows: [changed] }]);
}
