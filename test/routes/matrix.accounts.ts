import { randomUUID } from 'node:crypto';
import { PASSWORD } from '../support/app';
import { ok } from '../support/client';
import {
  A_CALENDAR_FILE,
  aFailedMail,
  aMessage,
  aResetLink,
  anInvitation,
  anUnsubscribeLink,
  anotherSession,
  calendarVersion,
  everybody,
  importedCalendar,
  on,
  personVersion,
  plain,
  staffOnly,
  type Use,
} from './matrix.asks';
import { PEOPLE } from './matrix.world';

const ownMessage: Use[] = [
  {
    ask: async (_place, who, world) =>
      on(await aMessage(world, (who === 'anonymous' ? world.spare : world.people[who]).id)),
  },
  {
    as: 'of somebody else',
    ask: async (_place, _who, world) => on(await aMessage(world, world.spare.id)),
    verdict: (who) => (who === 'anonymous' ? 401 : 404),
  },
];

/** The rows of the table about people, their accounts and what they are told. */
export const ACCOUNTS: Record<string, Use[]> = {
  'GET /api/health': [plain],
  'GET /api/ready': [plain],
  'GET /api/setup': [plain],
  'POST /api/setup': [
    {
      ask: () => ({ body: { token: 'x', name: '甲', email: 'setup@example.test', password: PASSWORD } }),
      // The workspace has its admin, so whoever asks is told so.
      verdict: everybody,
      answers: Object.fromEntries(PEOPLE.map((who) => [who, 409])),
    },
  ],
  'POST /api/session': [
    {
      // Temporary staff have nothing to sign in with: there somebody else does, on their phone.
      ask: (place, who, { people }) => ({
        body: {
          email: who === 'anonymous' || who === 'temporary' ? place.worker.email : people[who].email,
          password: PASSWORD,
        },
      }),
      after: (_place, who, world) => world.signInAgain(who),
    },
  ],
  'POST /api/password-reset': [{ ask: (_place, _who, { spare }) => ({ body: { email: spare.email } }) }],
  'GET /api/password-reset/:token': [
    { ask: async (_place, _who, world) => ({ params: { token: await aResetLink(world) } }) },
  ],
  'POST /api/password-reset/:token': [
    {
      ask: async (_place, _who, world) => ({
        params: { token: await aResetLink(world) },
        body: { password: PASSWORD },
      }),
      after: (_place, who, world) => world.signInAgain(who),
    },
  ],
  'DELETE /api/session': [{ ...plain, after: (_place, who, world) => world.signInAgain(who) }],
  'GET /api/me': [plain],
  'GET /api/me/sessions': [plain],
  'DELETE /api/me/sessions': [plain],
  'DELETE /api/me/sessions/:id': [
    {
      ask: async (_place, who, world) =>
        on(await anotherSession(world, who === 'anonymous' || who === 'temporary' ? world.spare : world.people[who])),
    },
    {
      as: 'of somebody else',
      ask: async (_place, _who, world) => on(await anotherSession(world, world.spare)),
      verdict: (who) => (who === 'anonymous' ? 401 : who === 'temporary' ? 403 : 404),
    },
  ],
  'PATCH /api/me': [{ ask: () => ({ body: { locale: 'zh-TW' } }) }],
  'POST /api/me/password': [
    {
      ask: () => ({ body: { current: PASSWORD, next: `${PASSWORD}, changed` } }),
      after: async (_place, who, { people }) =>
        who === 'anonymous' ||
        ok(await people[who].client.post('/api/me/password', { current: `${PASSWORD}, changed`, next: PASSWORD })),
    },
  ],
  'GET /api/me/work': [
    plain,
    { as: 'of one project', scope: 'workspace', ask: ({ id }) => ({ query: `project=${id}` }) },
  ],
  'GET /api/me/acceptances': [
    plain,
    { as: 'of one project', scope: 'workspace', ask: ({ id }) => ({ query: `project=${id}` }) },
  ],
  'GET /api/me/hand-out': [plain],
  'GET /api/me/inbox': [plain],
  'POST /api/me/inbox/read-all': [plain],
  'POST /api/me/inbox/:id/read': ownMessage,
  'POST /api/me/inbox/:id/done': ownMessage,
  'POST /api/me/inbox/:id/not-done': ownMessage,
  'GET /api/me/notifications': [plain],
  'PATCH /api/me/notifications': [
    {
      ask: async (_place, who, world) => {
        const { client } = who === 'anonymous' || who === 'temporary' ? world.spare : world.people[who];
        const { version } = ok(await client.get<{ version: number }>('/api/me/notifications')).body;
        return { body: { dailyCap: 12 }, version };
      },
    },
  ],
  'GET /api/me/start-draft': [{ ...plain, verdict: staffOnly }],
  'PUT /api/me/start-draft': [
    {
      ask: async (_place, who, world) => {
        const { client } = who === 'anonymous' || who === 'viewer' ? world.spare : world.people[who];
        const { body } = await client.get<{ version?: number }>('/api/me/start-draft');
        return { body: { draft: { template: 'conference', step: 'event' } }, version: body.version ?? 0 };
      },
      verdict: staffOnly,
    },
  ],
  'GET /api/unsubscribe/:token': [
    { ask: async (_place, _who, world) => ({ params: { token: await anUnsubscribeLink(world) } }) },
  ],
  'POST /api/unsubscribe/:token': [
    { ask: async (_place, _who, world) => ({ params: { token: await anUnsubscribeLink(world) } }) },
  ],
  'GET /api/operations': [plain],
  'GET /api/operations/messages': [plain],
  'GET /api/operations/mail-test': [plain],
  'POST /api/operations/mail-test': [plain],
  'POST /api/operations/messages/:id/retry': [
    { ask: async (_place, _who, world) => on(await aFailedMail(world, world.spare.id)) },
  ],
  'POST /api/operations/messages/:id/skip': [
    { ask: async (_place, _who, world) => on(await aFailedMail(world, world.spare.id)) },
  ],
  'GET /api/people': [plain],
  'PATCH /api/people/:id': [
    {
      ask: async (_place, _who, world) =>
        on(world.spare.id, { active: true }, await personVersion(world, world.spare.id)),
    },
  ],
  'POST /api/people/:id/password-reset': [{ ask: (_place, _who, { spare }) => on(spare.id) }],
  'GET /api/outbox': [plain],
  'POST /api/invitations': [
    { as: 'into the workspace', action: 'people.manage', ask: () => ({ body: { workspaceRole: 'member' } }) },
    {
      as: 'into a project',
      action: 'members.manage',
      scope: 'project',
      ask: ({ id, team }) => ({ body: { projectId: id, projectRole: 'member', teamId: team } }),
    },
  ],
  'GET /api/invitations/:token': [
    { ask: async (_place, _who, world) => ({ params: { token: await anInvitation(world) } }) },
  ],
  'POST /api/invitations/:token/accept': [
    {
      ask: async (_place, who, world) => ({
        params: { token: await anInvitation(world) },
        body:
          who === 'anonymous' || who === 'temporary'
            ? { name: '新人', email: `${randomUUID()}@example.test`, password: PASSWORD }
            : {},
      }),
      after: async (_place, who, world) => ['anonymous', 'temporary'].includes(who) && world.signInAgain(who),
    },
  ],
  'GET /api/calendars': [plain],
  'GET /api/calendars/:year': [{ ask: () => ({ params: { year: '2026' } }) }],
  'POST /api/calendars/read': [{ ask: () => ({ body: { content: A_CALENDAR_FILE } }) }],
  'PUT /api/calendars/:year': [
    {
      ask: async (_place, _who, world) => ({
        params: { year: '2031' },
        version: await calendarVersion(world),
        body: { status: 'provisional', source: '試算', daysOff: [{ date: '2031-01-01', name: '開國紀念日' }] },
      }),
    },
  ],
  'DELETE /api/calendars/:year': [
    {
      ask: async (_place, _who, world) => ({
        params: { year: '2031' },
        version: await importedCalendar(world),
      }),
    },
  ],
};
