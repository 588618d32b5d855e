import { PASSWORD } from '../support/app';
import { ANY_VERSION, type Answer, type Client } from '../support/client';
import { type ApiDocument, operationsOf, type Schema } from '../support/openapi';
import { aStart } from '../support/builders';
import { BAD_LINKS } from './corpus';

/** These are never shown to anybody. */
const SECRETS = /\/(password|current|next|token)$/;
/** These name something that the server knows: any other text is refused, which fuzz.spec.ts sees to. */
const NAMES = /\/(template|zone|team|standards\/\*)$/;

/** Every place where a request takes text of people's own: `POST /api/projects /name`. */
export function textFieldsOf(document: ApiDocument): string[] {
  return operationsOf(document)
    .flatMap(({ method, path, body }) =>
      (body ? pointersIn(document, body, '') : []).map((pointer) => `${method} ${path} ${pointer}`),
    )
    .filter((field) => !SECRETS.test(field) && !NAMES.test(field))
    .sort();
}

function pointersIn(document: ApiDocument, schema: Schema, pointer: string): string[] {
  const reference = schema.$ref ?? schema.allOf?.[0]?.$ref;
  if (reference) return pointersIn(document, document.components.schemas[reference.split('/').at(-1)!]!, pointer);
  if (schema.type === 'string') return schema.enum || schema.format || schema.pattern ? [] : [pointer];
  if (schema.type === 'array') return pointersIn(document, schema.items ?? {}, `${pointer}/*`);
  return Object.entries(schema.properties ?? {}).flatMap(([name, inner]) =>
    pointersIn(document, inner, `${pointer}/${name}`),
  );
}

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
    private readonly admin: { id: string; client: Client },
    private readonly newcomer: () => Client,
    /** The project that holds everything. */
    private readonly main: string,
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
    const mine = { title: text, titleEn: text, stage: 'before', dueDay: '2026-11-27', assigneeId: this.admin.id };
    await this.send('POST /api/projects/{id}/work-items', [this.main], mine, text);
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

  private async project(text: string): Promise<string> {
    const named = { name: text, client: text, venue: text };
    const start = { ...aStart({ template: 'venue-search' }), ...named };
    await this.send('POST /api/projects/preview', [], start, text);
    const { id } = await this.send('POST /api/projects', [], start, text);
    await this.send('PATCH /api/projects/{id}', [id], named, text);
    await this.send('POST /api/projects/{id}/close', [id], { anyway: true }, text);
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
    return { teamId, invitation: link.split('/').at(-1)! };
  }

  private async item(text: string, teamId: string, person: { id: string; client: Client }): Promise<string> {
    const named = { title: text, titleEn: text };
    const parts = { deliverables: [named, { ...named, accepter: 'manager' }, named], checks: [text] };
    const body = { ...named, stage: 'before', dueDay: '2026-11-27', teamId, assigneeId: person.id, ...parts };
    type Item = { id: string; deliverableList: { id: string }[]; checkList: { id: string }[] };
    const item = await this.send<Item>('POST /api/projects/{id}/work-items', [this.main], body, text);
    const [open, handedIn, waived] = item.deliverableList.map(({ id }) => id) as [string, string, string];
    const why = { reason: text };
    const change = (changes: object) => this.send('PATCH /api/work-items/{id}', [item.id], changes, text);
    await change({ status: 'not-applicable', ...why });
    await this.send('POST /api/work-items/{id}/reopen', [item.id], why, text);
    await change({ ...named, status: 'waiting', waitingFor: text });
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
    await this.send('POST /api/checks/{id}/not-applicable', [item.checkList[0]!.id], why, text);
    return item.id;
  }

  /** Statuses with which addresses that are none of the web's are refused as evidence. */
  async badLinks(item: string): Promise<number[]> {
    const { body } = await this.admin.client.get<{ deliverableList: { id: string }[] }>(`/api/work-items/${item}`);
    const path = `/api/deliverables/${body.deliverableList[0]!.id}/evidence`;
    return Promise.all(BAD_LINKS.map(async (link) => (await this.admin.client.post(path, { link })).status));
  }
}

function pointersOf(value: unknown, text: string, pointer: string): string[] {
  if (value === text) return [pointer];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    pointersOf(inner, text, `${pointer}/${Array.isArray(value) ? '*' : key}`),
  );
}
