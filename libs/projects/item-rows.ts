import { Injectable } from '@nestjs/common';
import { PeopleQueries } from '@convener/access';
import type { Day } from '@convener/kernel';
import { Team } from '@convener/teams';
import { type EntityManager, In } from 'typeorm';
import { Check } from './check.entity';
import { Deliverable } from './deliverable.entity';
import { groupBy } from './grouping';
import { isLate } from './progress';
import { isDecided, isSettled } from './transitions';
import type { WorkItemRow } from './views';
import { WorkItem } from './work-item.entity';

/** Turns work items into the rows of a list, reading what stands beside them once for all. */
@Injectable()
export class ItemRows {
  constructor(private readonly people: PeopleQueries) {}

  /** `today` is the day in the zone of each item's project. */
  async of(em: EntityManager, items: readonly WorkItem[], today: (projectId: string) => Day): Promise<WorkItemRow[]> {
    if (items.length === 0) return [];
    const ids = In(items.map(({ id }) => id));
    const deliverables = groupBy(
      await em.find(Deliverable, {
        select: { id: true, workItemId: true, status: true, dueDay: true },
        where: { workItemId: ids },
      }),
      ({ workItemId }) => workItemId,
    );
    const checks = groupBy(
      await em.find(Check, { select: { id: true, workItemId: true, state: true }, where: { workItemId: ids } }),
      ({ workItemId }) => workItemId,
    );
    const teamIds = [...new Set(items.flatMap(({ teamId }) => teamId ?? []))];
    const teams = new Map(
      (await em.findBy(Team, { id: In(teamIds) })).map(({ id, name, nameEn }) => [id, { id, name, nameEn }]),
    );
    const people = await this.people.refs(
      em,
      items.map(({ assigneeId }) => assigneeId),
    );
    return items.map((item) => {
      const own = { deliverables: deliverables.get(item.id) ?? [], checks: checks.get(item.id) ?? [] };
      return rowOf(item, {
        ...own,
        team: (item.teamId && teams.get(item.teamId)) || null,
        assignee: (item.assigneeId && people.get(item.assigneeId)) || null,
        overdue: isLate({ ...item, ...own }, today(item.projectId)),
      });
    });
  }
}

interface Beside extends Pick<WorkItemRow, 'team' | 'assignee' | 'overdue'> {
  deliverables: readonly Pick<Deliverable, 'status'>[];
  checks: readonly Pick<Check, 'state'>[];
}

function rowOf(item: WorkItem, { deliverables, checks, ...beside }: Beside): WorkItemRow {
  const { id, projectId, code, title, titleEn, stage, workflow, startDay, dueDay, dueTime } = item;
  const { status, waitingFor, source, standard, version } = item;
  return {
    ...{ id, projectId, code, title, titleEn, stage, workflow, startDay, dueDay, dueTime },
    ...{ status, waitingFor, source, standard, version },
    ...beside,
    deliverables: {
      total: deliverables.length,
      settled: deliverables.filter(isSettled).length,
      submitted: deliverables.filter((row) => row.status === 'submitted').length,
    },
    checks: { total: checks.length, decided: checks.filter(isDecided).length },
  };
}
