import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { LoadResult, LoadTask } from './load.types';

export const TYPESCRIPT = ['--require', join(__dirname, '../support/ts-register.js')];

/** The load, in a process of its own: whatever it costs is not taken from the server's event loop. */
export class Load {
  /** How many requests have been answered or refused so far. */
  sent = 0;
  private readonly child: ChildProcess = fork(join(__dirname, 'loader.ts'), { execArgv: TYPESCRIPT });

  /** One task at a time. Throws where a single request was refused, because figures of failed requests say nothing. */
  async run(task: LoadTask): Promise<LoadResult> {
    const result = await this.try(task);
    if (result.errors > 0) throw new Error(`${result.errors} requests failed, the first: ${result.firstError}`);
    return result;
  }

  /** The same, for who wants to count the failed requests. */
  async try(task: LoadTask): Promise<LoadResult> {
    const end = new AbortController();
    const { signal } = end;
    const lost = once(this.child, 'exit', { signal }).then(() => Promise.reject(new Error('The load process ended')));
    lost.catch(() => undefined);
    this.child.send(task);
    try {
      const [result] = (await Promise.race([once(this.child, 'message', { signal }), lost])) as [LoadResult];
      this.sent += result.ms.length;
      return result;
    } finally {
      end.abort();
    }
  }

  close(): void {
    this.child.kill();
  }
}
