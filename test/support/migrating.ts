import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { type Config, createDataSource, dataSourceOptions, migrate, MIGRATIONS } from '@convener/platform';
import type { DataSource } from 'typeorm';
import type { DatabaseKind, OwnDatabase } from './database';
import { insertRows, type Release } from './released-schemas';

type Migrations = NonNullable<Parameters<typeof createDataSource>[0]['migrations']>;

/** Opens a database with these migrations to run. */
export function connect(config: Config, migrations: Migrations = MIGRATIONS): Promise<DataSource> {
  return createDataSource({ ...dataSourceOptions(config), migrations }).initialize();
}

/** A database as that release left it, with its rows. */
export async function asReleased(kind: DatabaseKind, release: Release): Promise<OwnDatabase> {
  const own = await kind.create();
  const dataSource = await connect(
    own.config,
    MIGRATIONS.filter((migration) => release.migrations.includes(migration.name)),
  );
  await migrate(dataSource);
  await insertRows(dataSource, release);
  await dataSource.destroy();
  return own;
}

/** Starts a process that migrates; killed before the given statement if any. */
export function startMigrating({ databaseUrl, dataDir }: Config, killBefore = 0): ChildProcess {
  return fork(join(__dirname, 'migrating-process.ts'), [String(killBefore)], {
    execArgv: ['--require', join(__dirname, 'ts-register.js')],
    env: { ...process.env, DATABASE_URL: databaseUrl ?? '', DATA_DIR: dataDir },
  });
}

/** Waits for its end: the number of statements that it took, or null where it did not get there. */
export async function endOf(child: ChildProcess): Promise<number | null> {
  let statements: number | null = null;
  child.on('message', (message) => (statements = (message as { statements: number }).statements));
  await once(child, 'close');
  return statements;
}

/** Tables, columns, keys, indexes and triggers, as the database itself tells them. */
export async function schemaOf(dataSource: DataSource): Promise<unknown[]> {
  return dataSource.query(dataSource.options.type === 'postgres' ? POSTGRES_SCHEMA : SQLITE_SCHEMA);
}

const SQLITE_SCHEMA = `SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY type, name`;

const POSTGRES_SCHEMA = `
  SELECT 'column' AS type, table_name || '.' || column_name AS name,
      concat_ws(' ', data_type, character_maximum_length, is_nullable, column_default) AS sql
    FROM information_schema.columns WHERE table_schema = current_schema()
  UNION ALL SELECT 'index', indexname, indexdef FROM pg_indexes WHERE schemaname = current_schema()
  UNION ALL SELECT 'constraint', conrelid::regclass || '.' || conname, pg_get_constraintdef(oid) FROM pg_constraint
    WHERE connamespace = current_schema()::regnamespace
  UNION ALL SELECT 'trigger', tgname, pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal
  ORDER BY type, name`;
