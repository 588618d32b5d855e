import BetterSqlite3 from 'better-sqlite3';
import type { DataSource, QueryRunner } from 'typeorm';
import type { BetterSqlite3Driver } from 'typeorm/driver/better-sqlite3/BetterSqlite3Driver';
import { LeasePool } from './lease-pool';
import { type SqliteConnection, SqliteRunner } from './sqlite-runner';
import type { TransactionScope } from './transaction-scope';

/** How long (ms) SQLite waits for another process, and how long a runner waits for its turn in this one. */
export const BUSY_TIMEOUT_MS = 10_000;
const PATIENCE_MS = 15_000;
const READERS = 4;

/** WAL lets readers go on while somebody writes; under WAL only FULL survives a power cut. */
export function prepareSqlite(database: BetterSqlite3.Database): void {
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
}

/** Makes overlapping requests on one SQLite file as separate as they are on PostgreSQL. Call before initialize(). */
export function isolateSqlite(dataSource: DataSource, scope: TransactionScope): void {
  const driver = dataSource.driver as unknown as BetterSqlite3Driver;
  const connection = (database: BetterSqlite3.Database, writes: boolean): SqliteConnection => ({
    database,
    statements: new Map(),
    writes,
  });
  const openReader = () =>
    new BetterSqlite3(driver.options.database, { readonly: true, fileMustExist: true, timeout: BUSY_TIMEOUT_MS });
  const writer = new LeasePool('the writing connection', 1, PATIENCE_MS, () =>
    connection(driver.databaseConnection as BetterSqlite3.Database, true),
  );
  const readers = new LeasePool('a reading connection', READERS, PATIENCE_MS, () => connection(openReader(), false));

  driver.createQueryRunner = (mode): QueryRunner => {
    if (mode === 'slave') return new SqliteRunner(driver, readers);
    scope.claimWriter();
    return new SqliteRunner(driver, writer);
  };
  const disconnect = driver.disconnect.bind(driver);
  driver.disconnect = async () => {
    for (const { database } of readers.drain()) database.close();
    writer.drain();
    await disconnect();
  };
}
