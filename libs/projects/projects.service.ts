import { Injectable } from '@nestjs/common';
import { allow, type SignedIn } from '@convener/access';
import { ActivityLog, difference } from '@convener/activity';
import { Clock, conflict, requireVersion } from '@convener/kernel';
import { Database } from '@convener/platform';
import { ownDayProblems } from '@convener/schedule';
import { requireRunning } from '@convener/teams';
import { type EntityManager, In } from 'typeorm';
import { ProjectReminders } from './project-reminders';
import { Project } from './project.entity';
import { changeRow, wrongAnswers } from './rows';
import { WorkScope } from './scope';
import { Settling } from './settling';
import { WorkItem } from './work-item.entity';

export type ProjectEdit = Partial<Pick<Project, 'name' | 'client' | 'venue' | 'strictChecks' | 'ownDays'>>;

/** What a project says of its rest when it does not rest. */
export const NOT_RESTING = {
  statusReason: null,
  statusSince: null,
  resumeDay: null,
} as const satisfies Partial<Project>;

/** How many open work items a refusal to close lists. */
const LISTED_OPEN = 50;

/** Changes a project's own facts, closes and reopens it. */
@Injectable()
export class ProjectsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
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
      await this.save(em, person, project, edit, 'project.edited');
      if (project.strictChecks !== wasStrict) await this.settling.followAll(em, { project, actor });
      else if (edit.ownDays) await this.reminders.replan(em, project);
    });
  }

  /** Throws 409 listing what is still open, unless the manager says to close all the same. No reminder is sent afterwards. */
  close(person: SignedIn, id: string, anyway: boolean): Promise<void> {
    return this.database.write(async (em) => {
      const { project, actor } = await this.scope.project(em, id, person, 'change');
      allow(actor, 'project.close');
      if (project.status === 'closed') return;
      if (project.status === 'cancelled') requireRunning(project);
      const open = anyway ? [] : await this.openItems(em, id);
      if (open.length > 0) {
        throw conflict(
          'open-work',
          { zh: `還有 ${open.length} 個工作項目未完成。`, en: `${open.length} work items are still open.` },
          {
            count: open.length,
            open: open
              .slice(0, LISTED_OPEN)
              .map(({ id: itemId, title, titleEn, status }) => ({ id: itemId, title, titleEn, status })),
          },
        );
      }
      await this.save(
        em,
        person,
        project,
        { status: 'closed', closedAt: this.clock.now(), ...NOT_RESTING },
        'project.closed',
      );
      await this.reminders.cancelAll(em, project);
    });
  }

  /** Also takes up again what is on hold or cancelled, with its days as they are. */
  reopen(person: SignedIn, id: string, reason: string): Promise<void> {
    return this.database.write(async (em) => {
      const { project, actor } = await this.scope.project(em, id, person, 'change');
      allow(actor, 'project.close');
      if (project.status === 'running') return;
      await this.save(em, person, project, { status: 'running', closedAt: null, ...NOT_RESTING }, 'project.reopened', {
        reason,
      });
      await this.reminders.replan(em, project);
    });
  }

  private openItems(em: EntityManager, projectId: string): Promise<WorkItem[]> {
    return em.find(WorkItem, {
      where: { projectId, status: In(['to-do', 'doing', 'waiting']) },
      order: { position: 'ASC' },
    });
  }

  private async save(
    em: EntityManager,
    person: SignedIn,
    project: Project,
    changes: Partial<Project>,
    action: string,
    note: Record<string, unknown> = {},
  ): Promise<void> {
    const changed = difference(project, changes);
    if (!changed) return;
    await changeRow(em, Project, project, changed.after);
    await this.activity.record(em, {
      projectId: project.id,
      actorId: person.personId,
      action,
      subject: { type: 'project', id: project.id, title: project.name },
      before: changed.before,
      after: { ...changed.after, ...note },
    });
  }
}
