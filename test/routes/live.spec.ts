import { ActivityLog } from '@convener/activity';
import { Database } from '@convener/platform';
import { LiveStreams, STREAMS_MOST } from '../../apps/api/live/live-streams';
import { startTestApp, type TestApp } from '../support/app';
import { ANY_VERSION, type Client, ok } from '../support/client';
import { aConference, type RunningProject } from '../support/builders';
import { Ear } from '../support/ear';
import { until } from '../support/until';

describe('what changes while somebody looks', () => {
  let app: TestApp;
  let address: string;
  let project: RunningProject;
  const ears: Ear[] = [];
  const listen = async (client: Client, path: string) => {
    const ear = await Ear.open(address, client, path);
    ears.push(ear);
    return ear;
  };
  const ofProject = () => `/api/projects/${project.id}/live`;

  beforeAll(async () => {
    app = await startTestApp();
    project = await aConference(app);
    await app.app.listen(0, '127.0.0.1');
    address = (await app.app.getUrl()).replace('[::1]', '127.0.0.1');
  });
  afterEach(() => ears.splice(0).forEach((ear) => ear.close()));
  afterAll(() => app.close());

  it("is heard within two seconds after another person's tick, by kind and id and nothing more", async () => {
    const { lead, manager } = project.cast;
    const check = await project.addCheck({ title: '很機密的工作', checks: ['很機密的要點'] });
    await new Promise((resolve) => setTimeout(resolve, 5100));
    const ear = await listen(lead.client, ofProject());
    const before = ear.heard.length;
    const ticked = performance.now();
    ok(await manager.client.post(`/api/checks/${check.id}/tick`));
    const { data, at } = await ear.hears('changed', before);
    expect(at - ticked).toBeLessThan(2000);
    expect(data).toMatchObject({ project: project.id });
    expect(data.things).toContainEqual({ kind: 'check', id: check.id });
    expect(ear.text).not.toContain('機密');
    expect(ear.text).not.toContain(manager.id);
  });

  it('is told of a moment ago to whoever has just begun to listen', async () => {
    const { id } = await project.add();
    const ear = await listen(project.cast.member.client, ofProject());
    const { data } = await ear.hears('changed', 0, ({ things }) => JSON.stringify(things).includes(id));
    expect(data.things).toContainEqual({ kind: 'work-item', id });
  });

  it('is not told where it was rolled back', async () => {
    const ear = await listen(project.cast.lead.client, ofProject());
    const log = app.app.get(ActivityLog);
    const subject = { type: 'work-item' as const, id: project.id, title: '沒有發生' };
    const entry = { projectId: project.id, actorId: null, action: 'work-item.edited', subject };
    const failed = app.app.get(Database).write(async (em) => {
      await log.record(em, entry);
      throw new Error('undone');
    });
    await expect(failed).rejects.toThrow('undone');
    await ear.hearsNothing();
    await app.app.get(Database).write((em) => log.record(em, entry));
    await ear.hears('changed', 0, ({ things }) => JSON.stringify(things).includes(project.id));
  });

  it('is told to nobody outside the project, and not without a session', async () => {
    const stranger = await listen(project.cast.outsider.client, ofProject());
    expect(stranger.status).toBe(404);
    expect(JSON.parse(stranger.text)).toMatchObject({ type: '/problems/not-found' });
    expect((await listen(app.client(), ofProject())).status).toBe(401);
    const own = await listen(project.cast.outsider.client, '/api/me/live');
    ok(await project.manager.post(`/api/checks/${(await project.addCheck()).id}/tick`));
    await own.hearsNothing();
  });

  it("reaches one's own work from all one's projects, also from one that one has just joined", async () => {
    const newcomer = await app.addPerson('新人');
    const ear = await listen(newcomer.client, '/api/me/live');
    await project.setMember(newcomer, 'member');
    await ear.hears('changed', 0, ({ things }) => JSON.stringify(things).includes(newcomer.id));
    const check = await project.addCheck();
    ok(await project.manager.post(`/api/checks/${check.id}/tick`));
    await ear.hears('changed', 0, ({ things }) => JSON.stringify(things).includes(check.id));
  });

  it('ends at once for a member who is taken out of the project, before they hear another word', async () => {
    const leaver = await app.addPerson('離開的人');
    await project.setMember(leaver, 'member');
    const ear = await listen(leaver.client, ofProject());
    const before = ear.heard.length;
    ok(await project.manager.delete(`/api/projects/${project.id}/members/${leaver.id}`));
    await ear.ends();
    expect(ear.heard.slice(before)).toEqual([]);
    expect((await listen(leaver.client, ofProject())).status).toBe(404);
  });

  it('ends with the session, and beats until then', async () => {
    const browser = await app.signIn(project.cast.other.email);
    const ear = await listen(browser, ofProject());
    await app.app.get(LiveStreams).look();
    await app.app.get(LiveStreams).look();
    expect(ear.ended).toBe(false);
    ok(await browser.delete('/api/session'));
    await app.app.get(LiveStreams).look();
    await ear.ends();
    expect(ear.heard.filter(({ event }) => event === 'beat').length).toBeGreaterThanOrEqual(2);
  });

  it('does not keep a session alive that nobody uses', async () => {
    const { email } = project.cast.other;
    const browser = app.client();
    ok(await browser.post('/api/session', { email, password: 'a password for tests' }));
    const ear = await listen(browser, ofProject());
    const { id } = await project.add();
    await ear.hears('changed', 0, ({ things }) => JSON.stringify(things).includes(id));
    app.clock.advance(2 * 3_600_000);
    ok(await browser.get(`/api/work-items/${id}`, { 'x-unattended': 'yes' }));
    (await listen(browser, '/api/me/live')).close();
    app.clock.advance(2 * 3_600_000);
    await app.app.get(LiveStreams).look();
    await ear.ends();
  });

  it('is not stored, gathered or compressed on its way, and its connection ends with it', async () => {
    const browser = await app.signIn(project.cast.manager.email);
    const ear = await listen(browser, ofProject());
    expect(Object.fromEntries(ear.headers)).toMatchObject({
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store, no-transform',
      'x-accel-buffering': 'no',
      'x-content-type-options': 'nosniff',
      connection: 'close',
    });
    expect(ear.headers.get('content-encoding')).toBeNull();
    expect(ear.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
    expect(ear.text).toMatch(/^retry: \d+\n\n/);
  });

  it('answers a HEAD with the head alone', async () => {
    const cookie = [...project.manager.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const head = await fetch(address + ofProject(), { method: 'HEAD', headers: { cookie } });
    expect([head.status, head.headers.get('content-type')]).toEqual([200, 'text/event-stream; charset=utf-8']);
  });

  it('is not told over more streams than a browser can use', async () => {
    const browser = await app.signIn(project.cast.manager.email);
    const all = await Promise.all(Array.from({ length: STREAMS_MOST + 3 }, () => listen(browser, '/api/me/live')));
    expect(all.filter(({ status }) => status === 200)).toHaveLength(STREAMS_MOST);
    expect(JSON.parse(all.find(({ status }) => status === 429)!.text)).toMatchObject({
      type: '/problems/too-many-streams',
      retryAfter: 30,
    });
    all.find(({ status }) => status === 200)!.close();
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect((await listen(browser, '/api/me/live')).status).toBe(200);
  });

  it('holds no place for pages that left while it was being opened', async () => {
    const client = await app.signIn(project.cast.lead.email);
    const cookie = [...client.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    for (let turn = 0; turn < 3 * STREAMS_MOST; turn += 1) {
      const leaving = new AbortController();
      const opened = fetch(address + ofProject(), { headers: { cookie }, signal: leaving.signal }).catch(() => null);
      await new Promise((resolve) => setTimeout(resolve, turn % 4));
      leaving.abort();
      await opened;
    }
    await until(async () => {
      const ear = await listen(client, ofProject());
      return ear.status === 200;
    }, 'a stream for the page that stays');
    const streams = app.app.get(LiveStreams, { strict: false });
    await until(() => streams.openFor(project.cast.lead.id) === 1, 'the streams of pages that left to be gone');
  });

  it('says that there is a new message to its reader, and to nobody else', async () => {
    const { lead, member } = project.cast;
    const item = await project.add();
    ok(await project.manager.patch(`/api/work-items/${item.id}`, { assigneeId: member.id }, ANY_VERSION));
    const [reader, other] = [await listen(member.client, '/api/me/live'), await listen(lead.client, '/api/me/live')];
    ok(await project.manager.post(`/api/work-items/${item.id}/remind`, { to: 'assignee' }));
    await until(() => (app.clock.advance(10_000), reader.heard.some(({ event }) => event === 'inbox')), 'the message');
    expect(other.heard.filter(({ event }) => event === 'inbox')).toEqual([]);
    expect(ok(await member.client.get<{ unread: number }>('/api/me/inbox')).body.unread).toBeGreaterThan(0);
  });
});
