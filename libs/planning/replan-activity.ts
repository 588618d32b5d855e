import { type Change, difference } from '@convener/activity';
import type { Check, Deliverable, WorkItem } from '@convener/projects';
import type { Replan, RowChange } from './replan.types';

type Entry = Pick<Change, 'action' | 'subject' | 'before' | 'after'>;

const TOLD = ['startDay', 'dueDay', 'status', 'state', 'reason', 'accepter'] as const;

/** An entry for every row that people see change; what re-planning only remembers for itself is none. */
export function replanChanges({ items, deliverables, checks }: Replan): Entry[] {
  return [
    ...items.flatMap((one) => entryOf('work-item', one, one.row.title)),
    ...deliverables.flatMap((one) => entryOf('deliverable', one, one.row.title)),
    ...checks.flatMap((one) => entryOf('check', one, `${one.row.code ?? ''} ${one.row.text}`.trim())),
  ];
}

function entryOf<R extends WorkItem | Deliverable | Check>(
  type: 'work-item' | 'deliverable' | 'check',
  { row, changes }: RowChange<R>,
  title: string,
): Entry[] {
  const told = Object.fromEntries(Object.entries(changes).filter(([key]) => TOLD.some((name) => name === key)));
  const changed = difference<object>(row, told);
  return changed ? [{ action: `${type}.replanned`, subject: { type, id: row.id, title }, ...changed }] : [];
}
