import { addDays, newId } from '@convener/kernel';
import { Database } from '@convener/platform';
import { unsubscribeTokens } from '@convener/reminders';
import type { Deliverable, WorkItem } from '../../apps/api/projects/work.dto';
import { ok, PASSWORD, type SignedInClient } from '../support/app';
import { aStart } from '../support/builders';
import { formOf } from '../support/files';
import { BULK_WRITES } from './query.bulk';
import type { CountedRequest, Request } from './query.types';
import type { QueryWorld } from './query.world';

export type { CountedRequest } from './query.types';

type Who = keyof QueryWorld['cast'] | 'admin';

const personOf = (world: QueryWorld, who: Who): SignedInClient => (who === 'admin' ? world.admin : world.cast[who]);

/** A GET of a path; `{id}` is the conference. */
function get(route: string, most: number, who: Who = 'manager', query = ''): CountedRequest {
  return {
    name: `GET ${route}${query && ` · ${query}`}`,
    most,
    make: (world) => ({ as: personOf(world, who).client, path: route.replace('{id}', world.project.id) + query }),
  };
}

/** A change of something that `target` finds first: an id for the path. */
function change(
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

const project = (world: QueryWorld) => world.project.id;
const item = async (world: QueryWorld) => (await world.item()).id;
const check = async (world: QueryWorld) => (await world.check()).id;
const contracted = async (world: QueryWorld) => (await world.project.addDeliverable({ kind: 'contract' })).id;
const contract = async (world: QueryWorld) => {
  const path = `/api/deliverables/${await contracted(world)}/contracts`;
  return ok(await world.cast.manager.client.post<{ id: string }>(path, { party: '甲飯店' })).body.id;
};
const open = async (world: QueryWorld) => (await world.project.addDeliverable({ accepter: 'manager' })).id;
const submitted = async (world: QueryWorld) => (await world.submitted()).id;
const accepted = async (world: QueryWorld) => {
  const id = await submitted(world);
  ok(await world.cast.manager.client.post(`/api/deliverables/${id}/accept`));
  return id;
};
const file = async (world: QueryWorld) => {
  const path = `/api/deliverables/${await open(world)}/files`;
  const { evidenceList } = ok(await world.cast.manager.client.post<Deliverable>(path, formOf('名單', '名單.txt'))).body;
  return evidenceList[0]!.id;
};
const reason = { reason: '資料有誤' };
const house = async ({ cast }: QueryWorld) => {
  const body = { from: { template: 'venue-search' }, name: '本會範本' };
  return ok(await cast.manager.client.post<{ id: string }>('/api/house-templates', body)).body.id;
};
const lesson = async (world: QueryWorld) => {
  const path = `/api/projects/${world.project.id}/lessons`;
  const { own } = ok(await world.cast.manager.client.post<{ own: { id: string }[] }>(path, { text: '早點訂車' })).body;
  return own[0]!.id;
};

export const READS: readonly CountedRequest[] = [
  get('/api/health', 5),
  get('/api/ready', 8),
  get('/api/setup', 8),
  get('/api/me', 8),
  get('/api/me/inbox', 9),
  get('/api/me/inbox', 9, 'manager', '?kind=reminder&done=true'),
  get('/api/me/acceptances', 30),
  get('/api/me/hand-out', 16, 'lead'),
  get('/api/me/live', 10),
  get('/api/projects/{id}/live', 12),
  get('/api/me/notifications', 10),
  get('/api/me/start-draft', 8),
  {
    name: 'GET /api/unsubscribe/{token}',
    most: 5,
    make: async (world) => ({ as: world.app.client(), path: `/api/unsubscribe/${await unsubscribeLink(world)}` }),
  },
  get('/api/operations', 12, 'admin'),
  get('/api/operations/messages', 9, 'admin'),
  get('/api/me/work', 20),
  { ...get('/api/me/work', 21, 'member'), name: 'GET /api/me/work · of a member' },
  get('/api/me/sessions', 11),
  {
    name: 'GET /api/password-reset/{token}',
    most: 11,
    make: async (world) => ({ as: world.app.client(), path: `/api/password-reset/${await resetLink(world)}` }),
  },
  get('/api/people', 10, 'admin'),
  get('/api/outbox', 12, 'admin'),
  get('/api/standards', 5),
  {
    ...get('/api/standards/{slug}', 5),
    make: ({ cast }) => ({ as: cast.manager.client, path: '/api/standards/conference-project-executive' }),
  },
  get('/api/standards/search', 5, 'manager', '?q=%E5%A0%B1%E5%88%B0'),
  ...(['manager', 'admin'] as const).map((who) => ({
    ...get('/api/standards/{slug}/use', 12, who),
    name: `GET /api/standards/{slug}/use${who === 'admin' ? ' · of an admin' : ''}`,
    make: (world: QueryWorld) => ({
      as: personOf(world, who).client,
      path: '/api/standards/conference-project-executive/use',
    }),
  })),
  get('/api/templates', 5),
  get('/api/calendars', 9),
  {
    ...get('/api/calendars/{year}', 9),
    make: ({ cast }) => ({ as: cast.manager.client, path: '/api/calendars/2026' }),
  },
  {
    ...get('/api/templates/{slug}', 5),
    make: ({ cast }) => ({ as: cast.manager.client, path: '/api/templates/conference' }),
  },
  get('/api/house-templates', 9),
  {
    ...get('/api/house-templates/{id}', 10),
    make: async (world) => ({ as: world.cast.manager.client, path: `/api/house-templates/${await house(world)}` }),
  },
  {
    ...get('/api/house-templates/{id}/differences', 10),
    make: async (world) => ({
      as: world.cast.manager.client,
      path: `/api/house-templates/${await house(world)}/differences?from=base`,
    }),
  },
  get('/api/projects/{id}/lessons', 12),
  {
    name: 'GET /api/work-items/{id}/lessons',
    most: 15,
    make: async (world) => ({ as: world.cast.manager.client, path: `/api/work-items/${await item(world)}/lessons` }),
  },
  {
    name: 'GET /api/lessons/{id}',
    most: 12,
    make: async (world) => ({ as: world.cast.manager.client, path: `/api/lessons/${await lesson(world)}` }),
  },
  {
    name: 'GET /api/work-items/{id}/comments',
    most: 12,
    make: async (world) => ({ as: world.cast.manager.client, path: `/api/work-items/${world.talkedOf}/comments` }),
  },
  {
    name: 'GET /api/comments/{id}',
    most: 12,
    make: async (world) => ({ as: world.cast.manager.client, path: `/api/comments/${await world.addComment()}` }),
  },
  get('/api/projects', 12, 'manager', '?limit=30'),
  get('/api/projects', 12, 'admin', '?limit=200'),
  get('/api/projects', 12, 'admin', '?limit=200&health=stale&q=a'),
  get('/api/projects/{id}', 16),
  get('/api/projects/{id}/progress', 13),
  get('/api/projects/{id}/overview', 22),
  get('/api/projects/{id}/board', 14),
  {
    name: 'GET /api/projects/{id}/board/cell · of a sub-team',
    most: 14,
    make: async (world) => ({
      as: world.cast.manager.client,
      path: `/api/projects/${world.project.id}/board/cell?stage=before&team=${(await world.project.team('registration')).id}`,
    }),
  },
  get('/api/projects/{id}/coverage', 11),
  get('/api/projects/{id}/schedule', 14),
  get('/api/projects/{id}/baseline', 14),
  get('/api/projects/{id}/recurring', 16),
  get('/api/projects/{id}/work-items', 14, 'manager', '?limit=200'),
  get('/api/projects/{id}/work-items', 10, 'manager', '?limit=200&overdue=true'),
  get('/api/projects/{id}/work-items', 14, 'manager', '?limit=200&workflow=venue&standard=own'),
  get('/api/projects/{id}/checklist.xlsx', 14),
  get('/api/projects/{id}/bulk-changes', 12),
  get('/api/me/search', 9, 'manager', '?q=a'),
  get('/api/projects/{id}/reminder-rules', 13),
  get('/api/me/reminder-rules', 10),
  {
    name: 'GET /api/work-items/{id}/reminder-rules',
    most: 16,
    make: async (world) => ({
      as: world.cast.manager.client,
      path: `/api/work-items/${await item(world)}/reminder-rules`,
    }),
  },
  {
    name: 'GET /api/work-items/{id}/reminders',
    most: 16,
    make: async (world) => ({ as: world.cast.manager.client, path: `/api/work-items/${await item(world)}/reminders` }),
  },
  get('/api/projects/{id}/replans', 11),
  get('/api/projects/{id}/milestones', 11),
  get('/api/projects/{id}/activity', 12),
  { ...get('/api/projects/{id}/activity', 13), ...activityOfItem() },
  {
    name: 'GET /api/work-items/{id}',
    most: 22,
    make: async (world) => ({ as: world.cast.manager.client, path: `/api/work-items/${await item(world)}` }),
  },
  {
    name: 'GET /api/work-items/{id}/cant-wait',
    most: 14,
    make: async (world) => ({ as: world.cast.manager.client, path: `/api/work-items/${await item(world)}/cant-wait` }),
  },
  {
    name: 'GET /api/deliverables/{id}',
    most: 16,
    make: async (world) => ({ as: world.cast.manager.client, path: `/api/deliverables/${await submitted(world)}` }),
  },
  {
    name: 'GET /api/deliverables/{id}/contracts',
    most: 14,
    make: async (world) => ({
      as: world.cast.manager.client,
      path: `/api/deliverables/${await contracted(world)}/contracts`,
    }),
  },
  {
    name: 'GET /api/contracts/{id}',
    most: 14,
    make: async (world) => ({ as: world.cast.manager.client, path: `/api/contracts/${await contract(world)}` }),
  },
  {
    name: 'GET /api/evidence/{id}/file',
    most: 16,
    make: async (world) => ({ as: world.cast.manager.client, path: `/api/evidence/${await file(world)}/file` }),
  },
  {
    name: 'GET /api/join/{token}',
    most: 10,
    make: async (world) => ({ as: world.app.client(), path: `/api/join/${await joinCode(world)}` }),
  },
  get('/api/projects/{id}/temporary-staff', 14),
  {
    name: 'GET /api/invitations/{token}',
    most: 8,
    make: async (world) => ({ as: world.app.client(), path: `/api/invitations/${await invitation(world)}` }),
  },
];

export const WRITES: readonly CountedRequest[] = [
  change('POST /api/checks/{id}/tick', 19, check, undefined),
  change('POST /api/checks/{id}/not-applicable', 20, check, reason),
  change('POST /api/deliverables/{id}/submit', 32, open, { note: '完成' }, 'member'),
  change('POST /api/deliverables/{id}/withdraw', 30, submitted, {}, 'member'),
  change('POST /api/deliverables/{id}/accept', 31, submitted),
  change('POST /api/deliverables/{id}/unaccept', 33, accepted),
  change('POST /api/deliverables/{id}/return', 33, submitted, reason),
  change('POST /api/deliverables/{id}/waive', 32, open, reason),
  change('POST /api/deliverables/{id}/evidence', 29, open, { note: '佐證' }),
  change('POST /api/deliverables/{id}/files', 42, open, () => formOf('名單', '名單.txt')),
  change('DELETE /api/evidence/{id}/file', 36, file),
  change('PATCH /api/work-items/{id}', 41, item, (world: QueryWorld) => ({ assigneeId: world.cast.member.id })),
  change('POST /api/projects/{id}/work-items', 32, project, { title: '加一件', stage: 'before' }),
  change('POST /api/projects/{id}/assignments', 21, project, async (world: QueryWorld) => ({
    select: { workItemIds: [(await world.item()).id] },
    set: { assigneeId: world.cast.lead.id },
  })),
  change('POST /api/projects/{id}/assignments · of a whole sub-team', 30, project, async (world: QueryWorld) => ({
    select: { teamId: (await world.project.team('registration')).id },
    set: { shiftDays: 1 },
  })),
  ...BULK_WRITES,
  change('POST /api/projects/{id}/assignments · of a cell of the board', 30, project, async (world: QueryWorld) => ({
    select: { teamId: (await world.project.team('registration')).id, stage: 'before', unassigned: true },
    set: { assigneeId: world.cast.lead.id },
  })),
  change('POST /api/work-items/{id}/remind', 30, item, { to: 'manager' }),
  change('POST /api/work-items/{id}/reminder-rules', 40, item, { rule: { days: -5 } }),
  change('POST /api/projects/{id}/reminder-rules', 40, project, { rule: { days: -5 } }),
  change('POST /api/me/reminder-rules', 40, project, { rule: { days: -5 } }),
  change('POST /api/projects/{id}/order', 16, project, async (world: QueryWorld) => ({
    workItemId: (await world.item()).id,
    after: null,
  })),
  change('PATCH /api/projects/{id} · strict', 32, project, async (world: QueryWorld) => ({
    strictChecks: !(await world.project.view()).strictChecks,
  })),
  {
    name: 'PUT /api/projects/{id}/members/{personId}',
    most: 31,
    make: (world) => ({ ...membership(world, world.cast.client), body: { role: 'viewer', teams: [] } }),
  },
  {
    name: 'DELETE /api/projects/{id}/members/{personId} · who has work',
    most: 27,
    make: (world) => membership(world, world.leaver()),
  },
  change('POST /api/projects/{id}/next-edition/preview', 18, project, {}),
  change('POST /api/projects/{id}/template-update/preview', 16, project, {}),
  change('POST /api/projects/{id}/workflows/preview', 11, project, { template: 'venue-search' }),
  change('POST /api/projects/{id}/replan/preview', 18, project, { opening: '2028-06-13' }),
  change('POST /api/projects/{id}/replan', 60, project, async (world: QueryWorld) => ({
    closing: addDays((await world.project.view()).closingDay, 30),
  })),
  change('POST /api/projects/{id}/milestones', 40, project, { kind: 'payment', name: '期款', day: '2028-08-01' }),
  change('POST /api/projects/{id}/teams', 26, project, () => ({ name: `機動組 ${newId()}` })),
  change('POST /api/projects/{id}/close', 25, project, { anyway: true }),
  change('POST /api/projects/{id}/reopen', 30, project, reason),
  change('POST /api/projects', 28, project, aStart()),
  change('POST /api/projects/preview', 5, project, aStart()),
  change('POST /api/me/inbox/read-all', 9, project),
  change('PATCH /api/me/notifications', 18, project, { dailyCap: 7 }),
  change('PUT /api/me/start-draft', 20, project, { draft: { template: 'conference', name: '論壇' } }),
  {
    name: 'POST /api/session',
    most: 20,
    make: ({ app, cast }) => ({
      as: app.client(),
      path: '/api/session',
      body: { email: cast.other.email, password: PASSWORD },
    }),
  },
];

function membership({ cast, project: { id } }: QueryWorld, person: Pick<SignedInClient, 'id'>): Request {
  return { as: cast.manager.client, path: `/api/projects/${id}/members/${person.id}` };
}

function activityOfItem() {
  return {
    name: 'GET /api/projects/{id}/activity · of one work item',
    make: async (world: QueryWorld): Promise<Request> => {
      const of: WorkItem = await world.item();
      return { as: world.cast.manager.client, path: `/api/projects/${world.project.id}/activity?subject=${of.id}` };
    },
  };
}

async function resetLink({ admin, cast }: QueryWorld): Promise<string> {
  const { body } = await admin.client.post<{ link: string }>(`/api/people/${cast.outsider.id}/password-reset`);
  return body.link.split('/').at(-1)!;
}

function unsubscribeLink({ app, cast }: QueryWorld): Promise<string> {
  const of = cast.outsider.id;
  return app.app.get(Database).write(async (em) => (await unsubscribeTokens(em, [of])).get(of)!);
}

async function joinCode({ cast: { manager }, project }: QueryWorld): Promise<string> {
  const [team] = (await project.view()).teams;
  const code = { teamId: team!.id, hours: 24, most: 9 };
  return ok(await manager.client.post<{ link: string }>('/api/join-codes', code))
    .body.link.split('/')
    .at(-1)!;
}

async function invitation({ admin }: QueryWorld): Promise<string> {
  const { body } = await admin.client.post<{ link: string }>('/api/invitations', { workspaceRole: 'member' });
  return body.link.split('/').at(-1)!;
}
