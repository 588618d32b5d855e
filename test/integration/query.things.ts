import { randomUUID } from 'node:crypto';
import { unsubscribeTokens } from '@convener/notifications';
import { Database } from '@convener/platform';
import type { Deliverable, WorkItem } from '../../apps/api/projects/work.dto';
import { type SignedInClient } from '../support/app';
import { ok } from '../support/client';
import { aLetterForm } from '../support/docx';
import { formOf } from '../support/files';
import { until } from '../support/until';
import type { CountedRequest, Request } from './query.types';
import type { QueryWorld } from './query.world';

export type Who = keyof QueryWorld['cast'] | 'admin';

export const personOf = (world: QueryWorld, who: Who): SignedInClient =>
  who === 'admin' ? world.admin : world.cast[who];

/** A GET of a path; `{id}` is the conference. */
export function get(route: string, most: number, who: Who = 'manager', query = ''): CountedRequest {
  return {
    name: `GET ${route}${query && ` · ${query}`}`,
    most,
    make: (world) => ({ as: personOf(world, who).client, path: route.replace('{id}', world.project.id) + query }),
  };
}

/** A change of something that `target` finds first: an id for the path. */
export function change(
  name: string,
  most: number,
  target: (world: QueryWorld) => Promise<string> | string,
  body: unknown = {},
  who: Who = 'manager',
): CountedRequest {
  const route = name.split(' ')[1]!;
  const make = async (world: QueryWorld): Promise<Request> => {
    const path = route.replace(/\{\w+\}/, await target(world));
    const given = typeof body === 'function' ? ((await body(world)) as unknown) : body;
    return { as: personOf(world, who).client, path, body: given, headers: { 'if-match': '*' } };
  };
  return { name, most, make };
}

