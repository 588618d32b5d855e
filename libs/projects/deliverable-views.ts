import { Injectable } from '@nestjs/common';
import { type Actor, PeopleQueries, type PersonRef } from '@convener/access';
import { Clock, groupBy } from '@convener/kernel';
import { readAll } from '@convener/platform';
import { type Crew, Standings } from '@convener/teams';
import type { EntityManager } from 'typeorm';
import { deliverableAbilities } from './abilities';
import type { Deliverable } from './deliverable.entity';
import { Evidence } from './evidence.entity';
import { countingDay, isOverdue } from './progress';
import type { Project } from './project.entity';
import { isSettled } from './transitions';
import type { DeliverableView } from './views';
import type { WorkItem } from './work-item.entity';

/** A deliverable with what decides how it looks to the caller. */
export interface SeenDeliverable {
  project: Pick<Project, 'id' | 'zone' | 'status'>;
  item: WorkItem;
  actor: Actor;
  deliverable: Deliverable;
}

/** Turns deliverables into what screens show, with their evidence and what the caller may do. */
@Injectable()
export class DeliverableViews {
  constructor(
    private readonly people: PeopleQueries,
    private readonly standings: Standings,
    private readonly clock: Clock,
  ) {}

  /** Those of one work item. */
  ofItem(
    em: EntityManager,
    scope: Omit<SeenDeliverable, 'deliverable'>,
    deliverables: readonly Deliverable[],
  ): Promise<DeliverableView[]> {
    return this.of(
      em,
      deliverables.map((deliverable) => ({ ...scope, deliverable })),
    );
  }

  /** Those of whatever work items and projects, in their order. */
  async of(em: EntityManager, seen: readonly SeenDeliverable[]): Promise<DeliverableView[]> {
    if (seen.length === 0) return [];
    const ids = seen.map(({ deliverable }) => deliverable.id);
    const evidence = await readAll(em, Evidence, 'WHERE t.deliverable_id IN ?* ORDER BY t.added_at, t.id', [ids]);
    const byDeliverable = groupBy(evidence, ({ deliverableId }) => deliverableId);
    const people = await this.people.refs(em, [
      ...seen.flatMap(({ deliverable }) => [deliverable.submittedBy, deliverable.settledBy]),
      ...evidence.map(({ addedBy }) => addedBy),
    ]);
    const crews = await this.standings.crews(
      em,
      seen.map(({ project }) => project.id),
    );
    const now = this.clock.now();
    return seen.map((one) =>
      viewOf(one, byDeliverable.get(one.deliverable.id) ?? [], people, crews.get(one.project.id)!, now),
    );
  }
}

function viewOf(
  { project, item, actor, deliverable: row }: SeenDeliverable,
  evidence: readonly Evidence[],
  people: ReadonlyMap<string, PersonRef>,
  crew: Crew,
  now: number,
): DeliverableView {
  const ref = (id: string | null): PersonRef | null => (id ? (people.get(id) ?? { id, name: '' }) : null);
  const { id, workItemId, code, title, titleEn, preparer, accepter, startDay, dueDay, status, reason } = row;
  const { submittedAt, settledAt, selfAccepted, sources, startRule, dueRule, handSet, version } = row;
  return {
    ...{ id, workItemId, code, title, titleEn, preparer, accepter, startDay, dueDay, status, reason },
    ...{ submittedAt, settledAt, selfAccepted, sources, startRule, dueRule, handSet, version },
    evidence: row.evidence,
    submittedBy: ref(row.submittedBy),
    settledBy: ref(row.settledBy),
    evidenceList: evidence.map(({ id: evidenceId, note, link, addedBy, addedAt }) => ({
      ...{ id: evidenceId, note, link, addedAt },
      addedBy: ref(addedBy)!,
    })),
    overdue: !isSettled(row) && isOverdue(row, countingDay(project, now)),
    may: deliverableAbilities(actor, project, item, row, crew, now),
  };
}
