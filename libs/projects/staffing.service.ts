import { Injectable } from '@nestjs/common';
import { allow, PeopleQueries, type ProjectRole, type SignedIn } from '@convener/access';
import { ActivityLog } from '@convener/activity';
import { conflict, isId, newId, notFound } from '@convener/kernel';
import { Database } from '@convener/platform';
import { Team, TeamsService } from '@convener/teams';
import { type EntityManager, In } from 'typeorm';
import { ProjectReminders } from './project-reminders';
import { Project } from './project.entity';
import { WorkScope } from './scope';
import { WorkItem } from './work-item.entity';

/** Who takes part in a running project, and in which sub-team. Reminders follow the people. */
@Injectable()
export class StaffingService {
  constructor(
    private readonly database: Database,
    private readonly scope: WorkScope,
    private readonly teams: TeamsService,
    private readonly people: PeopleQueries,
    private readonly activity: ActivityLog,
    private readonly reminders: ProjectReminders,
  ) {}

  setMember(
    person: SignedIn,
    projectId: string,
    personId: string,
    role: ProjectRole,
    teams: readonly { teamId: string; lead: boolean }[],
  ): Promise<void> {
    return this.database.write(async (em) => {
      const { project } = await this.requireManager(em, projectId, person);
      if (!isId(personId)) throw notFound();
      await this.teams.setMember(em, projectId, personId, role, teams);
      if (role === 'viewer') await this.releaseWork(em, projectId, personId);
      await this.record(em, person, projectId, 'member.changed', personId, { role, teams });
      await this.reminders.replan(em, project);
    });
  }

  /** Their open work goes back to its sub-team's pool. */
  removeMember(person: SignedIn, projectId: string, personId: string): Promise<void> {
    return this.database.write(async (em) => {
      const { project } = await this.requireManager(em, projectId, person);
      if (!isId(personId)) throw notFound();
      await this.teams.removeMember(em, projectId, personId);
      await this.releaseWork(em, projectId, personId);
      await this.record(em, person, projectId, 'member.removed', personId, {});
      await this.reminders.replan(em, project);
    });
  }

  addTeam(person: SignedIn, projectId: string, name: string, nameEn: string | null): Promise<{ id: string }> {
    return this.database.write(async (em) => {
      await this.requireManager(em, projectId, person);
      if (await em.existsBy(Team, { projectId, name })) throw nameTaken();
      const [team] = await this.teams.addTeams(em, projectId, [{ key: `own-${newId()}`, name, nameEn }]);
      await this.activity.record(em, {
        projectId,
        actorId: person.personId,
        action: 'team.added',
        subject: { type: 'team', id: team!.id, title: name },
      });
      return { id: team!.id };
    });
  }

  renameTeam(
    person: SignedIn,
    teamId: string,
    names: { name?: string; nameEn?: string | null },
  ): Promise<{ projectId: string }> {
    return this.database.write(async (em) => {
      const team = isId(teamId) ? await em.findOneBy(Team, { id: teamId }) : null;
      if (!team) throw notFound();
      const { projectId } = team;
      await this.requireManager(em, projectId, person);
      if (names.name && names.name !== team.name && (await em.existsBy(Team, { projectId, name: names.name })))
        throw nameTaken();
      await em.update(Team, { id: teamId }, names);
      await this.activity.record(em, {
        projectId,
        actorId: person.personId,
        action: 'team.renamed',
        subject: { type: 'team', id: teamId, title: names.name ?? team.name },
        before: { name: team.name, nameEn: team.nameEn },
        after: { ...names },
      });
      return { projectId };
    });
  }

  private async requireManager(em: EntityManager, projectId: string, person: SignedIn): Promise<{ project: Project }> {
    const { project, actor } = await this.scope.project(em, projectId, person, 'keep');
    allow(actor, 'members.manage');
    return { project };
  }

  private async releaseWork(em: EntityManager, projectId: string, personId: string): Promise<void> {
    await em
      .createQueryBuilder()
      .update(WorkItem)
      .set({ assigneeId: null, version: () => 'version + 1' })
      .where({ projectId, assigneeId: personId, status: In(['to-do', 'doing', 'waiting']) })
      .execute();
  }

  private async record(
    em: EntityManager,
    by: SignedIn,
    projectId: string,
    action: string,
    personId: string,
    after: Record<string, unknown>,
  ): Promise<void> {
    const name = (await this.people.refs(em, [personId])).get(personId)?.name ?? '';
    await this.activity.record(em, {
      projectId,
      actorId: by.personId,
      action,
      subject: { type: 'member', id: personId, title: name },
      after,
    });
  }
}

const nameTaken = () =>
  conflict('team-name-taken', {
    zh: '專案已有同名的工作小組。',
    en: 'The project already has a sub-team of this name.',
  });
