import type { JobDefinition } from './job';

/** Runs the handler of one job; a TransientError asks for another try. */
export type RunJob = (name: string, payload: object) => Promise<void>;

/** How often a job that fails for a passing reason is tried, and how long (ms) before the second try; then doubling. */
export interface RetryPolicy {
  attempts: number;
  backoffMs: number;
}

/** Tries at 0, 1, 3, 7, 15 and 31 seconds. What still fails is left to the next sweep. */
export const RETRY: RetryPolicy = { attempts: 6, backoffMs: 1000 };

/**
 * The doorbell for work that waits in rows: losing it loses nothing, because a sweep finds the rows again.
 * Add after the transaction has been committed, never inside.
 */
export abstract class JobQueue {
  /**
   * Asks for a job soon. While a job of the same kind and key waits or runs, further ones are dropped.
   * Throws TransientError where the queue cannot be reached.
   */
  abstract add<P extends object>(job: JobDefinition<P>, payload: P, key?: string): Promise<void>;

  /** Begins to run jobs, those added before included. Called by JobsModule. */
  abstract start(run: RunJob): void;

  /** Takes no more jobs and waits for the running ones. Retries that still wait are given up. Called by JobsModule. */
  abstract stop(): Promise<void>;
}

/** One name for a job's kind and key. Free of colons, which BullMQ keeps for itself. */
export function jobId(name: string, key: string): string {
  return `${name}/${encodeURIComponent(key)}`;
}
