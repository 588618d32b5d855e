import { unsubscribeTokens } from '@convener/notifications';
import { Database } from '@convener/platform';
import type { Project } from '../../apps/api/projects/projects.dto';
import { type SignedInClient, startTestApp, type TestApp } from '../support/app';
import { type Client, inject, ok } from '../support/client';
import { aStart } from '../support/builders';
import type { DatabaseKind } from '../support/database';
import { aLetterForm } from '../support/docx';
import type { FuzzedRequest } from '../support/arbitraries';
import { someCues } from './fuzz.cues';
import { someLists } from './fuzz.lists';
import { aBulkChange, aReplan, someMilestones } from './fuzz.planning';
import { someSurveys } from './fuzz.surveys';
import { aChapter, aMessage, aProposal, someDocuments, someEntries, someFiles, someWaivers } from './fuzz.things';
import { aTemporary } from './matrix.world';

/** Put back before every case; parents first. Activity stays: it can't be edited, and nothing depends on it. */
const TABLES = [
  ...['people', 'sessions', 'projects', 'teams', 'project_members', 'team_members', 'work_items', 'deliverables'],
  ...['checks', 'invitations', 'messages', 'password_resets', 'notification_preferences', 'unsubscribe_links'],
  ...['checks', 'invitations', 'messages', 'password_resets', 'reminder_rules'],
  ...['recurring_work', 'milestones', 'replans'],
  ...['checks', 'invitations', 'messages', 'password_resets', 'house_templates', 'lessons', 'comments'],
  ...['evidence', 'evidence_files', 'bulk_changes', 'join_codes', 'temporary_staff', 'contracts'],
  ...['registers', 'register_deliverables', 'register_rows', 'cell_files', 'record_entries'],
  ...['made_documents', 'lesson_decisions', 'closing_waivers'],
  ...['surveys', 'survey_links', 'survey_keys', 'survey_devices', 'survey_answers'],
  ...['closing_report_chapters'],
  ...['registers', 'register_deliverables', 'register_rows', 'record_entries'],
  ...['check_ins', 'check_in_consents', 'check_in_desks', 'check_in_entries', 'check_in_arrivals'],
  ...['run_sheet_cues', 'run_sheet_delays'],
];

/** A workspace whose rows fuzzed requests are about, and which forgets what they did to it. */
export class FuzzWorld {
  private dirty = false;
  private rows = new Map<string, Record<string, unknown>[]>();

  private constructor(
    readonly app: TestApp,
    readonly callers: readonly Client[],
    private readonly pools: Record<string, readonly string[]>,
  ) {}

  static async open(database: DatabaseKind): Promise<FuzzWorld> {
    const app = await startTestApp({ database });
    const admin = await app.setUpAdmin();
    const manager = await app.addPerson('經理');
    const lead = await app.addPerson('組長');
    const start = aStart({ template: 'venue-search', strictChecks: true });
    const { id } = ok(await manager.client.post<{ id: string }>('/api/projects', start)).body;
    const viewer = await app.addPerson('客戶', { projectId: id, projectRole: 'viewer' }, manager.client);
    const pools = await fill(app, id, manager, [admin, manager, lead, viewer]);
    const callers = [admin, admin, manager, manager, lead, viewer].map(({ client }) => client);
    const world = new FuzzWorld(app, [...callers, app.client()], pools);
    await world.remember();
    return world;
  }

