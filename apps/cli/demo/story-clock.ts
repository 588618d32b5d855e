import { Clock } from '@convener/kernel';

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
}
