import { TransientError } from '@convener/kernel';

/** Hands out a few things, each to one holder at a time, first come first served. */
export class LeasePool<T> {
  private readonly all: T[] = [];
  private readonly free: T[] = [];
  private readonly waiting: ((thing: T) => void)[] = [];

  /**
   * `open` makes a further thing as long as there are fewer than `size`. Whoever waits longer than `patienceMs` gets
   * a TransientError: a holder that never gives back must not stop everybody else without a word.
   */
  constructor(
    private readonly name: string,
    private readonly size: number,
    private readonly patienceMs: number,
    private readonly open: () => T,
  ) {}

  async acquire(): Promise<T> {
    const free = this.free.pop();
    if (free !== undefined) return free;
    if (this.all.length < this.size) {
      const opened = this.open();
      this.all.push(opened);
      return opened;
    }
    return this.wait();
  }

  release(thing: T): void {
    const next = this.waiting.shift();
    if (next) next(thing);
    else this.free.push(thing);
  }

  /** Everything opened so far, and forgets it. */
  drain(): T[] {
    this.free.length = 0;
    return this.all.splice(0);
  }

  private wait(): Promise<T> {
    return new Promise((resolve, reject) => {
      const take = (thing: T): void => {
        clearTimeout(timer);
        resolve(thing);
      };
      const timer = setTimeout(() => {
        this.waiting.splice(this.waiting.indexOf(take), 1);
        reject(new TransientError(`Waited ${this.patienceMs} ms for ${this.name}: somebody holds it`));
      }, this.patienceMs);
      this.waiting.push(take);
    });
  }
}
