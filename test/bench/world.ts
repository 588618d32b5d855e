import { randomUUID } from 'node:crypto';
import { addDays, dayAt, newId, SystemClock } from '@convener/kernel';
import type { Template } from '../../apps/api/templates/templates.dto';
import type { WorkItem, WorkItemRow } from '../../apps/api/projects/work.dto';
import { type Answer, Client } from '../support/client';
import { SETUP_TOKEN } from '../support/server-process';
import type { Bare } from './bare';
import { copyProject, crewMember } from './copy';
import { insertAgain } from './rows';
import { CREW, type Size } from './sizes';

export interface Person {
  id: string;
  email: string;
}

/** So far ahead that no work of the conference is late, and every reminder still to come. */
const OPENS_IN_DAYS = 800;
/** Over how many projects a busy person's work is spread. */
export const BUSY_PROJECTS = 6;
const BUSY_ITEMS = 300;
const TICKED_ITEMS = 20;
const SUBMITTED = 5;
const PASSWORD = 'a password for the gauge';
const OPEN = "status IN ('to-do', 'doing', 'waiting')";

/** What stands in the database, made by real requests once and then copied, and who may sign in to it. */
export class World {
  address = '';
  private readonly cookies = new Map<string, string>();

  private constructor(
    readonly bare: Bare,
    readonly size: Size,
    readonly admin: Person,
    readonly crew: readonly Person[],
    readonly model: string,
    /** Ids of the copies; the first ones belong to the busy people. */
    readonly copies: readonly string[],
  ) {}

  static async build(bare: Bare, address: string, size: Size): Promise<World> {
    const admin = await setUp(address);
    const crew: Person[] = [];
    for (let i = 0; i < CREW; i += 1) crew.push(await addPerson(bare, admin));
    const model = await startModel(await signIn(address, crew[0]!.email), crew);
    const copies = await copyProject(bare, model, size.projects, size.crews);
    const world = new World(bare, size, admin, crew, model, copies);
    world.address = address;
    await bare.exec(bare.kind === 'sqlite' ? 'PRAGMA wal_checkpoint(TRUNCATE)' : 'VACUUM ANALYZE');
    return world;
  }

  /** A project that no busy person has a part in; the same one again where there are too few. */
  project(index: number): string {
    const free = this.copies.slice(this.reserved);
    return free[index % free.length]!;
  }

  /** The person of a copy's crew in that place; the first is its manager. */
  member(project: string, place: number): Person {
    const copy = this.copies.indexOf(project) + 1;
    const { id, email } = this.crew[place % CREW]!;
    const crew = ((copy - 1) % this.size.crews) + 1;
    return { id: crewMember(this.model, id, copy, this.size.crews), email: `crew${crew}.${email}` };
  }

  /** Somebody with BUSY_ITEMS open work items in a few projects; in smaller worlds with as many as there are. */
  async busy(role: 'manager' | 'member', first: number): Promise<Person & { items: number }> {
    const projects = Array.from({ length: Math.min(BUSY_PROJECTS, this.reserved) }, (_, index) => {
      return this.copies[(first + index) % this.reserved]!;
    });
    const person = await addPerson(this.bare, this.admin);
    let items = 0;
    for (const project of projects) {
      await this.join(person, project, role);
      items += await this.bare.run(
        `UPDATE work_items SET assignee_id = ? WHERE id IN
          (SELECT id FROM work_items WHERE project_id = ? AND ${OPEN} ORDER BY position LIMIT ${BUSY_ITEMS / BUSY_PROJECTS})`,
        [person.id, project],
      );
    }
    return { ...person, items };
  }

  /** Somebody with a part in so many projects. */
  async joiner(projects: number): Promise<Person> {
    const person = await addPerson(this.bare, this.admin);
    for (const project of this.copies.slice(0, projects)) await this.join(person, project, 'member');
    return person;
  }

  async cookieOf({ email }: Person): Promise<string> {
    const known = this.cookies.get(email) ?? cookieOf(await signIn(this.address, email));
    this.cookies.set(email, known);
    return known;
  }

