import { Client } from 'pg';

/** From the how-manyeth time on a statement is prepared, how many a connection keeps, and how long they may be. */
const WORTH_IT = 3;
const MOST = 250;
const LONGEST = 8_000;

/**
 * A PostgreSQL connection that prepares the statements it hears again and again, so that the server parses and plans a
 * tick's twenty statements once and not at each tick. Unlike for SQLite, TypeORM prepares none. Behind PgBouncer in
 * transaction mode this needs its version 1.21 or newer.
 */
export class PreparingClient extends Client {
  private readonly heard = new Map<string, { times: number; name: string | null }>();
  private names = 0;

  // pg's declaration has nine overloads; this passes through whatever is not a text with values.
  override query(...args: unknown[]): never {
    const [text, values] = args;
    const name = typeof text === 'string' && Array.isArray(values) ? this.nameOf(text) : null;
    const asked = name === null ? args : [{ name, text, values: values as unknown[] }, ...args.slice(2)];
    return (super.query as (...asked: unknown[]) => never)(...asked);
  }

  private nameOf(text: string): string | null {
    const known = this.heard.get(text);
    if (known?.name) return known.name;
    if (this.names >= MOST || text.length > LONGEST) return null;
    const times = (known?.times ?? 0) + 1;
    const name = times >= WORTH_IT ? `s${(this.names += 1)}` : null;
    // Lists of values make endless different texts: what was heard once is forgotten in time.
    if (this.heard.size > 4 * MOST) for (const [old, { name: kept }] of this.heard) if (!kept) this.heard.delete(old);
    this.heard.set(text, { times, name });
    return name;
  }
}
