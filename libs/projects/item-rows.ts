import { Injectable } from '@nestjs/common';
import { PeopleQueries } from '@convener/access';
import type { Day } from '@convener/kernel';
import { plainRows } from '@convener/platform';
import type { EntityManager } from 'typeorm';
import { isLate } from './progress';
import { NOTHING, type Tally, talliesOfItems } from './tallies';
import type { TeamRef, WorkItemRow } from './views';
import type { WorkItem } from './work-item.entity';

/** Turns work items into the rows of a list, reading what stands beside them once for all. */
@Injectable()
export class ItemRows {
  constructor(private readonly people: PeopleQueries) {}

  /** `today` is the day in the zone of each item's project. */
  async of(em: EntityManager, items: readonly WorkItem[], today: (projectId: string) => Day): Promise<WorkItemRow[]> {
    if (items.length === 0) return [];
    const tallies = await talliesOfItems(
      em,
      items.map(({ id }) => id),
    );
    const teams = await teamRefs(
      em,
      items.map(({ teamId }) => teamId),
    );
    const people = await this.people.refs(
      em,
      items.map(({ assigneeId }) => assigneeId),
    );
    return items.map((item) => {
      const tally = tallies.get(item.id) ?? NOTHING;
      return rowOf(item, {
        tally,
        team: (item.teamId && teams.get(item.teamId)) || null,
        assignee: (item.assigneeId && people.get(item.assigneeId)) || null,
        overdue: isLate({ ...item, tally }, today(item.projectId)),
      });
    });
  }
}

async function teamRefs(em: EntityManager, ids: readonly (string | null)[]): Promise<Map<string, TeamRef>> {
  const wanted = [...new Set(ids.filter((id) => id !== null))];
  if (wanted.length === 0) return new Map();
  const sql = 'SELECT id, name, name_en AS "nameEn" FROM teams WHERE id IN ?*';
  return new Map((await plainRows<TeamRef>(em, sql, [wanted])).map((team) => [team.id, team]));
}

interface Beside extends Pick<WorkItemRow, 'team' | 'assignee' | 'overdue'> {
  tally: Tally;
}

function rowOf(item: WorkItem, { tally, ...beside }: Beside): WorkItemRow {
  const { id, projectId, code, title, titleEn, stage, workflow, startDay, dueDay, dueTime } = item;
  const { status, waitingFor, source, standard, version } = item;
  return {
    ...{ id, projectId, code, title, titleEn, stage, workflow, startDay, dueDay, dueTime },
    ...{ status, waitingFor, source, standard, version },
    ...beside,
    deliverables: tally.deliverables,
    checks: tally.checks,
  };
}
