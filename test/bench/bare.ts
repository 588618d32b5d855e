import { join } from 'node:path';
import type { Config } from '@convener/platform';
import BetterSqlite3 from 'better-sqlite3';
import { Client } from 'pg';

export type Value = string | number | boolean | null;
export type Row = Record<string, Value>;

/**
 * The database without our server: what the same rows cost at least. Statements use `?`, are prepared once, and a
 * transaction is on the disk when it ends (SQLite: WAL and synchronous=FULL; PostgreSQL: fsync, as it is set up).
 */
export interface Bare {
  readonly kind: 'sqlite' | 'postgres';
  all(sql: string, values?: readonly Value[]): Promise<Row[]>;
  /** Runs a statement and answers how many rows it touched. */
  run(sql: string, values?: readonly Value[]): Promise<number>;
  /** All of `work` in one durable transaction. */
  durable(work: () => Promise<void>): Promise<void>;
  /** Several statements without values, unprepared. */
  exec(sql: string): Promise<void>;
  close(): Promise<void>;
}

export async function openBare({ databaseUrl, dataDir }: Config): Promise<Bare> {
  if (databaseUrl === null) return new BareSqlite(join(dataDir, 'convener.sqlite'));
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  return new BarePostgres(client);
}

class BareSqlite implements Bare {
  readonly kind = 'sqlite';
  private readonly database: BetterSqlite3.Database;
  private readonly statements = new Map<string, BetterSqlite3.Statement>();

  constructor(file: string) {
    this.database = new BetterSqlite3(file, { timeout: 10_000, fileMustExist: true });
    this.database.pragma('journal_mode = WAL');
    this.database.pragma('synchronous = FULL');
  }

  async all(sql: string, values: readonly Value[] = []): Promise<Row[]> {
    return this.prepared(sql).all(...values) as Row[];
  }

  async run(sql: string, values: readonly Value[] = []): Promise<number> {
    return this.prepared(sql).run(...values).changes;
  }

  async durable(work: () => Promise<void>): Promise<void> {
    await this.run('BEGIN IMMEDIATE');
    try {
      await work();
      await this.run('COMMIT');
    } catch (error) {
      if (this.database.inTransaction) await this.run('ROLLBACK');
      throw error;
    }
  }

  async exec(sql: string): Promise<void> {
    this.database.exec(sql);
  }

  async close(): Promise<void> {
    this.database.close();
  }

  private prepared(sql: string): BetterSqlite3.Statement {
    const known = this.statements.get(sql) ?? this.database.prepare(sql);
    this.statements.set(sql, known);
    return known;
  }
}

class BarePostgres implements Bare {
  readonly kind = 'postgres';
  /** By our own text, so that the numbering of parameters costs nothing either. */
  private readonly statements = new Map<string, { name: string; text: string }>();

  constructor(private readonly client: Client) {}

  async all(sql: string, values: readonly Value[] = []): Promise<Row[]> {
    return (await this.client.query<Row>({ ...this.prepared(sql), values: [...values] })).rows;
  }

  async run(sql: string, values: readonly Value[] = []): Promise<number> {
    return (await this.client.query({ ...this.prepared(sql), values: [...values] })).rowCount ?? 0;
  }

  async durable(work: () => Promise<void>): Promise<void> {
    await this.client.query('BEGIN');
    try {
      await work();
      await this.client.query('COMMIT');
    } catch (error) {
      await this.client.query('ROLLBACK');
      throw error;
    }
  }

  async exec(sql: string): Promise<void> {
    await this.client.query(sql);
  }

  async close(): Promise<void> {
    await this.client.end();
  }

  private prepared(sql: string): { name: string; text: string } {
    const known = this.statements.get(sql) ?? { name: `bare${this.statements.size}`, text: numbered(sql) };
    this.statements.set(sql, known);
    return known;
  }
}

function numbered(sql: string): string {
  let count = 0;
  return sql.replace(/\?/g, () => `$${(count += 1)}`);
}
