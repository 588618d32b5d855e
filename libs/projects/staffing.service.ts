import { Injectable } from '@nestjs/common';
import { allow, PeopleQueries, type ProjectRole, type SignedIn } from '@convener/access';
import { ActivityLog, type Change, difference } from '@convener/activity';
import { conflict, isId, newId, notFound, requireVersion } from '@convener/kernel';
import { Database } from '@convener/platform';
import { Team, TeamsService, requireRunning } from '@convener/teams';
import type { EntityManager } from 'typeorm';
import { ProjectReminders } from './project-reminders';
import { Project } from './project.entity';
import { releaseWork } from './released-work';
import { changeRow, lockRow } from './rows';
import { WorkScope } from './scope';

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
      const before = await this.teams.memberNow(em, projectId, personId);
      await this.teams.setMember(em, projectId, personId, role, teams);
      const after = await this.teams.memberNow(em, projectId, personId);
      const changed = before && after ? difference(before, after) : { before: null, after: { ...after } };
      if (!changed) return;
      const batchId = newId();
      await this.record(em, person, projectId, 'member.changed', personId, { ...changed, batchId });
      if (role === 'viewer') await this.release(em, person, projectId, personId, batchId);
      await this.reminders.replan(em, project);
    });
  }

  /** Their open work goes back to its sub-team's pool. */
  removeMember(person: SignedIn, projectId: string, personId: string): Promise<void> {
    return this.database.write(async (em) => {
      const { project } = await this.requireManager(em, projectId, person);
      if (!isId(personId)) throw notFound();
      const before = await this.teams.memberNow(em, projectId, personId);
      await this.teams.removeMember(em, projectId, personId);
      const batchId = newId();
      await this.record(em, person, projectId, 'member.removed', personId, { before: { ...before }, batchId });
      await this.release(em, person, projectId, personId, batchId);
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

  /** `seen` is the version that the caller last saw, or null. */
  renameTeam(
    person: SignedIn,
    teamId: string,
    names: { name?: string; nameEn?: string | null },
    seen: number | null,
  ): Promise<{ projectId: string }> {
    return this.database.write(async (em) => {
      const found = isId(teamId) ? await em.findOneBy(Team, { id: teamId }) : null;
      if (!found) throw notFound();
      const { projectId } = found;
      await this.requireManager(em, projectId, person);
      // Read again: whoever held the project may have renamed it.
      const team = await lockRow(em, Team, teamId, 'write');
      if (!team) throw notFound();
      requireVersion(team, seen);
      const changed = difference(team, names);
      if (!changed) return { projectId };
      if (names.name && names.name !== team.name && (await em.existsBy(Team, { projectId, name: names.name })))
        throw nameTaken();
      await changeRow(em, Team, team, changed.after);
      await this.activity.record(em, {
        projectId,
        actorId: person.personId,
        action: 'team.renamed',
        subject: { type: 'team', id: teamId, title: team.name },
        ...changed,
      });
      return { projectId };
    });
  }

  /** One at a time, so that two managers can't remove each other and leave the project without one. */
  private async requireManager(em: EntityManager, projectId: string, person: SignedIn): Promise<{ project: Project }> {
    const { project, actor } = await this.scope.project(em, projectId, person, 'change');
    requireRunning(project);
    allow(actor, 'members.manage');
    return { project };
  }

  private release(em: EntityManager, by: SignedIn, projectId: string, personId: string, batchId: string) {
    return releaseWork(em, this.activity, { projectId, personId, actorId: by.personId, batchId });
  }

  private async record(
    em: EntityManager,
    by: SignedIn,
    projectId: string,
    action: string,
    personId: string,
    change: Pick<Change, 'before' | 'after' | 'batchId'>,
  ): Promise<void> {
    const name = (await this.people.refs(em, [personId])).get(personId)?.name ?? '';
    const subject = { type: 'member' as const, id: personId, title: name };
    await this.activity.record(em, { projectId, actorId: by.personId, action, subject, ...change });
  }
}

const nameTaken = () =>
  conflict('team-name-taken', {
    zh: '專案已有同名的工作小組。',
    en: 'The project already has a sub-team of this name.',
  });
