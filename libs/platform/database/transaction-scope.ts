import { AsyncLocalStorage } from 'node:async_hooks';
import type { DataSource, EntityManager } from 'typeorm';

interface Scope {
  kind: 'write' | 'read';
  /** False once the transaction has ended: work that it left behind may then open its own. */
  open: boolean;
  /** Whether the transaction already has its writing runner. */
  claimed: boolean;
  /** The manager of an open read. */
  manager: EntityManager | null;
}

const NESTED_WRITE =
  'A second writing transaction was asked for inside an open one: on SQLite it would wait for itself. ' +
  'Use the EntityManager that the transaction handed you.';
const WRITE_IN_READ =
  'A write was asked for inside Database.read(). Read first, then write, or do both in Database.write().';
const READ_IN_WRITE =
  'Database.read() inside Database.write() would not see what the transaction has written. ' +
  'Use the EntityManager that the transaction handed you.';

/** Knows, for whatever runs, whether it runs inside an open transaction of one data source. */
export class TransactionScope {
  private readonly scopes = new AsyncLocalStorage<Scope>();

  /** Runs `work`, which opens one transaction. Throws inside an open one. */
  async writing<T>(work: () => Promise<T>): Promise<T> {
    const outer = this.current();
    if (outer) throw new Error(outer.kind === 'write' ? NESTED_WRITE : WRITE_IN_READ);
    return this.within({ kind: 'write', open: true, claimed: false, manager: null }, work);
  }

  async reading<T>(manager: EntityManager, work: () => Promise<T>): Promise<T> {
    return this.within({ kind: 'read', open: true, claimed: true, manager }, work);
  }

  /** The manager of the read that is already open around the caller, if any. Throws inside a writing transaction. */
  openRead(): EntityManager | null {
    const outer = this.current();
    if (outer?.kind === 'write') throw new Error(READ_IN_WRITE);
    return outer?.manager ?? null;
  }

  /** Called for each writing query runner: a transaction has one, and nothing inside it gets a second. */
  claimWriter(): void {
    const outer = this.current();
    if (!outer) return;
    if (outer.claimed) throw new Error(outer.kind === 'write' ? NESTED_WRITE : WRITE_IN_READ);
    outer.claimed = true;
  }

  private current(): Scope | null {
    const scope = this.scopes.getStore();
    return scope?.open ? scope : null;
  }

  private async within<T>(scope: Scope, work: () => Promise<T>): Promise<T> {
    try {
      return await this.scopes.run(scope, work);
    } finally {
      scope.open = false;
    }
  }
}

const SCOPES = new WeakMap<DataSource, TransactionScope>();

/** The one scope of a data source. */
export function scopeOf(dataSource: DataSource): TransactionScope {
  const known = SCOPES.get(dataSource);
  if (known) return known;
  const scope = new TransactionScope();
  SCOPES.set(dataSource, scope);
  return scope;
}
