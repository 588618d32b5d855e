import { allow, can, PeopleQueries, type PersonRef, type SignedIn } from '@convener/access';
import { Clock, type Day, dayAt, groupBy } from '@convener/kernel';
import { Database, plainRows } from '@convener/platform';
import {
  countingDay,
  ItemRows,
  listedItems,
  NOTHING,
  OPEN_ITEM_STATUSES,
  sqlList,
  talliesOfProjects,
  type TeamRef,
  type WorkItemRow,
  WorkScope,
} from '@convener/projects';
import { StandardsLibrary } from '@convener/standards';
import { type ShownMember, TeamsQueries } from '@convener/teams';
import type { Stage } from '@convener/templates';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { asksOf, type StandardAsks } from './board.asks';
import { type BoardItem, boardRow, type BoardRow } from './board.rules';
import { isHeavy, type Load, loadOf, LOAD_WEEKS, weeksFrom } from './load.rules';

/** A sub-team's row; `team` is null for work that no sub-team has. */
export interface TeamRow extends BoardRow {
  team: TeamRef | null;
  leads: PersonRef[];
  /** How many belong to it, its leads included. */
  people: number;
  /** Whether the caller may hand out its work. */
  mayAssign: boolean;
}

export interface PersonLoad extends Load {
  person: PersonRef;
  /** Ids of the sub-teams that the person belongs to. */
  teamIds: string[];
  /** Weeks, counted from 0, in which they have much more to finish than the others. */
  heavyWeeks: number[];
}

/** Open work of a sub-team that nobody has taken or been given. */
export interface PoolLoad extends Load {
  team: TeamRef | null;
}

export interface BoardView {
  /** The day that lateness counts from; null while the project rests. */
  today: Day | null;
  /** The Monday of each week of the load. */
  weeks: Day[];
  teams: TeamRow[];
  all: BoardRow;
  people: PersonLoad[];
  pools: PoolLoad[];
}

export interface CellItem extends WorkItemRow {
  /** 職能級別, 1–6; null where no standard gives one. */
  level: number | null;
}

export interface CellView {
  /** The open ones, the next due first. */
  items: CellItem[];
  /** What the standards ask of whoever does them. */
  asks: StandardAsks[];
}

/** The work of a project by sub-team and stage, and by person and week, for those who hand it out. */
@Injectable()
export class BoardQueries {
  constructor(
    private readonly database: Database,
    private readonly scope: WorkScope,
    private readonly rows: ItemRows,
    private readonly teams: TeamsQueries,
    private readonly people: PeopleQueries,
    private readonly standards: StandardsLibrary,
    private readonly clock: Clock,
  ) {}

  view(person: SignedIn, projectId: string): Promise<BoardView> {
    return this.database.read(async (em) => {
      const { project, actor } = await this.scope.seen(em, projectId, person);
      allow(actor, 'board.read');
      const now = this.clock.now();
      const today = countingDay(project, now);
      const weeks = weeksFrom(dayAt(now, project.zone), LOAD_WEEKS);
      const items = await boardItems(em, projectId);
      const { teams, members } = await this.teams.staff(em, projectId);
      const mayAssign = (teamId: string | null) =>
        project.status === 'running' && can(actor, 'work.assign', { teamId });
      const byTeam = groupBy(items, ({ teamId }) => teamId);
      const refs = [
        ...teams.map(({ id, name, nameEn }) => ({ id, name, nameEn })),
        ...(byTeam.has(null) ? [null] : []),
      ];
      const unassigned = groupBy(
        items.filter(({ assigneeId }) => assigneeId === null),
        ({ teamId }) => teamId,
      );
      return {
        ...{ today, weeks },
        teams: refs.map((team): TeamRow => {
          const id = team?.id ?? null;
          const { leads = [], members: others = [] } = teams.find((one) => one.id === id) ?? {};
          const row = boardRow(byTeam.get(id) ?? [], today);
          return { team, leads, people: leads.length + others.length, mayAssign: mayAssign(id), ...row };
        }),
        all: boardRow(items, today),
        people: await this.loads(em, members, items, (own) => loadOf(own, weeks, today)),
        pools: refs
          .map((team) => ({ team, ...loadOf(unassigned.get(team?.id ?? null) ?? [], weeks, today) }))
          .filter(({ open }) => open > 0),
      };
    });
  }

