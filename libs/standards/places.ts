import type { Duty, Indicator, Output, Task } from './standard.types';

/** The tree as transcribed, before anybody gave its parts their places. */
export type Unplaced<T> = Omit<T, 'place'>;
export interface TaskRow extends Omit<Task, 'place' | 'outputs' | 'indicators'> {
  readonly outputs: readonly Unplaced<Output>[];
  readonly indicators: readonly Unplaced<Indicator>[];
}
export interface DutyRow extends Omit<Duty, 'tasks'> {
  readonly tasks: readonly TaskRow[];
}

/**
 * The keys of a task's outputs or indicators: the printed code; `P2.1.4~2` for its second use inside the task; where
 * no code is printed the letter with the position among its siblings, counted from 1 (`O~2`).
 */
export function placeKeys(codes: readonly (string | null)[], letter: 'O' | 'P'): string[] {
  return numbered(codes).map((key, index) => key ?? `${letter}~${index + 1}`);
}

/** Each code, from its second use on with the number of the use; null stays null. */
function numbered<C extends string | null>(codes: readonly C[]): (C | string)[] {
  const uses = new Map<string, number>();
  return codes.map((code) => {
    if (code === null) return code;
    const use = (uses.get(code) ?? 0) + 1;
    uses.set(code, use);
    return use === 1 ? code : `${code}~${use}`;
  });
}

/** The places of a list's entries: `knowledge/K59`, and `knowledge/K59~2` where the code is printed with a second text. */
export function entryPlaces(
  list: 'knowledge' | 'skills' | 'attitudes',
  entries: readonly { code: string }[],
): string[] {
  return numbered(entries.map(({ code }) => code)).map((key) => `${list}/${key}`);
}

/** The same tree with the place of each task, output and indicator, unique inside the standard. */
export function withPlaces(duties: readonly DutyRow[]): Duty[] {
  return duties.map((duty) => ({ ...duty, tasks: duty.tasks.map(placeTask) }));
}

function placeTask(task: TaskRow): Task {
  const outputs = placeRows(task.code, task.outputs, 'O');
  const indicators = placeRows(task.code, task.indicators, 'P');
  return { place: task.code, ...task, outputs, indicators };
}

function placeRows<R extends { code: string | null }>(task: string, rows: readonly R[], letter: 'O' | 'P') {
  const keys = placeKeys(
    rows.map((row) => row.code),
    letter,
  );
  return rows.map((row, index) => ({ place: `${task}/${keys[index]}`, ...row }));
}
