import { randomUUID } from 'node:crypto';
import { type MailStatus, Message } from '@convener/delivery';
import { Database } from '@convener/platform';
import type { Deliverable } from '../../apps/api/projects/work.dto';
import type { TestApp } from '../support/app';
import { type Client, ok } from '../support/client';
import { formOf } from '../support/files';

export async function aProposal(client: Client, project: string): Promise<string> {
  const rows = await client.get<{ items: { id: string; source: string }[] }>(`/api/projects/${project}/work-items`);
  const { id } = ok(rows).body.items.find(({ source }) => source === 'standard')!;
  const lesson = { text: '押金', proposal: { what: 'note', text: '早付' } };
  return ok(await client.post<{ own: { id: string }[] }>(`/api/work-items/${id}/lessons`, lesson)).body.own[0]!.id;
}

export async function someWaivers(client: Client, project: string, item: string): Promise<string[]> {
  const path = `/api/projects/${project}/closing/waivers`;
  const { deliverableList } = ok(
    await client.post<{ deliverableList: { id: string }[] }>(`/api/work-items/${item}/deliverables`, { title: '免附' }),
  ).body;
  const things = [{ kind: 'deliverable', id: deliverableList.at(-1)!.id }];
  const { waivers } = ok(await client.post<{ waivers: { id: string }[] }>(path, { things, reason: '不辦' })).body;
  return waivers.map(({ id }) => id);
}

export async function aChapter(client: Client, project: string): Promise<string> {
  const path = `/api/projects/${project}/closing-report/chapters`;
  return ok(await client.post<{ key: string }>(path, { title: '附錄' })).body.key;
}

export async function someEntries(client: Client, deliverable: string) {
  const path = `/api/deliverables/${deliverable}/record-entries`;
  const entries: string[] = [];
  const actions: string[] = [];
  for (const title of ['一', '二']) {
    const body = { kind: 'meeting', day: '2028-05-02', title, actions: [{ text: '訂車' }, { text: '借麥克風' }] };
    const made = ok(await client.post<{ id: string; actions: { id: string }[] }>(path, body)).body;
    entries.push(made.id);
    actions.push(...made.actions.map(({ id }) => id));
  }
  return { entries, actions };
}

export async function someDocuments(client: Client, project: string): Promise<string[]> {
  const found: string[] = [];
  for (const kind of ['work-by-team', 'work-by-person']) {
    const body = { kind, language: 'zh-TW', format: 'xlsx' };
    found.push(ok(await client.post<{ id: string }>(`/api/projects/${project}/documents`, body)).body.id);
  }
  return found;
}

export async function someFiles(client: Client, deliverables: string[]): Promise<string[]> {
  const found: string[] = [];
  for (const [turn, id] of deliverables.entries()) {
    const form = formOf(`名單 ${turn}`, '名單.txt');
    found.push(ok(await client.post<Deliverable>(`/api/deliverables/${id}/files`, form)).body.evidenceList[0]!.id);
  }
  return found;
}

export async function aMessage(app: TestApp, personId: string, mailStatus: MailStatus = 'none'): Promise<string> {
  const id = randomUUID();
  const row = { id, personId, createdAt: app.clock.now(), status: 'ready' as const, lines: [], readAt: null };
  const unsent = { mailStatus, mailAttempts: 0, leaseToken: null, leaseUntil: null };
  await app.app.get(Database).write((em) => em.insert(Message, { ...row, ...unsent }));
  return id;
}
