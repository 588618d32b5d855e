import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { TYPESCRIPT } from './load';

/** A mail server that takes everything, in a process of its own. */
export class Sink {
  /** How many mails have arrived. */
  taken = 0;

  private constructor(
    private readonly child: ChildProcess,
    readonly url: string,
  ) {
    child.on('message', ({ taken }: { taken: number }) => (this.taken = taken));
  }

  static async open(): Promise<Sink> {
    const child = fork(join(__dirname, 'sink-process.ts'), { execArgv: TYPESCRIPT });
    const [{ url }] = (await once(child, 'message')) as [{ url: string }];
    return new Sink(child, url);
  }

  close(): void {
    this.child.kill();
  }
}
