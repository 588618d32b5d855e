import { type Actor, can } from '@convener/access';
import type { Crew } from '@convener/teams';
import type { Deliverable } from './deliverable.entity';
import { isSoleManager, mayUnaccept, mayWithdraw } from './deliverable-moves';
import type { Project } from './project.entity';
import { DELIVERABLE_MOVES, type DeliverableMove, isOpenItem } from './transitions';
import type { DeliverableAbility, ItemAbility, ProjectAbility } from './views';
import type { WorkItem } from './work-item.entity';

/** What a person may do now, for screens: they show it and decide nothing. The services ask again. */

export function projectAbilities(actor: Actor, project: Project): ProjectAbility[] {
  const running = project.status === 'running';
  const all: [ProjectAbility, boolean][] = [
    ['edit', running && can(actor, 'project.edit')],
    ['close', project.status !== 'cancelled' && can(actor, 'project.close')],
    ['hold', project.status !== 'closed' && can(actor, 'project.hold')],
    ['set-baseline', running && can(actor, 'baseline.set')],
    ['recur', running && can(actor, 'work.assign-any')],
    ['replan', running && can(actor, 'project.replan')],
    ['manage-milestones', running && can(actor, 'milestone.manage')],
    ['add-workflow', running && can(actor, 'project.add-workflow')],
    ['manage-temporary', (running || project.status === 'on-hold') && can(actor, 'temporary.read')],
    ['manage-members', running && can(actor, 'members.manage')],
    ['read-activity', can(actor, 'activity.read')],
    ['read-board', can(actor, 'board.read')],
    ['read-surveys', can(actor, 'surveys.read')],
    ['assign', running && can(actor, 'work.assign-any')],
    ['add-item', running && can(actor, 'work.assign-any')],
    ['next-edition', can(actor, 'project.edit') && can(actor, 'projects.start')],
    ['write-lessons', can(actor, 'lessons.write')],
    ['accept', running && acceptsSome(actor)],
  ];
  return all.filter(([, allowed]) => allowed).map(([ability]) => ability);
}

/** Whether anything in the project can be the person's to accept. */
function acceptsSome(actor: Actor): boolean {
  const leads = actor.project?.leads ?? [];
  return (
    can(actor, 'deliverable.accept', { accepter: 'client' }) ||
    leads.some((teamId) => can(actor, 'deliverable.accept', { accepter: 'lead', teamId }))
  );
}

export function itemAbilities(
  actor: Actor,
  project: Pick<Project, 'status'>,
  item: Pick<WorkItem, 'status' | 'teamId' | 'assigneeId'>,
): ItemAbility[] {
  if (project.status !== 'running') return [];
  const open = isOpenItem(item);
  const canClaim = open && item.assigneeId === null && actor.project !== null && can(actor, 'work-item.claim', item);
  const all: [ItemAbility, boolean][] = [
    ['edit', can(actor, 'work-item.edit', item)],
    ['assign', open && can(actor, 'work.assign', item)],
    ['claim', canClaim],
    ['progress', open && can(actor, 'work-item.progress', item)],
    ['not-applicable', open && can(actor, 'work-item.not-applicable', item)],
    ['reopen', !open && can(actor, 'work-item.reopen', item)],
    ['decide-checks', item.status !== 'not-applicable' && can(actor, 'check.decide', item)],
  ];
  return all.filter(([, allowed]) => allowed).map(([ability]) => ability);
}

export function deliverableAbilities(
  actor: Actor,
  project: Pick<Project, 'status'>,
  item: WorkItem,
  deliverable: Deliverable,
  crew: Crew,
  now: number,
): DeliverableAbility[] {
  if (project.status !== 'running') return [];
  const open = isOpenItem(item);
  const from = (move: DeliverableMove) =>
    DELIVERABLE_MOVES[move].from.includes(deliverable.status) && (open || UNDOES.includes(move));
  const acceptable = can(actor, 'deliverable.accept', { teamId: item.teamId, accepter: deliverable.accepter });
  const own = deliverable.submittedBy === actor.personId;
  const all: [DeliverableAbility, boolean][] = [
    ['submit', from('submit') && can(actor, 'deliverable.submit', item)],
    ['withdraw', from('withdraw') && mayWithdraw(deliverable, actor, now)],
    ['accept', from('accept') && acceptable && (!own || isSoleManager(actor, crew))],
    ['unaccept', from('unaccept') && acceptable && mayUnaccept(deliverable, actor, now)],
    ['return', from('return') && acceptable],
    ['waive', from('waive') && can(actor, 'deliverable.waive', item)],
    ['reopen', from('reopen') && can(actor, 'deliverable.reopen', item)],
    ['edit', open && can(actor, 'work-item.edit', item)],
    ['add-file', can(actor, 'deliverable.submit', item)],
  ];
  return all.filter(([, allowed]) => allowed).map(([ability]) => ability);
}

/** Possible also where the work item was done by what they undo. */
const UNDOES: readonly DeliverableMove[] = ['reopen', 'withdraw', 'unaccept'];
