import { SweepService } from '@convener/delivery';
import { Database } from '@convener/platform';
import { Reminder } from '@convener/reminders';
import { startTestApp, type TestApp } from '../support/app';
import { ANY_VERSION, type Client, ok, seen } from '../support/client';
import { aCast, aConference, type Cast, type RunningProject, told } from '../support/builders';
import type { WorkItem } from '../../apps/api/projects/work.dto';

type Method = 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
type Route = [Method, string, object?];

/** Every route of a project and its rows; the reads first. */
function routesOf(project: RunningProject, item: WorkItem, teamId: string): { reads: Route[]; writes: Route[] } {
  const at = `/api/projects/${project.id}`;
  const row = `/api/work-items/${item.id}`;
  const deliverable = `/api/deliverables/${item.deliverableList[0]!.id}`;
  const check = `/api/checks/${item.checkList[0]!.id}`;
  const member = `${at}/members/${project.cast.other.id}`;
  const why = { reason: '因為' };
  return {
    reads: [
      ['GET', at],
      ['GET', `${at}/progress`],
      ['GET', `${at}/work-items`],
      ['GET', `${at}/activity`],
      ['GET', `${at}/replans`],
      ['GET', `${at}/milestones`],
      ['GET', row],
      ['GET', deliverable],
    ],
    writes: [
      ['PATCH', at, { name: '改名' }],
      ['POST', `${at}/workflows`, { template: 'venue-search' }],
      ['POST', `${at}/assignments`, { select: { teamId }, set: { assigneeId: null } }],
      ['POST', `${at}/order`, { workItemId: item.id, after: null }],
      ['POST', `${at}/work-items`, { title: '加一件', stage: 'before' }],
      ['PUT', member, { role: 'member', teams: [] }],
      ['DELETE', member],
      ['POST', `${at}/teams`, { name: '新組' }],
      ['PATCH', `/api/teams/${teamId}`, { name: '改組名' }],
      ['POST', `${at}/replan/preview`],
      ['POST', `${at}/replan`],
      ['POST', `${at}/milestones`, { kind: 'payment', name: '期款', day: '2028-08-01' }],
      ['PATCH', row, { title: '改' }],
      ['PATCH', row, { status: 'doing' }],
      ['POST', `${row}/claim`],
      ['POST', `${row}/reopen`, why],
      ['POST', `${row}/deliverables`, { title: '多一份' }],
      ['POST', `${row}/checks`, { text: '多一點' }],
      ['PATCH', deliverable, { title: '改' }],
      ['POST', `${deliverable}/submit`],
      ['POST', `${deliverable}/withdraw`],
      ['POST', `${deliverable}/accept`],
      ['POST', `${deliverable}/return`, why],
      ['POST', `${deliverable}/waive`, why],
      ['POST', `${deliverable}/reopen`, why],
      ['POST', `${deliverable}/evidence`, { note: '佐證' }],
      ['POST', `${check}/tick`],
      ['POST', `${check}/untick`],
      ['POST', `${check}/not-applicable`, why],
      ['POST', '/api/invitations', { projectId: project.id, projectRole: 'member' }],
    ],
  };
}

