import { allow, mayStay, PeopleQueries, Person, type SignedIn } from '@convener/access';
import { ActivityLog } from '@convener/activity';
import { Clock, isId, newId, notFound } from '@convener/kernel';
import { Database } from '@convener/platform';
import { lockRow, Project, ProjectReminders, releaseWork, WorkScope } from '@convener/projects';
import { SessionsService } from '@convener/sign-in';
import { TemporaryStaff } from '@convener/teams';
import { Injectable } from '@nestjs/common';
import { type EntityManager, type FindOptionsWhere, In } from 'typeorm';

/** Ends the part of temporary staff: from the next request on they are out, and their open work is free again. */
@Injectable()
export class TemporaryStaffService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly scope: WorkScope,
    private readonly people: PeopleQueries,
    private readonly activity: ActivityLog,
    private readonly reminders: ProjectReminders,
    private readonly sessions: SessionsService,
  ) {}

  /** By the manager, or the lead of their sub-team. */
  end(person: SignedIn, projectId: string, personId: string): Promise<void> {
    return this.database.write(async (em) => {
      const { project, actor } = await this.scope.project(em, projectId, person, 'change');
      allow(actor, 'temporary.read');
      const one = isId(personId) ? await em.findOneBy(TemporaryStaff, { projectId, personId }) : null;
      if (!one) throw notFound();
      allow(actor, 'temporary.manage', one);
      await this.endAll(em, project, { personId }, person.personId);
    });
  }

  /** By themselves. There is no way back in but another code. */
  async leave({ personId }: SignedIn): Promise<void> {
    await this.database.write(async (em) => {
      const one = await em.findOneBy(TemporaryStaff, { personId });
      const project = one && (await lockRow(em, Project, one.projectId, 'write'));
      if (project) await this.endAll(em, project, { personId }, personId);
      else await this.sessions.endAll(em, personId);
    });
  }

  /** By time: whose project is closed, cancelled or long enough past its closing. Their sessions are over already. */
  async endOver(): Promise<void> {
    const sql = 'SELECT DISTINCT project_id AS id FROM temporary_staff';
    for (const { id } of await this.database.select<{ id: string }>(sql, [])) {
      await this.database.write(async (em) => {
        const project = await lockRow(em, Project, id, 'write');
        if (project && !mayStay(project, this.clock.now())) await this.endAll(em, project, { projectId: id }, null);
      });
    }
  }

  /** Those of the held project. `actorId` null: nobody did, time did. */
  async endAll(
    em: EntityManager,
    project: Project,
    which: FindOptionsWhere<TemporaryStaff>,
    actorId: string | null,
  ): Promise<void> {
    const all = await em.find(TemporaryStaff, { where: which, order: { joinedAt: 'ASC', personId: 'ASC' } });
    if (all.length === 0) return;
    const ids = all.map(({ personId }) => personId);
    const names = await this.people.refs(em, ids);
    for (const { personId, teamId } of all) {
      const by = { projectId: project.id, actorId, batchId: newId() };
      const subject = { type: 'member' as const, id: personId, title: names.get(personId)?.name ?? '' };
      await this.activity.record(em, { ...by, action: 'temporary.ended', subject, before: { teamId } });
      await releaseWork(em, this.activity, { ...by, personId });
      await this.sessions.endAll(em, personId);
    }
    await em.delete(TemporaryStaff, { personId: In(ids) });
    await em.update(Person, { id: In(ids) }, { active: false, version: () => 'version + 1' });
    await this.reminders.replan(em, project);
  }
}
