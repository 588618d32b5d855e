import type { HouseTemplate } from '../../apps/api/templates/house.dto';
import { houseContent } from '../routes/matrix.asks';
import { PASSWORD } from '../support/app';
import { ANY_VERSION, type Answer, type Client } from '../support/client';
import { aStart } from '../support/builders';
import { BAD_LINKS } from './corpus';
import { tellLists, tellRunSheet, tellSurvey } from './stored-texts.lists';

/** What one text left in the workspace. */
export interface Written {
  text: string;
  item: string;
  project: string;
  invitation: string;
}

/** Writes texts through every field and remembers through which. */
export class Storyteller {
  readonly fields = new Set<string>();
  private people = 0;

  constructor(
    readonly admin: { id: string; client: Client },
    readonly newcomer: () => Client,
    /** The project that holds everything. */
    readonly main: string,
  ) {}

  /** `route` as the document writes it, with the ids for its braces. */
  async send<T = { id: string; version: number }>(
    route: string,
    ids: string[],
    body: object,
    text: string,
    as = this.admin.client,
  ): Promise<T> {
    const [method, path] = route.split(' ') as ['POST', string];
    const left = [...ids];
    const url = path.replace(/\{\w+\}/g, () => left.shift()!);
    const answer: Answer<T> = await as.send<T>(method, url, body, ANY_VERSION);
    if (answer.status >= 300) throw new Error(`${route}: ${answer.status} ${JSON.stringify(answer.body)}`);
    for (const pointer of pointersOf(body, text, '')) this.fields.add(`${route} ${pointer}`);
    return answer.body;
  }

  async tell(text: string): Promise<Written> {
    const person = await this.person(text);
    const project = await this.project(text);
    const { teamId, invitation } = await this.team(text, person.id);
    const item = await this.item(text, teamId, person);
    await this.milestone(text);
    await tellLists(this, text);
    await tellSurvey(this, text);
    await tellRunSheet(this, text);
    const mine = { title: text, titleEn: text, stage: 'before', dueDay: '2026-11-27', assigneeId: this.admin.id };
    await this.send('POST /api/projects/{id}/work-items', [this.main], mine, text);
    await this.lessons(text, item);
    await this.house(text);
    return { text, item, project, invitation };
  }

  private async person(text: string): Promise<{ id: string; client: Client }> {
    const invite = { name: text, workspaceRole: 'member' };
    const { link } = await this.send<{ link: string }>('POST /api/invitations', [], invite, text);
    const client = this.newcomer();
    const given = { name: text, email: `teller${(this.people += 1)}@example.test`, password: PASSWORD };
    const token = link.split('/').at(-1)!;
    const { id } = await this.send('POST /api/invitations/{token}/accept', [token], given, text, client);
    await this.send('PATCH /api/me', [], { name: text }, text, client);
    return { id, client };
  }

  private async milestone(text: string): Promise<void> {
    const named = { name: text, nameEn: text, amount: text, note: text };
    const due = { kind: 'payment', day: '2028-08-01' };
    const { id } = await this.send('POST /api/projects/{id}/milestones', [this.main], { ...named, ...due }, text);
    await this.send('PATCH /api/milestones/{id}', [id], named, text);
  }

