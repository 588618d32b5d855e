import 'reflect-metadata';
import { existsSync } from 'node:fs';
import { type ActivityReport, type BrokenChain, verifyActivity, type Wrong } from '@convener/activity';
import { ConfigError, createDataSource, Database, dataSourceOptions, loadConfig } from '@convener/platform';
import type { DataSourceOptions } from 'typeorm';

/**
 * `npm run activity:verify`: goes through the activity of every project and prints where it is not what was written.
 * Ends with 1 where it is not, or where it could not be read. Writes nothing; a running server doesn't mind.
 */
async function main(): Promise<number> {
  const options = readOnly(dataSourceOptions(loadConfig(process.env)));
  if (options.type === 'better-sqlite3' && !existsSync(options.database))
    return complain(`There is no database at ${options.database}. DATA_DIR or DATABASE_URL may point elsewhere.`);
  const dataSource = await createDataSource(options).initialize();
  try {
    if (!(await isMigrated(new Database(dataSource))))
      return complain('The database has no activity chain yet: start Convener once, which brings it up to date.');
    return print(await verifyActivity(new Database(dataSource)));
  } finally {
    await dataSource.destroy();
  }
}

/** A look at the evidence must not touch it: the file is opened for reading, and none is made. */
function readOnly(options: DataSourceOptions): DataSourceOptions {
  if (options.type !== 'better-sqlite3') return options;
  return { ...options, readonly: true, fileMustExist: true, prepareDatabase: undefined };
}

function isMigrated(database: Database): Promise<boolean> {
  return database.read((em) => em.queryRunner!.hasTable('activity_heads'));
}

function print({ projects, entries, erased, broken }: ActivityReport): number {
  for (const chain of broken) process.stdout.write(`${line(chain)}\n`);
  const figures = `${projects} projects, ${entries} entries, ${erased} personal texts erased`;
  const outcome = broken.length === 0 ? 'all as written' : `${broken.length} projects NOT as written`;
  process.stdout.write(`${figures}: ${outcome}.\n`);
  return broken.length === 0 ? 0 : 1;
}

const IN_WORDS: Record<Wrong, string> = {
  content: 'the entry, its place or its hash was changed',
  missing: 'an entry is missing',
  order: 'an entry stands out of order',
  head: 'the end of the chain differs from the last entry',
  personal: 'the personal text of the entry was changed',
};

function line({ projectId, seq, entryId, what, faults }: BrokenChain): string {
  const more = faults > 1 ? ` (and ${faults - 1} more)` : '';
  return `project ${projectId}  seq ${seq}  entry ${entryId ?? '-'}  ${IN_WORDS[what]}${more}`;
}

function complain(text: string): number {
  process.stderr.write(`${text}\n`);
  return 1;
}

main().then(
  (code) => (process.exitCode = code),
  (error: unknown) => (process.exitCode = complain(error instanceof ConfigError ? error.message : String(error))),
);
