import 'reflect-metadata';
import { existsSync } from 'node:fs';
import { SystemClock } from '@convener/kernel';
import {
  createDataSource,
  Database,
  dataSourceOptions,
  type FileStore,
  fileStoreOf,
  loadConfig,
  type NamedFile,
  namedFiles,
  type StoredFile,
  straysOf,
} from '@convener/platform';

/** An upload's file stands without its row for seconds; so old, it is nobody's. */
const DAY_MS = 24 * 60 * 60_000;
/** So many may be most of the files without meaning that the rows are another installation's. */
const FEW = 10;
const ROWS = `
  ${namedFiles('store_key AS key, bytes, name, project_id AS "projectId"')}
  UNION ALL SELECT store_key, bytes, file_name, NULL FROM letter_templates ORDER BY key`;

/**
 * `npm run files:check [-- --remove]`: lists rows whose file is missing or has another size, and files that no row names;
 * with `--remove` those are deleted that have had no row for a day. Ends with 1 where a file is missing or changed.
 */
async function main(): Promise<number> {
  const config = loadConfig(process.env);
  const options = dataSourceOptions(config);
  if (options.type === 'better-sqlite3' && !existsSync(options.database))
    return complain(`There is no database at ${options.database}. DATA_DIR or DATABASE_URL may point elsewhere.`);
  const store = fileStoreOf(config);
  const dataSource = await createDataSource(options).initialize();
  try {
    // Rows first: a row never comes before its file.
    const rows = await new Database(dataSource).read((em) => em.query<NamedFile[]>(ROWS));
    const files = await all(store);
    const { missing, changed, nameless } = straysOf(rows, files);
    for (const file of missing) say(`missing  ${line(file)}`);
    for (const file of changed) say(`changed  ${line(file)}`);
    if (process.argv.includes('--remove') && nameless.length > FEW && nameless.length > files.length / 2)
      return complain('More than half of the files have no row: is this the right database? Nothing was removed.');
    const removed = process.argv.includes('--remove') ? await remove(store, nameless) : new Set();
    for (const { key, bytes } of nameless) say(`${removed.has(key) ? 'removed ' : 'no row  '} ${key}  ${bytes} bytes`);
    say(`${rows.length} rows, ${files.length} files: ${missing.length} missing, ${changed.length} changed,`);
    say(`${nameless.length} without a row, of which ${removed.size} removed.`);
    return missing.length + changed.length === 0 ? 0 : 1;
  } finally {
    await dataSource.destroy();
  }
}

async function all(store: FileStore): Promise<StoredFile[]> {
  const files: StoredFile[] = [];
  for await (const file of store.list()) files.push(file);
  return files;
}

async function remove(store: FileStore, nameless: readonly StoredFile[]): Promise<Set<string>> {
  const old = nameless.filter(({ storedAt }) => storedAt < new SystemClock().now() - DAY_MS);
  for (const { key } of old) await store.remove(key);
  return new Set(old.map(({ key }) => key));
}

function line({ key, name, bytes, projectId }: NamedFile): string {
  return `${key}  project ${projectId}  ${name}  ${bytes} bytes`;
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

function complain(text: string): number {
  process.stderr.write(`${text}\n`);
  return 1;
}

main().then(
  (code) => (process.exitCode = code),
  (error: unknown) => (process.exitCode = complain(error instanceof Error ? error.message : String(error))),
);
