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

  /** `today` is the countingDay() of each item's project. */
  async of(
    em: EntityManager,
    items: readonly ListedItem[],
    today: (projectId: string) => Day | null,
  ): Promise<WorkItemRow[]> {
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
        overdue: isLate({ status: item.status, dueDay: item.dueDay, tally }, today(item.projectId)),
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

/** What lists must know of a work item. */
export type ListedItem = Pick<
  WorkItem,
  | 'id'
  | 'projectId'
  | 'position'
  | 'teamId'
  | 'assigneeId'
  | 'code'
  | 'title'
  | 'titleEn'
  | 'stage'
  | 'workflow'
  | 'startDay'
  | 'dueDay'
  | 'dueTime'
  | 'status'
  | 'waitingFor'
  | 'waitingKind'
  | 'followUpDay'
  | 'source'
  | 'standard'
  | 'version'
>;

const LISTED = `
  SELECT t.id, t.project_id AS "projectId", t.position, t.team_id AS "teamId", t.assignee_id AS "assigneeId", t.code, t.title,
         t.title_en AS "titleEn", t.stage, t.workflow, t.start_day AS "startDay", t.due_day AS "dueDay",
         t.due_time AS "dueTime", t.status, t.waiting_for AS "waitingFor",
         t.waiting_kind AS "waitingKind", t.follow_up_day AS "followUpDay", t.source, t.standard, t.version
    FROM work_items t`;

/** The work items that plain SQL finds, without the half of their columns that no list shows. */
export function listedItems(em: EntityManager, tail: string, parameters: readonly unknown[]): Promise<ListedItem[]> {
  return plainRows<ListedItem>(em, `${LISTED} ${tail}`, parameters);
}

interface Beside extends Pick<WorkItemRow, 'team' | 'assignee' | 'overdue'> {
  tally: Tally;
}

/** Field by field: spread together, three hundred rows take several times as long. */
function rowOf(item: ListedItem, { tally, team, assignee, overdue }: Beside): WorkItemRow {
  return {
    id: item.id,
    projectId: item.projectId,
    code: item.code,
    title: item.title,
    titleEn: item.titleEn,
    stage: item.stage,
    workflow: item.workflow,
    team,
    assignee,
    startDay: item.startDay,
    dueDay: item.dueDay,
    dueTime: item.dueTime,
    status: item.status,
    overdue,
    waitingFor: item.waitingFor,
    waitingKind: item.waitingKind,
    followUpDay: item.followUpDay,
    deliverables: tally.deliverables,
    checks: tally.checks,
    source: item.source,
    standard: item.standard,
    version: item.version,
  };
}
