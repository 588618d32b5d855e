import { Injectable } from '@nestjs/common';
import { type Actor, actorOf, type SignedIn } from '@convener/access';
import { notFound } from '@convener/kernel';
import { type EntityManager, In } from 'typeorm';
import type { Crew } from './crew';
import { ProjectMember } from './project-member.entity';
import { Team } from './team.entity';
import { TeamMember } from './team-member.entity';

/** What people are in projects. Reads run in the caller's transaction. */
@Injectable()
export class Standings {
  /** The person as an actor in a project. Throws notFound for whoever has no part in it; an admin always has. */
  async of(em: EntityManager, projectId: string, person: SignedIn): Promise<Actor> {
    const actor = (await this.ofMany(em, [projectId], person)).get(projectId);
    if (!actor) throw notFound();
    return actor;
  }

  /** The same for several projects at once; those that the person has no part in are missing. */
  async ofMany(em: EntityManager, projectIds: readonly string[], person: SignedIn): Promise<Map<string, Actor>> {
    const { personId, workspaceRole } = person;
    const members = await em.findBy(ProjectMember, { projectId: In([...projectIds]), personId });
    const places = await this.teamPlaces(
      em,
      members.map((member) => member.projectId),
      personId,
    );
    const teams = await em.find(Team, {
      select: { id: true, projectId: true },
      where: { id: In(places.map(({ teamId }) => teamId)) },
    });
    const projectOf = new Map(teams.map(({ id, projectId }) => [id, projectId]));
    const actors = new Map<string, Actor>();
    if (workspaceRole === 'admin') for (const id of projectIds) actors.set(id, actorOf(person));
    for (const { projectId, role } of members) {
      const own = places.filter(({ teamId }) => projectOf.get(teamId) === projectId);
      const leads = own.filter(({ lead }) => lead).map(({ teamId }) => teamId);
      actors.set(projectId, actorOf(person, { role, leads, teams: own.map(({ teamId }) => teamId) }));
    }
    return actors;
  }

  /** The projects that a person has a part in, with the role there. */
  async projectsOf(em: EntityManager, personId: string): Promise<ProjectMember[]> {
    return em.findBy(ProjectMember, { personId });
  }

  /** The sub-teams of these projects that a person belongs to. */
  async teamPlaces(em: EntityManager, projectIds: readonly string[], personId: string): Promise<TeamMember[]> {
    if (projectIds.length === 0) return [];
    return em
      .createQueryBuilder(TeamMember, 'm')
      .innerJoin(Team, 't', 't.id = m.teamId')
      .where('m.personId = :personId AND t.projectId IN (:...projectIds)', { personId, projectIds })
      .getMany();
  }

  /** Everybody of a project, for telling whose work is whose. */
  async crew(em: EntityManager, projectId: string): Promise<Crew> {
    const members = await em.find(ProjectMember, {
      where: { projectId },
      order: { createdAt: 'ASC', personId: 'ASC' },
    });
    const leads = await em
      .createQueryBuilder(TeamMember, 'm')
      .innerJoin(Team, 't', 't.id = m.teamId')
      .where('t.projectId = :projectId AND m.lead = :lead', { projectId, lead: true })
      .orderBy('m.personId')
      .getMany();
    const byTeam = new Map<string, string[]>();
    for (const { teamId, personId } of leads) byTeam.set(teamId, [...(byTeam.get(teamId) ?? []), personId]);
    return {
      roles: new Map(members.map(({ personId, role }) => [personId, role])),
      leads: byTeam,
      managers: members.filter(({ role }) => role === 'manager').map(({ personId }) => personId),
    };
  }
}
