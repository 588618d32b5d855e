import type { EntityManager, QueryRunner } from 'typeorm';

type LastWork = (em: EntityManager) => Promise<void>;

const WAITING = new WeakMap<QueryRunner, LastWork[]>();
const AFTERWARDS = new WeakMap<QueryRunner, (() => void)[]>();

/** Runs `work`, then in the same transaction whatever it put off by beforeCommit(). Puts into `after` what is to follow. */
export async function thenLastWork<T>(
  em: EntityManager,
  work: (em: EntityManager) => Promise<T>,
  after: (() => void)[],
): Promise<T> {
  const runner = em.queryRunner!;
  const last: LastWork[] = [];
  WAITING.set(runner, last);
  AFTERWARDS.set(runner, after);
  try {
    const result = await work(em);
    for (const put of last) await put(em);
    return result;
  } finally {
    WAITING.delete(runner);
    AFTERWARDS.delete(runner);
  }
}

/**
 * Puts `work` off until right before the transaction of `em` commits; where it fails, the whole transaction does. For
 * what takes a lock that many wait for: taken last, it is held only for the commit, and can't be part of a deadlock.
 * Throws for a manager that no open Database.write() handed out. Not for use inside a savepoint: what that undoes
 * would still be done.
 */
export function beforeCommit(em: EntityManager, work: LastWork): void {
  const last = em.queryRunner && WAITING.get(em.queryRunner);
  if (!last) throw new Error('beforeCommit() needs the EntityManager of an open Database.write()');
  last.push(work);
}

/**
 * Has `work` done when the transaction of `em` has been committed, and never where it is rolled back. Only for what may be
 * lost: the process can end in between. It must not fail, and nobody waits for it. Not for use inside a savepoint.
 */
export function afterCommit(em: EntityManager, work: () => void): void {
  const after = em.queryRunner && AFTERWARDS.get(em.queryRunner);
  if (!after) throw new Error('afterCommit() needs the EntityManager of an open Database.write()');
  after.push(work);
}
