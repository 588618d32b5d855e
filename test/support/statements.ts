import { AsyncLocalStorage } from 'node:async_hooks';
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
  private readonly written = new AsyncLocalStorage<Statement[]>();
  private everything: Statement[] | null = null;
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

  /**
   * The statements that `work` sent, with its answer. Not those of a timer that came in between: open streams ask every
   * 20 s whether they may go on.
   */
  async during<T>(work: () => Promise<T>): Promise<{ answer: T; statements: Statement[] }> {
    const statements: Statement[] = [];
    const answer = await this.written.run(statements, work);
    return { answer, statements: [...statements] };
  }

  /** The statements that anybody sent while `work` ran: what it sets off may run in a worker. */
  async meanwhile(work: () => Promise<unknown>): Promise<Statement[]> {
    const statements: Statement[] = [];
    this.everything = statements;
    await work();
    this.everything = null;
    return statements;
  }

  stop(): void {
    for (const undo of this.undo) undo();
    this.written.disable();
  }

  private wrap(
    owner: Record<string, Method>,
    name: string,
    read: (self: unknown, args: readonly unknown[]) => Statement,
  ): void {
    const original = owner[name]!;
    const note = (self: unknown, args: readonly unknown[]) => {
      const statement = read(self, args);
      this.everything?.push(statement);
      this.written.getStore()?.push(statement);
    };
    owner[name] = function (this: never, ...args: unknown[]) {
      note(this, args);
      return original.apply(this, args);
    };
    this.undo.push(() => (owner[name] = original));
  }
}