  /** The open work of one sub-team (null: of none) in one stage. */
  cell(person: SignedIn, projectId: string, teamId: string | null, stage: Stage): Promise<CellView> {
    return this.database.read(async (em) => {
      const { project, actor } = await this.scope.seen(em, projectId, person);
      allow(actor, 'board.read');
      const today = countingDay(project, this.clock.now());
      const [team, values] = teamId === null ? ['t.team_id IS NULL', []] : ['t.team_id = ?', [teamId]];
      const found = await listedItems(em, cellTail(team), [projectId, stage, ...values]);
      const rows = await this.rows.of(em, found, () => today);
      const sql = 'SELECT id, level, place FROM work_items WHERE id IN ?*';
      const ids = rows.map(({ id }) => id);
      const placed = ids.length > 0 ? await plainRows<PlacedItem>(em, sql, [ids]) : [];
      const levels = new Map(placed.map(({ id, level }) => [id, level]));
      return {
        items: rows.map((row) => ({ ...row, level: levels.get(row.id) ?? null })),
        asks: asksOf(placed, this.standards),
      };
    });
  }

  /** Everybody of the crew, and whoever still has work without being of it any more; the most laden first. */
  private async loads(
    em: EntityManager,
    members: readonly ShownMember[],
    items: readonly BoardItem[],
    load: (items: readonly BoardItem[]) => Load,
  ): Promise<PersonLoad[]> {
    const byPerson = groupBy(items, ({ assigneeId }) => assigneeId);
    const crew = members.filter(({ role }) => role !== 'viewer');
    const known = new Set(crew.map(({ person }) => person.id));
    const strangers = await this.people.refs(
      em,
      [...byPerson.keys()].filter((id) => id !== null && !known.has(id)),
    );
    const all = [
      ...crew.map(({ person, teams }) => ({ person, teamIds: teams.map(({ id }) => id) })),
      ...[...strangers.values()].map((person) => ({ person, teamIds: [] })),
    ].map((one) => ({ ...one, ...load(byPerson.get(one.person.id) ?? []) }));
    return all
      .filter(({ person, open }) => known.has(person.id) || open > 0)
      .map((one) => ({ ...one, heavyWeeks: heavyWeeks(one, all) }))
      .sort((one, other) => other.open - one.open);
  }
}

function heavyWeeks(one: Load, all: readonly Load[]): number[] {
  const others = all.filter((other) => other !== one);
  const isMuch = (count: number, week: number) =>
    isHeavy(
      count,
      others.map(({ weeks }) => weeks[week]!),
    );
  return one.weeks.flatMap((count, week) => (isMuch(count, week) ? [week] : []));
}

async function boardItems(em: EntityManager, projectId: string): Promise<BoardItem[]> {
  const items = await plainRows<Omit<BoardItem, 'tally'> & { id: string }>(em, ITEMS, [projectId]);
  const tallies = await talliesOfProjects(em, [projectId]);
  return items.map((item) => ({ ...item, tally: tallies.get(item.id) ?? NOTHING }));
}

interface PlacedItem {
  id: string;
  level: number | null;
  place: string | null;
}

const ITEMS = `
  SELECT id, stage, team_id AS "teamId", assignee_id AS "assigneeId", status, due_day AS "dueDay"
    FROM work_items WHERE project_id = ?`;

/** Days are text, so '9999' puts what has none last on both databases. */
const cellTail = (team: string) => `
  WHERE t.project_id = ? AND t.stage = ? AND ${team} AND t.status IN ${sqlList(OPEN_ITEM_STATUSES)}
  ORDER BY COALESCE(t.due_day, '9999'), t.position, t.id`;