export const project = (world: QueryWorld) => world.project.id;
export const item = async (world: QueryWorld) => (await world.item()).id;
export const check = async (world: QueryWorld) => (await world.check()).id;
export const contracted = async (world: QueryWorld) => (await world.project.addDeliverable({ kind: 'contract' })).id;
export const contract = async (world: QueryWorld) => {
  const path = `/api/deliverables/${await contracted(world)}/contracts`;
  return ok(await world.cast.manager.client.post<{ id: string }>(path, { party: '甲飯店' })).body.id;
};
export const recorded = async (world: QueryWorld) => (await world.project.addDeliverable({ kind: 'record' })).id;
/** An entry with action items for people and sub-teams. */
export const entry = async (world: QueryWorld) => {
  const path = `/api/deliverables/${await recorded(world)}/record-entries`;
  const teamId = (await world.project.team('registration')).id;
  const actions = [{ text: '訂車', assigneeId: world.cast.lead.id, teamId }, { text: '借麥克風' }];
  const body = { kind: 'meeting', day: '2028-05-02', title: '籌備會', actions };
  return ok(await world.cast.manager.client.post<{ id: string; actions: { id: string }[] }>(path, body)).body;
};
/** A made one. */
export const document = async (world: QueryWorld) => {
  const path = `/api/projects/${world.project.id}/documents`;
  const as = world.cast.manager.client;
  const body = { kind: 'work-by-team', language: 'zh-TW', format: 'xlsx' };
  const { id } = ok(await as.post<{ id: string }>(path, body)).body;
  const isReady = async () => ok(await as.get<{ state: string }>(`/api/documents/${id}`)).body.state === 'ready';
  await until(isReady, 'a document');
  return id;
};
export const list = async (world: QueryWorld) => {
  const path = `/api/projects/${world.project.id}/registers`;
  return ok(await world.cast.manager.client.post<{ id: string }>(path, { preset: 'venues' })).body.id;
};
export const checkIn = async (world: QueryWorld) => {
  const path = `/api/projects/${world.project.id}/registers`;
  const { id } = ok(await world.cast.manager.client.post<{ id: string }>(path, { preset: 'registrations' })).body;
  ok(await world.cast.manager.client.post(`/api/registers/${id}/check-in`));
  return id;
};
export const listRow = async (world: QueryWorld) => {
  const path = `/api/registers/${await list(world)}/rows`;
  return ok(await world.cast.manager.client.post<{ id: string }>(path, { cells: { venue: '甲館' } })).body.id;
};
/** One of three cues in a row, with people, a sub-team and a file. */
export const cue = async (world: QueryWorld) => {
  const teamId = (await world.project.team('registration')).id;
  const more = { personIds: [world.cast.lead.id], teamId, workItemId: await item(world), outside: '王教授' };
  const link = { name: '簡報', link: 'https://example.test/slides' };
  const evidence = { name: '名單', evidenceId: await file(world) };
  const place = `會議室 ${randomUUID()}`;
  const cues = [540, 570, 600].map((minute) => ({
    ...{ day: '2028-06-12', minute, minutes: 30, place, title: '專題演講', files: [link, evidence], ...more },
  }));
  const path = `/api/projects/${world.project.id}/run-sheet/cues`;
  return ok(await world.cast.manager.client.post<{ items: { id: string }[] }>(path, { cues })).body.items[0]!.id;
};
export const delay = async (world: QueryWorld) => {
  const path = `/api/run-sheet-cues/${await cue(world)}/delay`;
  const { delays } = ok(await world.cast.manager.client.post<{ delays: { id: string }[] }>(path, { minutes: 5 })).body;
  return delays[0]!.id;
};
/** A row with a cell for photos. */
export const fileRow = async (world: QueryWorld) => {
  const columns = [{ key: 'photo', name: '照片', type: 'file' }];
  const path = `/api/projects/${world.project.id}/registers`;
  const { client } = world.cast.manager;
  const { id } = ok(await client.post<{ id: string }>(path, { name: '照片', columns })).body;
  return ok(await client.post<{ id: string }>(`/api/registers/${id}/rows`)).body.id;
};
export const cellFile = async (world: QueryWorld) => {
  const path = `/api/register-rows/${await fileRow(world)}/files?column=photo`;
  const added = await world.cast.manager.client.post<{ files: { photo: [{ id: string }] } }>(
    path,
    formOf('名單', '名單.txt'),
  );
  return ok(added).body.files.photo[0].id;
};
/** The second of two rows. */
export const secondRow = async (world: QueryWorld) => {
  const path = `/api/registers/${await list(world)}/rows`;
  const rows = [];
  for (const venue of ['甲館', '乙館'])
    rows.push(ok(await world.cast.manager.client.post<{ id: string }>(path, { cells: { venue } })).body.id);
  return rows[1]!;
};
/** Work that was made of a finding, and whose end is noted there. */
export const findingsWork = async (world: QueryWorld) => {
  const path = `/api/projects/${world.project.id}/registers`;
  const { client } = world.cast.manager;
  const { id } = ok(await client.post<{ id: string }>(path, { preset: 'rehearsalFindings' })).body;
  const cells = { problem: '投影機沒有聲音', owner: '組長 陳' };
  const row = ok(await client.post<{ id: string }>(`/api/registers/${id}/rows`, { cells })).body;
  return ok(await client.post<{ work: { id: string } }>(`/api/register-rows/${row.id}/work-item`)).body.work.id;
};
/** Some of each kind of what is open. */
export const openThings = async (world: QueryWorld) => {
  type Thing = { kind: string; id: string };
  const path = `/api/projects/${world.project.id}/closing`;
  const { groups } = ok(await world.cast.manager.client.get<{ groups: { things: Thing[] }[] }>(path)).body;
  const all = groups.flatMap(({ things }) => things);
  const kinds = [...new Set(all.map(({ kind }) => kind))];
  const some = kinds.flatMap((kind) => all.filter((thing) => thing.kind === kind).slice(0, 3));
  return some.map(({ kind, id }) => ({ kind, id }));
};
export const open = async (world: QueryWorld) => (await world.project.addDeliverable({ accepter: 'manager' })).id;
export const submitted = async (world: QueryWorld) => (await world.submitted()).id;
export const accepted = async (world: QueryWorld) => {
  const id = await submitted(world);
  ok(await world.cast.manager.client.post(`/api/deliverables/${id}/accept`));
  return id;
};
export const file = async (world: QueryWorld) => {
  const path = `/api/deliverables/${await open(world)}/files`;
  const { evidenceList } = ok(await world.cast.manager.client.post<Deliverable>(path, formOf('名單', '名單.txt'))).body;
  return evidenceList[0]!.id;
};
export const reason = { reason: '資料有誤' };
export const house = async ({ cast }: QueryWorld) => {
  const body = { from: { template: 'venue-search' }, name: '本會範本' };
  return ok(await cast.manager.client.post<{ id: string }>('/api/house-templates', body)).body.id;
};
export const letterTemplate = async ({ cast }: QueryWorld) => {
  const form = aLetterForm(randomUUID());
  return ok(await cast.manager.client.post<{ id: string }>('/api/letter-templates', form)).body.id;
};
export const lesson = async (world: QueryWorld) => {
  const path = `/api/projects/${world.project.id}/lessons`;
  const { own } = ok(await world.cast.manager.client.post<{ own: { id: string }[] }>(path, { text: '早點訂車' })).body;
  return own[0]!.id;
};

