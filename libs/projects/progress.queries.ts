import { Injectable } from '@nestjs/common';
import type { SignedIn } from '@convener/access';
import { Clock, type Day, dayAt } from '@convener/kernel';
import { Database } from '@convener/platform';
import { Team } from '@convener/teams';
import { type Stage, STAGES } from '@convener/templates';
import { type EntityManager, In } from 'typeorm';
import { Check } from './check.entity';
import { Deliverable } from './deliverable.entity';
import { groupBy } from './grouping';
import { type CountedItem, progressOf, type Progress } from './progress';
import { WorkScope } from './scope';
import type { ProgressView } from './views';
import { WorkItem } from './work-item.entity';

type Counted = CountedItem & { projectId: string; stage: Stage; teamId: string | null };

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
      const { project } = await this.scope.project(em, projectId, person);
      const today = dayAt(this.clock.now(), project.zone);
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

  /** The progress of several projects, each by its own day. */
  async of(em: EntityManager, days: ReadonlyMap<string, Day>): Promise<Map<string, Progress>> {
    const byProject = groupBy(await this.counted(em, [...days.keys()]), ({ projectId }) => projectId);
    return new Map([...days].map(([id, today]) => [id, progressOf(byProject.get(id) ?? [], today)]));
  }

  private async counted(em: EntityManager, projectIds: readonly string[]): Promise<Counted[]> {
    const projectId = In([...projectIds]);
    const items = await em.find(WorkItem, {
      select: { id: true, projectId: true, stage: true, teamId: true, status: true, dueDay: true },
      where: { projectId },
    });
    const deliverables = groupBy(
      await em.find(Deliverable, {
        select: { id: true, workItemId: true, status: true, dueDay: true },
        where: { projectId },
      }),
      ({ workItemId }) => workItemId,
    );
    const checks = groupBy(
      await em.find(Check, { select: { id: true, workItemId: true, state: true }, where: { projectId } }),
      ({ workItemId }) => workItemId,
    );
    return items.map((item) => ({
      ...item,
      deliverables: deliverables.get(item.id) ?? [],
      checks: checks.get(item.id) ?? [],
    }));
  }
}
