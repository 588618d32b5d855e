import type { Indicator, Output, Standard, Task } from './standard.types';

export interface StandardCounts {
  readonly duties: number;
  readonly tasks: number;
  readonly outputs: number;
  readonly indicators: number;
}

/** Every task of a standard in printed order. */
export const tasksOf = (standard: Pick<Standard, 'duties'>): Task[] => standard.duties.flatMap((duty) => duty.tasks);

export const outputsOf = (standard: Pick<Standard, 'duties'>): Output[] =>
  tasksOf(standard).flatMap((task) => task.outputs);

export const indicatorsOf = (standard: Pick<Standard, 'duties'>): Indicator[] =>
  tasksOf(standard).flatMap((task) => task.indicators);

export function countsOf(standard: Pick<Standard, 'duties'>): StandardCounts {
  return {
    duties: standard.duties.length,
    tasks: tasksOf(standard).length,
    outputs: outputsOf(standard).length,
    indicators: indicatorsOf(standard).length,
  };
}
