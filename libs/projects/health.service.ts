import { Injectable } from '@nestjs/common';
import { allow, type SignedIn } from '@convener/access';
import { ActivityLog, difference } from '@convener/activity';
import { Clock } from '@convener/kernel';
import { Database } from '@convener/platform';
import { requireRunning } from '@convener/teams';
import { type HealthWord, Project } from './project.entity';
import { changeRow } from './rows';
import { WorkScope } from './scope';

/** Takes down what a manager says of how a project goes. */
@Injectable()
export class HealthService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly scope: WorkScope,
    private readonly activity: ActivityLog,
  ) {}

  /** Saying the same once more makes it fresh again. */
  say(person: SignedIn, projectId: string, health: HealthWord, note: string | null): Promise<void> {
    return this.database.write(async (em) => {
      const { project, actor } = await this.scope.project(em, projectId, person, 'change');
      allow(actor, 'project.edit');
      requireRunning(project);
      const said = { health, healthNote: note, healthAt: this.clock.now(), healthBy: person.personId };
      const changed = difference(project, said);
      if (!changed) return;
      await changeRow(em, Project, project, said);
      await this.activity.record(em, {
        projectId,
        actorId: person.personId,
        action: 'project.health-said',
        subject: { type: 'project', id: project.id, title: project.name },
        before: changed.before,
        after: changed.after,
      });
    });
  }
}
