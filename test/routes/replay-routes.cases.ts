import { randomUUID } from 'node:crypto';
import type { HouseTemplate } from '../../apps/api/templates/house.dto';
import { type SignedInClient } from '../support/app';
import { ANY_VERSION, ok } from '../support/client';
import { aConference, aStart } from '../support/builders';
import { aMeeting, houseContent } from './matrix.asks';
import { aTemporary } from './matrix.world';
import { closingCases } from './replay-routes.closing';
import { partCases } from './replay-routes.parts';
import type { Asked, Method, World } from './replay-routes.types';

/** Sends a request to `/api/`, under a key where one is given; whatever version there is. */
export const send = (method: Method, { as, path, body }: Asked, key?: string) =>
  as.client.send(method, `/api/${path}`, method === 'DELETE' ? undefined : (body ?? {}), {
    'if-match': '*',
    ...(key && { 'idempotency-key': key }),
  });

const post = (as: SignedInClient, path: string, body: object = {}) => send('POST', { as, path, body });

/** For every route that changes project data, a request that changes something. */
export function casesOf(world: World): Record<string, () => Promise<Asked>> {
  return {
    'POST /api/projects/{id}/reminder-rules': async () => ({
      as: world.cast.manager,
      path: `projects/${world.project.id}/reminder-rules`,
      body: { rule: { days: -2 } },
    }),
    'POST /api/work-items/{id}/reminder-rules': async () => ({
      as: world.cast.manager,
      path: `work-items/${(await world.project.add()).id}/reminder-rules`,
      body: { rule: { days: -2 } },
    }),
    'POST /api/me/reminder-rules': async () => ({
      as: world.cast.member,
      path: 'me/reminder-rules',
      body: { rule: { days: -2 } },
    }),
    'POST /api/work-items/{id}/remind': async () => ({
      as: world.cast.manager,
      path: `work-items/${(await world.project.add({ assigneeId: world.cast.member.id })).id}/remind`,
      body: { to: 'assignee' },
    }),
    'POST /api/work-items/{id}/acknowledge': async () => ({
      as: world.cast.manager,
      path: `work-items/${(await world.project.add({ dueDay: '2020-01-02' })).id}/acknowledge`,
      body: { note: '知道了' },
    }),
    'POST /api/projects': async () => ({ as: world.cast.manager, path: 'projects', body: aStart({ name: '另一場' }) }),
    'POST /api/projects/{id}/close': async () => ({
      as: world.cast.manager,
      path: `projects/${(await aConference(world.app, { cast: world.cast })).id}/close`,
      body: { waiveRest: '提前結案' },
    }),
    'POST /api/projects/{id}/reopen': async () => {
      const { id } = await aConference(world.app, { cast: world.cast });
      ok(await post(world.cast.manager, `projects/${id}/close`, { waiveRest: '提前結案' }));
      return { as: world.cast.manager, path: `projects/${id}/reopen`, body: { reason: '追加' } };
    },
    'PUT /api/projects/{id}/health': () =>
      Promise.resolve({
        as: world.cast.manager,
        path: `projects/${world.project.id}/health`,
        body: { word: 'at-risk', note: '場地未定' },
      }),
    'POST /api/projects/{id}/state': async () => ({
      as: world.cast.manager,
      path: `projects/${(await aConference(world.app, { cast: world.cast })).id}/state`,
      body: { to: 'on-hold', reason: '等主辦' },
    }),
    'POST /api/projects/{id}/baseline': async () => ({
      as: world.cast.manager,
      path: `projects/${world.project.id}/baseline`,
      body: { reason: '改期' },
    }),
    'POST /api/projects/{id}/schedule/follow': async () => {
      const late = await world.project.add({ dueDay: '2020-01-02' });
      const { id, version } = await world.project.add({ startDay: '2020-01-03', dueDay: '2020-01-04' });
      const predecessors = [{ id: late.id, lagDays: 0, lagUnit: 'days' }];
      const seen = { 'if-match': `"${version}"` };
      ok(await world.cast.manager.client.put(`/api/work-items/${id}/predecessors`, { predecessors }, seen));
      return { as: world.cast.lead, path: `projects/${world.project.id}/schedule/follow`, body: { items: [id] } };
    },
    'POST /api/projects/{id}/recurring': async () => ({
      as: world.cast.manager,
      path: `projects/${world.project.id}/recurring`,
      body: aMeeting(),
    }),
    'DELETE /api/recurring/{id}': async () => {
      const made = ok(await post(world.cast.manager, `projects/${world.project.id}/recurring`, aMeeting()));
      return { as: world.cast.manager, path: `recurring/${(made.body as { id: string }).id}` };
    },
    'POST /api/projects/{id}/workflows': async () => ({
      as: world.cast.manager,
      path: `projects/${(await aConference(world.app, { cast: world.cast })).id}/workflows`,
      body: { template: 'venue-search' },
    }),
    'POST /api/projects/{id}/replan': async () => ({
      as: world.cast.manager,
      path: `projects/${(await aConference(world.app, { cast: world.cast })).id}/replan`,
      body: { closing: '2028-06-20' },
    }),
    'POST /api/projects/{id}/replans/{replanId}/undo': async () => {
      const { id } = await aConference(world.app, { cast: world.cast });
      const done = await post(world.cast.manager, `projects/${id}/replan`, { closing: '2028-06-20' });
      return { as: world.cast.manager, path: `projects/${id}/replans/${String(ok(done).body.replanId)}/undo` };
    },
    'POST /api/projects/{id}/milestones': async () => ({
      as: world.cast.manager,
      path: `projects/${world.project.id}/milestones`,
      body: { kind: 'payment', name: '期款', day: '2028-08-01', withWork: true },
    }),
    'DELETE /api/milestones/{id}': async () => {
      const body = { kind: 'inspection', name: '驗收', day: '2028-08-01' };
      const { id } = ok(await post(world.cast.manager, `projects/${world.project.id}/milestones`, body)).body;
      return { as: world.cast.manager, path: `milestones/${String(id)}` };
    },
    'POST /api/projects/{id}/assignments': async () => {
      const { id } = await world.project.add({ dueDay: '2028-05-20' });
      const body = { select: { workItemIds: [id] }, set: { shiftDays: 3 } };
      return { as: world.cast.lead, path: `projects/${world.project.id}/assignments`, body };
    },
    'POST /api/projects/{id}/bulk-changes/{bulkId}/undo': async () => {
      const { id } = await world.project.add({ dueDay: '2028-05-20' });
      const body = { select: { workItemIds: [id] }, set: { shiftDays: 3 } };
      const done = ok(await post(world.cast.lead, `projects/${world.project.id}/assignments`, body));
      const path = `projects/${world.project.id}/bulk-changes/${String(done.body.batchId)}/undo`;
      return { as: world.cast.lead, path };
    },
    'POST /api/projects/{id}/order': async () => ({
      as: world.cast.manager,
      path: `projects/${world.project.id}/order`,
      body: { workItemId: (await world.project.add()).id, after: null },
    }),
    'POST /api/projects/{id}/work-items': async () => {
      const body = { title: '自訂', stage: 'before', teamId: (await world.project.team('programme')).id };
      return { as: world.cast.lead, path: `projects/${world.project.id}/work-items`, body };
    },
    'POST /api/projects/{id}/teams': async () => ({
      as: world.cast.manager,
      path: `projects/${world.project.id}/teams`,
      body: { name: `小組 ${randomUUID()}` },
    }),
    'PUT /api/projects/{id}/members/{personId}': async () => {
      const { id } = await world.app.addPerson('新人');
      return { as: world.cast.manager, path: `projects/${world.project.id}/members/${id}`, body: { role: 'member' } };
    },
    'DELETE /api/projects/{id}/members/{personId}': async () => {
      const person = await world.app.addPerson('離開的人');
      await world.project.setMember(person, 'member');
      return { as: world.cast.manager, path: `projects/${world.project.id}/members/${person.id}` };
    },
    'DELETE /api/projects/{id}/temporary-staff/{personId}': async () => {
      const { app, cast, project } = world;
      const { teams } = ok(
        await cast.manager.client.get<{ teams: { id: string }[] }>(`/api/projects/${project.id}`),
      ).body;
      const { id } = await aTemporary(app, cast.manager.client, teams[0]!.id);
      return { as: cast.manager, path: `projects/${project.id}/temporary-staff/${id}` };
    },
    'POST /api/projects/{id}/lessons': async () => ({
      as: world.cast.member,
      path: `projects/${world.project.id}/lessons`,
      body: { text: '早點訂車' },
    }),
    'POST /api/work-items/{id}/lessons': async () => ({
      as: world.cast.member,
      path: `work-items/${(await world.project.add()).id}/lessons`,
      body: { text: '早點訂車' },
    }),
    'POST /api/work-items/{id}/comments': async () => ({
      as: world.cast.member,
      path: `work-items/${(await world.project.add()).id}/comments`,
      body: { body: `@{${world.cast.lead.id}} 請看` },
    }),
    'DELETE /api/comments/{id}': async () => {
      const path = `work-items/${(await world.project.add()).id}/comments`;
      const { id } = ok(await post(world.cast.member, path, { body: '寫錯了' })).body as { id: string };
      return { as: world.cast.member, path: `comments/${id}` };
    },
    'DELETE /api/lessons/{id}': async () => {
      const path = `projects/${world.project.id}/lessons`;
      const { own } = ok(await post(world.cast.member, path, { text: '寫錯了' })).body as { own: { id: string }[] };
      return { as: world.cast.member, path: `lessons/${own.at(-1)!.id}` };
    },
    'POST /api/projects/{id}/template-update': async () => {
      const house = await aHouseTemplate();
      await step(house.id, 'publish');
      const { id } = await aConference(world.app, { cast: world.cast, template: house.slug });
      ok(await world.cast.manager.client.patch(`/api/house-templates/${house.id}`, { name: '第二版' }, ANY_VERSION));
      await step(house.id, 'publish');
      return { as: world.cast.manager, path: `projects/${id}/template-update`, body: { version: 2, take: [] } };
    },
    'POST /api/house-templates': () =>
      Promise.resolve({
        as: world.cast.manager,
        path: 'house-templates',
        body: { from: { template: 'venue-search' }, name: '本會範本' },
      }),
    'PUT /api/house-templates/{id}/draft': async () => {
      const { id, draft } = await aHouseTemplate();
      return { as: world.cast.manager, path: `house-templates/${id}/draft`, body: houseContent(draft) };
    },
    'POST /api/house-templates/{id}/publish': async () => ofHouse('publish'),
    'POST /api/house-templates/{id}/retire': async () => ofHouse('retire'),
    'POST /api/house-templates/{id}/unretire': async () => {
      const asked = await ofHouse('unretire');
      await step(asked.path.split('/')[1]!, 'retire');
      return asked;
    },
    'POST /api/work-items/{id}/claim': async () => ({
      as: world.cast.member,
      path: `work-items/${(await world.project.add()).id}/claim`,
    }),
    'POST /api/work-items/{id}/reopen': async () => {
      const { id, workItemId } = await world.project.addCheck();
      ok(await post(world.cast.member, `checks/${id}/tick`));
      return { as: world.cast.manager, path: `work-items/${workItemId}/reopen`, body: { reason: '漏了' } };
    },
    'PUT /api/work-items/{id}/cant-wait': async () => ({
      as: world.cast.member,
      path: `work-items/${(await world.project.add()).id}/cant-wait`,
    }),
    'DELETE /api/work-items/{id}/cant-wait': async () => {
      const path = `work-items/${(await world.project.add()).id}/cant-wait`;
      ok(await send('PUT', { as: world.cast.member, path }));
      return { as: world.cast.member, path };
    },
    'POST /api/work-items/{id}/deliverables': async () => ({
      as: world.cast.lead,
      path: `work-items/${(await world.project.add()).id}/deliverables`,
      body: { title: '名單' },
    }),
    'POST /api/work-items/{id}/checks': async () => ({
      as: world.cast.lead,
      path: `work-items/${(await world.project.add()).id}/checks`,
      body: { text: '確認' },
    }),
    ...move('submit', []),
    ...move('withdraw', ['submit']),
    ...move('unaccept', ['submit', 'accept']),
    ...move('accept', ['submit']),
    ...move('return', ['submit']),
    ...move('waive', []),
    ...move('reopen', ['submit', 'accept']),
    ...move('evidence', []),
    ...partCases(world),
    ...closingCases(world),
    ...decision('tick', []),
    ...decision('untick', ['tick']),
    ...decision('not-applicable', []),
  };

  async function aHouseTemplate(): Promise<HouseTemplate> {
    const body = { from: { template: 'venue-search' }, name: '本會範本' };
    return ok(await world.cast.manager.client.post<HouseTemplate>('/api/house-templates', body)).body;
  }

  async function step(id: string, what: string): Promise<void> {
    ok(await send('POST', { as: world.cast.manager, path: `house-templates/${id}/${what}` }));
  }

  async function ofHouse(what: string): Promise<Asked> {
    return { as: world.cast.manager, path: `house-templates/${(await aHouseTemplate()).id}/${what}` };
  }

  function move(what: string, before: string[]): Record<string, () => Promise<Asked>> {
    const who = (step: string) =>
      ({
        accept: world.cast.lead,
        unaccept: world.cast.lead,
        return: world.cast.lead,
        waive: world.cast.lead,
        reopen: world.cast.manager,
      })[step] ?? world.cast.member;
    const body = { return: { reason: '補件' }, waive: { reason: '不需' }, reopen: { reason: '再改' } } as const;
    return {
      [`POST /api/deliverables/{id}/${what}`]: async () => {
        const { id } = await world.project.addDeliverable({ accepter: 'lead' }, { checks: ['一'] });
        for (const step of before) ok(await post(who(step), `deliverables/${id}/${step}`));
        const given = what === 'evidence' ? { note: '第一版' } : (body[what as keyof typeof body] ?? {});
        return { as: who(what), path: `deliverables/${id}/${what}`, body: given };
      },
    };
  }

  function decision(what: string, before: string[]): Record<string, () => Promise<Asked>> {
    return {
      [`POST /api/checks/{id}/${what}`]: async () => {
        const { id } = await world.project.addCheck({ checks: ['一', '二'] });
        for (const step of before) ok(await post(world.cast.member, `checks/${id}/${step}`));
        return { as: world.cast.member, path: `checks/${id}/${what}`, body: { reason: '沒有外賓' } };
      },
    };
  }
}
