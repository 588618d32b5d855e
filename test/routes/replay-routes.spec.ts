import { randomUUID } from 'node:crypto';
import { Database } from '@convener/platform';
import { describeApi } from '../../apps/api/http/openapi-document';
import { ok, type SignedInClient, startTestApp, type TestApp } from '../support/app';
import { aCast, aConference, aStart, type Cast, type RunningProject } from '../support/builders';
import { databaseKinds } from '../support/database';

type Method = 'POST' | 'PUT' | 'DELETE';
interface Asked {
  as: SignedInClient;
  path: string;
  body?: object;
}

const isReplay = ({ headers }: { headers: Record<string, unknown> }) => headers['idempotency-replayed'] === 'true';

describe.each(databaseKinds())(
  'each request that changes project data, sent again under its key on $name',
  (database) => {
    let app: TestApp;
    let cast: Cast;
    let project: RunningProject;
    beforeAll(async () => {
      app = await startTestApp({ database });
      cast = await aCast(app);
      project = await aConference(app, { cast });
    });
    afterAll(() => app.close());

    const count = async (table: string) => {
      const rows = await app.app
        .get(Database)
        .read((em) => em.query<{ n: unknown }[]>(`SELECT COUNT(*) AS n FROM ${table}`));
      return Number(rows[0]?.n);
    };
    const send = (method: Method, { as, path, body }: Asked, key?: string) =>
      as.client.send(
        method,
        `/api/${path}`,
        method === 'DELETE' ? undefined : (body ?? {}),
        key ? { 'idempotency-key': key } : {},
      );
    const post = (as: SignedInClient, path: string, body: object = {}) => send('POST', { as, path, body });

    /** For every route that changes project data, a request that changes something. */
    const CASES: Record<string, () => Promise<Asked>> = {
      'POST /api/projects': async () => ({ as: cast.manager, path: 'projects', body: aStart({ name: '另一場' }) }),
      'POST /api/projects/{id}/close': async () => ({
        as: cast.manager,
        path: `projects/${(await aConference(app, { cast })).id}/close`,
        body: { anyway: true },
      }),
      'POST /api/projects/{id}/reopen': async () => {
        const { id } = await aConference(app, { cast });
        ok(await post(cast.manager, `projects/${id}/close`, { anyway: true }));
        return { as: cast.manager, path: `projects/${id}/reopen`, body: { reason: '追加' } };
      },
      'POST /api/projects/{id}/workflows': async () => ({
        as: cast.manager,
        path: `projects/${(await aConference(app, { cast })).id}/workflows`,
        body: { template: 'venue-search' },
      }),
      'POST /api/projects/{id}/assignments': async () => {
        const { id } = await project.add({ dueDay: '2028-05-20' });
        const body = { select: { workItemIds: [id] }, set: { shiftDays: 3 } };
        return { as: cast.lead, path: `projects/${project.id}/assignments`, body };
      },
      'POST /api/projects/{id}/order': async () => ({
        as: cast.manager,
        path: `projects/${project.id}/order`,
        body: { workItemId: (await project.add()).id, after: null },
      }),
      'POST /api/projects/{id}/work-items': async () => {
        const body = { title: '自訂', stage: 'before', teamId: (await project.team('programme')).id };
        return { as: cast.lead, path: `projects/${project.id}/work-items`, body };
      },
      'POST /api/projects/{id}/teams': async () => ({
        as: cast.manager,
        path: `projects/${project.id}/teams`,
        body: { name: `小組 ${randomUUID()}` },
      }),
      'PUT /api/projects/{id}/members/{personId}': async () => {
        const { id } = await app.addPerson('新人');
        return { as: cast.manager, path: `projects/${project.id}/members/${id}`, body: { role: 'member' } };
      },
      'DELETE /api/projects/{id}/members/{personId}': async () => {
        const person = await app.addPerson('離開的人');
        await project.setMember(person, 'member');
        return { as: cast.manager, path: `projects/${project.id}/members/${person.id}` };
      },
      'POST /api/work-items/{id}/claim': async () => ({
        as: cast.member,
        path: `work-items/${(await project.add()).id}/claim`,
      }),
      'POST /api/work-items/{id}/reopen': async () => {
        const { id, workItemId } = await project.addCheck();
        ok(await post(cast.member, `checks/${id}/tick`));
        return { as: cast.manager, path: `work-items/${workItemId}/reopen`, body: { reason: '漏了' } };
      },
      'POST /api/work-items/{id}/deliverables': async () => ({
        as: cast.lead,
        path: `work-items/${(await project.add()).id}/deliverables`,
        body: { title: '名單' },
      }),
      'POST /api/work-items/{id}/checks': async () => ({
        as: cast.lead,
        path: `work-items/${(await project.add()).id}/checks`,
        body: { text: '確認' },
      }),
      ...move('submit', []),
      ...move('withdraw', ['submit']),
      ...move('accept', ['submit']),
      ...move('return', ['submit']),
      ...move('waive', []),
      ...move('reopen', ['submit', 'accept']),
      ...move('evidence', []),
      ...decision('tick', []),
      ...decision('untick', ['tick']),
      ...decision('not-applicable', []),
    };

    function move(what: string, before: string[]): Record<string, () => Promise<Asked>> {
      const who = (step: string) =>
        ({ accept: cast.lead, return: cast.lead, waive: cast.lead, reopen: cast.manager })[step] ?? cast.member;
      const body = { return: { reason: '補件' }, waive: { reason: '不需' }, reopen: { reason: '再改' } } as const;
      return {
        [`POST /api/deliverables/{id}/${what}`]: async () => {
          const { id } = await project.addDeliverable({ accepter: 'lead' }, { checks: ['一'] });
          for (const step of before) ok(await post(who(step), `deliverables/${id}/${step}`));
          const given = what === 'evidence' ? { note: '第一版' } : (body[what as keyof typeof body] ?? {});
          return { as: who(what), path: `deliverables/${id}/${what}`, body: given };
        },
      };
    }

    function decision(what: string, before: string[]): Record<string, () => Promise<Asked>> {
      return {
        [`POST /api/checks/{id}/${what}`]: async () => {
          const { id } = await project.addCheck({ checks: ['一', '二'] });
          for (const step of before) ok(await post(cast.member, `checks/${id}/${step}`));
          return { as: cast.member, path: `checks/${id}/${what}`, body: { reason: '沒有外賓' } };
        },
      };
    }

    it('is known at every route that changes project data, and at no other', () => {
      const marked: string[] = [];
      const changing: string[] = [];
      for (const [path, operations] of Object.entries(describeApi(app.app).paths)) {
        for (const method of ['post', 'put', 'delete', 'patch', 'get'] as const) {
          const operation = operations[method];
          if (!operation) continue;
          const route = `${method.toUpperCase()} ${path}`;
          const headers = (operation.parameters ?? []).map((parameter) => ('name' in parameter ? parameter.name : ''));
          if (headers.includes('Idempotency-Key')) {
            marked.push(route);
            expect(Object.keys(operation.responses)).toEqual(expect.arrayContaining(['409', '422']));
          }
          const writes = method === 'post' || method === 'put' || method === 'delete';
          const ours = /^\/api\/(projects|work-items|deliverables|checks|teams)(\/|$)/.test(path);
          if (writes && ours && !path.endsWith('/preview')) changing.push(route);
        }
      }
      expect(marked.sort()).toEqual(changing.sort());
      expect(Object.keys(CASES).sort()).toEqual(changing);
    });

    it.each(Object.keys(CASES))('is done once: %s', async (route) => {
      const tables = [
        'activity',
        'work_items',
        'deliverables',
        'checks',
        'evidence',
        'teams',
        'projects',
        'idempotency_keys',
      ];
      const rows = async () => Promise.all(tables.map(async (table) => [table, await count(table)]));
      const method = route.split(' ')[0] as Method;
      const asked = await CASES[route]!();
      const key = randomUUID();
      const entries = await count('activity');
      const first = ok(await send(method, asked, key));
      expect(isReplay(first)).toBe(false);
      expect(await count('activity')).toBeGreaterThan(entries);
      const after = await rows();
      for (let times = 0; times < 2; times += 1) {
        const again = await send(method, asked, key);
        expect([again.status, isReplay(again)]).toEqual([first.status, true]);
        expect(again.body).toEqual(first.body);
      }
      expect(await rows()).toEqual(after);
    });
  },
);
