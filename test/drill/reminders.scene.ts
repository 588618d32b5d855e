import { Person, type SignedIn } from '@convener/access';
import { newId } from '@convener/kernel';
import { Database, insertAll } from '@convener/platform';
import { Deliverable, OwnRowsService, Project } from '@convener/projects';
import { OwnRule } from '@convener/reminders';
import { ProjectMember, Team, TeamMember } from '@convener/teams';
import type { INestApplicationContext } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

export const ZONE = 'Asia/Taipei';
export type Cast = Record<'manager' | 'lead' | 'an' | 'bo', SignedIn>;

export async function addPeople(em: EntityManager, people: readonly SignedIn[]): Promise<void> {
  const account = { passwordHash: '-', active: true, createdAt: 0, version: 1 };
  const rows = people.map(({ personId, ...rest }) => ({ id: personId, ...rest, ...account }));
  await insertAll(em, Person, rows);
}

/** A running project with two sub-teams: the lead leads the first, bo the second. */
async function addProject(em: EntityManager, cast: Cast): Promise<{ id: string; teams: [string, string] }> {
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

/** A project with its work, and what the reminders of each work item are about. */
export interface Scene {
  id: string;
  teams: [string, string];
  items: string[];
  subjects: string[];
}

/** A fresh project with three plain work items and three with a deliverable, all due on a day. */
export async function setScene(app: INestApplicationContext, people: Cast, dueDay: string): Promise<Scene> {
  const { id, teams } = await app.get(Database).write((em) => addProject(em, people));
  const project: Scene = { id, teams, items: [], subjects: [] };
  for (let index = 0; index < 6; index += 1) await addItem(app, people, project, dueDay);
  return project;
}

async function addItem(app: INestApplicationContext, people: Cast, project: Scene, dueDay: string): Promise<void> {
  const index = project.items.length;
  const assigneeId = [people.an.personId, people.bo.personId, undefined][index % 3];
  const deliverables =
    index < 3 ? [] : [{ title: `交付 ${newId()}`, accepter: 'lead' as const, evidence: 'no' as const }];
  const own = { title: `工作 ${newId()}`, stage: 'before' as const, teamId: project.teams[0], dueDay, deliverables };
  const given = assigneeId ? { ...own, assigneeId } : own;
  const { id } = await app.get(OwnRowsService).addItem(people.manager, project.id, given);
  project.items.push(id);
  const [part] = await app.get(Database).read((em) => em.findBy(Deliverable, { workItemId: id }));
  project.subjects.push(part?.id ?? id);
}
