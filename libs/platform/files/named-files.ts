/**
 * The tables whose rows name files of the FileStore, each with `store_key`, `name`, `bytes`, `sha256` and `project_id`. What
 * is not named here is in no backup, counts for no project's space, and is removed by `npm run files:check`.
 */
export const FILE_TABLES = ['cell_files', 'evidence_files', 'made_documents'] as const;

/** The same for files of the house, which belong to no project. */
export const HOUSE_FILE_TABLES = ['letter_templates'] as const;

/** A SELECT of these columns over the rows that have a file, of all of them, or of those of `tables` that a database has. */
export function namedFiles(columns: string, tables: readonly string[] = FILE_TABLES, where = ''): string {
  return FILE_TABLES.filter((table) => tables.includes(table))
    .map((table) => `SELECT ${columns} FROM ${table} WHERE store_key IS NOT NULL${where && ` AND ${where}`}`)
    .join(' UNION ALL ');
}
