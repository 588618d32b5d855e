import { Clock } from '@convener/kernel';

/** How often (ms) somebody looks whether what they wait for is done. */
const LOOK_MS = 10;
/** So long (ms) the story waits at one instant; from then on every look takes STEP_MS of it. */
const PATIENCE_MS = 10_000;
/** Slow enough for those who prolong a lease of half a minute every second. */
const STEP_MS = 100;
/** After so long (ms) every lease has run out several times over, and waiting on would be for ever. */
const MOST_MS = 120_000;

/** Stands at an instant of the story and only ever moves forward, as those who live in it would see it. */
export class StoryClock extends Clock {
  constructor(private instant: number) {
    super();
  }

  now(): number {
    return this.instant;
  }

  moveTo(instant: number): void {
    this.instant = Math.max(this.instant, instant);
  }

  /**
   * Waits for what runs in the background. The clock stands, so that a mail and a document bear the instant of their day. Where
   * it takes unusually long it goes on: what a job has given back, or has left under a lease, is taken up by the next sweep,
   * which at a clock that stands would never be due. Throws, naming `what`, when two minutes were not enough.
   */
  async waitWhile(isOpen: () => Promise<boolean>, what: string): Promise<void> {
    for (let waited = 0; await isOpen(); waited += LOOK_MS) {
      if (waited >= MOST_MS) throw new Error(`Waited in vain for ${what}`);
      await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
      if (waited >= PATIENCE_MS) this.moveTo(this.instant + STEP_MS);
    }
  }
}
