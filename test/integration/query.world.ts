import { newId } from '@convener/kernel';
import { type Config, Poller } from '@convener/platform';
import type { Check, Deliverable, WorkItem, WorkItemRow } from '../../apps/api/projects/work.dto';
import { type Bare, openBare, type Row } from '../bench/bare';
import { columnsOf, copyProject } from '../bench/copy';
import { insertAgain, insertRows, renamed, rowsOfProject } from '../bench/rows';
import { type SignedInClient, startTestApp, type TestApp } from '../support/app';
import { ok } from '../support/client';
import { aCast, aConference, type Cast, type RunningProject } from '../support/builders';
import type { DatabaseKind } from '../support/database';

/** How much more there is in the conference itself after `grow()`. */
const TIMES_ITEMS = 3;
const MORE_PEOPLE = 20;
const MORE_EVIDENCE = 5;
const MORE_MESSAGES = 20;
const MORE_RULES = 5;
const MORE_SUBMITTED = 8;
const MORE_LESSONS = 5;
const ASSIGNED_EACH = 4;
const LEAVERS_WORK = 6;

const ITEM_TABLES = ['work_items', 'work_item_predecessors', 'deliverables', 'evidence', 'checks'];

/** A conference and its people, whose data a suite can let grow, with the bare database beside the application. */
export class QueryWorld {
  /** Work items that nobody has asked for yet. */
  private free: WorkItemRow[] = [];
  /** The work item that people comment on. */
  talkedOf = '';
  private leavers: SignedInClient[] = [];

  private constructor(
    readonly app: TestApp,
    readonly bare: Bare,
    readonly cast: Cast,
    readonly admin: SignedInClient,
    readonly project: RunningProject,
  ) {}

  static async open(database: DatabaseKind): Promise<QueryWorld> {
    let config: Config | null = null;
    const create = async (env?: Record<string, string>) => {
      const own = await database.create(env);
      config = own.config;
      return own;
    };
    const app = await startTestApp({ database: { ...database, create } });
    const bare = await openBare(config!);
    const cast = await aCast(app);
    const world = new QueryWorld(app, bare, cast, await app.setUpAdmin(), await aConference(app, { cast }));
    await world.begin();
    // Nothing but the requests shall use the database while they are counted.
    await app.app.get(Poller).onModuleDestroy();
    return world;
  }

  async close(): Promise<void> {
    await this.bare.close();
    await this.app.close();
  }

  get everybody(): SignedInClient[] {
    return Object.values(this.cast) as SignedInClient[];
  }

  /** A work item of the template that no request has changed before: to do, with open parts. */
  async item(): Promise<WorkItem> {
    for (let row = this.free.shift(); row; row = this.free.shift()) {
      const item = await this.project.item(row.id);
      const open = item.deliverableList.some(({ status }) => status === 'open');
      if (item.status === 'to-do' && item.checkList.length > 1 && open) return item;
    }
    throw new Error('No work item is left');
  }

  async check(): Promise<Check> {
    return (await this.item()).checkList[0]!;
  }

  /** Whoever may be taken out of the conference next; the later one has more work. */
  leaver(): SignedInClient {
    return this.leavers.shift()!;
  }

  /** Handed in by the member and waiting for the manager. */
  async submitted(): Promise<Deliverable> {
    const own = await this.project.addDeliverable({ accepter: 'manager' });
    ok(await this.cast.member.client.post(`/api/deliverables/${own.id}/submit`, { note: '完成' }));
    return own;
  }

  /** Several times the work items, people, evidence and messages, and so many further projects that the cast is in. */
  async grow(projects: number): Promise<void> {
    for (let place = 0; place < MORE_SUBMITTED; place += 1) await this.submitted();
    for (let turn = 0; turn < MORE_LESSONS; turn += 1) await this.addLesson();
    for (let turn = 0; turn < MORE_LESSONS; turn += 1) await this.addComment();
    await this.moreItems();
    for (const row of await this.bare.all('SELECT * FROM evidence'))
      for (let turn = 0; turn < MORE_EVIDENCE; turn += 1)
        await insertAgain(this.bare, 'evidence', row, { id: newId() });
    await this.morePeople();
    const copies = await copyProject(this.bare, this.project.id, projects, projects);
    for (const person of this.everybody) {
      for (const copy of copies) await this.join(person, copy);
      for (let turn = 0; turn < MORE_MESSAGES; turn += 1) await this.addMessage(person);
    }
    await this.moreRules();
    this.free = await this.project.rows('status=to-do');
  }

  /** A little of everything, so that nothing is there for the first time only after growing. */
  private async begin(): Promise<void> {
    const { manager, member, lead } = this.cast;
    this.free = await this.project.rows();
    ok(await manager.client.post(`/api/checks/${(await this.check()).id}/tick`));
    await this.submitted();
    for (const { id } of [manager, lead, member]) await this.assign(id, 1);
    for (const [place, name] of ['先離開的人', '後離開的人'].entries()) {
      const leaver = await this.app.addPerson(name);
      await this.project.setMember(leaver, 'member');
      await this.assign(leaver.id, 1 + place * LEAVERS_WORK);
      this.leavers.push(leaver);
    }
    await this.addDone();
    await this.planFurther();
    for (const person of this.everybody) await this.addMessage(person);
  }

