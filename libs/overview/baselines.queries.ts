import { PeopleQueries, type PersonRef, type SignedIn } from '@convener/access';
import { Database, plainRows } from '@convener/platform';
import { networkOf, type NetworkRow, teamsOf } from '@convener/predecessors';
import { type TeamRef, WorkScope } from '@convener/projects';
import { type Stage, STAGES } from '@convener/templates';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type Deviation, deviationOf, type DeviationSummary, summaryOf } from './deviations';

type Shown = 'id' | 'code' | 'title' | 'titleEn' | 'stage' | 'status' | 'startDay' | 'dueDay' | 'doneDay';

export interface BaselineRow extends Pick<NetworkRow, Shown | 'baselineStartDay' | 'baselineDueDay'> {
  team: TeamRef | null;
  /** Null where there is nothing to compare. */
  deviation: Deviation | null;
}

export interface BaselineView {
  project: DeviationSummary;
  stages: { stage: Stage; summary: DeviationSummary }[];
  teams: { team: TeamRef | null; summary: DeviationSummary }[];
  items: BaselineRow[];
  /** When a new baseline was set, newest first. */
  baselines: { id: string; by: PersonRef | null; at: number; reason: string }[];
}

/** The baseline against now against done. */
@Injectable()
export class BaselinesQueries {
  constructor(
    private readonly database: Database,
    private readonly scope: WorkScope,
    private readonly people: PeopleQueries,
  ) {}

  view(person: SignedIn, projectId: string): Promise<BaselineView> {
    return this.database.read(async (em) => {
      const { project } = await this.scope.project(em, projectId, person);
      const { rows } = await networkOf(em, project);
      const teams = await teamsOf(em, projectId);
      const of = (holds: (row: NetworkRow) => boolean) => summaryOf(rows.filter(holds));
      const groups: (TeamRef | null)[] = [...teams.values(), null];
      return {
        project: summaryOf(rows),
        stages: STAGES.map((stage) => ({ stage, summary: of((row) => row.stage === stage) })),
        teams: groups
          .filter((team) => rows.some(({ teamId }) => teamId === (team?.id ?? null)))
          .map((team) => ({ team, summary: of(({ teamId }) => teamId === (team?.id ?? null)) })),
        items: rows.map((row) => shown(row, teams)),
        baselines: await this.earlier(em, projectId),
      };
    });
  }

  private async earlier(em: EntityManager, projectId: string): Promise<BaselineView['baselines']> {
    type Row = { id: string; by: string; at: number | string; reason: string };
    const rows = await plainRows<Row>(em, EARLIER, [projectId]);
    const people = await this.people.refs(
      em,
      rows.map(({ by }) => by),
    );
    return rows.map(({ id, by, at, reason }) => ({ id, by: people.get(by) ?? null, at: Number(at), reason }));
  }
}

const EARLIER = `
  SELECT id, set_by AS "by", set_at AS "at", reason FROM baselines WHERE project_id = ? ORDER BY id DESC`;

function shown(row: NetworkRow, teams: ReadonlyMap<string, TeamRef>): BaselineRow {
  const { id, code, title, titleEn, stage, status, startDay, dueDay, doneDay } = row;
  const { baselineStartDay, baselineDueDay, teamId } = row;
  return {
    ...{ id, code, title, titleEn, stage, status, startDay, dueDay, doneDay, baselineStartDay, baselineDueDay },
    team: (teamId && teams.get(teamId)) || null,
    deviation: deviationOf(row),
  };
}
