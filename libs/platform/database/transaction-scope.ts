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

/** A transaction around whatever runs, and the open one of another data source around that. */
interface Frame {
  owner: TransactionScope;
  scope: Scope;
  outer: Frame | null;
}

/** One for all data sources: Node asks every storage there ever was at every promise, and forgets none by itself. */
const around = new AsyncLocalStorage<Frame | null>();

/** Knows, for whatever runs, whether it runs inside an open transaction of one data source. */
export class TransactionScope {
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
    let frame = openFrame();
    while (frame && frame.owner !== this) frame = frame.outer;
    return frame?.scope.open ? frame.scope : null;
  }

  private async within<T>(scope: Scope, work: () => Promise<T>): Promise<T> {
    try {
      return await around.run({ owner: this, scope, outer: openFrame() }, work);
    } finally {
      scope.open = false;
    }
  }
}

/** The innermost that is open: work that follows upon itself would else drag along all that have ended. */
function openFrame(): Frame | null {
  let frame = around.getStore() ?? null;
  while (frame && !frame.scope.open) frame = frame.outer;
  return frame;
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