  private get reserved(): number {
    return Math.min(2 * BUSY_PROJECTS, this.copies.length - 2);
  }

  private async join(person: Person, project: string, role: string): Promise<void> {
    const own = 'SELECT * FROM project_members WHERE project_id = ? AND person_id = ?';
    const [row] = await this.bare.all(own, [this.model, this.crew[0]!.id]);
    await insertAgain(this.bare, 'project_members', row!, { project_id: project, person_id: person.id, role });
  }
}

async function setUp(address: string): Promise<Person> {
  const email = 'admin@bench.test';
  const given = { token: SETUP_TOKEN, name: '管理者', email, password: PASSWORD };
  return { id: (await send<{ id: string }>(new Client(address), '/api/setup', given)).id, email };
}

async function signIn(address: string, email: string): Promise<Client> {
  const client = new Client(address);
  await send(client, '/api/session', { email, password: PASSWORD });
  return client;
}

/** The answer's body; throws what a refusal says. Not the one of test/support/app, which brings the whole application. */
function ok<T>({ status, body }: Answer<T>): T {
  if (status >= 200 && status < 300) return body;
  throw new Error(`${status} ${JSON.stringify(body)}`);
}

async function send<T>(client: Client, path: string, body?: unknown): Promise<T> {
  const headers = { 'x-requested-with': 'convener', 'idempotency-key': randomUUID() };
  return ok(await client.post<T>(path, body, headers));
}

function cookieOf(client: Client): string {
  return [...client.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
}

/** A person with the admin's password: hashing it anew for thousands would take longer than the measurement. */
async function addPerson(bare: Bare, admin: Person): Promise<Person> {
  const id = newId();
  const email = `${id}@bench.test`;
  const [row] = await bare.all('SELECT * FROM people WHERE id = ?', [admin.id]);
  await insertAgain(bare, 'people', row!, { id, email, name: '組員', workspace_role: 'member' });
  return { id, email };
}

/** One conference as it stands some weeks after its start: staffed, handed out, begun. */
async function startModel(manager: Client, crew: readonly Person[]): Promise<string> {
  const { teams } = ok(await manager.get<Template>('/api/templates/conference'));
  const ids = crew.map(({ id }) => id);
  const staffed = teams.map(({ key }, index) => ({
    team: key,
    leads: [ids[1 + (index % (CREW - 1))]],
    members: ids.filter((_, place) => place > 0 && place % teams.length === index),
  }));
  const { id } = await send<{ id: string }>(manager, '/api/projects', { ...aConference(), teams: staffed });
  const rows = ok(await manager.get<{ items: WorkItemRow[] }>(`/api/projects/${id}/work-items?limit=200`)).items;
  for (const [place, assigneeId] of ids.entries()) {
    const workItemIds = rows.filter((_, index) => index % CREW === place).map((row) => row.id);
    await send(manager, `/api/projects/${id}/assignments`, { select: { workItemIds }, set: { assigneeId } });
  }
  await begin(manager, rows);
  return id;
}

async function begin(manager: Client, rows: readonly WorkItemRow[]): Promise<void> {
  let submitted = 0;
  for (const { id } of rows.slice(0, TICKED_ITEMS)) {
    const { checkList, deliverableList } = ok(await manager.get<WorkItem>(`/api/work-items/${id}`));
    const check = checkList[0];
    if (check && deliverableList.length > 0) await send(manager, `/api/checks/${check.id}/tick`);
    const due = deliverableList.find(({ accepter }) => accepter === 'manager');
    if (!due || submitted === SUBMITTED) continue;
    await send(manager, `/api/deliverables/${due.id}/submit`, {
      note: '初稿已寄出',
      link: 'https://example.test/draft',
    });
    submitted += 1;
  }
}

/** The answers of a start with nothing left out. */
export function aConference(): Record<string, unknown> {
  const opening = addDays(dayAt(new SystemClock().now(), 'Asia/Taipei'), OPENS_IN_DAYS);
  return { template: 'conference', name: '亞洲會展年會', opening, closing: addDays(opening, 2) };
}
