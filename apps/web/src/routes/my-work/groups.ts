import type { MyWork } from '../../api/types';

export const BUCKETS = ['overdue', 'today', 'week', 'later', 'waiting'] as const;
export type Bucket = (typeof BUCKETS)[number];

/** My rows, as the server last said, and those just finished here, which stay where they were until the page is left. */
export function withKept(rows: readonly MyWork[], kept: readonly MyWork[]): MyWork[] {
  const known = new Set(rows.map(({ id }) => id));
  const gone = kept.filter(({ id }) => !known.has(id));
  return [...rows, ...gone].sort(byDueDay);
}

/** Days are text, and '9999' is behind all of them. */
const dayOf = ({ dueDay }: MyWork) => dueDay ?? '9999';
const byDueDay = (a: MyWork, b: MyWork) => (dayOf(a) < dayOf(b) ? -1 : dayOf(a) > dayOf(b) ? 1 : a.id < b.id ? -1 : 1);

export const byBucket = (rows: readonly MyWork[]) =>
  BUCKETS.map((bucket) => ({ bucket, rows: rows.filter((row) => row.bucket === bucket) }));

/** By project, the one with the most urgent row first; inside each the most urgent first. */
export function byProject(rows: readonly MyWork[]): { id: string; name: string; rows: MyWork[] }[] {
  const urgent = [...rows].sort((a, b) => BUCKETS.indexOf(a.bucket) - BUCKETS.indexOf(b.bucket));
  const ids = [...new Set(urgent.map(({ projectId }) => projectId))];
  return ids.map((id) => {
    const own = urgent.filter((row) => row.projectId === id);
    return { id, name: own[0]!.projectName, rows: own };
  });
}
