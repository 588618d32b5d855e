/** How much stands in the database: `projects` full conferences of 343 items each (work items, deliverables, checks). */
export interface Size {
  projects: number;
  /** Crews of CREW people each; projects share them in turn. */
  crews: number;
}

export const CREW = 30;

/** S proves that every job runs; M is the gauge; L shows what grows with the data. */
export const SIZES = {
  S: { projects: 4, crews: 4 },
  M: { projects: 100, crews: 100 },
  L: { projects: 3000, crews: 100 },
} as const satisfies Record<string, Size>;

export type SizeName = keyof typeof SIZES;
