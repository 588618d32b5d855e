import { Database } from '@convener/platform';
import { PASSWORD, startTestApp, type TestApp } from '../support/app';
import { ANY_VERSION, type Answer, type Client } from '../support/client';
import { databaseKinds } from '../support/database';
import { DAY, HOUR, MINUTE, startTwo } from './sign-in.world';

interface OwnSessions {
  items: {
    id: string;
    device: string | null;
    ownDevice: boolean;
    current: boolean;
    createdAt: number;
    lastSeenAt: number;
  }[];
  passwordEvents: { kind: string; by: string | null; at: number }[];
}

const CHROME =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Safari/537.36';
const IPHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1';

const cookieOf = (answer: Answer<unknown>) => String(answer.headers['set-cookie']);
const expiryOf = (answer: Answer<unknown>) => Date.parse(/Expires=([^;]+)/.exec(cookieOf(answer))?.[1] ?? '');

describe.each(databaseKinds())('a session on $name', (database) => {
  let test: TestApp;
  beforeAll(async () => {
    test = await startTestApp({ database });
    await test.setUpAdmin();
  });
  afterEach(() => jest.restoreAllMocks());
  afterAll(() => test.close());

  const signIn = (more: object = {}, client = test.client()) =>
    client.post('/api/session', { email: 'admin@example.test', password: PASSWORD, ...more });
  const opened = async (more: object = {}, headers: Record<string, string> = {}) => {
    const client = test.client(headers);
    expect((await signIn(more, client)).status).toBe(201);
    return client;
  };
  const statusOf = async (client: Client) => (await client.get('/api/me')).status;
  const listOf = async (client: Client) => (await client.get<OwnSessions>('/api/me/sessions')).body.items;

  it('ends after three hours without a request', async () => {
    const [used, left] = [await opened(), await opened()];
    test.clock.advance(3 * HOUR - MINUTE);
    expect(await statusOf(used)).toBe(200);
    test.clock.advance(MINUTE);
    expect(await statusOf(left)).toBe(401);
    test.clock.advance(3 * HOUR - 2 * MINUTE);
    expect(await statusOf(used)).toBe(200);
    test.clock.advance(3 * HOUR);
    expect(await statusOf(used)).toBe(401);
  });

  it('ends after twelve hours however much it is used, and its cookie with it', async () => {
    const client = test.client();
    const answer = await signIn({}, client);
    expect(expiryOf(answer)).toBe(test.clock.now() + 12 * HOUR);
    for (let hour = 1; hour < 12; hour += 1) {
      test.clock.advance(HOUR);
      expect(await statusOf(client)).toBe(200);
    }
    test.clock.advance(HOUR - MINUTE);
    expect(await statusOf(client)).toBe(200);
    test.clock.advance(MINUTE);
    expect(await statusOf(client)).toBe(401);
  });

  it("lasts thirty days from its last use on its owner's device", async () => {
    const client = await opened({ ownDevice: true });
    test.clock.advance(29 * DAY);
    const answer = await client.get('/api/me');
    expect(answer.status).toBe(200);
    expect(expiryOf(answer)).toBe(test.clock.now() + 30 * DAY);
    test.clock.advance(30 * DAY - MINUTE);
    expect(await statusOf(client)).toBe(200);
    test.clock.advance(30 * DAY);
    expect(await statusOf(client)).toBe(401);
  });

  it('is prolonged by a cookie at most once a day', async () => {
    const client = await opened({ ownDevice: true });
    test.clock.advance(DAY - 10 * MINUTE);
    expect(cookieOf(await client.get('/api/me'))).toBe('undefined');
    test.clock.advance(10 * MINUTE);
    expect(cookieOf(await client.get('/api/me'))).toMatch(/^convener=/);
    expect(cookieOf(await client.get('/api/me'))).toBe('undefined');
  });

  it('is noted as used at most every five minutes', async () => {
    const client = await opened();
    const seen = async () => (await listOf(client)).find(({ current }) => current)?.lastSeenAt;
    const start = test.clock.now();
    for (let request = 0; request < 4; request += 1) {
      test.clock.advance(MINUTE);
      expect(await seen()).toBe(start);
    }
    test.clock.advance(MINUTE);
    expect(await seen()).toBe(start + 5 * MINUTE);
  });

  it('goes on when its use cannot be written down', async () => {
    const client = await opened();
    test.clock.advance(HOUR);
    jest.spyOn(test.app.get(Database), 'write').mockRejectedValue(new Error('database or disk is full'));
    expect(await statusOf(client)).toBe(200);
  });

  it('is listed with its device, and says which one asks', async () => {
    const desk = await opened({}, { 'user-agent': CHROME });
    const signedInAt = test.clock.now();
    test.clock.advance(HOUR);
    const phone = await opened({ ownDevice: true }, { 'user-agent': IPHONE });
    test.clock.advance(10 * MINUTE);
    const [first, second] = await listOf(desk);
    expect(first).toEqual({
      id: expect.any(String),
      device: 'Chrome · Windows',
      ownDevice: false,
      current: true,
      createdAt: signedInAt,
      lastSeenAt: test.clock.now(),
    });
    expect(second).toMatchObject({ device: 'Safari · iPhone', ownDevice: true, current: false });
    expect((await listOf(phone)).find(({ current }) => current)).toMatchObject({ device: 'Safari · iPhone' });
  });

  it('can be ended from another, and is over at once', async () => {
    const [here, there] = [await opened(), await opened({ ownDevice: true })];
    const other = (await listOf(there)).find(({ current }) => current)!;
    expect((await here.delete(`/api/me/sessions/${other.id}`)).status).toBe(204);
    expect(await statusOf(there)).toBe(401);
    expect(await statusOf(here)).toBe(200);
    expect((await here.delete(`/api/me/sessions/${other.id}`)).status).toBe(404);
  });

  it('can be the only one left', async () => {
    const [here, ...others] = [await opened(), await opened(), await opened({ ownDevice: true })];
    expect((await here.delete('/api/me/sessions')).status).toBe(204);
    expect(await Promise.all(others.map(statusOf))).toEqual([401, 401]);
    expect(await listOf(here)).toMatchObject([{ current: true }]);
  });

  it('cannot be ended or seen by somebody else, not even by an admin', async () => {
    const admin = await opened();
    const { client } = await test.addPerson('一般成員', { workspaceRole: 'member' }, admin);
    const [own] = await listOf(client);
    expect((await listOf(admin)).map(({ id }) => id)).not.toContain(own?.id);
    expect((await admin.delete(`/api/me/sessions/${own?.id}`)).status).toBe(404);
    expect(await statusOf(client)).toBe(200);
  });

  it('is no business of anybody who is not signed in', async () => {
    expect((await test.client().get('/api/me/sessions')).status).toBe(401);
    expect((await test.client().delete('/api/me/sessions')).status).toBe(401);
  });
});

describe.each(databaseKinds())('two processes on one database, $name', (database) => {
  let one: TestApp;
  let other: TestApp;
  beforeAll(async () => {
    [one, other] = await startTwo(database);
    await one.setUpAdmin();
  });
  afterAll(async () => {
    await other.close();
    await one.close();
  });

  const at = (app: TestApp, { cookies }: Client) =>
    app.client({ cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') });

  it('know the same sessions, and a session that is ended on one is over on the other', async () => {
    const client = await one.signIn('admin@example.test');
    const elsewhere = at(other, client);
    expect((await elsewhere.get('/api/me')).status).toBe(200);
    expect((await client.delete('/api/session')).status).toBe(204);
    expect((await elsewhere.get('/api/me')).status).toBe(401);
  });

  it('both let nobody in who has been made inactive on one of them', async () => {
    const { client, id } = await one.addPerson('離職者');
    const elsewhere = at(other, client);
    expect((await elsewhere.get('/api/me')).status).toBe(200);
    const { client: admin } = await one.setUpAdmin();
    expect((await admin.patch(`/api/people/${id}`, { active: false }, ANY_VERSION)).status).toBe(200);
    expect((await elsewhere.get('/api/me')).status).toBe(401);
  });
});
