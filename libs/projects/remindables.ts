import type { Recipient } from '@convener/templates';
import type { SubjectFacts, SubjectPlan } from '@convener/reminders';
import { accepterOf, clientOf, type Crew, ownerOf } from '@convener/teams';
import type { Deliverable } from './deliverable.entity';
import { isRunning, type Project } from './project.entity';
import { idleSince } from './standstill';
import { isOpenItem, isSettled } from './transitions';
import type { WorkItem } from './work-item.entity';

type Ground = Pick<Project, 'status' | 'zone'>;

/**
 * What is to be reminded about in one work item, and whose it is. Its deliverables carry the reminders; the item itself
 * does where it has none, or where only checks are left. A submitted deliverable is its accepter's, not its preparer's.
 * Whoever waits is told to ask again whatever its parts are.
 */
export function remindables(
  item: WorkItem,
  deliverables: readonly Deliverable[],
  crew: Crew,
  project: Ground,
): SubjectPlan[] {
  const open = isRunning(project) && isOpenItem(item);
  const owner = ownerOf(crew, item);
  const left = deliverables.some((deliverable) => !isSettled(deliverable));
  const subject = { ref: { type: 'work-item' as const, id: item.id }, dueDay: item.dueDay, personId: owner };
  return [
    {
      ...subject,
      open: open && !left,
      facts: factsOfItem(item, open, crew, project),
      followUpDay: isRunning(project) && item.status === 'waiting' ? item.followUpDay : null,
      waitingFor: item.waitingFor,
    },
    ...deliverables.map((deliverable): SubjectPlan => {
      const accepter = accepterOf(crew, { ...deliverable, teamId: item.teamId });
      const outstanding = open && !isSettled(deliverable);
      return {
        ref: { type: 'deliverable', id: deliverable.id },
        dueDay: deliverable.dueDay,
        open: outstanding,
        personId: deliverable.status === 'submitted' ? accepter : owner,
        facts: factsOfDeliverable(item, deliverable, outstanding, crew),
      };
    }),
  ];
}

function factsOfItem(item: WorkItem, outstanding: boolean, crew: Crew, { zone }: Ground): SubjectFacts {
  const { startDay, status, statusSince } = item;
  const idle = outstanding ? idleSince(item, zone) : null;
  return { startDay, outstanding, status, statusSince, people: peopleOf(item, crew), idleSince: idle };
}

function factsOfDeliverable(item: WorkItem, row: Deliverable, outstanding: boolean, crew: Crew): SubjectFacts {
  const { startDay, status, statusSince } = row;
  const people = peopleOf(item, crew);
  const preparer = { manager: people.manager, lead: people.lead ?? people.manager, member: ownerOf(crew, item) };
  const accepter = row.accepter === null ? null : accepterOf(crew, { ...row, teamId: item.teamId });
  const theirs = { ...people, preparer: preparer[row.preparer], accepter };
  return { startDay, outstanding, status, statusSince, people: theirs, idleSince: null };
}

/** The first of each in the crew's order: who is reminded where several could be. */
function peopleOf({ assigneeId, teamId }: WorkItem, crew: Crew): Record<Recipient, string | null> {
  return {
    assignee: assigneeId !== null && crew.roles.has(assigneeId) ? assigneeId : null,
    preparer: null,
    accepter: null,
    lead: (teamId !== null && crew.leads.get(teamId)?.[0]) || null,
    manager: crew.managers[0] ?? null,
    client: clientOf(crew),
  };
}
