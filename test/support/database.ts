import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Config, createDataSource, Database, dataSourceOptions, loadConfig, migrate } from '@convener/platform';
import { Client } from 'pg';
import type { DataSource, EntitySchema } from 'typeorm';
import { postgresUrl } from './services';

type EntityClass = (new () => object) | EntitySchema;

/** A database of a test's own: settings that lead to it, and its end. */
export interface OwnDatabase {
  config: Config;
  drop(): Promise<void>;
}

export interface TestDatabase {
  config: Config;
  dataSource: DataSource;
  database: Database;
  /** Closes the connections and drops the database. */
  close(): Promise<void>;
}

export interface DatabaseKind {
  name: 'SQLite' | 'PostgreSQL';
  /** An empty database without schema, for tests that boot a whole application on `config`. */
  create(env?: Record<string, string>): Promise<OwnDatabase>;
  /** A migrated database that knows these entities. */
  open(entities: EntityClass[]): Promise<TestDatabase>;
}

/** The databases that a suite runs on: `describe.each(databaseKinds())('… on $name', ({ open }) => …)`. */
export function databaseKinds(): DatabaseKind[] {
  const postgres = postgresUrl();
  return [sqlite(), ...(postgres === null ? [] : [postgresKind(postgres)])];
}

/** SQLite alone, where a suite has nothing to do with the kind of database. */
export function sqlite(): DatabaseKind {
  return kind('SQLite', async (env) => {
    const folder = mkdtempSync(join(tmpdir(), 'convener-test-'));
    return {
      config: loadConfig({ ...env, DATA_DIR: folder }),
      drop: async () => rmSync(folder, { recursive: true, force: true }),
    };
  });
}

function postgresKind(adminUrl: string): DatabaseKind {
  return kind('PostgreSQL', async (env) => {
    const name = `convener_test_${process.pid}_${randomBytes(4).toString('hex')}`;
    await asAdmin(adminUrl, `CREATE DATABASE ${name}`);
    // Nothing here has to outlive a power cut, and on a slow disk waiting for it would be most of the run.
    await asAdmin(adminUrl, `ALTER DATABASE ${name} SET synchronous_commit = off`);
    const url = new URL(adminUrl);
    url.pathname = `/${name}`;
    const folder = mkdtempSync(join(tmpdir(), 'convener-test-'));
    return {
      config: loadConfig({ ...env, DATABASE_URL: url.href, DATA_DIR: folder }),
      drop: async () => {
        rmSync(folder, { recursive: true, force: true });
        await asAdmin(adminUrl, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
      },
    };
  });
}

async function asAdmin(url: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(statement).finally(() => client.end());
}

function kind(name: DatabaseKind['name'], create: DatabaseKind['create']): DatabaseKind {
  const open = async (entities: EntityClass[]): Promise<TestDatabase> => {
    const { config, drop } = await create();
    const dataSource = await createDataSource({ ...dataSourceOptions(config), entities }).initialize();
    await migrate(dataSource);
    const close = async () => {
      await dataSource.destroy();
      await drop();
    };
    return { config, dataSource, database: new Database(dataSource), close };
  };
  return { name, create, open };
}
