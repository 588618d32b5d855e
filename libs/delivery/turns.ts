import { setImmediate as nextTurn } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';

/**
 * Hands out turns of the event loop, one to each who asks. SQLite answers without a turn of its own: without this a
 * sweep and the jobs that it rings for would run on end, and no request would be answered until the last was done.
 */
@Injectable()
export class Turns {
  private last: Promise<unknown> = Promise.resolve();

  next(): Promise<unknown> {
    this.last = this.last.then(() => nextTurn());
    return this.last;
  }
}
