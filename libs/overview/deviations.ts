import { type Day, daysBetween } from '@convener/kernel';

/** A row with the days that were agreed on, those planned now, and when it was done. */
export interface Dated {
  id: string;
  baselineDueDay: Day | null;
  dueDay: Day | null;
  doneDay: Day | null;
}

export const DEVIATION_KINDS = ['as-planned', 'later', 'earlier', 'done-on-time', 'done-late'] as const;
export type DeviationKind = (typeof DEVIATION_KINDS)[number];

export interface Deviation {
  kind: DeviationKind;
  /** Calendar days behind the baseline; negative before it. */
  days: number;
}

/** What a group of rows comes to. */
export interface DeviationSummary {
  /** Rows that have a baseline to be compared with. */
  counted: number;
  asPlanned: number;
  later: number;
  earlier: number;
  doneOnTime: number;
  doneLate: number;
  /** Days behind the baseline on average, to a tenth; null where nothing is counted. */
  averageDays: number | null;
  /** The row that is furthest behind; null where none is. */
  worst: { id: string; days: number } | null;
}

/** How a row stands to its baseline: by the day it was done, else by its due day; null where there is nothing to compare. */
export function deviationOf({ baselineDueDay, dueDay, doneDay }: Omit<Dated, 'id'>): Deviation | null {
  const day = doneDay ?? dueDay;
  if (!baselineDueDay || !day) return null;
  const days = daysBetween(baselineDueDay, day);
  if (doneDay) return { kind: days > 0 ? 'done-late' : 'done-on-time', days };
  return { kind: days === 0 ? 'as-planned' : days > 0 ? 'later' : 'earlier', days };
}

export function summaryOf(rows: readonly Dated[]): DeviationSummary {
  const found = rows.flatMap((row) => {
    const deviation = deviationOf(row);
    return deviation ? [{ id: row.id, ...deviation }] : [];
  });
  const count = (wanted: DeviationKind) => found.filter(({ kind }) => kind === wanted).length;
  const total = found.reduce((sum, { days }) => sum + days, 0);
  const worst = found.reduce<DeviationSummary['worst']>(
    (most, { id, days }) => (days > (most?.days ?? 0) ? { id, days } : most),
    null,
  );
  return {
    counted: found.length,
    asPlanned: count('as-planned'),
    later: count('later'),
    earlier: count('earlier'),
    doneOnTime: count('done-on-time'),
    doneLate: count('done-late'),
    averageDays: found.length === 0 ? null : Math.round((total / found.length) * 10) / 10,
    worst,
  };
}
