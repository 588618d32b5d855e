import type { PersonRef, ProjectRole } from '@convener/access';
import { plainRows } from '@convener/platform';
import type { EntityManager } from 'typeorm';

export interface Member extends PersonRef {
  role: ProjectRole;
  active: boolean;
}

export interface TeamBefore {
  key: string;
  name: string;
  nameEn: string | null;
  leads: string[];
  members: string[];
}

/** Everybody of a project in the order in which they came, and its sub-teams in theirs. */
export async function peopleBefore(
  em: EntityManager,
  projectId: string,
): Promise<{ members: Member[]; teams: TeamBefore[] }> {
  const members = await plainRows<Member & { active: boolean | number }>(em, MEMBERS, [projectId]);
  const places = await plainRows<PlaceRow>(em, PLACES, [projectId]);
  const teams = new Map<string, TeamBefore>();
  for (const { key, name, nameEn, personId, lead } of places) {
    const team = teams.get(key) ?? { key, name, nameEn, leads: [], members: [] };
    if (personId !== null) (lead ? team.leads : team.members).push(personId);
    teams.set(key, team);
  }
  return { members: members.map((row) => ({ ...row, active: Boolean(row.active) })), teams: [...teams.values()] };
}

interface PlaceRow {
  key: string;
  name: string;
  nameEn: string | null;
  personId: string | null;
  lead: boolean | number | null;
}

const MEMBERS = `
  SELECT p.id, p.name, p.active, m.role
    FROM project_members m JOIN people p ON p.id = m.person_id
   WHERE m.project_id = ? ORDER BY m.created_at, p.id`;

const PLACES = `
  SELECT t.key, t.name, t.name_en AS "nameEn", m.person_id AS "personId", m.lead
    FROM teams t LEFT JOIN team_members m ON m.team_id = t.id
   WHERE t.project_id = ? ORDER BY t.position, m.person_id`;