  private async project(text: string): Promise<string> {
    const named = { name: text, client: text, venue: text };
    const start = { ...aStart({ template: 'venue-search' }), ...named };
    await this.send('POST /api/projects/preview', [], start, text);
    const draft = { ...named, invite: [{ team: 'venue', name: text, lead: true }] };
    await this.send('PUT /api/me/start-draft', [], { draft }, text);
    const { id } = await this.send('POST /api/projects', [], start, text);
    const ownDays = [{ day: '2026-11-28', kind: 'working', name: text }];
    await this.send('PATCH /api/projects/{id}', [id], { ...named, ownDays }, text);
    const year = { status: 'provisional', source: text, daysOff: [{ date: '2032-01-01', name: text }] };
    await this.send('PUT /api/calendars/{year}', ['2032'], year, text);
    await this.send('PATCH /api/projects/{id}', [id], named, text);
    const why = { reason: text };
    for (const change of [
      { to: 'on-hold', ...why },
      { to: 'running', ...why },
    ]) {
      await this.send('POST /api/projects/{id}/state/preview', [id], change, text);
      await this.send('POST /api/projects/{id}/state', [id], change, text);
    }
    await this.send('PUT /api/projects/{id}/health', [id], { word: 'at-risk', note: text }, text);
    await this.send('POST /api/projects/{id}/baseline', [id], why, text);
    const days = { fromDay: '2028-05-01', untilDay: '2028-06-10', daysOff: 'move', every: 'week', weekday: 1 };
    const meeting = { title: text, titleEn: text, stage: 'before', ...days };
    await this.send('POST /api/projects/{id}/recurring/preview', [id], meeting, text);
    const made = await this.send('POST /api/projects/{id}/recurring', [id], meeting, text);
    await this.send('PATCH /api/recurring/{id}', [made.id], { title: text, titleEn: text }, text);
    await this.closing(text, id);
    await this.send('POST /api/projects/{id}/close', [id], { note: text, waiveRest: text }, text);
    await this.send('POST /api/projects/{id}/reopen', [id], { reason: text }, text);
    return id;
  }

  private async team(text: string, personId: string): Promise<{ teamId: string; invitation: string }> {
    const named = { name: text, nameEn: text };
    type Teams = { teams: { id: string; name: string }[] };
    const { teams } = await this.send<Teams>('POST /api/projects/{id}/teams', [this.main], named, text);
    const teamId = teams.find(({ name }) => name === text)!.id;
    await this.send('PATCH /api/teams/{id}', [teamId], named, text);
    const place = { role: 'member', teams: [{ teamId, lead: false }] };
    await this.send('PUT /api/projects/{id}/members/{personId}', [this.main, personId], place, text);
    const invite = { name: text, projectId: this.main, teamId };
    const { link } = await this.send<{ link: string }>('POST /api/invitations', [], invite, text);
    await this.temporary(text, teamId);
    return { teamId, invitation: link.split('/').at(-1)! };
  }

  private async temporary(text: string, teamId: string): Promise<void> {
    const code = { teamId, hours: 24, most: 5 };
    const { link } = await this.send<{ link: string }>('POST /api/join-codes', [], code, text);
    const token = link.split('/').at(-1)!;
    await this.send('POST /api/join/{token}', [token], { name: text, told: true }, text, this.newcomer());
  }

