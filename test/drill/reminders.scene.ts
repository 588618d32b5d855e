import { Person, type SignedIn } from '@convener/access';
import { newId } from '@convener/kernel';
import { insertAll } from '@convener/platform';
import { Project } from '@convener/projects';
import { OwnRule } from '@convener/reminders';
import { ProjectMember, Team, TeamMember } from '@convener/teams';
import type { EntityManager } from 'typeorm';

export const ZONE = 'Asia/Taipei';
export type Cast = Record<'manager' | 'lead' | 'an' | 'bo', SignedIn>;

export async function addPeople(em: EntityManager, people: readonly SignedIn[]): Promise<void> {
  const account = { passwordHash: '-', active: true, createdAt: 0, version: 1 };
  const rows = people.map(({ personId, ...rest }) => ({ id: personId, ...rest, ...account }));
  await insertAll(em, Person, rows);
}

/** A running project with two sub-teams: the lead leads the first, bo the second. */
export async function addProject(em: EntityManager, cast: Cast): Promise<{ id: string; teams: [string, string] }> {
  const id = newId();
  const teams: [string, string] = [newId(), newId()];
  const [template] = await em.query<{ slug: string; version: number }[]>(
    "SELECT slug, version FROM template_versions WHERE slug = 'conference'",
  );
  const days = { openingDay: '2031-06-12', closingDay: '2031-06-14', zone: ZONE };
  const given = { anchors: [], options: {}, ownDays: [], leftOut: [], strictChecks: false, status: 'running' as const };
  const from = { templateSlug: template!.slug, templateVersion: template!.version, createdBy: cast.manager.personId };
  await insertAll(em, Project, [{ id, name: '順序', ...days, ...given, ...from, createdAt: 0, version: 1 }]);
  const roles = Object.values(cast).map(
    (person) => (person === cast.manager ? 'manager' : 'member') as 'manager' | 'member',
  );
  const members = Object.values(cast).map(({ personId }, index) => ({ projectId: id, personId, role: roles[index]! }));
  await insertAll(
    em,
    ProjectMember,
    members.map((member) => ({ ...member, createdAt: 0 })),
  );
  await insertAll(
    em,
    Team,
    teams.map((team, position) => {
      const names = { key: `t${position}`, name: `組 ${position}`, position };
      return { id: team, projectId: id, ...names, version: 1 };
    }),
  );
  // The drill is about due days; what stands still is told by rules of its own.
  const quiet = { id: newId(), scope: 'project' as const, projectId: id, rule: { key: 'escalation' }, active: false };
  await insertAll(em, OwnRule, [{ ...quiet, createdBy: cast.manager.personId, createdAt: 0, version: 1 }]);
  await insertAll(em, TeamMember, [
    { teamId: teams[0], personId: cast.lead.personId, lead: true },
    { teamId: teams[1], personId: cast.bo.personId, lead: true },
  ]);
  return { id, teams };
}
