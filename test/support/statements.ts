import BetterSqlite3 from 'better-sqlite3';
import { Client } from 'pg';

/** One statement as it reached a database. */
export interface Statement {
  sql: string;
  values: readonly unknown[];
}

type Method = (this: never, ...args: unknown[]) => unknown;

/**
 * Writes down every statement of this process, below whatever sends it: ORM, query builder or prepared statement. The
 * drivers themselves are wrapped until `stop()`.
 */
export class StatementLog {
  private written: Statement[] = [];
  private readonly undo: (() => void)[] = [];

  constructor() {
    const probe = new BetterSqlite3(':memory:');
    const statement = Object.getPrototypeOf(probe.prepare('SELECT 1')) as Record<string, Method>;
    probe.close();
    for (const method of ['run', 'get', 'all', 'iterate'])
      this.wrap(statement, method, (self, values) => ({ sql: (self as BetterSqlite3.Statement).source, values }));
    this.wrap(BetterSqlite3.prototype as unknown as Record<string, Method>, 'exec', (_, [sql]) => ({
      sql: String(sql),
      values: [],
    }));
    this.wrap(Client.prototype as unknown as Record<string, Method>, 'query', (_, [query, values]) => {
      if (typeof query === 'string') return { sql: query, values: Array.isArray(values) ? values : [] };
      const { text, values: own } = query as { text: string; values?: unknown[] };
      return { sql: text, values: own ?? (Array.isArray(values) ? values : []) };
    });
  }

  /** The statements that ran while `work` did, with its answer. */
  async during<T>(work: () => Promise<T>): Promise<{ answer: T; statements: Statement[] }> {
    this.written = [];
    const answer = await work();
    const statements = this.written;
    this.written = [];
    return { answer, statements };
  }

  stop(): void {
    for (const undo of this.undo) undo();
  }

  private wrap(
    owner: Record<string, Method>,
    name: string,
    read: (self: unknown, args: readonly unknown[]) => Statement,
  ): void {
    const original = owner[name]!;
    const note = (self: unknown, args: readonly unknown[]) => this.written.push(read(self, args));
    owner[name] = function (this: never, ...args: unknown[]) {
      note(this, args);
      return original.apply(this, args);
    };
    this.undo.push(() => (owner[name] = original));
  }
}
