import { rename, rm } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { TransientError } from '@convener/kernel';
import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { Paper, PaperFormat } from './paper';
import type { PicturePaths } from './pdf/picture-slabs';
import type { PressAnswer, PressJob } from './press.worker';

/** The paper needs more memory than one worker gets. Asking again changes nothing; fewer pages or rows do. */
export class PaperTooBig extends Error {
  override name = 'PaperTooBig';

  constructor() {
    super('The document needs more memory than is set aside for making one.');
  }
}

export interface PressOptions {
  signal?: AbortSignal | undefined;
  /** From 0 to 1. */
  onProgress?: ((share: number) => void) | undefined;
}

/** Heap of a worker. A report of 300 pages with 500 photos fits: docs/performance.md says what it takes. */
const MEMORY_MB = 768;
/** A worker that has read its fonts is kept for the next paper, this long. */
const IDLE_MS = 60_000;

/**
 * Makes files of papers in a thread of its own, so that nobody waits for a page while a report is laid out. One at a time:
 * the others wait in the order in which they came.
 */
@Injectable()
export class PaperPress implements OnModuleDestroy {
  protected readonly memoryMb: number = MEMORY_MB;
  protected readonly idleMs: number = IDLE_MS;
  private worker: Worker | null = null;
  private idle: NodeJS.Timeout | undefined;
  private last: Promise<unknown> = Promise.resolve();
  private readonly closing = new AbortController();

  /**
   * Leaves the file at `path`, or nothing. Throws the signal's reason where it is aborted, PaperTooBig, or what went wrong
   * in drawing; none of them touches the papers that wait.
   */
  press(
    paper: Paper,
    format: PaperFormat,
    pictures: PicturePaths,
    path: string,
    options: PressOptions = {},
  ): Promise<void> {
    const signal = AbortSignal.any([this.closing.signal, ...(options.signal ? [options.signal] : [])]);
    const before = this.last;
    const made = this.inTurn(before, signal, () =>
      this.make({ paper, format, pictures, path }, signal, options.onProgress),
    );
    // Who gave up waiting lets the next one no further than the one before.
    this.last = Promise.allSettled([before, made]);
    return made;
  }

  async onModuleDestroy(): Promise<void> {
    this.closing.abort(new TransientError('The process is stopping.'));
    await this.last;
    await this.endWorker();
  }

  private async inTurn(before: Promise<unknown>, signal: AbortSignal, make: () => Promise<void>): Promise<void> {
    signal.throwIfAborted();
    await new Promise<void>((resolve, reject) => {
      const abort = () => reject(signal.reason as Error);
      signal.addEventListener('abort', abort, { once: true });
      void before.then(() => {
        signal.removeEventListener('abort', abort);
        resolve();
      });
    });
    signal.throwIfAborted();
    await make();
  }

  /** Under another name until it is whole, so that a killed process leaves nothing that looks like a document. */
  private async make(job: PressJob, signal: AbortSignal, onProgress: PressOptions['onProgress']): Promise<void> {
    const part = `${job.path}.part`;
    clearTimeout(this.idle);
    await rm(part, { force: true });
    try {
      await this.work({ ...job, path: part }, signal, onProgress);
      await rename(part, job.path);
    } catch (error) {
      await this.endWorker();
      await rm(part, { force: true });
      throw error;
    } finally {
      this.idle = setTimeout(() => void this.endWorker(), this.idleMs).unref();
    }
  }

  private async work(job: PressJob, signal: AbortSignal, onProgress: PressOptions['onProgress']): Promise<void> {
    const worker = (this.worker ??= this.startWorker());
    worker.ref();
    const heard = new AbortController();
    const { promise, resolve, reject } = settled();
    const onAnswer = (answer: PressAnswer) => {
      if ('progress' in answer) onProgress?.(answer.progress);
      else if ('failed' in answer) reject(answer.failed);
      else resolve();
    };
    const onError = (error: unknown) => reject(outOfMemory(error) ? new PaperTooBig() : error);
    const onExit = (code: number) => reject(new Error(`The worker that makes documents ended with ${code}.`));
    try {
      signal.addEventListener('abort', () => reject(signal.reason), { signal: heard.signal });
      if (signal.aborted) reject(signal.reason);
      else worker.on('message', onAnswer).on('error', onError).on('exit', onExit).postMessage(job);
      await promise;
    } finally {
      heard.abort();
      worker.off('message', onAnswer).off('error', onError).off('exit', onExit).unref();
    }
  }

  private startWorker(): Worker {
    const worker = new Worker(join(__dirname, `press.worker${extname(__filename)}`), {
      execArgv: requiredFirst(process.execArgv),
      resourceLimits: { maxOldGenerationSizeMb: this.memoryMb },
    });
    // What goes wrong between two papers, or while it is being ended, concerns nobody and must not end the process.
    worker.on('error', () => undefined);
    worker.on('exit', () => {
      if (this.worker === worker) this.worker = null;
    });
    return worker;
  }

  private async endWorker(): Promise<void> {
    const { worker } = this;
    this.worker = null;
    clearTimeout(this.idle);
    await worker?.terminate();
  }
}

function outOfMemory(error: unknown): boolean {
  return (error as { code?: string }).code === 'ERR_WORKER_OUT_OF_MEMORY';
}

/** What this process requires before all else, as tests do what compiles TypeScript; other settings a worker refuses. */
function requiredFirst(argv: readonly string[]): string[] {
  return argv.flatMap((word, at) => (word === '-r' || word === '--require' ? ['--require', argv[at + 1] ?? ''] : []));
}

function settled(): { promise: Promise<void>; resolve: () => void; reject: (reason: unknown) => void } {
  let resolve!: () => void;
  let reject!: (reason: unknown) => void;
  const promise = new Promise<void>((done, failed) => ([resolve, reject] = [done, failed]));
  return { promise, resolve, reject };
}
