import { join } from 'node:path';
import { DataSource, type DataSourceOptions, type EntityManager, type QueryRunner } from 'typeorm';
import type { Config } from '../config/config';
import { MIGRATIONS } from './migrations';
import { boundStatements } from './patience';
import { PreparingClient } from './preparing-client';
import { BUSY_TIMEOUT_MS, isolateSqlite, prepareSqlite } from './sqlite-isolation';
import { refuseStragglers } from './stragglers';
import { scopeOf, type TransactionScope } from './transaction-scope';

/** Which database, by the settings: PostgreSQL where DATABASE_URL names one, else the SQLite file in DATA_DIR. */
export function dataSourceOptions(config: Pick<Config, 'databaseUrl' | 'dataDir'>): DataSourceOptions {
  const common = { migrations: MIGRATIONS, synchronize: false, migrationsRun: false } as const;
  if (config.databaseUrl !== null) {
    return {
      ...common,
      type: 'postgres',
      url: config.databaseUrl,
      applicationName: 'convener',
      poolSize: 10,
      // Also how long a request waits for one of them to become free.
      connectTimeoutMS: 15_000,
      installExtensions: false,
      extra: { Client: PreparingClient },
    };
  }
  return {
    ...common,
    type: 'better-sqlite3',
    database: join(config.dataDir, 'convener.sqlite'),
    timeout: BUSY_TIMEOUT_MS,
    statementCacheSize: 400,
    prepareDatabase: prepareSqlite,
  };
}

/** A data source on which overlapping requests stay apart. Every data source of Convener is made here. */
export function createDataSource(options: DataSourceOptions): DataSource {
  const dataSource = new DataSource(options);
  const scope = scopeOf(dataSource);
  if (options.type === 'better-sqlite3') isolateSqlite(dataSource, scope);
  const { driver } = dataSource;
  const create = driver.createQueryRunner.bind(driver);
  const bounded = options.type === 'postgres' ? boundStatements : (runner: QueryRunner) => runner;
  driver.createQueryRunner = (mode) => refuseStragglers(bounded(create(mode)));
  scopeTransactions(dataSource.manager, scope);
  return dataSource;
}

/** Only the manager outside transactions: `transaction()` on a manager inside one is a savepoint of it. */
function scopeTransactions(manager: EntityManager, scope: TransactionScope): void {
  const transaction = manager.transaction.bind(manager) as (...args: unknown[]) => Promise<unknown>;
  const scoped = (...args: unknown[]) => scope.writing(() => transaction(...args));
  Object.assign(manager, { transaction: scoped });
}