  private async item(text: string, teamId: string, person: { id: string; client: Client }): Promise<string> {
    const named = { title: text, titleEn: text };
    const agreement = { ...named, kind: 'contract' };
    const record = { ...named, kind: 'record' };
    const parts = {
      deliverables: [named, { ...named, accepter: 'manager' }, named, agreement, record],
      checks: [text],
    };
    const body = { ...named, stage: 'before', dueDay: '2026-11-27', teamId, assigneeId: person.id, ...parts };
    type Item = { id: string; deliverableList: { id: string }[]; checkList: { id: string }[] };
    const item = await this.send<Item>('POST /api/projects/{id}/work-items', [this.main], body, text);
    const ids = item.deliverableList.map(({ id }) => id) as [string, string, string, string, string];
    const [open, handedIn, waived, contract, minutes] = ids;
    const why = { reason: text };
    const change = (changes: object) => this.send('PATCH /api/work-items/{id}', [item.id], changes, text);
    await this.send('POST /api/work-items/{id}/remind', [item.id], { to: 'manager', text }, text);
    await change({ startDay: '2026-01-05', dueDay: '2026-01-06' });
    await this.send('POST /api/work-items/{id}/acknowledge', [item.id], { note: text }, text);
    await change({ dueDay: '2026-11-27' });
    await change({ status: 'not-applicable', ...why });
    await this.send('POST /api/work-items/{id}/reopen', [item.id], why, text);
    const together = (set: object) => {
      const body = { select: { workItemIds: [item.id] }, set };
      return this.send('POST /api/projects/{id}/assignments', [this.main], body, text);
    };
    await together({ status: 'not-applicable', ...why });
    await this.send('POST /api/work-items/{id}/reopen', [item.id], why, text);
    await change({ ...named, status: 'waiting', waitingFor: text });
    await together({ status: 'waiting', waitingFor: text });
    await this.send('POST /api/work-items/{id}/deliverables', [item.id], named, text);
    await this.send('POST /api/work-items/{id}/checks', [item.id], { text }, text);
    await this.send('PATCH /api/deliverables/{id}', [open], named, text);
    const evidence = { note: text, link: `https://example.test/${text.replace(/\s/g, '+')}` };
    await this.send('POST /api/deliverables/{id}/submit', [handedIn], evidence, text, person.client);
    await this.send('POST /api/deliverables/{id}/return', [handedIn], why, text);
    await this.send('POST /api/deliverables/{id}/evidence', [open], evidence, text);
    await this.send('POST /api/deliverables/{id}/waive', [waived], why, text);
    await this.send('POST /api/deliverables/{id}/reopen', [waived], why, text);
    await this.send('POST /api/deliverables/{id}/waive', [waived], why, text);
    await this.contract(text, contract);
    await this.record(text, minutes);
    await this.send('POST /api/checks/{id}/not-applicable', [item.checkList[0]!.id], why, text);
    return item.id;
  }

  private async record(text: string, deliverable: string): Promise<void> {
    const facts = { title: text, place: text, present: text, notes: text, decisions: [text], actions: [{ text }] };
    const meeting = { ...facts, kind: 'meeting', day: '2026-11-20' };
    type Entry = { id: string; actions: { id: string }[] };
    const path = 'POST /api/deliverables/{id}/record-entries';
    const { id, actions } = await this.send<Entry>(path, [deliverable], meeting, text);
    await this.send(
      'PATCH /api/record-entries/{id}',
      [id],
      { ...facts, actions: [{ id: actions[0]!.id, text }] },
      text,
    );
  }

  private async contract(text: string, deliverable: string): Promise<void> {
    const facts = { party: text, note: text };
    const { id } = await this.send('POST /api/deliverables/{id}/contracts', [deliverable], facts, text);
    await this.send('PATCH /api/contracts/{id}', [id], facts, text);
    await this.send('POST /api/contracts/{id}/state', [id], { state: 'dropped', reason: text }, text);
  }

  /** Something waived, and taken back. */
  private async closing(text: string, id: string): Promise<void> {
    type Closing = { groups: { things: { kind: string; id: string }[] }[]; waivers: { id: string }[] };
    const found = (await this.admin.client.get<Closing>(`/api/projects/${id}/closing`)).body;
    const [thing] = found.groups.flatMap(({ things }) => things).filter(({ kind }) => kind === 'deliverable');
    const path = 'POST /api/projects/{id}/closing/waivers';
    const things = [{ kind: thing!.kind, id: thing!.id }];
    const { waivers } = await this.send<Closing>(path, [id], { things, reason: text }, text);
    await this.send(`${path}/{waiverId}/take-back`, [id, waivers[0]!.id], { reason: text }, text);
  }

  /** A lesson that a template of the house takes, and one that it does not. */
  private async proposals(text: string): Promise<void> {
    const list = await this.admin.client.get<{ items: { id: string; source: string; standard: string }[] }>(
      `/api/projects/${this.main}/work-items?limit=200`,
    );
    const task = list.body.items.find(({ source }) => source === 'standard')!;
    const copy = { from: { template: task.standard }, name: '本會範本' };
    const { id: house } = (await this.admin.client.post<{ id: string }>('/api/house-templates', copy)).body;
    const lesson = { text, proposal: { what: 'note', text } };
    for (const how of ['take', 'decline']) {
      const path = 'POST /api/work-items/{id}/lessons';
      const { own } = await this.send<{ own: { id: string }[] }>(path, [task.id], lesson, text);
      const id = own.at(-1)!.id;
      await this.send('PATCH /api/lessons/{id}', [id], lesson, text);
      const decided = `POST /api/house-templates/{id}/lessons/{lessonId}/${how}`;
      await this.send(decided, [house, id], { reason: text }, text);
    }
  }

