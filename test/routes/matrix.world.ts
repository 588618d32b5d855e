import { randomUUID } from 'node:crypto';
import type { ProjectStanding, WorkspaceRole } from '@convener/access';
import { Database } from '@convener/platform';
import type { Project } from '../../apps/api/projects/projects.dto';
import type { Check, Deliverable, WorkItem } from '../../apps/api/projects/work.dto';
import type { OwnWorkItem } from '../../apps/api/projects/own-work.dto';
import { type SignedInClient, startTestApp, type TestApp } from '../support/app';
import { ok } from '../support/client';
import { aStart } from '../support/builders';
import type { Client } from '../support/client';

/** The columns of the matrix. */
export const PEOPLE = ['anonymous', 'admin', 'manager', 'lead', 'member', 'viewer', 'temporary', 'removed'] as const;
export type Who = (typeof PEOPLE)[number];

/**
 * Where a request goes: to work of the sub-team that the lead leads and the member is in, to work of another sub-team of
 * the same project, or to a project that only the admin has anything to do with.
 */
export const PLACES = ['own sub-team', 'other sub-team', 'other project'] as const;
export type Where = (typeof PLACES)[number];

/** A template of few rows: the matrix is about doors, not about furniture. */
const TEMPLATE = 'venue-search';

/** One project with what the rows of the table need of it. `team` is whose work the requests are about. */
export interface Place {
  where: Where;
  id: string;
  manager: SignedInClient;
  /** Somebody in both sub-teams, who is none of the columns. */
  worker: SignedInClient;
  team: string;
  /** A sub-team of the same project that has nothing to do with it. */
  teamBeside: string;
}

export class MatrixWorld {
  private constructor(
    readonly app: TestApp,
    readonly people: Record<Who, SignedInClient>,
    /** Somebody in the workspace whom requests can add, remove and change. */
    readonly spare: SignedInClient,
    readonly places: Record<Where, Place>,
    /** A project that invitations lead into. */
    readonly lobby: string,
  ) {}

  static async open(): Promise<MatrixWorld> {
    const app = await startTestApp();
    const admin = await app.setUpAdmin();
    const manager = await app.addPerson('經理');
    const project = await aProject(app, manager);
    const people: Record<Who, SignedInClient> = {
      anonymous: { client: app.client(), id: randomUUID(), email: 'nobody@example.test' },
      admin,
      manager,
      lead: await app.addPerson('組長'),
      member: await app.addPerson('組員'),
      viewer: await app.addPerson('客戶', { projectId: project.id, projectRole: 'viewer' }, manager.client),
      temporary: { client: app.client(), id: '', email: 'nobody-else@example.test' },
      removed: await app.addPerson('離開的人'),
    };
    const team = project.team;
    people.temporary = await aTemporary(app, manager.client, team);
    const setMember = (who: Who, teams: object[]) =>
      manager.client.put(`/api/projects/${project.id}/members/${people[who].id}`, { role: 'member', teams });
    ok(await setMember('lead', [{ teamId: team, lead: true }]));
    ok(await setMember('member', [{ teamId: team, lead: false }]));
    ok(await setMember('removed', [{ teamId: team, lead: true }]));
    ok(await manager.client.delete(`/api/projects/${project.id}/members/${people.removed.id}`));
    const other = await aProject(app, await app.addPerson('別的經理'));
    const places: Record<Where, Place> = {
      'own sub-team': { ...project, where: 'own sub-team' },
      'other sub-team': { ...project, where: 'other sub-team', team: project.teamBeside, teamBeside: project.team },
      'other project': { ...other, where: 'other project' },
    };
    const lobby = await start(admin.client, '大廳');
    return new MatrixWorld(app, people, await app.addPerson('備用'), places, lobby);
  }

  /** What a person is where a request goes, as can() wants it; null where the project is not theirs to know of. */
  standing(who: Who, where: Where): ProjectStanding | null {
    if (where === 'other project') return null;
    const { team } = this.places['own sub-team'];
    const standings: Partial<Record<Who, ProjectStanding>> = {
      manager: { role: 'manager', leads: [], teams: [] },
      lead: { role: 'member', leads: [team], teams: [team] },
      member: { role: 'member', leads: [], teams: [team] },
      viewer: { role: 'viewer', leads: [], teams: [] },
      temporary: { role: 'temporary', leads: [], teams: [team] },
    };
    return standings[who] ?? null;
  }

