import type { SubjectPlan } from '@convener/reminders';
import { accepterOf, type Crew, ownerOf } from '@convener/teams';
import type { Deliverable } from './deliverable.entity';
import { isOpenItem, isSettled } from './transitions';
import type { WorkItem } from './work-item.entity';

/**
 * What is to be reminded about in one work item, and whose it is. Its deliverables carry the reminders; the item itself
 * does where it has none, or where only checks are left. A submitted deliverable is its accepter's, not its preparer's.
 */
export function remindables(
  item: WorkItem,
  deliverables: readonly Deliverable[],
  crew: Crew,
  running: boolean,
): SubjectPlan[] {
  const open = running && isOpenItem(item);
  const owner = ownerOf(crew, item);
  const left = deliverables.some((deliverable) => !isSettled(deliverable));
  return [
    { ref: { type: 'work-item', id: item.id }, dueDay: item.dueDay, open: open && !left, personId: owner },
    ...deliverables.map((deliverable): SubjectPlan => ({
      ref: { type: 'deliverable', id: deliverable.id },
      dueDay: deliverable.dueDay,
      open: open && !isSettled(deliverable),
      personId: deliverable.status === 'submitted' ? accepterOf(crew, { ...deliverable, teamId: item.teamId }) : owner,
    })),
  ];
}
