import { PASSWORD, startTestApp, type TestApp } from '../support/app';
import { databaseKinds } from '../support/database';

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
      temporary: null,
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