  /** A digest of every row of every table: what a refused request must leave as it was. */
  async state(): Promise<string> {
    return this.app.app.get(Database).read(async (em) => {
      const found = await em.query<{ name: string }[]>(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name",
      );
      const rows = await Promise.all(found.map(({ name }) => em.query<object[]>(`SELECT * FROM "${name}"`)));
      return JSON.stringify(rows);
    });
  }

  /** After a sign-out or a sign-in as somebody else. */
  async signInAgain(who: Who): Promise<void> {
    const person = this.people[who];
    if (who === 'temporary') {
      const { manager } = this.people;
      this.people.temporary = await aTemporary(this.app, manager.client, this.places['own sub-team'].team);
      return;
    }
    person.client = who === 'anonymous' ? this.app.client() : await this.app.signIn(person.email);
  }
}

export function workspaceRoleOf(who: Who): WorkspaceRole | null {
  if (who === 'admin') return 'admin';
  return who === 'viewer' || who === 'temporary' ? null : 'member';
}

/** The token of a new code of this sub-team. */
export async function aJoinCode(manager: Client, teamId: string): Promise<string> {
  const { link } = ok(await manager.post<{ link: string }>('/api/join-codes', { teamId, hours: 24, most: 50 })).body;
  return link.split('/').at(-1)!;
}

/** Somebody without an account who has come to this sub-team by a code. */
export async function aTemporary(app: TestApp, manager: Client, teamId: string): Promise<SignedInClient> {
  const client = app.client();
  const path = `/api/join/${await aJoinCode(manager, teamId)}`;
  const { id } = ok(await client.post<{ id: string }>(path, { name: '小幫手', told: true })).body;
  return { client, id, email: `${id}@nowhere.test` };
}

async function start(manager: Client, name: string): Promise<string> {
  return ok(await manager.post<{ id: string }>('/api/projects', aStart({ template: TEMPLATE, name }))).body.id;
}

async function aProject(app: TestApp, manager: SignedInClient): Promise<Place> {
  const { client } = manager;
  const id = await start(client, '場地案');
  const [team, teamBeside] = [await newTeam(client, id), await newTeam(client, id)];
  const worker = await app.addPerson('夥伴');
  const teams = [team, teamBeside].map((teamId) => ({ teamId, lead: false }));
  ok(await client.put(`/api/projects/${id}/members/${worker.id}`, { role: 'member', teams }));
  return { where: 'own sub-team', id, manager, worker, team, teamBeside };
}

export async function newTeam(manager: Client, projectId: string): Promise<string> {
  const name = `小組 ${randomUUID()}`;
  const project = ok(await manager.post<Project>(`/api/projects/${projectId}/teams`, { name })).body;
  return project.teams.find((team) => team.name === name)!.id;
}

/** A work item of the place's sub-team. */
export async function newItem({ id, manager, team }: Place, own: Partial<OwnWorkItem> = {}): Promise<WorkItem> {
  const body = {
    title: '自訂工作',
    stage: 'before',
    teamId: team,
    startDay: '2028-05-01',
    dueDay: '2028-05-20',
    ...own,
  };
  return ok(await manager.client.post<WorkItem>(`/api/projects/${id}/work-items`, body)).body;
}

export async function newDeliverable(place: Place, own: object = {}): Promise<Deliverable> {
  return (await newItem(place, { deliverables: [{ title: '草案', ...own }] })).deliverableList[0]!;
}

/** Handed in by somebody who is none of the columns, so that any of them may accept it. */
export async function submitted(place: Place, accepter: string): Promise<Deliverable> {
  const { id } = await newDeliverable(place, { accepter });
  return ok(await place.worker.client.post<Deliverable>(`/api/deliverables/${id}/submit`)).body;
}

export async function newCheck(place: Place): Promise<Check> {
  return (await newItem(place, { checks: ['確認名單'] })).checkList[0]!;
}
