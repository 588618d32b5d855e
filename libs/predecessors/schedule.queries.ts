import type { SignedIn } from '@convener/access';
import { Clock, type Day } from '@convener/kernel';
import { Database, plainRows } from '@convener/platform';
import { type TeamRef, WorkScope } from '@convener/projects';
import { chainOf, criticalPath, floats, forecast, type NetworkEdge, OfficeCalendars } from '@convener/schedule';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { networkOf, type NetworkRow, scheduleDay } from './network.rows';

type Shown = 'id' | 'code' | 'title' | 'titleEn' | 'stage' | 'status' | 'version' | 'startDay' | 'dueDay';

export interface ScheduleRow extends Pick<NetworkRow, Shown | 'baselineStartDay' | 'baselineDueDay' | 'doneDay'> {
  team: TeamRef | null;
  /** Null for what is done or has no day. */
  expectedStartDay: Day | null;
  expectedDueDay: Day | null;
  /** Calendar days that its predecessors push it back. */
  pushDays: number;
  /** Work items that push it, from its nearest predecessor back to where the delay began. */
  pushedBy: string[];
  /** Calendar days that it can slip without harm; null for what is done or has no day. */
  floatDays: number | null;
  critical: boolean;
  predecessors: { id: string; lagDays: number; lagUnit: NetworkEdge['lagUnit'] }[];
}

export interface ScheduleView {
  /** The day that lateness counts from. */
  today: Day;
  items: ScheduleRow[];
  /** The chain of work that has no day to lose, in order. */
  criticalPath: string[];
}

/** When the work of a project is to be expected, and what pushes what. */
@Injectable()
export class ScheduleQueries {
  constructor(
    private readonly database: Database,
    private readonly scope: WorkScope,
    private readonly calendars: OfficeCalendars,
    private readonly clock: Clock,
  ) {}

  view(person: SignedIn, projectId: string): Promise<ScheduleView> {
    return this.database.read(async (em) => {
      const { project } = await this.scope.project(em, projectId, person);
      const calendar = await this.calendars.current(em, project.ownDays);
      const { rows, edges } = await networkOf(em, project);
      const today = scheduleDay(project, this.clock.now());
      const expected = forecast(rows, edges, calendar, today);
      const left = floats(rows, edges, calendar, expected);
      const teams = await teamsOf(em, projectId);
      const waits = new Map<string, ScheduleRow['predecessors']>();
      for (const { from: id, to, lagDays, lagUnit } of edges)
        waits.set(to, [...(waits.get(to) ?? []), { id, lagDays, lagUnit }]);
      const items = rows.map(({ teamId, open: _open, begun: _begun, limitDay: _limit, ...row }): ScheduleRow => {
        const own = expected.get(row.id);
        const float = left.get(row.id);
        return {
          ...row,
          team: (teamId && teams.get(teamId)) || null,
          expectedStartDay: own?.startDay ?? null,
          expectedDueDay: own?.finishDay ?? null,
          pushDays: own?.pushDays ?? 0,
          pushedBy: chainOf(expected, row.id),
          floatDays: float?.days ?? null,
          critical: float?.critical ?? false,
          predecessors: waits.get(row.id) ?? [],
        };
      });
      return { today, items, criticalPath: criticalPath(rows, edges, left) };
    });
  }
}

export async function teamsOf(em: EntityManager, projectId: string): Promise<Map<string, TeamRef>> {
  const sql = 'SELECT id, name, name_en AS "nameEn" FROM teams WHERE project_id = ? ORDER BY position';
  return new Map((await plainRows<TeamRef>(em, sql, [projectId])).map((team) => [team.id, team]));
}
