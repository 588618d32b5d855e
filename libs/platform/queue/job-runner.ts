import {
  type BeforeApplicationShutdown,
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnModuleInit,
} from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import { TransientError } from '@convener/kernel';
import { InProcessJobQueue } from './in-process-queue';
import { definedJobs, handledJob, type JobHandler } from './job';
import { JobQueue } from './job-queue';
import { Poller } from './poller';

export interface JobsOptions {
  /** Whether this process runs jobs and polls, or only adds jobs for another to run. */
  run: boolean;
}

export const JOBS_OPTIONS = Symbol('convener:jobs-options');

/** Finds the handlers, refuses a boot without or with two of them, and feeds them from the queue. */
@Injectable()
export class JobRunner implements OnModuleInit, OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('Jobs');
  private readonly handlers = new Map<string, JobHandler<object>>();

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly queue: JobQueue,
    private readonly poller: Poller,
    @Inject(JOBS_OPTIONS) private readonly options: JobsOptions,
  ) {}

  onModuleInit(): void {
    for (const { metatype, instance } of this.discovery.getProviders()) {
      const job = typeof metatype === 'function' ? handledJob(metatype) : undefined;
      if (!job) continue;
      if (this.handlers.has(job.name)) throw new Error(`The job "${job.name}" has two handlers`);
      this.handlers.set(job.name, instance as JobHandler<object>);
    }
    if (!this.options.run) return this.refuseQueueWithoutRunner();
    const missing = definedJobs().filter((name) => !this.handlers.has(name));
    if (missing.length > 0) throw new Error(`Nobody handles the job "${missing.join('", "')}"`);
  }

  onApplicationBootstrap(): void {
    if (!this.options.run) return;
    this.queue.start((name, payload) => this.run(name, payload));
    this.poller.start();
  }

  /** Before the database is closed: running jobs still need it. */
  async beforeApplicationShutdown(): Promise<void> {
    await this.queue.stop();
  }

  private refuseQueueWithoutRunner(): void {
    if (!(this.queue instanceof InProcessJobQueue)) return;
    throw new Error('Without REDIS_URL the process that adds jobs must run them: JobsModule.forRoot({ run: true })');
  }

  private async run(name: string, payload: object): Promise<void> {
    const handler = this.handlers.get(name);
    if (!handler) throw new Error(`Nobody handles the job "${name}"`);
    try {
      await handler.run(payload);
    } catch (error) {
      if (error instanceof TransientError) this.logger.warn(`${name} is tried again: ${error.message}`);
      else this.logger.error(`${name} failed: ${String(error)}`, error instanceof Error ? error.stack : undefined);
      throw error;
    }
  }
}
