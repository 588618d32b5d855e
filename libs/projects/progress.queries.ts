import { Injectable } from '@nestjs/common';
import type { SignedIn } from '@convener/access';
import { Clock, type Day, groupBy } from '@convener/kernel';
import { Database, plainRows } from '@convener/platform';
import { Team } from '@convener/teams';
import { type Stage, STAGES } from '@convener/templates';
import type { EntityManager } from 'typeorm';
import { countingDay, type CountedItem, progressOf, type Progress } from './progress';
import { WorkScope } from './scope';
import { NOTHING, talliesOfProjects } from './tallies';
import type { ProgressView } from './views';

type Counted = CountedItem & { id: string; projectId: string; stage: Stage; teamId: string | null };

/** How far projects, their stages and sub-teams are. */
@Injectable()
export class ProgressQueries {
  constructor(
    private readonly database: Database,
    private readonly scope: WorkScope,
    private readonly clock: Clock,
  ) {}

  view(person: SignedIn, projectId: string): Promise<ProgressView> {
    return this.database.read(async (em) => {
      const { project } = await this.scope.seen(em, projectId, person);
      const today = countingDay(project, this.clock.now());
      const items = await this.counted(em, [projectId]);
      const teams = await em.find(Team, { where: { projectId }, order: { position: 'ASC' } });
      const withoutTeam = items.filter(({ teamId }) => teamId === null);
      return {
        project: progressOf(items, today),
        stages: STAGES.map((stage) => ({
          stage,
          progress: progressOf(
            items.filter((item) => item.stage === stage),
            today,
          ),
        })),
        teams: [
          ...teams.map(({ id, key, name, nameEn }) => ({
            team: { id, key, name, nameEn },
            progress: progressOf(
              items.filter(({ teamId }) => teamId === id),
              today,
            ),
          })),
          ...(withoutTeam.length > 0 ? [{ team: null, progress: progressOf(withoutTeam, today) }] : []),
        ],
      };
    });
  }

  /** The progress of several projects, each by its own countingDay(). */
  async of(em: EntityManager, days: ReadonlyMap<string, Day | null>): Promise<Map<string, Progress>> {
    const byProject = groupBy(await this.counted(em, [...days.keys()]), ({ projectId }) => projectId);
    return new Map([...days].map(([id, today]) => [id, progressOf(byProject.get(id) ?? [], today)]));
  }

  private async counted(em: EntityManager, projectIds: readonly string[]): Promise<Counted[]> {
    const items = await plainRows<Omit<Counted, 'tally'>>(em, COUNTED, [projectIds]);
    const tallies = await talliesOfProjects(em, projectIds);
    return items.map((item) => ({ ...item, tally: tallies.get(item.id) ?? NOTHING }));
  }
}

const COUNTED = `
  SELECT id, project_id AS "projectId", stage, team_id AS "teamId", status, due_day AS "dueDay"
    FROM work_items WHERE project_id IN ?*`;