  /** Sends it, with the names in it replaced by what they stand for. */
  async send(caller: number, method: string, { path, headers, payload }: FuzzedRequest) {
    const client = this.callers[caller % this.callers.length]!;
    const cookie = [...client.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await inject(this.app.app, {
      method: method as 'GET',
      url: this.resolve(path),
      headers: { 'x-requested-with': 'convener', ...(cookie && { cookie }), ...headers },
      payload: payload === undefined ? undefined : this.resolve(payload),
    });
    this.dirty ||= method !== 'GET' && answer.status < 300;
    return { statusCode: answer.status, headers: answer.headers, body: answer.text };
  }

  resolve(text: string): string {
    return text.replace(/@(\w+):(\d+)/g, (whole, kind: string, n: string) => {
      const pool = this.pools[kind];
      return pool ? pool[Number(n) % pool.length]! : whole;
    });
  }

  /** Everybody signed in, every project running, every row as it was. */
  async forget(): Promise<void> {
    if (!this.dirty) return;
    this.dirty = false;
    // A mail's job may touch the same rows meanwhile: whichever PostgreSQL ends as the loser, here it is tried again.
    await this.putBack().catch(() => this.putBack());
  }

  private async putBack(): Promise<void> {
    await this.database.write(async (em) => {
      const parameter = (index: number) => (em.dataSource.options.type === 'postgres' ? `$${index + 1}` : '?');
      for (const [table, rows] of this.rows) {
        const [first] = rows;
        if (!first) continue;
        const columns = Object.keys(first);
        const keys = em.dataSource.entityMetadatas
          .find(({ tableName }) => tableName === table)!
          .primaryColumns.map(({ databaseName }) => databaseName);
        const sets = columns.map((column) => `"${column}" = excluded."${column}"`).join(', ');
        const values = rows.flatMap((row) => columns.map((column) => row[column]));
        const holes = rows.map(
          (_row, at) => `(${columns.map((_, n) => parameter(at * columns.length + n)).join(', ')})`,
        );
        await em.query(
          `INSERT INTO ${table} (${columns.map((column) => `"${column}"`).join(', ')}) VALUES ${holes.join(', ')}
           ON CONFLICT (${keys.join(', ')}) DO UPDATE SET ${sets}`,
          values,
        );
      }
    });
  }

  private async remember(): Promise<void> {
    await this.database.read(async (em) => {
      for (const table of TABLES) {
        const rows = await em.query<Record<string, unknown>[]>(`SELECT * FROM ${table}`);
        this.rows.set(table, rows.map(asWritten));
      }
    });
  }

  private get database(): Database {
    return this.app.app.get(Database);
  }
}

/** PostgreSQL reads JSON columns as objects, and takes them as text. */
function asWritten(row: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(row).map(([column, value]) => [
      column,
      typeof value === 'object' && value !== null && !(value instanceof Date) ? JSON.stringify(value) : value,
    ]),
  );
}

