import { type DataSource, MigrationExecutor, type QueryRunner } from 'typeorm';
import { foreignKeysHold } from './foreign-keys';
import { unbounded } from './patience';

/** Any number, as long as every Convener process asks for the same one. */
const LOCK_KEY = 1_763_700_000;

/** Brings the schema up to date: all pending migrations, or, where one of them fails, none. */
export function migrate(dataSource: DataSource): Promise<void> {
  return changeSchema(dataSource, async (runner) => {
    const done = await new MigrationExecutor(dataSource, runner).executePendingMigrations();
    if (done.length > 0) await foreignKeysHold(runner.manager);
  });
}

/**
 * One transaction that may change the schema. Processes that start together wait for each other: by an advisory lock
 * on PostgreSQL, by BEGIN IMMEDIATE on SQLite. On SQLite foreign keys rest meanwhile, else a table that is rebuilt
 * would cascade its deletes.
 */
export async function changeSchema(
  dataSource: DataSource,
  work: (runner: QueryRunner) => Promise<void>,
): Promise<void> {
  const runner = unbounded(dataSource.createQueryRunner('master'));
  try {
    await runner.beforeMigration();
    await runner.startTransaction();
    if (dataSource.options.type === 'postgres') await runner.query('SELECT pg_advisory_xact_lock($1)', [LOCK_KEY]);
    await work(runner);
    await runner.commitTransaction();
  } catch (error) {
    if (runner.isTransactionActive) await runner.rollbackTransaction();
    throw error;
  } finally {
    await runner.afterMigration();
    await runner.release();
  }
}
