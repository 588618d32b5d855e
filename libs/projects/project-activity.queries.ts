import { Injectable } from '@nestjs/common';
import { allow, type SignedIn } from '@convener/access';
import { ActivityQueries, type ShownActivity } from '@convener/activity';
import { Database } from '@convener/platform';
import type { EntityManager } from 'typeorm';
import { Check } from './check.entity';
import { Deliverable } from './deliverable.entity';
import { WorkScope } from './scope';

/** Who did what in a project, newest first. */
@Injectable()
export class ProjectActivityQueries {
  constructor(
    private readonly database: Database,
    private readonly scope: WorkScope,
    private readonly activity: ActivityQueries,
  ) {}

  /** `subject` is the id of a row; a work item brings its deliverables and checks. `before` is the last entry's id. */
  page(
    person: SignedIn,
    projectId: string,
    { subject, before, limit }: { subject?: string; before: string | null; limit: number },
  ): Promise<ShownActivity[]> {
    return this.database.read(async (em) => {
      const { actor } = await this.scope.seen(em, projectId, person);
      allow(actor, 'activity.read');
      const subjectIds = subject ? await withParts(em, subject) : undefined;
      return this.activity.page(em, projectId, { subjectIds, before, limit });
    });
  }
}

async function withParts(em: EntityManager, subject: string): Promise<string[]> {
  const of = { select: { id: true }, where: { workItemId: subject } } as const;
  const parts = [...(await em.find(Deliverable, of)), ...(await em.find(Check, of))];
  return [subject, ...parts.map(({ id }) => id)];
}
