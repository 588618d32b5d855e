import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { doneOnce } from '../idempotency/once-requests';
import { thenLastWork } from './before-commit';
import { plainRows } from './plain-sql';
import { scopeOf, type TransactionScope } from './transaction-scope';

const BEGIN_READ = {
  sqlite: 'BEGIN TRANSACTION',
  postgres: 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY',
} as const;

/** The two ways into the database. Never wait for the network inside either. */
@Injectable()
export class Database {
  readonly kind: 'sqlite' | 'postgres';
  private readonly scope: TransactionScope;

  constructor(private readonly dataSource: DataSource) {
    this.kind = dataSource.options.type === 'postgres' ? 'postgres' : 'sqlite';
    this.scope = scopeOf(dataSource);
  }

  /**
   * One transaction: all of `work` or nothing. Throws inside another write() or read(): use the manager at hand.
   * Protect against lost updates by `UPDATE … WHERE id AND version`: on PostgreSQL others write at the same time.
   * In a request with an Idempotency-Key `work` runs the first time only; later its kept result is answered (as JSON).
   */
  async write<T>(work: (em: EntityManager) => Promise<T>): Promise<T> {
    const once = doneOnce(work);
    const after: (() => void)[] = [];
    const result = await this.dataSource.transaction((em) => thenLastWork(em, once, after));
    for (const follow of after) follow();
    return result;
  }

  /**
   * Reads of one moment: every query sees the same committed rows. Writing through it fails. Inside another read() it
   * joins that one; inside a write() it throws.
   */
  async read<T>(work: (em: EntityManager) => Promise<T>): Promise<T> {
    const outer = this.scope.openRead();
    if (outer) return work(outer);
    const runner = this.dataSource.createQueryRunner('slave');
    try {
      await runner.query(BEGIN_READ[this.kind]);
      return await this.scope.reading(runner.manager, () => work(runner.manager));
    } finally {
      // A connection that broke has nothing to roll back; its own error is the one to tell.
      await runner.query('ROLLBACK').catch(() => undefined);
      await runner.release();
    }
  }

  /**
   * The rows of one SELECT, written with `?` for its parameters: one statement sees one moment by itself, so it goes
   * without the BEGIN and ROLLBACK of read(), which cost more than a short statement does. Joins and throws as read().
   */
  async select<T>(sql: string, parameters: unknown[]): Promise<T[]> {
    const outer = this.scope.openRead();
    if (outer) return plainRows<T>(outer, sql, parameters);
    const runner = this.dataSource.createQueryRunner('slave');
    try {
      return await plainRows<T>(runner.manager, sql, parameters);
    } finally {
      await runner.release();
    }
  }
}
