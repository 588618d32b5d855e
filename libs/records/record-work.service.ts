import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type Actor, allow, can, type SignedIn } from '@convener/access';
import { ActivityLog } from '@convener/activity';
import { notFound } from '@convener/kernel';
import { Database } from '@convener/platform';
import { Deliverable, type ShownOrigin, WorkOrigins, WorkScope } from '@convener/projects';
import type { EntityManager } from 'typeorm';
import { whoAndWhat } from './record-entries.service';
import { RecordEntry } from './record-entry.entity';
import { entryOf, lockedEntry, RecordScopes } from './record-scopes';

/** Makes work items of action items. */
@Injectable()
export class RecordWorkService implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly projects: WorkScope,
    private readonly scopes: RecordScopes,
    private readonly origins: WorkOrigins,
    private readonly activity: ActivityLog,
  ) {}

  onModuleInit(): void {
    this.origins.answerFor('record-action', { shown: shownEntry });
  }

  /**
   * In the stage of the work whose record it is, for that one's sub-team where none is named; without whoever has left
   * since. A second time changes nothing. Throws forbidden for whoever may make no work for that sub-team.
   */
  make(person: SignedIn, entryId: string, actionId: string): Promise<void> {
    return this.database.write(async (em) => {
      const { deliverableId } = await entryOf(em, entryId);
      const { deliverable, item } = await this.scopes.look(em, deliverableId, person);
      const { project, actor } = await this.projects.project(em, item.projectId, person, 'keep');
      const action = (await lockedEntry(em, entryId)).actions.find(({ id }) => id === actionId);
      if (!action) throw notFound();
      const { people, teams } = await whoAndWhat(em, project.id, [action]);
      const teamId = action.teamId !== null && teams.has(action.teamId) ? action.teamId : item.teamId;
      allow(actor, 'work-item.create', { teamId });
      const { made } = await this.origins.make(
        em,
        { project, actor },
        { kind: 'record-action', fromId: action.id, holderId: entryId },
        {
          ...{ title: action.text, stage: item.stage },
          ...(teamId !== null && { teamId }),
          ...(action.assigneeId !== null && people.has(action.assigneeId) && { assigneeId: action.assigneeId }),
          ...(action.dueDay !== null && { dueDay: action.dueDay }),
        },
      );
      if (!made) return;
      await this.activity.record(em, {
        ...{ projectId: project.id, actorId: actor.personId, action: 'record.made-work' },
        subject: { type: 'deliverable', id: deliverable.id, title: deliverable.title },
        after: { workItem: action.text },
      });
    });
  }
}

async function shownEntry(em: EntityManager, actor: Actor, id: string): Promise<Omit<ShownOrigin, 'kind'> | null> {
  if (!can(actor, 'records.read')) return null;
  const entry = await em.findOneBy(RecordEntry, { id });
  const deliverable = entry && (await em.findOneBy(Deliverable, { id: entry.deliverableId }));
  if (!deliverable) return null;
  const { title, day } = entry;
  return { title, titleEn: null, day, registerId: null, workItemId: deliverable.workItemId };
}
