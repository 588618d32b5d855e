import type { SignedIn } from '@convener/access';
import { addDays, Clock, type Day, groupBy } from '@convener/kernel';
import { milestonesOf } from '@convener/milestones';
import { Database, plainRows } from '@convener/platform';
import { networkOf, teamsOf } from '@convener/predecessors';
import {
  countingDay,
  ItemRows,
  type ListedItem,
  listedItems,
  type NamedDay,
  NOTHING,
  OPEN_ITEM_STATUSES,
  type Project,
  sqlList,
  talliesOfProjects,
  type TeamRef,
  type WorkItemRow,
  WorkScope,
} from '@convener/projects';
import { type Accepter, type Stage, STAGES } from '@convener/templates';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AHEAD_DAYS, attentionOf, isAhead } from './attention';
import { type DeviationSummary, summaryOf } from './deviations';

/** How many rows a list of the overview shows; the rest is counted. */
const SHOWN = 10;
const SHOWN_AHEAD = 30;

export interface Listed<R> {
  total: number;
  items: R[];
}

/** A deliverable that was handed in and waits for its accepter. */
export interface WaitingDeliverable {
  id: string;
  code: string | null;
  title: string;
  titleEn: string | null;
  accepter: Accepter | null;
  dueDay: Day | null;
  submittedAt: number | null;
  submittedBy: string | null;
  workItem: { id: string; title: string; titleEn: string | null };
}

export interface OverviewView {
  /** The day that lateness counts from; null while the project rests. */
  today: Day | null;
  until: Day | null;
  overdue: Listed<WorkItemRow>;
  waiting: Listed<WorkItemRow>;
  toAccept: Listed<WaitingDeliverable>;
  ahead: Listed<WorkItemRow>;
  days: NamedDay[];
  deviations: {
    project: DeviationSummary;
    stages: { stage: Stage; summary: DeviationSummary }[];
    teams: { team: TeamRef | null; summary: DeviationSummary }[];
  };
}

/** What a manager looks at first, and how the project stands to its baseline. */
@Injectable()
export class OverviewQueries {
  constructor(
    private readonly database: Database,
    private readonly scope: WorkScope,
    private readonly rows: ItemRows,
    private readonly clock: Clock,
  ) {}

  view(person: SignedIn, projectId: string): Promise<OverviewView> {
    return this.database.read(async (em) => {
      const { project } = await this.scope.project(em, projectId, person);
      const today = countingDay(project, this.clock.now());
      const until = today && addDays(today, AHEAD_DAYS);
      return {
        ...{ today, until },
        ...(await this.work(em, project, today)),
        toAccept: await toAcceptOf(em, projectId),
        days: (await this.namedDays(em, project)).filter(({ day }) => isAhead(day, today, until)),
        deviations: await this.deviations(em, project),
      };
    });
  }

  private async work(em: EntityManager, { id }: Project, today: Day | null) {
    const open = await listedItems(em, OPEN, [id]);
    const tallies = await talliesOfProjects(em, [id]);
    const counted = open.map((item) => ({ ...item, tally: tallies.get(item.id) ?? NOTHING }));
    const { overdue, waiting, ahead } = attentionOf(counted, today);
    const lists = { overdue: first(overdue, SHOWN), waiting: first(waiting, SHOWN), ahead: first(ahead, SHOWN_AHEAD) };
    const all: ListedItem[] = [...new Set(Object.values(lists).flatMap(({ items }) => items))];
    const rows = await this.rows.of(em, all, () => today);
    const byId = new Map(rows.map((row) => [row.id, row]));
    const shown = ({ total, items }: Listed<ListedItem>) => ({ total, items: items.map((item) => byId.get(item.id)!) });
    return { overdue: shown(lists.overdue), waiting: shown(lists.waiting), ahead: shown(lists.ahead) };
  }

  private async namedDays(em: EntityManager, { id, anchors }: Project): Promise<NamedDay[]> {
    const all = [...anchors, ...(await milestonesOf(em, id))];
    return all
      .map(({ name, nameEn, day }) => ({ name, nameEn, day }))
      .sort((one, other) => (one.day < other.day ? -1 : Number(one.day > other.day)));
  }

  private async deviations(em: EntityManager, project: Project): Promise<OverviewView['deviations']> {
    const { rows } = await networkOf(em, project);
    const byStage = groupBy(rows, ({ stage }) => stage);
    const byTeam = groupBy(rows, ({ teamId }) => teamId);
    const teams = [...(await teamsOf(em, project.id)).values(), null];
    return {
      project: summaryOf(rows),
      stages: STAGES.map((stage) => ({ stage, summary: summaryOf(byStage.get(stage) ?? []) })),
      teams: teams.map((team) => ({ team, summary: summaryOf(byTeam.get(team?.id ?? null) ?? []) })),
    };
  }
}

function first<R>(rows: readonly R[], most: number): Listed<R> {
  return { total: rows.length, items: rows.slice(0, most) };
}

type StoredDeliverable = Omit<WaitingDeliverable, 'submittedAt' | 'workItem'> & {
  submittedAt: number | string | null;
  itemId: string;
  itemTitle: string;
  itemTitleEn: string | null;
  total: number;
};

async function toAcceptOf(em: EntityManager, projectId: string): Promise<Listed<WaitingDeliverable>> {
  const found = await plainRows<StoredDeliverable>(em, TO_ACCEPT, [projectId, SHOWN]);
  const items = found.map(({ submittedAt, itemId, itemTitle, itemTitleEn, total: _, ...row }) => ({
    ...row,
    submittedAt: submittedAt === null ? null : Number(submittedAt),
    workItem: { id: itemId, title: itemTitle, titleEn: itemTitleEn },
  }));
  return { total: found[0]?.total ?? 0, items };
}

/** Days are text, so '9999' puts what has none last on both databases. */
const OPEN = `
  WHERE t.project_id = ? AND t.status IN ${sqlList(OPEN_ITEM_STATUSES)}
  ORDER BY COALESCE(t.due_day, '9999'), t.position, t.id`;

/** What waits longest first. */
const TO_ACCEPT = `
  SELECT d.id, d.code, d.title, d.title_en AS "titleEn", d.accepter, d.due_day AS "dueDay",
         d.submitted_at AS "submittedAt", p.name AS "submittedBy", t.id AS "itemId", t.title AS "itemTitle",
         t.title_en AS "itemTitleEn", CAST(COUNT(*) OVER () AS integer) AS total
    FROM deliverables d JOIN work_items t ON t.id = d.work_item_id LEFT JOIN people p ON p.id = d.submitted_by
   WHERE d.project_id = ? AND d.status = 'submitted' AND t.status <> 'not-applicable'
   ORDER BY d.submitted_at, d.id LIMIT ?`;
