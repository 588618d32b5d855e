import { Clock } from '@convener/kernel';

/** A clock that stands still until a test moves it. */
export class FakeClock extends Clock {
  private instant = 0;

  /** `start`: epoch milliseconds or an ISO text with offset. */
  constructor(start: number | string = '2026-11-23T09:00:00+08:00') {
    super();
    this.set(start);
  }

  now(): number {
    return this.instant;
  }

  set(to: number | string): void {
    this.instant = typeof to === 'number' ? to : Date.parse(to);
  }

  advance(ms: number): void {
    this.instant += ms;
  }
}
