import { Injectable } from '@nestjs/common';
import { PeopleQueries, type PersonRef, type ProjectRole } from '@convener/access';
import { type EntityManager, In } from 'typeorm';
import { ProjectMember } from './project-member.entity';
import { Team } from './team.entity';
import { TeamMember } from './team-member.entity';
import { TemporaryStaff } from './temporary-staff.entity';

export interface ShownTeam {
  id: string;
  key: string;
  name: string;
  nameEn: string | null;
  version: number;
  leads: PersonRef[];
  members: PersonRef[];
  /** Who has come to it by a code, without an account. */
  temporary: PersonRef[];
}

export interface ShownMember {
  person: PersonRef;
  role: ProjectRole;
  teams: { id: string; lead: boolean }[];
}

/** Reads of a project's sub-teams and people, in the caller's transaction. */
@Injectable()
export class TeamsQueries {
  constructor(private readonly people: PeopleQueries) {}

  async teams(em: EntityManager, projectId: string): Promise<Team[]> {
    return em.find(Team, { where: { projectId }, order: { position: 'ASC' } });
  }

  async staff(em: EntityManager, projectId: string): Promise<{ teams: ShownTeam[]; members: ShownMember[] }> {
    const teams = await this.teams(em, projectId);
    const members = await em.find(ProjectMember, {
      where: { projectId },
      order: { createdAt: 'ASC', personId: 'ASC' },
    });
    const places = teams.length > 0 ? await em.findBy(TeamMember, { teamId: In(teams.map(({ id }) => id)) }) : [];
    const temporary = await em.find(TemporaryStaff, {
      where: { projectId },
      order: { joinedAt: 'ASC', personId: 'ASC' },
    });
    const people = await this.people.refs(
      em,
      [...members, ...temporary].map(({ personId }) => personId),
    );
    const person = (id: string) => people.get(id) ?? { id, name: '' };
    const inTeam = (teamId: string, lead: boolean) =>
      places.filter((place) => place.teamId === teamId && place.lead === lead).map(({ personId }) => person(personId));
    return {
      teams: teams.map(({ id, key, name, nameEn, version }) => ({
        id,
        key,
        name,
        nameEn,
        version,
        leads: inTeam(id, true),
        members: inTeam(id, false),
        temporary: temporary.filter(({ teamId }) => teamId === id).map(({ personId }) => person(personId)),
      })),
      members: members.map(({ personId, role }) => ({
        person: person(personId),
        role,
        teams: places.filter((place) => place.personId === personId).map(({ teamId, lead }) => ({ id: teamId, lead })),
      })),
    };
  }
}