  private async planFurther(): Promise<void> {
    const { client } = this.cast.manager;
    const payment = { kind: 'payment', name: '第一期款', day: '2028-07-31' };
    ok(await client.post(`/api/projects/${this.project.id}/milestones`, payment));
    await this.addLesson();
    this.talkedOf = (await this.project.add()).id;
    await this.addComment();
  }

  /** Another comment on one item, which names somebody. Answers its id. */
  async addComment(): Promise<string> {
    const body = { body: `@{${this.cast.lead.id}} 請看` };
    const path = `/api/work-items/${this.talkedOf}/comments`;
    return ok(await this.cast.member.client.post<{ id: string }>(path, body)).body.id;
  }

  private async addLesson(): Promise<void> {
    const path = `/api/projects/${this.project.id}/lessons`;
    ok(await this.cast.manager.client.post(path, { text: '接駁車提早兩週訂' }));
  }

  private async assign(assigneeId: string, items: number): Promise<void> {
    const workItemIds: string[] = [];
    for (let turn = 0; turn < items; turn += 1) workItemIds.push((await this.project.add()).id);
    const body = { select: { workItemIds }, set: { assigneeId } };
    ok(await this.cast.manager.client.post(`/api/projects/${this.project.id}/assignments`, body));
  }

  /** A finished work item whose check is still open: not finished any more where the project is strict. */
  private async addDone(): Promise<void> {
    const { deliverableList } = await this.project.add({ deliverables: [{ title: '議程' }], checks: ['確認講者'] });
    ok(await this.cast.member.client.post(`/api/deliverables/${deliverableList[0]!.id}/submit`));
  }

  /** The conference's rows again inside it. A place in a standard is taken only once, so copies have none. */
  private async moreItems(): Promise<void> {
    const all = await rowsOfProject(this.bare, this.project.id);
    const parts = all.filter(({ table }) => ITEM_TABLES.includes(table));
    for (let turn = 1; turn < TIMES_ITEMS; turn += 1) {
      const copies = renamed(parts);
      for (const { rows } of copies) for (const row of rows) if ('place' in row) row.place = null;
      await insertRows(this.bare, copies);
    }
  }

  /** Everybody and every project has reminder rules of their own, which are switched off. */
  private async moreRules(): Promise<void> {
    const active = this.bare.kind === 'sqlite' ? 0 : false;
    const rule = { rule: '{"key":"own-off"}', active, created_by: this.admin.id, created_at: 0, version: 1 };
    const homes = [
      ...(await this.bare.all('SELECT id FROM people')).map(({ id }) => ({ scope: 'person', person_id: id! })),
      ...(await this.bare.all('SELECT id FROM projects')).map(({ id }) => ({ scope: 'project', project_id: id! })),
    ];
    for (const home of homes)
      for (let turn = 0; turn < MORE_RULES; turn += 1)
        await this.add('reminder_rules', { id: newId(), ...home, ...rule });
  }

  private async morePeople(): Promise<void> {
    const person = (await this.rows('people', 'id', this.cast.member.id))[0]!;
    const places = await this.rows('team_members', 'person_id', person.id as string);
    const [part] = await this.rows('project_members', 'person_id', person.id as string);
    for (let turn = 0; turn < MORE_PEOPLE; turn += 1) {
      const id = newId();
      await insertAgain(this.bare, 'people', person, { id, email: `${id}@example.test` });
      await insertAgain(this.bare, 'project_members', part!, { person_id: id });
      for (const place of places) await insertAgain(this.bare, 'team_members', place, { person_id: id });
    }
  }

  /** The manager manages the copy as well, the others belong to it; each has some of its work. */
  private async join(person: SignedInClient, copy: string): Promise<void> {
    const [part] = await this.rows('project_members', 'person_id', this.cast.manager.id);
    const role = person === this.cast.manager ? 'manager' : 'member';
    await insertAgain(this.bare, 'project_members', part!, { project_id: copy, person_id: person.id, role });
    await this.bare.run(
      `UPDATE work_items SET assignee_id = ? WHERE id IN
        (SELECT id FROM work_items WHERE project_id = ? AND assignee_id IS NULL ORDER BY position LIMIT ${ASSIGNED_EACH})`,
      [person.id, copy],
    );
  }

  private async addMessage({ id, email }: SignedInClient): Promise<void> {
    const at = this.app.clock.now();
    const sent = { status: 'ready', lines: '[]', mail_status: 'sent', mail_attempts: 1 };
    await this.add('messages', { id: newId(), person_id: id, created_at: at, ...sent });
    const mail = { message_key: newId(), recipient: email, subject: '提醒', text: '', html: '' };
    await this.add('outgoing_mail', { id: newId(), created_at: at, ...mail });
  }

  private async add(table: string, row: Row): Promise<void> {
    const columns = (await columnsOf(this.bare)).get(table)!.filter((column) => column in row);
    await insertRows(this.bare, [{ table, columns, rows: [row] }]);
  }

  private rows(table: string, column: string, value: string): Promise<Row[]> {
    return this.bare.all(`SELECT * FROM ${table} WHERE ${column} = ?`, [value]);
  }
}
