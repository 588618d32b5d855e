import { TransientError } from '@convener/kernel';
import { type JobDefinition, JobQueue, type RunJob } from '@convener/platform';

interface MemoryJob {
  name: string;
  payload: object;
  key: string | undefined;
}

/** Keeps jobs until a test runs them: `overrideProvider(JobQueue).useValue(queue)`, then `await queue.drain()`. */
export class MemoryQueue extends JobQueue {
  /** What waits, oldest first. */
  readonly jobs: MemoryJob[] = [];
  private running: MemoryJob | null = null;
  private run: RunJob | null = null;

  constructor(private readonly attempts = 6) {
    super();
  }

  async add<P extends object>(job: JobDefinition<P>, payload: P, key?: string): Promise<void> {
    const same = (other: MemoryJob | null) => key !== undefined && other?.name === job.name && other.key === key;
    if (this.jobs.some(same) || same(this.running)) return;
    this.jobs.push({ name: job.name, payload: JSON.parse(JSON.stringify(payload)) as object, key });
  }

  start(run: RunJob): void {
    this.run = run;
  }

  async stop(): Promise<void> {
    this.run = null;
  }

  /** Runs everything that waits, and what it adds. A TransientError is tried again at once; errors are swallowed. */
  async drain(): Promise<void> {
    if (!this.run) throw new Error('No JobsModule.forRoot({ run: true }) has started this queue');
    for (let job = this.jobs.shift(); job; job = this.jobs.shift()) {
      this.running = job;
      await this.attempt(this.run, job);
      this.running = null;
    }
  }

  private async attempt(run: RunJob, job: MemoryJob): Promise<void> {
    for (let tries = 0; tries < this.attempts; tries += 1) {
      try {
        return await run(job.name, job.payload);
      } catch (error) {
        if (!(error instanceof TransientError)) return;
      }
    }
  }
}
