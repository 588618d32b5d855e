import { Passwords } from '@convener/sign-in';
import { PASSWORD, type TestApp } from '../support/app';
import { databaseKinds } from '../support/database';
import { ANY_VERSION } from '../support/client';
import { addMany, DAY, from, HOUR, MINUTE, startBehindProxy, startTwo, tally, trySignIn } from './sign-in.world';

const ADMIN = 'admin@example.test';
const address = (index: number) => `198.51.${100 + Math.floor(index / 250)}.${(index % 250) + 1}`;

describe.each(databaseKinds())('guessing on $name', (database) => {
  let test: TestApp;
  let hall: string[];
  let owner: string;
  beforeAll(async () => {
    test = await startBehindProxy({ database });
    await test.setUpAdmin();
    hall = await addMany(test, 220);
  });
  beforeEach(() => {
    // Everything counts by account, so each story has one of its own.
    owner = hall.pop()!;
  });
  afterEach(() => jest.restoreAllMocks());
  afterAll(() => test.close());

  const guess = (place: string, email = owner) => trySignIn(from(test, place), email, 'not the password');
  const right = (place: string, email = owner) => trySignIn(from(test, place), email);
  /** Uses up what is left to networks that the account does not know. */
  const strangersUseItUp = async () => {
    const guesses = Array.from({ length: 51 }, (_, index) => guess(address(index)));
    expect(tally(await Promise.all(guesses))).toEqual({ 401: 50, 429: 1 });
  };

  it('keeps nobody out of a hall where two hundred people behind one address each mistype twice', async () => {
    const people = hall.slice(0, 200);
    for (const mistyped of ['pasword', 'a pasword for tests']) {
      const tries = people.map((email) => trySignIn(from(test, '203.0.113.1'), email, mistyped));
      expect(tally(await Promise.all(tries))).toEqual({ 401: 200 });
    }
    const tries = people.map((email) => right('203.0.113.1', email));
    expect(tally(await Promise.all(tries))).toEqual({ 201: 200 });
  });

  it('of one account from one address ends after ten, and its owner elsewhere does not notice', async () => {
    const answers = [];
    for (let index = 0; index < 60; index += 1) answers.push(await guess('203.0.113.1'));
    expect(tally(answers)).toEqual({ 401: 10, 429: 50 });
    expect((await right('203.0.113.1')).status).toBe(429);
    expect((await right('203.0.113.2')).status).toBe(201);
    test.clock.advance(15 * MINUTE - 1);
    expect((await right('203.0.113.1')).headers['retry-after']).toBe('1');
    test.clock.advance(1);
    expect((await right('203.0.113.1')).status).toBe(201);
  });

  it('counts all addresses of one IPv6 network as one place', async () => {
    for (let index = 0; index < 10; index += 1) expect((await guess(`2001:db8:1:2::${index + 1}`)).status).toBe(401);
    expect((await right('2001:db8:1:2:aaaa::99')).status).toBe(429);
    expect((await right('2001:db8:1:3::1')).status).toBe(201);
  });

  it('is forgiven by a success', async () => {
    for (let round = 0; round < 3; round += 1) {
      for (let index = 0; index < 9; index += 1) expect((await guess('203.0.113.1')).status).toBe(401);
      expect((await right('203.0.113.1')).status).toBe(201);
    }
  });

  it('from many addresses together ends after fifty, but the owner gets in from where they have been before', async () => {
    expect((await right('203.0.113.7')).status).toBe(201);
    await strangersUseItUp();
    expect((await right('203.0.113.7')).status).toBe(201);
    const abroad = await right('192.0.2.9');
    expect(abroad).toMatchObject({ status: 429, body: { type: '/problems/too-many-attempts' } });
    expect(Number(abroad.headers['retry-after'])).toBeLessThanOrEqual(3600);
    test.clock.advance(HOUR);
    expect((await right('192.0.2.9')).status).toBe(201);
  });

  it('from where the owner has been has its own ten only', async () => {
    expect((await right('203.0.113.7')).status).toBe(201);
    for (let index = 0; index < 10; index += 1) expect((await guess('203.0.113.7')).status).toBe(401);
    expect((await guess('203.0.113.7')).status).toBe(429);
  });

  it('remembers where the owner has been for thirty days', async () => {
    expect((await right('203.0.113.7')).status).toBe(201);
    test.clock.advance(30 * DAY - MINUTE);
    await strangersUseItUp();
    expect((await right('203.0.113.7')).status).toBe(201);
    test.clock.advance(30 * DAY);
    await strangersUseItUp();
    expect((await right('203.0.113.7')).status).toBe(429);
  });

  it('is not what signing in from many places is', async () => {
    for (let index = 0; index < 60; index += 1) expect((await right(address(index))).status).toBe(201);
    expect((await right('192.0.2.9')).status).toBe(201);
  });

  it('costs and answers the same for an unknown address, an inactive person and a known one', async () => {
    const admin = await test.signIn(ADMIN);
    const { id, email: inactive } = await test.addPerson('離職者', { workspaceRole: 'member' }, admin);
    expect((await admin.patch(`/api/people/${id}`, { active: false }, ANY_VERSION)).status).toBe(200);
    const verify = jest.spyOn(test.app.get(Passwords), 'verify');
    const hash = jest.spyOn(test.app.get(Passwords), 'hash');
    const seen = [];
    for (const email of [owner, inactive, 'nobody@example.test']) {
      verify.mockClear();
      const answers = [];
      for (let index = 0; index < 12; index += 1) answers.push(await guess('203.0.113.1', email));
      for (let index = 0; index < 42; index += 1) answers.push(await guess(address(index), email));
      seen.push({
        verified: verify.mock.calls.length,
        said: answers.map(({ status, headers, body: { requestId: _, ...said } }) => [
          status,
          headers['retry-after'],
          said,
        ]),
      });
    }
    expect(hash).not.toHaveBeenCalled();
    expect(seen[0]?.verified).toBe(50);
    expect(seen[1]).toEqual(seen[0]);
    expect(seen[2]).toEqual(seen[0]);
  });

  it('the present password of somebody who left their browser open ends after ten', async () => {
    const client = from(test, '203.0.113.1');
    expect((await trySignIn(client, owner)).status).toBe(201);
    const change = (current: string) => client.post('/api/me/password', { current, next: 'quite another password' });
    for (let index = 0; index < 10; index += 1) expect((await change('wrong')).status).toBe(400);
    expect((await change(PASSWORD)).status).toBe(429);
    test.clock.advance(15 * MINUTE);
    expect((await change(PASSWORD)).status).toBe(204);
  });
});