async function fill(
  app: TestApp,
  project: string,
  manager: SignedInClient,
  people: SignedInClient[],
): Promise<Record<string, string[]>> {
  const { client } = manager;
  const view = ok(await client.get<Project>(`/api/projects/${project}`)).body;
  const team = view.teams[0]!.id;
  const lead = { role: 'member', teams: [{ teamId: team, lead: true }] };
  ok(await client.put(`/api/projects/${project}/members/${people[2]!.id}`, lead));
  const deliverables = [
    { title: '草案' },
    { title: '名單', accepter: 'lead' },
    { title: '合約', kind: 'contract' },
    { title: '紀錄', kind: 'record' },
  ];
  const parts = { deliverables, checks: ['一', '二'] };
  const items: { id: string; deliverableList: { id: string }[]; checkList: { id: string }[] }[] = [];
  for (const title of ['甲', '乙', '丙']) {
    // One of them is overdue, so that it can be acknowledged.
    const dueDay = title === '丙' ? '2026-01-06' : '2028-05-20';
    const body = { title, stage: 'before', teamId: team, dueDay, ...parts };
    items.push(ok(await client.post<(typeof items)[0]>(`/api/projects/${project}/work-items`, body)).body);
  }
  for (const { deliverableList } of items) ok(await client.post(`/api/deliverables/${deliverableList[1]!.id}/submit`));
  const rules = [];
  for (const list of [`projects/${project}`, `work-items/${items[0]!.id}`, 'me']) {
    const rule = { rule: { days: -3 } };
    rules.push(ok(await client.post<{ id: string }>(`/api/${list}/reminder-rules`, rule)).body.id);
  }
  const meeting = { title: '週會', stage: 'before', every: 'week', weekday: 1, daysOff: 'move', teamId: team };
  const recurring: string[] = [];
  for (const untilDay of ['2028-05-20', '2028-06-10']) {
    const body = { ...meeting, fromDay: '2028-05-01', untilDay };
    recurring.push(ok(await client.post<{ id: string }>(`/api/projects/${project}/recurring`, body)).body.id);
  }
  const tokens = [];
  for (let left = 3; left > 0; left -= 1) {
    const { link } = ok(
      await people[0]!.client.post<{ link: string }>('/api/invitations', { workspaceRole: 'member' }),
    ).body;
    tokens.push(link.split('/').at(-1)!);
  }
  const codes: string[] = [];
  for (const hours of [1, null]) {
    const code = { teamId: team, hours, most: 500 };
    const made = ok(await people[0]!.client.post<{ id: string; link: string }>('/api/join-codes', code)).body;
    codes.push(made.id);
    tokens.push(made.link.split('/').at(-1)!);
  }
  const ids = people.map(({ id }) => id);
  tokens.push(...(await app.app.get(Database).write((em) => unsubscribeTokens(em, ids))).values());
  const sessions = [];
  for (const { id, email } of people) {
    const browser = await app.signIn(email);
    const { items: own } = ok(
      await browser.get<{ items: { id: string; current: boolean }[] }>('/api/me/sessions'),
    ).body;
    sessions.push(own.find(({ current }) => current)!.id);
    if (id === people[0]!.id) continue;
    const { link } = ok(await people[0]!.client.post<{ link: string }>(`/api/people/${id}/password-reset`)).body;
    tokens.push(link.split('/').at(-1)!);
  }
  const lesson = { text: '早點訂車' };
  const lessons = ok(await client.post<{ own: { id: string }[] }>(`/api/projects/${project}/lessons`, lesson)).body.own;
  const copy = { from: { template: 'venue-search' }, name: '本會範本' };
  const house = ok(await client.post<{ id: string }>('/api/house-templates', copy)).body;
  const letters: string[] = [];
  for (const name of ['甲', '乙', '丙'])
    letters.push(ok(await client.post<{ id: string }>('/api/letter-templates', aLetterForm(name))).body.id);
  const said = await Promise.all(
    [client, people[0]!.client].map((one) =>
      one.post<{ id: string }>(`/api/work-items/${items[0]!.id}/comments`, { body: '好' }),
    ),
  );
  const contracts: string[] = [];
  for (const { deliverableList } of items) {
    const path = `/api/deliverables/${deliverableList[2]!.id}/contracts`;
    contracts.push(ok(await client.post<{ id: string }>(path, { party: '甲飯店' })).body.id);
  }
  const asked = await someSurveys(client, project);
  tokens.push(...asked.tokens);
  return {
    ...{ surveys: asked.surveys, questions: asked.questions },
    ...(await someLists(client, project, team)),
    ...(await someEntries(client, items[0]!.deliverableList[3]!.id)),
    documents: await someDocuments(client, project),
    ...(await someCues(client, project, team)),
    contracts,
    letterTemplates: letters,
    comments: said.map((answer) => ok(answer).body.id),
    evidence: await someFiles(
      client,
      items.map(({ deliverableList }) => deliverableList[0]!.id),
    ),
    lessons: [...lessons.map(({ id }) => id), await aProposal(client, project)],
    waivers: await someWaivers(client, project, items[2]!.id),
    houseTemplates: [house.id],
    projects: [project],
    items: items.map(({ id }) => id),
    deliverables: items.flatMap(({ deliverableList }) => deliverableList.map(({ id }) => id)),
    checks: items.flatMap(({ checkList }) => checkList.map(({ id }) => id)),
    teams: view.teams.map(({ id }) => id),
    people: people.map(({ id }) => id),
    emails: people.map(({ email }) => email),
    messages: await Promise.all(people.map((person) => aMessage(app, person.id))),
    recurring,
    codes,
    temporary: [(await aTemporary(app, client, team)).id],
    mails: await Promise.all(people.map((person) => aMessage(app, person.id, 'failed'))),
    tokens,
    sessions,
    rules,
    milestones: await someMilestones(client, project),
    replans: [await aReplan(client, project)],
    chapters: [await aChapter(client, project), await aChapter(client, project)],
    bulkChanges: [await aBulkChange(client, project, items[1]!.id)],
  };
}
