import type { ActivityEntry, Project } from '../../apps/api/projects/projects.dto';
import type { StartProject } from '../../apps/api/projects/start.dto';
import type { Check, Deliverable, WorkItem, WorkItemRow } from '../../apps/api/projects/work.dto';
import type { OwnDeliverable, OwnWorkItem } from '../../apps/api/projects/own-work.dto';
import { type SignedInClient, type TestApp } from './app';
import { ok } from './client';
import type { Answer, Client } from './client';

/** The answer of a refusal. */
export interface Refusal {
  type: string;
  status: number;
  title: string;
  titleEn: string;
  fields?: { pointer: string; zh: string; en: string }[];
  [member: string]: unknown;
}

/** Everybody that a story needs: two managers' worth of workspace people, a lead, members, a client, an outsider. */
export interface Cast {
  manager: SignedInClient;
  lead: SignedInClient;
  member: SignedInClient;
  other: SignedInClient;
  client: SignedInClient;
  outsider: SignedInClient;
}

export async function aCast(app: TestApp): Promise<Cast> {
  const add = (name: string, invitation?: object) => app.addPerson(name, invitation);
  return {
    manager: await add('經理 林'),
    lead: await add('組長 陳'),
    member: await add('組員 王'),
    other: await add('組員 李'),
    outsider: await add('外人 吳'),
    client: await add('客戶 張'),
  };
}

/** Signs everybody in anew: sessions end when the clock jumps by months. */
export async function signInAgain(app: TestApp, cast: Cast): Promise<void> {
  for (const person of Object.values(cast) as SignedInClient[]) person.client = await app.signIn(person.email);
}

/** Lets time pass (or turns it back) to an instant, at which everybody is signed in. */
export async function goTo(app: TestApp, cast: Cast, instant: string): Promise<void> {
  app.clock.set(instant);
  await signInAgain(app, cast);
}

export function aStart(given: Partial<StartProject> = {}): StartProject {
  return { template: 'conference', name: '亞洲會展年會', opening: '2028-06-12', closing: '2028-06-14', ...given };
}

export interface OwnItem extends Partial<OwnWorkItem> {
  deliverables?: OwnDeliverable[];
}

/** A running project with its people: the lead leads 議事組, the member and the other belong to it, the client looks on. */
export class RunningProject {
  constructor(
    readonly id: string,
    readonly cast: Cast,
  ) {}

  get manager(): Client {
    return this.cast.manager.client;
  }

  async view(as = this.manager): Promise<Project> {
    return ok(await as.get<Project>(`/api/projects/${this.id}`)).body;
  }

  async team(key: string): Promise<Project['teams'][number]> {
    const found = (await this.view()).teams.find((team) => team.key === key);
    if (!found) throw new Error(`no sub-team ${key}`);
    return found;
  }

  /** All rows of the checklist that a query finds, over all pages. */
  async rows(query = '', as = this.manager): Promise<WorkItemRow[]> {
    const found: WorkItemRow[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const path = `/api/projects/${this.id}/work-items?limit=200${query && `&${query}`}${cursor && `&cursor=${cursor}`}`;
      const page: { items: WorkItemRow[]; next: string | null } = ok(
        await as.get<{ items: WorkItemRow[]; next: string | null }>(path),
      ).body;
      found.push(...page.items);
      cursor = page.next;
    }
    return found;
  }

  async item(id: string, as = this.manager): Promise<WorkItem> {
    return ok(await as.get<WorkItem>(`/api/work-items/${id}`)).body;
  }

  /** A work item by its place in its standard. */
  async at(place: string): Promise<WorkItem> {
    const code = place.split('/')[1] ?? place;
    for (const row of await this.rows(`q=${code}`)) {
      const item = await this.item(row.id);
      if (item.place === place) return item;
    }
    throw new Error(`no work item at ${place}`);
  }

  /** A work item of the project's own; in 議事組 unless told otherwise. */
  async add(own: OwnItem = {}, team: string | null = 'programme'): Promise<WorkItem> {
    const teamId = team === null ? undefined : (await this.team(team)).id;
    const body = { title: '自訂工作', stage: 'before', teamId, ...own };
    return ok(await this.manager.post<WorkItem>(`/api/projects/${this.id}/work-items`, body)).body;
  }

  /** A deliverable alone in a work item of its own. */
  async addDeliverable(own: Partial<OwnDeliverable> = {}, item: OwnItem = {}): Promise<Deliverable> {
    const added = await this.add({ ...item, deliverables: [{ title: '議程草案', ...own }] });
    return added.deliverableList[0]!;
  }

  async addCheck(item: OwnItem = {}): Promise<Check> {
    return (await this.add({ checks: ['確認講者名單'], ...item })).checkList[0]!;
  }

  async activity(query = '', as = this.manager): Promise<ActivityEntry[]> {
    const path = `/api/projects/${this.id}/activity?limit=200${query && `&${query}`}`;
    return ok(await as.get<{ items: ActivityEntry[] }>(path)).body.items;
  }

  /** What is logged of one thing itself, without its parts, newest first. */
  async changes(subject: string): Promise<{ action: string; before: unknown; after: unknown }[]> {
    const entries = await this.activity(`subject=${subject}`);
    const own = entries.filter((entry) => entry.subject.id === subject);
    return own.map(({ action, before, after }) => ({ action, before, after }));
  }

  async setMember(person: SignedInClient, role: string, teams: { key: string; lead?: boolean }[] = []): Promise<void> {
    const all = (await this.view()).teams;
    const places = teams.map(({ key, lead = false }) => ({ teamId: all.find((team) => team.key === key)?.id, lead }));
    ok(await this.manager.put(`/api/projects/${this.id}/members/${person.id}`, { role, teams: places }));
  }
}

/** A conference with its sub-teams staffed, started by the cast's manager. */
export async function aConference(
  app: TestApp,
  { cast, ...given }: Partial<StartProject> & { cast?: Cast } = {},
): Promise<RunningProject> {
  const people = cast ?? (await aCast(app));
  const { lead, member, other, manager, client } = people;
  const staffed = [{ team: 'programme', leads: [lead.id], members: [member.id, other.id] }];
  const teams = given.template && given.template !== 'conference' ? [] : staffed;
  const body = aStart({ teams, ...given });
  const { id } = ok(await manager.client.post<{ id: string }>('/api/projects', body)).body;
  const project = new RunningProject(id, people);
  await project.setMember(client, 'viewer');
  return project;
}

/** What a test says of an answer: the status and, for a refusal, its type and the fields it names. */
export function told({ status, body }: Answer<unknown>): string {
  const { type, fields } = body as Partial<Refusal>;
  if (status < 400) return String(status);
  return [status, type?.replace('/problems/', ''), ...(fields ?? []).map(({ pointer }) => pointer)].join(' ');
}
