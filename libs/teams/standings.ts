import { Injectable } from '@nestjs/common';
import { type Actor, actorOf, type SignedIn, type StandingRole } from '@convener/access';
import { notFound } from '@convener/kernel';
import { plainRows } from '@convener/platform';
import type { EntityManager } from 'typeorm';
import type { Crew } from './crew';

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
    const rows = await plainRows<PartRow>(em, PARTS, [
      personId,
      projectIds,
      personId,
      projectIds,
      personId,
      projectIds,
    ]);
    const actors = new Map<string, Actor>();
    if (workspaceRole === 'admin') for (const id of projectIds) actors.set(id, actorOf(person));
    for (const { project_id: projectId, role, team_id: teamId } of rows) {
      if (role === null) continue;
      if (role === 'temporary') {
        actors.set(projectId, actorOf(person, { role, leads: [], teams: [teamId!] }));
        continue;
      }
      const own = rows.filter((row) => row.project_id === projectId && row.team_id !== null);
      const teams = own.map(({ team_id: teamId }) => teamId!);
      const leads = own.filter(({ lead }) => Boolean(lead)).map(({ team_id: teamId }) => teamId!);
      actors.set(projectId, actorOf(person, { role, leads, teams }));
    }
    return actors;
  }

  /** The sub-teams of these projects whose work is a person's to take, and whether they lead it. */
  async teamPlaces(
    em: EntityManager,
    projectIds: readonly string[],
    personId: string,
  ): Promise<{ teamId: string; lead: boolean }[]> {
    const values = [personId, projectIds, personId, projectIds, personId, projectIds];
    const rows = await plainRows<PartRow>(em, PARTS, values);
    return rows.flatMap(({ team_id: teamId, lead }) => (teamId === null ? [] : [{ teamId, lead: Boolean(lead) }]));
  }

  /** Everybody of a project, for telling whose work is whose. */
  async crew(em: EntityManager, projectId: string): Promise<Crew> {
    return (await this.crews(em, [projectId])).get(projectId)!;
  }

  /**
   * The same for several projects at once. `among` leaves out of the roles everybody but these people, the managers and the client's:
   * whoever asks whose a few pieces of work are needs no others.
   */
  async crews(em: EntityManager, projectIds: readonly string[], among?: readonly string[]): Promise<Map<string, Crew>> {
    const ids = [...new Set(projectIds)];
    const crews = new Map(ids.map((id) => [id, { roles: new Map(), leads: new Map(), managers: [] } as NewCrew]));
    const rows = among
      ? await plainRows<CrewRow>(
          em,
          crewsOf("AND (role IN ('manager', 'viewer') OR person_id IN ?*)", 'AND person_id IN ?*'),
          [ids, among, ids, ids, among],
        )
      : await plainRows<CrewRow>(em, crewsOf('', ''), [ids, ids, ids]);
    for (const { project_id: projectId, person_id: personId, role, team_id: teamId } of rows) {
      const { roles, leads, managers } = crews.get(projectId)!;
      if (role !== null) roles.set(personId, role);
      if (role === 'manager') managers.push(personId);
      if (role === null && teamId !== null) leads.set(teamId, [...(leads.get(teamId) ?? []), personId]);
    }
    return crews;
  }
}

interface NewCrew extends Crew {
  roles: Map<string, StandingRole>;
  leads: Map<string, string[]>;
  managers: string[];
}

interface PartRow {
  project_id: string;
  /** With a sub-team only for temporary staff; members have a row of their own for each. */
  role: StandingRole | null;
  team_id: string | null;
  lead: boolean | number | null;
}

/** A person's role in each project, and the sub-teams there: one statement, because every request asks it. */
const PARTS = `
  SELECT project_id, role, NULL AS team_id, NULL AS lead
    FROM project_members WHERE person_id = ? AND project_id IN ?*
  UNION ALL
  SELECT t.project_id, NULL, m.team_id, m.lead
    FROM team_members m JOIN teams t ON t.id = m.team_id WHERE m.person_id = ? AND t.project_id IN ?*
  UNION ALL
  SELECT project_id, 'temporary', team_id, NULL
    FROM temporary_staff WHERE person_id = ? AND project_id IN ?*`;

interface CrewRow {
  project_id: string;
  person_id: string;
  role: StandingRole | null;
  team_id: string | null;
}

/**
 * Members by the time they joined, then leads and temporary staff by id: who is first is reminded where several could be.
 */
const crewsOf = (members: string, temporary: string) => `
  SELECT project_id, person_id, role, NULL AS team_id, created_at
    FROM project_members WHERE project_id IN ?* ${members}
  UNION ALL
  SELECT t.project_id, m.person_id, NULL, m.team_id, 9223372036854775807
    FROM teams t JOIN team_members m ON m.team_id = t.id WHERE t.project_id IN ?* AND m.lead = TRUE
  UNION ALL
  SELECT project_id, person_id, 'temporary', NULL, 9223372036854775807
    FROM temporary_staff WHERE project_id IN ?* ${temporary}
  ORDER BY created_at, person_id`;
