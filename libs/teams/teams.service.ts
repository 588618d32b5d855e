import { Injectable } from '@nestjs/common';
import { Person, type ProjectRole } from '@convener/access';
import { Clock, conflict, newId, notFound } from '@convener/kernel';
import { insertAll } from '@convener/platform';
import { type EntityManager, In, IsNull, Not } from 'typeorm';
import { ProjectMember } from './project-member.entity';
import { Team } from './team.entity';
import { TeamMember } from './team-member.entity';

/** Who leads and who belongs to a sub-team; ids of people. */
export interface Staffing {
  leads: readonly string[];
  members: readonly string[];
}

export interface MemberNow {
  role: ProjectRole;
  teams: { teamId: string; lead: boolean }[];
}

/** Writes of sub-teams and memberships, always in the caller's transaction: who may do it is asked before. */
@Injectable()
export class TeamsService {
  constructor(private readonly clock: Clock) {}

  /** Makes sub-teams behind those that the project has, in the order given. */
  async addTeams(
    em: EntityManager,
    projectId: string,
    teams: readonly { key: string; name: string; nameEn: string | null }[],
  ): Promise<Team[]> {
    const first = await em.countBy(Team, { projectId });
    const rows = teams.map((team, index) => ({ ...team, id: newId(), projectId, position: first + index, version: 1 }));
    await insertAll(em, Team, rows);
    return rows.map((row) => em.create(Team, row));
  }

  /** The project's sub-teams by key, with those of a template that are needed and that it does not have yet. */
  async withMissing(
    em: EntityManager,
    projectId: string,
    template: readonly { key: string; name: string; nameEn: string | null }[],
    needed: ReadonlySet<string>,
  ): Promise<Map<string, string>> {
    const own = await em.findBy(Team, { projectId });
    const missing = template.filter(({ key }) => needed.has(key) && !own.some((team) => team.key === key));
    const added = missing.length > 0 ? await this.addTeams(em, projectId, missing) : [];
    return new Map([...own, ...added].map(({ key, id }) => [key, id]));
  }

  /** Puts people into sub-teams, as leads or members; whoever is new becomes a member of the project. */
  async staff(em: EntityManager, projectId: string, staffing: ReadonlyMap<string, Staffing>): Promise<void> {
    const places = [...staffing].flatMap(([teamId, { leads, members }]) =>
      [...new Set([...leads, ...members])].map((personId) => ({ teamId, personId, lead: leads.includes(personId) })),
    );
    const people = [...new Set(places.map(({ personId }) => personId))];
    const known = await em.findBy(ProjectMember, { projectId, personId: In(people) });
    const fresh = people.filter((personId) => !known.some((member) => member.personId === personId));
    await this.addMembers(em, projectId, fresh, 'member');
    const taken = await em.findBy(TeamMember, { teamId: In([...staffing.keys()]) });
    const isTaken = (place: { teamId: string; personId: string }) =>
      taken.some(({ teamId, personId }) => teamId === place.teamId && personId === place.personId);
    await insertAll(
      em,
      TeamMember,
      places.filter((place) => !isTaken(place)),
    );
  }

  async addMembers(
    em: EntityManager,
    projectId: string,
    personIds: readonly string[],
    role: ProjectRole,
  ): Promise<void> {
    const createdAt = this.clock.now();
    await insertAll(
      em,
      ProjectMember,
      personIds.map((personId) => ({ projectId, personId, role, createdAt })),
    );
  }

  /** What a person is in a project now; null for whoever has no part in it. */
  async memberNow(em: EntityManager, projectId: string, personId: string): Promise<MemberNow | null> {
    const member = await em.findOneBy(ProjectMember, { projectId, personId });
    if (!member) return null;
    const own = await em.findBy(Team, { projectId });
    const places = await em.findBy(TeamMember, { personId, teamId: In(own.map(({ id }) => id)) });
    const teams = places.map(({ teamId, lead }) => ({ teamId, lead }));
    return { role: member.role, teams: teams.sort((a, b) => (a.teamId < b.teamId ? -1 : 1)) };
  }

  /** Gives a person this role and exactly these sub-teams. Throws notFound for an unknown person or foreign sub-team. */
  async setMember(
    em: EntityManager,
    projectId: string,
    personId: string,
    role: ProjectRole,
    teams: readonly { teamId: string; lead: boolean }[],
  ): Promise<void> {
    if (!(await em.existsBy(Person, { id: personId, active: true, email: Not(IsNull()) }))) throw notFound();
    const own = await em.findBy(Team, { projectId });
    if (teams.some(({ teamId }) => !own.some(({ id }) => id === teamId))) throw notFound();
    if (role !== 'manager') await this.keepAManager(em, projectId, personId);
    const { affected } = await em.update(ProjectMember, { projectId, personId }, { role });
    if (!affected) await this.addMembers(em, projectId, [personId], role);
    await this.leaveTeams(em, own, personId);
    const leads = new Map(role === 'viewer' ? [] : teams.map(({ teamId, lead }) => [teamId, lead]));
    const places = [...leads].map(([teamId, lead]) => ({ teamId, personId, lead }));
    await insertAll(em, TeamMember, places);
  }

  async removeMember(em: EntityManager, projectId: string, personId: string): Promise<void> {
    await this.keepAManager(em, projectId, personId);
    await this.leaveTeams(em, await em.findBy(Team, { projectId }), personId);
    const { affected } = await em.delete(ProjectMember, { projectId, personId });
    if (!affected) throw notFound();
  }

  private async leaveTeams(em: EntityManager, teams: readonly Team[], personId: string): Promise<void> {
    if (teams.length > 0) await em.delete(TeamMember, { personId, teamId: In(teams.map(({ id }) => id)) });
  }

  /** A project without a manager could neither accept nor close anything. */
  private async keepAManager(em: EntityManager, projectId: string, leaving: string): Promise<void> {
    const managers = await em.findBy(ProjectMember, { projectId, role: 'manager' });
    if (managers.length === 1 && managers[0]?.personId === leaving) {
      throw conflict('last-manager', {
        zh: '這是專案唯一的專案經理，請先指定另一位。',
        en: 'This is the only manager of the project: name another one first.',
      });
    }
  }
}
