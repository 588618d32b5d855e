import { Injectable } from '@nestjs/common';
import { type Actor, PeopleQueries, type PersonRef } from '@convener/access';
import { Clock, dayAt } from '@convener/kernel';
import { Standings } from '@convener/teams';
import { type EntityManager, In } from 'typeorm';
import { deliverableAbilities } from './abilities';
import { Deliverable } from './deliverable.entity';
import { Evidence } from './evidence.entity';
import { groupBy } from './grouping';
import { isOverdue } from './progress';
import type { Project } from './project.entity';
import { isSettled } from './transitions';
import type { DeliverableView } from './views';
import type { WorkItem } from './work-item.entity';

/** Turns deliverables of one work item into what screens show, with their evidence and what the caller may do. */
@Injectable()
export class DeliverableViews {
  constructor(
    private readonly people: PeopleQueries,
    private readonly standings: Standings,
    private readonly clock: Clock,
  ) {}

  async of(
    em: EntityManager,
    scope: { project: Project; item: WorkItem; actor: Actor },
    deliverables: readonly Deliverable[],
  ): Promise<DeliverableView[]> {
    if (deliverables.length === 0) return [];
    const { project, item, actor } = scope;
    const evidence = await em.find(Evidence, {
      where: { deliverableId: In(deliverables.map(({ id }) => id)) },
      order: { addedAt: 'ASC', id: 'ASC' },
    });
    const byDeliverable = groupBy(evidence, ({ deliverableId }) => deliverableId);
    const people = await this.people.refs(em, [
      ...deliverables.flatMap(({ submittedBy, settledBy }) => [submittedBy, settledBy]),
      ...evidence.map(({ addedBy }) => addedBy),
    ]);
    const ref = (id: string | null): PersonRef | null => (id ? (people.get(id) ?? { id, name: '' }) : null);
    const crew = await this.standings.crew(em, project.id);
    const now = this.clock.now();
    const today = dayAt(now, project.zone);
    return deliverables.map((row) => ({
      id: row.id,
      workItemId: row.workItemId,
      code: row.code,
      title: row.title,
      titleEn: row.titleEn,
      preparer: row.preparer,
      accepter: row.accepter,
      evidence: row.evidence,
      startDay: row.startDay,
      dueDay: row.dueDay,
      status: row.status,
      reason: row.reason,
      submittedBy: ref(row.submittedBy),
      submittedAt: row.submittedAt,
      settledBy: ref(row.settledBy),
      settledAt: row.settledAt,
      selfAccepted: row.selfAccepted,
      sources: row.sources,
      evidenceList: (byDeliverable.get(row.id) ?? []).map(({ id, note, link, addedBy, addedAt }) => ({
        id,
        note,
        link,
        addedBy: ref(addedBy)!,
        addedAt,
      })),
      overdue: !isSettled(row) && isOverdue(row, today),
      version: row.version,
      may: deliverableAbilities(actor, project, item, row, crew, now),
    }));
  }
}