describe('a project', () => {
  let app: TestApp;
  let cast: Cast;
  let project: RunningProject;
  let item: WorkItem;
  let routes: ReturnType<typeof routesOf>;
  beforeAll(async () => {
    app = await startTestApp();
    cast = await aCast(app);
  });
  afterAll(() => app.close());
  beforeEach(async () => {
    app.clock.set('2026-11-23T09:00:00+08:00');
    project = await aConference(app, { cast });
    item = await project.add({ dueDay: '2026-12-10', deliverables: [{ title: '名單' }], checks: ['一'] });
    routes = routesOf(project, item, item.team!.id);
  });

  const ask = async (as: Client, routesAsked: Route[]) => {
    const answers: string[] = [];
    for (const [method, path, body] of routesAsked) {
      const payload = method === 'GET' || method === 'DELETE' ? undefined : (body ?? {});
      const answer = await as.send(
        method,
        path,
        payload,
        method === 'PATCH' || path.endsWith('/replan') ? ANY_VERSION : {},
      );
      answers.push(`${method} ${path.replace(/[0-9a-f-]{36}/g, ':id')} ${told(answer)}`);
    }
    return answers;
  };
  const answering = (what: string, asked: Route[]) =>
    asked.map(([method, path]) => `${method} ${path.replace(/[0-9a-f-]{36}/g, ':id')} ${what}`);
  const planned = () =>
    app.app.get(Database).read((em) => em.countBy(Reminder, { projectId: project.id, status: 'planned' }));

  it('of others is not there: every route answers 404, as for an id that never was', async () => {
    const stranger = cast.outsider.client;
    const all = [...routes.reads, ...routes.writes];
    expect(await ask(stranger, all)).toEqual(answering('404 not-found', all));
    const nowhere = all.map(([method, path, body]): Route => [
      method,
      path.replace(/[0-9a-f-]{36}/, '01a1fee5-44e4-76b8-abad-db027b473b65'),
      body,
    ]);
    const inPath = nowhere.filter(([, path]) => path !== '/api/invitations');
    expect(await ask(stranger, inPath)).toEqual(answering('404 not-found', inPath));
    const malformed = all
      .filter(([, path]) => path !== '/api/invitations')
      .map(([m, path, b]): Route => [m, path.replace(/[0-9a-f-]{36}/, 'x'), b]);
    expect((await ask(stranger, malformed)).every((answer) => answer.endsWith('404 not-found'))).toBe(true);
    expect(ok(await stranger.get<{ items: unknown[] }>('/api/projects')).body.items).toEqual([]);
    expect(await project.changes(item.id)).toHaveLength(1);
  });

  it('is not for people who are signed out', async () => {
    const all = [...routes.reads, ...routes.writes];
    expect(await ask(app.client(), all)).toEqual(answering('401 signed-out', all));
  });

  it('shows a viewer its work and lets them change nothing', async () => {
    const [, , , activity] = routes.reads;
    const reads = routes.reads.filter((route) => route !== activity);
    expect(await ask(cast.client.client, reads)).toEqual(answering('200', reads));
    expect(await ask(cast.client.client, [activity!])).toEqual(answering('403 forbidden', [activity!]));
    expect(await ask(cast.client.client, routes.writes)).toEqual(answering('403 forbidden', routes.writes));
    expect(await project.changes(item.id)).toHaveLength(1);
  });

  it('lets its members work, and nothing that is the lead’s or manager’s', async () => {
    const forbidden = routes.writes.filter(
      ([method, path, body]) =>
        !/(claim|submit|withdraw|evidence|tick|untick|checks\/[^/]+\/not-applicable)$/.test(path) &&
        !(method === 'PATCH' && JSON.stringify(body) === '{"status":"doing"}'),
    );
    expect(await ask(cast.member.client, forbidden)).toEqual(answering('403 forbidden', forbidden));
  });

  it('closes only when nothing is open, or when the manager waives the rest with a reason', async () => {
    const close = (body: object, as = cast.manager.client) => as.post(`/api/projects/${project.id}/close`, body);
    expect(told(await close({}, cast.lead.client))).toBe('403 forbidden');
    const refused = await close({});
    expect(told(refused)).toBe('409 still-open');
    expect(refused.body.open).toHaveLength(50);
    const [first] = refused.body.open as { kind: string; id: string; title: string; titleEn: string | null }[];
    expect(first).toMatchObject({ kind: 'work-item', id: expect.any(String), title: expect.any(String) });
    expect(Object.keys(first!).sort()).toEqual(['id', 'kind', 'title', 'titleEn']);
    expect(ok(await close({ waiveRest: '提前結案' })).body).toMatchObject({
      status: 'closed',
      closedAt: app.clock.now(),
    });
    ok(await close({ waiveRest: '提前結案' }));
    const acts = (await project.changes(project.id)).filter(({ action }) => action !== 'project.waived');
    expect(acts).toMatchObject([
      {
        action: 'project.closed',
        before: { status: 'running', closedAt: null },
        after: { status: 'closed', number: 1 },
      },
      { action: 'project.started' },
    ]);
  });

  it('that is closed can be read, refuses every write, and sends no reminders', async () => {
    expect(await planned()).toBeGreaterThan(100);
    ok(await project.manager.post(`/api/projects/${project.id}/close`, { waiveRest: '提前結案' }));
    expect(await planned()).toBe(0);
    expect(await ask(project.manager, routes.reads)).toEqual(answering('200', routes.reads));
    expect(await ask(project.manager, routes.writes)).toEqual(answering('409 project-closed', routes.writes));
    app.clock.set('2026-12-09T09:00:00+08:00');
    await app.app.get(SweepService).sweep();
    expect(app.mailer.sent).toEqual([]);
    const view = await project.view();
    expect(view.may).toEqual(['close', 'read-activity', 'read-board', 'read-surveys', 'next-edition', 'write-lessons']);
    expect((await project.item(item.id)).may).toEqual([]);
    expect((await project.item(item.id)).deliverableList[0]?.may).toEqual([]);
    expect(await project.rows()).toHaveLength(59);
    const mine = ok(await cast.manager.client.get<{ items: unknown[] }>(`/api/me/work?project=${project.id}`)).body;
    expect(mine.items).toEqual([]);
  });

  it('is opened again with a reason, and its reminders with it', async () => {
    const reopen = (body: object, as = cast.manager.client) => as.post(`/api/projects/${project.id}/reopen`, body);
    const before = await planned();
    ok(await project.manager.post(`/api/projects/${project.id}/close`, { waiveRest: '提前結案' }));
    expect(told(await reopen({}))).toBe('400 validation /reason');
    expect(told(await reopen({ reason: '追加場次' }, cast.lead.client))).toBe('403 forbidden');
    expect(ok(await reopen({ reason: '追加場次' })).body).toMatchObject({ status: 'running', closedAt: null });
    expect(await planned()).toBe(before);
    expect((await project.changes(project.id))[0]).toMatchObject({
      action: 'project.reopened',
      after: { reason: '追加場次' },
    });
    expect(told(await cast.member.client.post(`/api/work-items/${item.id}/claim`))).toBe('200');
  });

  it('is edited by its manager, with a version against overwriting', async () => {
    const edit = (body: object, version?: number) =>
      project.manager.patch(`/api/projects/${project.id}`, body, version === undefined ? ANY_VERSION : seen(version));
    const { version } = await project.view();
    expect(ok(await edit({ venue: '台北國際會議中心', client: '學會' }, version)).body.venue).toBe('台北國際會議中心');
    expect(told(await edit({ venue: '別處' }, version))).toBe('412 version-moved');
    ok(await edit({ venue: '台北國際會議中心' }));
    ok(await edit({ client: null }));
    expect((await project.changes(project.id)).slice(0, 2)).toEqual([
      { action: 'project.edited', before: { client: '學會' }, after: { client: null } },
      {
        action: 'project.edited',
        before: { venue: null, client: null },
        after: { venue: '台北國際會議中心', client: '學會' },
      },
    ]);
  });
});
