import { groupBy } from '@convener/kernel';
import { plainRows, readAll } from '@convener/platform';
import { Check, Deliverable, WorkItem } from '@convener/projects';
import type { About } from '@convener/reports';
import { Team } from '@convener/teams';
import type { EntityManager } from 'typeorm';

/** A work item with its parts, and in words whose it is. */
export interface BookedWork {
  item: WorkItem;
  /** Null where no sub-team has it. */
  team: Team | null;
  assignee: string | null;
  deliverables: Deliverable[];
  checks: Check[];
}

export interface BookedMember {
  personId: string;
  name: string;
  email: string | null;
  /** manager, member or viewer. */
  role: string;
  /** Sub-teams that the person is in, and which of them the person leads. */
  teams: { teamId: string; lead: boolean }[];
}

/** A project's work and people, as most documents need them: read in a few statements, in the project's own order. */
export interface WorkBook {
  teams: Team[];
  work: BookedWork[];
  members: BookedMember[];
}

export async function readWorkBook(em: EntityManager, { project: { id } }: Pick<About, 'project'>): Promise<WorkBook> {
  const teams = await readAll(em, Team, 'WHERE t.project_id = ? ORDER BY t.position, t.id', [id]);
  const items = await readAll(em, WorkItem, IN_ORDER, [id]);
  const deliverables = await readAll(em, Deliverable, 'WHERE t.project_id = ? ORDER BY t.position, t.id', [id]);
  const checks = await readAll(em, Check, 'WHERE t.project_id = ? ORDER BY t.position, t.id', [id]);
  const members = await readMembers(em, id);
  const names = new Map(members.map(({ personId, name }) => [personId, name]));
  const teamOf = new Map(teams.map((team) => [team.id, team]));
  const deliverablesOf = groupBy(deliverables, ({ workItemId }) => workItemId);
  const checksOf = groupBy(checks, ({ workItemId }) => workItemId);
  const work = items.map((item) => ({
    item,
    team: (item.teamId !== null && teamOf.get(item.teamId)) || null,
    assignee: (item.assigneeId !== null && names.get(item.assigneeId)) || null,
    deliverables: deliverablesOf.get(item.id) ?? [],
    checks: checksOf.get(item.id) ?? [],
  }));
  return { teams, work, members };
}

async function readMembers(em: EntityManager, projectId: string): Promise<BookedMember[]> {
  const people = await plainRows<Omit<BookedMember, 'teams'>>(em, MEMBERS, [projectId]);
  const places = await plainRows<{ personId: string; teamId: string; lead: unknown }>(em, PLACES, [projectId]);
  const placesOf = groupBy(places, ({ personId }) => personId);
  return people.map((person) => ({
    ...person,
    teams: (placesOf.get(person.personId) ?? []).map(({ teamId, lead }) => ({ teamId, lead: Boolean(lead) })),
  }));
}

const IN_ORDER = 'WHERE t.project_id = ? ORDER BY t.position, t.id';
const MEMBERS = `SELECT m.person_id AS "personId", p.name, p.email, m.role FROM project_members m
  JOIN people p ON p.id = m.person_id WHERE m.project_id = ? ORDER BY m.created_at, m.person_id`;
const PLACES = `SELECT m.person_id AS "personId", m.team_id AS "teamId", m.lead FROM team_members m
  JOIN teams t ON t.id = m.team_id WHERE t.project_id = ? ORDER BY t.position, m.team_id`;
