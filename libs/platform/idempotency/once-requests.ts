import { AsyncLocalStorage } from 'node:async_hooks';
import { CallerError, conflict } from '@convener/kernel';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { claimKey, keepResult, keptUnder, type KeyedRequest } from './key-rows';

/** A request that is being answered right now. */
interface Running extends KeyedRequest {
  open: boolean;
  written: boolean;
  replayed: boolean;
}

const running = new AsyncLocalStorage<Running>();

/** Requests with a key of their sender's: however often one arrives, it is done once. */
@Injectable()
export class OnceRequests {
  private readonly inFlight = new Set<string>();

  /**
   * Runs `handle`, whose one Database.write() is then done once for this key and answers its first result ever after.
   * `replayed` tells that it had been done before. Throws 409 while the first is under way, 422 where the key stands
   * for something else.
   */
  async run<T>(request: KeyedRequest, handle: () => Promise<T>): Promise<{ answer: T; replayed: boolean }> {
    const name = `${request.personId} ${request.key}`;
    if (this.inFlight.has(name)) throw underWay();
    const scope: Running = { ...request, open: true, written: false, replayed: false };
    this.inFlight.add(name);
    try {
      const answer = await running.run(scope, handle);
      return { answer, replayed: scope.replayed };
    } finally {
      scope.open = false;
      this.inFlight.delete(name);
    }
  }
}

/**
 * The work of a transaction, such that the key of the request around it is stored together with what it does: no crash
 * can come between the two. Outside such a request it is `work` itself.
 */
export function doneOnce<T>(work: (em: EntityManager) => Promise<T>): (em: EntityManager) => Promise<T> {
  const request = running.getStore();
  if (!request?.open) return work;
  if (request.written)
    throw new Error('A request with an Idempotency-Key writes once: a replay would repeat a second transaction');
  request.written = true;
  return async (em) => {
    if (!(await claimKey(em, request))) return replay<T>(em, request);
    const result = await work(em);
    if (result !== undefined) await keepResult(em, request, result);
    return result;
  };
}

async function replay<T>(em: EntityManager, request: Running): Promise<T> {
  const kept = await keptUnder(em, request);
  if (!kept) throw underWay();
  if (kept.fingerprint !== request.fingerprint()) throw keyReused();
  request.replayed = true;
  return kept.result as T;
}

const underWay = () =>
  conflict(
    'in-flight',
    {
      zh: '同一個請求正在處理中，請稍後用同一個 Idempotency-Key 再送一次。',
      en: 'This very request is being answered now. Send it again shortly, with the same Idempotency-Key.',
    },
    { retryAfter: 1 },
  );

const keyReused = () =>
  new CallerError(422, 'idempotency-key-reused', {
    zh: '這個 Idempotency-Key 已用於內容不同的請求，請換一個新的。',
    en: 'This Idempotency-Key has been used for a request of other content. Use a new one.',
  });
