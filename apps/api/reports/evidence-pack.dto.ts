import type { PackSummary as Summary } from '@convener/evidence-pack';

export class PackSummary implements Summary {
  files!: number;
  /** Of all files together; lists come to it. */
  bytes!: number;
  deliverables!: number;
  /** Deliverables that nothing shows yet. */
  bare!: number;
}
