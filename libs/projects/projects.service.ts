import { Injectable } from '@nestjs/common';
import { allow, type SignedIn } from '@convener/access';
import { ActivityLog, difference } from '@convener/activity';
import { requireVersion } from '@convener/kernel';
import { Database } from '@convener/platform';
import { ownDayProblems } from '@convener/schedule';
import { requireRunning } from '@convener/teams';
import type { EntityManager } from 'typeorm';
import { ProjectReminders } from './project-reminders';
import { Project } from './project.entity';
import { changeRow, wrongAnswers } from './rows';
import { WorkScope } from './scope';
import { Settling } from './settling';

export type ProjectEdit = Partial<Pick<Project, 'name' | 'client' | 'venue' | 'strictChecks' | 'ownDays'>>;

/** What a project says of its rest when it does not rest. */
export const NOT_RESTING = {
  statusReason: null,
  statusSince: null,
  resumeDay: null,
} as const satisfies Partial<Project>;

/** Changes a project's own facts. */
@Injectable()
export class ProjectsService {
  constructor(
    private readonly database: Database,
    private readonly scope: WorkScope,
    private readonly activity: ActivityLog,
    private readonly reminders: ProjectReminders,
    private readonly settling: Settling,
  ) {}

  /** `seen` is the version that the caller last saw, or null. */
  edit(person: SignedIn, id: string, edit: ProjectEdit, seen: number | null): Promise<void> {
    return this.database.write(async (em) => {
      const { project, actor } = await this.scope.project(em, id, person, 'change');
      allow(actor, 'project.edit');
      requireRunning(project);
      requireVersion(project, seen);
      const problems = ownDayProblems(edit.ownDays ?? []);
      if (problems.length > 0) throw wrongAnswers(problems);
      const wasStrict = project.strictChecks;
      await this.save(em, person, project, edit);
      if (project.strictChecks !== wasStrict) await this.settling.followAll(em, { project, actor });
      else if (edit.ownDays) await this.reminders.replan(em, project);
    });
  }

  private async save(em: EntityManager, person: SignedIn, project: Project, changes: Partial<Project>): Promise<void> {
    const changed = difference(project, changes);
    if (!changed) return;
    await changeRow(em, Project, project, changed.after);
    await this.activity.record(em, {
      projectId: project.id,
      actorId: person.personId,
      action: 'project.edited',
      subject: { type: 'project', id: project.id, title: project.name },
      ...changed,
    });
  }
}
