import type { RegisterColumn, RegisterWeight } from '../../../../api/types';

/** Columns that rows can be compared by. */
export const comparable = (columns: readonly RegisterColumn[]) =>
  columns.filter(({ type, personal }) => !personal && (type === 'number' || type === 'money' || type === 'yes-no'));

/** A weight for each column that can be compared: 0 where the list keeps none. What costs is better low. */
export function weightsShown(columns: readonly RegisterColumn[], kept: readonly RegisterWeight[]): RegisterWeight[] {
  return comparable(columns).map(({ key, type }) => {
    const found = kept.find(({ column }) => column === key);
    return found ?? { column: key, weight: 0, better: type === 'money' ? 'lower' : 'higher' };
  });
}

/** Those that count. */
export const weightsKept = (shown: readonly RegisterWeight[]) => shown.filter(({ weight }) => weight > 0);
