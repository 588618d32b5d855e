import { type SignedIn } from '@convener/access';
import { MembershipWriter, type ProjectPart } from '@convener/accounts';
import { forbidden, newId } from '@convener/kernel';
import { Module } from '@nestjs/common';
import { ANY_VERSION, type Answer, Client } from '../support/client';
import { PASSWORD, startTestApp, type TestApp } from '../support/app';
import { databaseKinds } from '../support/database';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

const cookieOf = (answer: Answer<unknown>) => String(answer.headers['set-cookie']);

describe.each(databaseKinds())('set-up on $name', (database) => {
  let test: TestApp;
  beforeEach(async () => {
    test = await startTestApp({ database });
  });
  afterEach(() => test.close());

  const admin = { name: '管理者', email: 'Admin@Example.test', password: PASSWORD };

  it('makes the first admin and signs them in', async () => {
    const client = test.client();
    expect((await client.get('/api/setup')).body).toEqual({ needed: true });
    const made = await client.post('/api/setup', { ...admin, token: await test.setupToken() });
    expect(made.status).toBe(201);
    expect(made.body).toEqual({
      id: expect.any(String),
      name: '管理者',
      email: 'admin@example.test',
      workspaceRole: 'admin',
      locale: 'zh-TW',
      unread: 0,
      version: 1,
    });
    expect((await client.get('/api/me')).body).toEqual(made.body);
    expect((await client.get('/api/setup')).body).toEqual({ needed: false });
  });

  it('refuses a wrong token and one from an earlier start', async () => {
    const earlier = await test.setupToken();
    await test.setupToken();
    for (const token of ['wrong', earlier]) {
      const answer = await test.client().post('/api/setup', { ...admin, token });
      expect(answer).toMatchObject({ status: 403, body: { type: '/problems/wrong-setup-token' } });
    }
  });

  it('is done once, also when two do it at the same time', async () => {
    const token = await test.setupToken();
    const people = ['one@example.test', 'two@example.test', 'three@example.test'];
    const answers = await Promise.all(
      people.map((email) => test.client().post('/api/setup', { ...admin, email, token })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
    const client = await test.signIn(people[answers.findIndex(({ status }) => status === 201)] ?? '');
    expect((await client.get<{ items: unknown[] }>('/api/people')).body.items).toHaveLength(1);
    expect((await test.client().post('/api/setup', { ...admin, token })).status).toBe(409);
  });
});

describe('SETUP_TOKEN', () => {
  it('is the token of the link', async () => {
    const test = await startTestApp({ env: { SETUP_TOKEN: 'chosen/by=us' } });
    expect(await test.setupToken()).toBe('chosen/by=us');
    await test.close();
  });
});

describe('sessions', () => {
  let test: TestApp;
  beforeEach(async () => {
    test = await startTestApp();
    await test.setUpAdmin();
  });
  afterEach(() => test.close());

  const signIn = (email: string, password: string, client = test.client()) =>
    client.post('/api/session', { email, password });

  it('sets a cookie that scripts and other sites cannot use', async () => {
    const cookie = cookieOf(await signIn('admin@example.test', PASSWORD));
    expect(cookie).toMatch(/^convener=[\w-]{43};/);
    expect(cookie).toMatch(/HttpOnly/);
    expect(cookie).toMatch(/SameSite=Lax/);
    expect(cookie).toMatch(/Path=\//);
    expect(cookie).not.toMatch(/Secure|Domain/);
  });

  it('finds the person whatever the case of the address', async () => {
    expect((await signIn(' ADMIN@example.TEST ', PASSWORD)).status).toBe(201);
  });

  it('answers a wrong password and an unknown address alike', async () => {
    const wrong = await signIn('admin@example.test', 'not the password');
    const unknown = await signIn('nobody@example.test', 'not the password');
    const { requestId: _a, ...first } = wrong.body;
    const { requestId: _b, ...second } = unknown.body;
    expect(wrong.status).toBe(401);
    expect(first).toEqual(second);
    expect(first).toMatchObject({ type: '/problems/wrong-credentials', title: expect.any(String) });
  });

  it('lets nobody guess on and on, until a quarter of an hour has passed', async () => {
    for (let attempt = 0; attempt < 10; attempt += 1) {
      expect((await signIn('admin@example.test', `guess ${attempt}`)).status).toBe(401);
    }
    const refused = await signIn('admin@example.test', PASSWORD);
    expect(refused).toMatchObject({ status: 429, body: { type: '/problems/too-many-attempts' } });
    expect(refused.headers['retry-after']).toBe('900');
    expect((await signIn('other@example.test', PASSWORD)).status).toBe(401);
    test.clock.advance(15 * MINUTE);
    expect((await signIn('admin@example.test', PASSWORD)).status).toBe(201);
  });

  it('ends on sign-out, on the server too', async () => {
    const client = await test.signIn('admin@example.test');
    const stolen = [...client.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const out = await client.delete('/api/session');
    expect(out.status).toBe(204);
    expect(client.cookies.size).toBe(0);
    const answer = await test.client({ cookie: stolen }).get('/api/me');
    expect(answer).toMatchObject({ status: 401, body: { type: '/problems/signed-out' } });
  });

  it('slides on with use and ends without', async () => {
    const client = await test.signIn('admin@example.test');
    expect(cookieOf(await client.get('/api/me'))).toBe('undefined');
    test.clock.advance(20 * DAY);
    expect(cookieOf(await client.get('/api/me'))).toMatch(/^convener=/);
    test.clock.advance(20 * DAY);
    expect((await client.get('/api/me')).status).toBe(200);
    test.clock.advance(30 * DAY);
    expect((await client.get('/api/me')).status).toBe(401);
  });

  it('ends elsewhere when the password changes', async () => {
    const here = await test.signIn('admin@example.test');
    const there = await test.signIn('admin@example.test');
    const next = 'quite another password';
    const refused = await here.post('/api/me/password', { current: 'wrong', next });
    expect(refused).toMatchObject({ status: 400, body: { fields: [{ pointer: '/current' }] } });
    expect((await here.post('/api/me/password', { current: PASSWORD, next })).status).toBe(204);
    expect((await here.get('/api/me')).status).toBe(200);
    expect((await there.get('/api/me')).status).toBe(401);
    expect((await signIn('admin@example.test', PASSWORD)).status).toBe(401);
    expect((await signIn('admin@example.test', next)).status).toBe(201);
  });

  it('takes a new name and language', async () => {
    const client = await test.signIn('admin@example.test');
    expect((await client.patch('/api/me', { name: ' 王小明 ', locale: 'en' }, ANY_VERSION)).body).toMatchObject({
      name: '王小明',
      locale: 'en',
    });
    expect((await client.patch('/api/me', { name: null }, ANY_VERSION)).status).toBe(400);
    expect((await client.patch('/api/me', {}, ANY_VERSION)).body).toMatchObject({ name: '王小明', locale: 'en' });
  });
});

describe('behind https', () => {
  it('binds the cookie to the host and to secure connections', async () => {
    const test = await startTestApp({ env: { PUBLIC_URL: 'https://convener.example.test' } });
    const { client, email } = await test.setUpAdmin();
    const cookie = cookieOf(await client.post('/api/session', { email, password: PASSWORD }));
    expect(cookie).toMatch(/^__Host-convener=/);
    expect(cookie).toMatch(/Secure/);
    expect(cookie).not.toMatch(/Domain/);
    expect((await client.get('/api/me')).status).toBe(200);
    expect((await client.get('/api/health')).headers['strict-transport-security']).toMatch(/max-age/);
    await test.close();
  });
});

describe.each(databaseKinds())('people and invitations on $name', (database) => {
  let test: TestApp;
  let admin: Client;
  beforeAll(async () => {
    test = await startTestApp({ database });
    admin = (await test.setUpAdmin()).client;
  });
  afterAll(() => test.close());

  const invite = async (invitation: object, from = admin) => {
    const answer = await from.post<{ link: string }>('/api/invitations', invitation);
    return `/api/invitations/${answer.body.link.split('/').at(-1)}`;
  };
  const newcomer = (email: string) => ({ name: '新人', email, password: PASSWORD });

  it('let a newcomer in once', async () => {
    const path = await invite({ workspaceRole: 'member', name: '新人' });
    expect((await test.client().get(path)).body).toEqual({
      name: '新人',
      email: null,
      workspaceRole: 'member',
      projectName: null,
      teamName: null,
      lead: false,
      invitedBy: '管理者',
    });
    const client = test.client();
    const accepted = await client.post(`${path}/accept`, { email: 'new@example.test', password: PASSWORD });
    expect(accepted).toMatchObject({ status: 201, body: { name: '新人', workspaceRole: 'member' } });
    expect((await client.get('/api/people')).status).toBe(200);
    const again = await test.client().post(`${path}/accept`, newcomer('again@example.test'));
    expect(again).toMatchObject({ status: 410, body: { type: '/problems/invitation-over' } });
    expect((await test.client().get(path)).status).toBe(410);
  });

  it('let one in when two accept at the same time', async () => {
    const path = await invite({ workspaceRole: 'member' });
    const answers = await Promise.all(
      ['a@race.test', 'b@race.test'].map((email) => test.client().post(`${path}/accept`, newcomer(email))),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 410]);
    const { items } = (await admin.get<{ items: { email: string }[] }>('/api/people')).body;
    expect(items.filter(({ email }) => email.endsWith('@race.test'))).toHaveLength(1);
  });

  it('end after seven days', async () => {
    const path = await invite({ workspaceRole: 'member' });
    test.clock.advance(7 * DAY);
    expect((await test.client().get(path)).status).toBe(410);
    expect((await test.client().post(`${path}/accept`, newcomer('late@example.test'))).status).toBe(410);
  });

  it('give a signed-in person more, never less', async () => {
    const { client } = await test.addPerson('會員');
    expect((await client.post(`${await invite({ workspaceRole: 'admin' })}/accept`, {})).body).toMatchObject({
      workspaceRole: 'admin',
    });
    expect((await client.post(`${await invite({ workspaceRole: 'member' })}/accept`, {})).body).toMatchObject({
      workspaceRole: 'admin',
    });
  });

  it('say what is missing or taken', async () => {
    const path = await invite({ workspaceRole: 'member' });
    const missing = await test.client().post(`${path}/accept`, { name: '某人' });
    expect(missing).toMatchObject({ status: 400, body: { fields: [{ pointer: '/email' }, { pointer: '/password' }] } });
    const taken = await test.client().post(`${path}/accept`, newcomer('admin@example.test'));
    expect(taken).toMatchObject({ status: 409, body: { type: '/problems/email-taken' } });
    expect((await test.client().get(path)).status).toBe(200);
    expect((await test.client().get('/api/invitations/no-such-token')).status).toBe(404);
    const nothing = await admin.post('/api/invitations', { lead: true });
    expect(nothing).toMatchObject({
      status: 400,
      body: { fields: [{ pointer: '/workspaceRole' }, { pointer: '/lead' }] },
    });
  });

  it('are for admins to give', async () => {
    const { client } = await test.addPerson('一般成員');
    expect((await client.post('/api/invitations', { workspaceRole: 'member' })).status).toBe(403);
    const { items } = (await client.get<{ items: { id: string }[] }>('/api/people')).body;
    expect((await client.patch(`/api/people/${items[0]?.id}`, { active: false }, ANY_VERSION)).status).toBe(403);
    expect((await client.get('/api/outbox')).status).toBe(403);
  });

  it('keep an inactive person out', async () => {
    const { client, id, email } = await test.addPerson('離職者', { workspaceRole: 'admin' });
    const path = await invite({ workspaceRole: 'admin' }, client);
    expect((await admin.patch(`/api/people/${id}`, { active: false }, ANY_VERSION)).body).toMatchObject({
      active: false,
    });
    expect((await client.get('/api/me')).status).toBe(401);
    expect((await client.post('/api/session', { email, password: PASSWORD })).status).toBe(401);
    expect((await test.client().get(path)).status).toBe(404);
  });

  it('always leave an admin', async () => {
    const own = await startTestApp({ database });
    const { client, id } = await own.setUpAdmin();
    for (const change of [{ active: false }, { workspaceRole: 'member' }, { workspaceRole: null }]) {
      expect(await client.patch(`/api/people/${id}`, change, ANY_VERSION)).toMatchObject({
        status: 409,
        body: { type: '/problems/last-admin' },
      });
    }
    const other = await own.addPerson('另一位', { workspaceRole: 'admin' });
    const answers = await Promise.all([
      client.patch(`/api/people/${other.id}`, { workspaceRole: 'member' }, ANY_VERSION),
      other.client.patch(`/api/people/${id}`, { workspaceRole: 'member' }, ANY_VERSION),
    ]);
    expect(answers.map(({ status }) => status).sort()).not.toEqual([200, 200]);
    await own.close();
  });
});

describe('an invitation into a project', () => {
  class Memberships extends MembershipWriter {
    readonly asked: unknown[] = [];

    async mayInvite(_em: unknown, inviter: SignedIn, part: ProjectPart): Promise<void> {
      this.asked.push({ inviter: inviter.email, ...part });
      throw forbidden();
    }

    names = () => Promise.resolve({ projectName: null, teamName: null });
    join = () => Promise.resolve();
  }

  const memberships = new Memberships();

  @Module({ providers: [{ provide: MembershipWriter, useValue: memberships }] })
  class LaterLayer {}

  it('is for the later layer to allow', async () => {
    const test = await startTestApp({ imports: [LaterLayer] });
    const { client, email } = await test.setUpAdmin();
    const part = { projectId: newId(), projectRole: 'member', teamId: newId(), lead: true };
    expect((await client.post('/api/invitations', part)).status).toBe(403);
    const { projectRole: role, ...rest } = part;
    expect(memberships.asked).toEqual([{ inviter: email, role, ...rest }]);
    await test.close();
  });
});
