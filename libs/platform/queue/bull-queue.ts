import { BullRegistrar, InjectQueue, OnWorkerEvent, Processor, WorkerHost } from '@nestjs/bullmq';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { TransientError } from '@convener/kernel';
import { type Job, Queue, UnrecoverableError } from 'bullmq';
import { Redis } from 'ioredis';
import type { JobDefinition } from './job';
import { jobId, JobQueue, type RetryPolicy, type RunJob } from './job-queue';

export const BULL_QUEUE = 'jobs';
export const RETRY_POLICY = Symbol('convener:retry-policy');

/** How long (ms) an add, and a shutdown, wait for Redis. */
const ADD_PATIENCE_MS = 3000;
const STOP_PATIENCE_MS = 500;

/** Logs once that Redis is away, not at each of the many attempts to reach it. */
class ConnectionLog {
  private readonly logger = new Logger('BullJobQueue');
  private last = '';

  error(error: Error): void {
    const message = error.message || String((error as NodeJS.ErrnoException).code);
    if (message !== this.last) this.logger.error(`Redis: ${message}`);
    this.last = message;
  }

  ready(): void {
    if (this.last !== '') this.logger.log('Redis is back');
    this.last = '';
  }
}

const connectionLog = new ConnectionLog();

/** Hands BullMQ's jobs to our handlers; registered only in a process that runs jobs. */
@Processor(BULL_QUEUE, { concurrency: 5 })
export class BullJobProcessor extends WorkerHost {
  private readonly running = new Set<Promise<void>>();
  run: RunJob | null = null;

  async process(job: Job<object>): Promise<void> {
    if (!this.run) throw new TransientError('The worker has not started yet');
    const work = this.run(job.name, job.data);
    this.running.add(work);
    try {
      await work;
    } catch (error) {
      if (error instanceof TransientError) throw error;
      throw new UnrecoverableError(String(error));
    } finally {
      this.running.delete(work);
    }
  }

  /** Resolves when none of the jobs that run now runs any more. */
  async idle(): Promise<void> {
    await Promise.allSettled(this.running);
  }

  /** BullMQ crashes the process where nobody listens. */
  @OnWorkerEvent('error')
  onError(error: Error): void {
    connectionLog.error(error);
  }
}

/** Jobs through Redis, run by whichever worker process is free. */
@Injectable()
export class BullJobQueue extends JobQueue {
  private running = false;

  constructor(
    @InjectQueue(BULL_QUEUE) private readonly queue: Queue,
    @Inject(RETRY_POLICY) private readonly policy: RetryPolicy,
    private readonly processor: BullJobProcessor,
    private readonly registrar: BullRegistrar,
    private readonly redis: Redis,
  ) {
    super();
    for (const emitter of [queue, redis]) emitter.on('error', (error: Error) => connectionLog.error(error));
    redis.on('ready', () => connectionLog.ready());
  }

  async add<P extends object>(job: JobDefinition<P>, payload: P, key?: string): Promise<void> {
    const options = {
      jobId: key === undefined ? undefined : jobId(job.name, key),
      attempts: this.policy.attempts,
      backoff: { type: 'exponential', delay: this.policy.backoffMs },
      removeOnComplete: true,
      removeOnFail: true,
    };
    try {
      await within(ADD_PATIENCE_MS, this.queue.add(job.name, payload, options));
    } catch (error) {
      throw new TransientError(`Redis did not take the job ${job.name}: ${String(error)}`, { cause: error });
    }
  }

  start(run: RunJob): void {
    this.processor.run = run;
    this.registrar.register();
    this.running = true;
  }

  /** Without Redis a gentle close of BullMQ would wait for it for ever. */
  async stop(): Promise<void> {
    const answers = await within(STOP_PATIENCE_MS, this.redis.ping()).then(Boolean, () => false);
    if (!answers) await this.processor.idle();
    if (this.running) await this.processor.worker.close(!answers);
    this.redis.disconnect();
  }
}

async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${ms} ms`)), ms);
  });
  return Promise.race([work, timeout]).finally(() => clearTimeout(timer));
}
