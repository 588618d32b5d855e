import { PASSWORD, startTestApp, type TestApp } from '../support/app';
import { ANY_VERSION, type Answer } from '../support/client';
import { DAY, MINUTE } from './sign-in.world';

const cookieOf = (answer: Answer<unknown>) => String(answer.headers['set-cookie']);

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