  private async lessons(text: string, item: string): Promise<void> {
    type Lessons = { own: { id: string }[] };
    await this.send('POST /api/work-items/{id}/lessons', [item], { text }, text);
    const said = await this.send('POST /api/work-items/{id}/comments', [item], { body: text }, text);
    await this.send('PATCH /api/comments/{id}', [said.id], { body: text }, text);
    const { own } = await this.send<Lessons>('POST /api/projects/{id}/lessons', [this.main], { text }, text);
    await this.send('PATCH /api/lessons/{id}', [own.at(-1)!.id], { text }, text);
    await this.proposals(text);
    await this.report(text);
  }

  private async report(text: string): Promise<void> {
    const path = '/api/projects/{id}/closing-report/chapters';
    const own = { title: text, textBefore: text };
    const { key } = await this.send<{ key: string }>(`POST ${path}`, [this.main], own, text);
    await this.send(`PATCH ${path}/{key}`, [this.main, key], { ...own, textAfter: text }, text);
  }

  private async house(text: string): Promise<void> {
    const named = { name: text, nameEn: text };
    const copy = { from: { template: 'venue-search' }, ...named };
    const house = await this.send<HouseTemplate>('POST /api/house-templates', [], copy, text);
    const both = { zh: text, en: text };
    const titled = { title: text, titleEn: text };
    const [first] = houseContent(house.draft).items;
    const task = {
      ...{ ...first!, place: undefined, ...titled, basis: text, guidance: text, after: [] },
      deliverables: first!.deliverables.map((row) => ({ ...row, ...titled, place: null })),
      checks: first!.checks.map((check) => ({ ...check, text, place: null })),
    };
    const columns = [{ key: 'note', name: text, type: 'text' }];
    const list = await this.send('POST /api/projects/{id}/registers', [this.main], { name: text, columns }, text);
    const keep = () => this.send('POST /api/registers/{id}/keep', [list.id], { templateId: house.id }, text);
    await keep();
    const edit = {
      removeLists: [text],
      ...{ ...named, description: text, descriptionEn: text },
      options: [
        ...house.draft.options,
        { key: 'asked', kind: 'yes-no', question: both, help: both, choices: choices(both) },
      ],
      teams: house.draft.teams.map((team) => ({ ...team, ...named })),
      items: [{ ...task, place: first!.place }],
      add: { ...task, behind: null },
    };
    const patched = await this.send<HouseTemplate>('PATCH /api/house-templates/{id}', [house.id], edit, text);
    const content = houseContent(patched.draft);
    const anchors = content.anchors.map((anchor) => ({ ...anchor, ...named }));
    await this.send('PUT /api/house-templates/{id}/draft', [house.id], { ...content, anchors }, text);
    await keep();
  }

  /** Statuses with which addresses that are none of the web's are refused as evidence. */
  async badLinks(item: string): Promise<number[]> {
    const { body } = await this.admin.client.get<{ deliverableList: { id: string }[] }>(`/api/work-items/${item}`);
    const path = `/api/deliverables/${body.deliverableList[0]!.id}/evidence`;
    return Promise.all(BAD_LINKS.map(async (link) => (await this.admin.client.post(path, { link })).status));
  }
}

const choices = (name: object) => [true, false].map((value) => ({ value, name }));

function pointersOf(value: unknown, text: string, pointer: string): string[] {
  if (value === text) return [pointer];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    pointersOf(inner, text, `${pointer}/${Array.isArray(value) ? '*' : key}`),
  );
}
