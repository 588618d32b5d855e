/** Tells the time. Injected everywhere, so that tests and reminder drills can move it. */
export abstract class Clock {
  /** The present instant in epoch milliseconds. */
  abstract now(): number;
}

/** The wall clock of this machine. */
export class SystemClock extends Clock {
  now(): number {
    return Date.now();
  }
}
