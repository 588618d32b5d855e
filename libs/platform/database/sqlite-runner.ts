import type BetterSqlite3 from 'better-sqlite3';
import type { BetterSqlite3Driver } from 'typeorm/driver/better-sqlite3/BetterSqlite3Driver';
import { BetterSqlite3QueryRunner } from 'typeorm/driver/better-sqlite3/BetterSqlite3QueryRunner';
import type { LeasePool } from './lease-pool';

/** What the superclass answers; its type says no more. */
type Answer = ReturnType<BetterSqlite3QueryRunner['query']>;

/** One connection to the file, with the statements prepared on it: they are bound to it and outlive a runner. */
export interface SqliteConnection {
  database: BetterSqlite3.Database;
  statements: Map<string, BetterSqlite3.Statement>;
  writes: boolean;
}

/**
 * A runner that leases its connection from the first statement until release(). TypeORM's own shares one connection
 * and one transaction depth among all requests (docs/decisions/0002-one-writer-on-sqlite.md).
 */
export class SqliteRunner extends BetterSqlite3QueryRunner {
  private lease: Promise<SqliteConnection> | null = null;
  private lastStatement: Promise<unknown> = Promise.resolve();

  constructor(
    driver: BetterSqlite3Driver,
    private readonly connections: LeasePool<SqliteConnection>,
  ) {
    super(driver);
  }

  override async connect(): Promise<BetterSqlite3.Database> {
    this.lease ??= this.connections.acquire();
    const { database, statements } = await this.lease;
    // The superclass looks here before it prepares a statement; its field is private to the compiler only.
    Object.assign(this, { stmtCache: statements });
    return database;
  }

  /** Statements run in the order of their asking, as on a PostgreSQL connection: a ROLLBACK overtakes none. */
  override query(sql: string, parameters?: unknown[], structured?: boolean): Answer {
    const turn = this.lastStatement.then(() => this.run(sql, parameters, structured));
    this.lastStatement = turn.catch(() => undefined);
    return turn;
  }

  private async run(sql: string, parameters?: unknown[], structured?: boolean): Answer {
    if (!this.isReleased) await this.connect();
    const writes = (await this.lease)?.writes ?? false;
    // A deferred BEGIN that reads before it writes fails with "locked" as soon as another process has written.
    return super.query(writes && sql === 'BEGIN TRANSACTION' ? 'BEGIN IMMEDIATE' : sql, parameters, structured);
  }

  /** Rolls back what is still open and hands the connection on. */
  override async release(): Promise<void> {
    if (this.isReleased) return;
    await this.lastStatement;
    this.isReleased = true;
    await super.release();
    const connection = await this.lease?.catch(() => null);
    if (!connection) return;
    if (connection.database.inTransaction) connection.database.exec('ROLLBACK');
    this.connections.release(connection);
  }
}