export function membership({ cast, project: { id } }: QueryWorld, person: Pick<SignedInClient, 'id'>): Request {
  return { as: cast.manager.client, path: `/api/projects/${id}/members/${person.id}` };
}

export function activityOfItem() {
  return {
    name: 'GET /api/projects/{id}/activity · of one work item',
    make: async (world: QueryWorld): Promise<Request> => {
      const of: WorkItem = await world.item();
      return { as: world.cast.manager.client, path: `/api/projects/${world.project.id}/activity?subject=${of.id}` };
    },
  };
}

export async function resetLink({ admin, cast }: QueryWorld): Promise<string> {
  const { body } = await admin.client.post<{ link: string }>(`/api/people/${cast.outsider.id}/password-reset`);
  return body.link.split('/').at(-1)!;
}

export function unsubscribeLink({ app, cast }: QueryWorld): Promise<string> {
  const of = cast.outsider.id;
  return app.app.get(Database).write(async (em) => (await unsubscribeTokens(em, [of])).get(of)!);
}

export async function joinCode({ cast: { manager }, project }: QueryWorld): Promise<string> {
  const [team] = (await project.view()).teams;
  const code = { teamId: team!.id, hours: 24, most: 9 };
  return ok(await manager.client.post<{ link: string }>('/api/join-codes', code))
    .body.link.split('/')
    .at(-1)!;
}

export async function invitation({ admin }: QueryWorld): Promise<string> {
  const { body } = await admin.client.post<{ link: string }>('/api/invitations', { workspaceRole: 'member' });
  return body.link.split('/').at(-1)!;
}

/** A survey that collects, with three answers and one link more. */
export async function survey(world: QueryWorld): Promise<string> {
  const manager = world.cast.manager.client;
  type Survey = { id: string; sections: { questions: { id: string; required: boolean }[] }[] };
  const asked = { title: '會後調查', ready: 'clients' };
  const path = `/api/projects/${world.project.id}/surveys`;
  const { id, sections } = ok(await manager.post<Survey>(path, asked)).body;
  ok(await manager.post(`/api/surveys/${id}/open`));
  ok(await manager.post(`/api/surveys/${id}/links`, { count: 4 }));
  const required = sections.flatMap(({ questions }) => questions.filter((question) => question.required));
  const answers = required.map((question) => ({ questionId: question.id, number: 4 }));
  for (const token of (await surveyTokens(world, id)).slice(1)) {
    const submission = { submissionId: randomUUID(), consent: true, named: false, locale: 'en', answers };
    ok(await world.app.client().post(`/api/survey/${token}`, submission));
  }
  return id;
}

export async function surveyTokens({ cast }: QueryWorld, id: string): Promise<string[]> {
  const path = `/api/surveys/${id}/links/given`;
  const { items } = ok(await cast.manager.client.post<{ items: { link: string }[] }>(path)).body;
  return items.map(({ link }) => link.split('/').at(-1)!);
}