describe.each(databaseKinds())('guessing at two processes on one database, $name', (database) => {
  it('is counted together, also when it all comes at once', async () => {
    const [one, other] = await startTwo(database);
    const [owner = ''] = await addMany(one, 1);
    const guesses = Array.from({ length: 40 }, (_, index) =>
      trySignIn(from(index % 2 === 0 ? one : other, '203.0.113.1'), owner, `guess ${index}`),
    );
    expect(tally(await Promise.all(guesses))).toEqual({ 401: 10, 429: 30 });
    for (const app of [one, other]) expect((await trySignIn(from(app, '203.0.113.1'), owner)).status).toBe(429);
    const strangers = Array.from({ length: 60 }, (_, index) =>
      trySignIn(from(index % 2 === 0 ? one : other, address(index)), owner, 'not the password'),
    );
    expect(tally(await Promise.all(strangers))).toEqual({ 401: 40, 429: 20 });
    await other.close();
    await one.close();
  });
});

describe('new passwords', () => {
  it('that are soon guessed are refused at their field wherever one is set', async () => {
    const test = await startBehindProxy({});
    const refusedAt = (pointer: string) => ({
      status: 400,
      body: { type: '/problems/weak-password', fields: [{ pointer, zh: expect.any(String), en: expect.any(String) }] },
    });
    const person = { name: '管理者', email: ADMIN };
    const token = await test.setupToken();
    for (const password of ['Password1', '12345678', 'Convener2027', 'admin@example.test', '88888888']) {
      expect(await test.client().post('/api/setup', { ...person, token, password })).toMatchObject(
        refusedAt('/password'),
      );
    }
    const { client } = await test.setUpAdmin();
    const { body } = await client.post<{ link: string }>('/api/invitations', { workspaceRole: 'member' });
    const accept = `/api/invitations/${body.link.split('/').at(-1)}/accept`;
    const newcomer = { name: '新人', email: 'newcomer@example.test' };
    expect(await test.client().post(accept, { ...newcomer, password: 'QWERTYUIOP' })).toMatchObject(
      refusedAt('/password'),
    );
    expect(await test.client().post(accept, { ...newcomer, password: 'newcomer123' })).toMatchObject(
      refusedAt('/password'),
    );
    expect((await test.client().post(accept, { ...newcomer, password: '週三在展場喝咖啡' })).status).toBe(201);
    const change = (next: string) => client.post('/api/me/password', { current: PASSWORD, next });
    expect(await change('iloveyou')).toMatchObject(refusedAt('/next'));
    expect((await change('quite another password')).status).toBe(204);
    await test.close();
  });
});
