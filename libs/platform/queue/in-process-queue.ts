import { AsyncResource } from 'node:async_hooks';
import { TransientError } from '@convener/kernel';
import type { JobDefinition } from './job';
import { jobId, JobQueue, RETRY, type RetryPolicy, type RunJob } from './job-queue';

interface Entry {
  name: string;
  payload: object;
  id: string | null;
  tries: number;
}

const CONCURRENCY = 5;

/** Runs jobs inside this process, a few at a time. What a stop cuts short is found again by the sweeps. */
export class InProcessJobQueue extends JobQueue {
  private readonly ready: Entry[] = [];
  private readonly ids = new Set<string>();
  private readonly retries = new Map<NodeJS.Timeout, Entry>();
  private readonly running = new Set<Promise<void>>();
  /** Jobs run in the context of the queue's making, not inside whatever transaction or request has added them. */
  private readonly context = new AsyncResource('InProcessJobQueue');
  private run: RunJob | null = null;
  private stopped = false;

  constructor(private readonly policy: RetryPolicy = RETRY) {
    super();
  }

  /** How many jobs have not begun. */
  get waiting(): number {
    return this.ready.length + this.retries.size;
  }

  async add<P extends object>(job: JobDefinition<P>, payload: P, key?: string): Promise<void> {
    if (this.stopped) throw new TransientError('The queue is shutting down');
    const id = key === undefined ? null : jobId(job.name, key);
    if (id !== null && this.ids.has(id)) return;
    if (id !== null) this.ids.add(id);
    // As through Redis: the handler gets a copy, and only what JSON carries.
    this.ready.push({ name: job.name, payload: JSON.parse(JSON.stringify(payload)) as object, id, tries: 0 });
    this.wake();
  }

  start(run: RunJob): void {
    this.run = run;
    this.wake();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    for (const [timer, entry] of this.retries) {
      clearTimeout(timer);
      this.forget(entry);
    }
    this.retries.clear();
    if (this.run) while (this.ready.length > 0 || this.running.size > 0) await this.next();
  }

  private wake(): void {
    this.context.runInAsyncScope(() => setImmediate(() => this.fill()));
  }

  private fill(): void {
    while (this.run && this.running.size < CONCURRENCY) {
      const entry = this.ready.shift();
      if (!entry) return;
      const work = this.attempt(this.run, entry).finally(() => {
        this.running.delete(work);
        this.wake();
      });
      this.running.add(work);
    }
  }

  private async attempt(run: RunJob, entry: Entry): Promise<void> {
    entry.tries += 1;
    try {
      await run(entry.name, entry.payload);
    } catch (error) {
      const again = error instanceof TransientError && entry.tries < this.policy.attempts && !this.stopped;
      if (again) return this.retryLater(entry);
    }
    this.forget(entry);
  }

  private retryLater(entry: Entry): void {
    const timer = setTimeout(
      () => {
        this.retries.delete(timer);
        this.ready.push(entry);
        this.wake();
      },
      this.policy.backoffMs * 2 ** (entry.tries - 1),
    );
    this.retries.set(timer, entry);
  }

  private forget(entry: Entry): void {
    if (entry.id !== null) this.ids.delete(entry.id);
  }

  private async next(): Promise<void> {
    if (this.running.size > 0) await Promise.race(this.running);
    else await new Promise((resolve) => setImmediate(resolve));
  }
}
