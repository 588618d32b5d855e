import { AccountMail, PasswordReset } from '@convener/accounts';
import { Passwords } from '@convener/sign-in';
import { TransientError } from '@convener/kernel';
import { Database, JobQueue, Poller } from '@convener/platform';
import { PASSWORD, type SignedInClient, type TestApp } from '../support/app';
import { databaseKinds } from '../support/database';
import { ANY_VERSION } from '../support/client';
import { from, HOUR, MINUTE, nextMail, startBehindProxy, startTwo, tally, tokenIn, trySignIn } from './sign-in.world';

const NEXT = 'quite another password';

describe.each(databaseKinds())('a forgotten password on $name', (database) => {
  let test: TestApp;
  let admin: SignedInClient;
  let person: SignedInClient;
  beforeAll(async () => {
    test = await startBehindProxy({ database });
    admin = await test.setUpAdmin();
  });
  beforeEach(async () => {
    person = await test.addPerson('組員 王');
  });
  afterEach(() => jest.restoreAllMocks());
  afterAll(() => test.close());

  const ask = (email = person.email) => test.client().post('/api/password-reset', { email });
  /** Asks for a link and answers the path of the mail that comes. */
  const askForLink = async (email = person.email) => {
    const seen = test.mailer.to(email).length;
    expect((await ask(email)).status).toBe(202);
    return `/api/password-reset/${tokenIn((await nextMail(test, email, seen)).text)}`;
  };
  const use = (path: string, password = NEXT, client = test.client()) => client.post(path, { password });
  const left = () => test.app.get(Database).read(async (em) => (await em.find(AccountMail)).map(({ email }) => email));
  const events = async ({ client }: Pick<SignedInClient, 'client'>) =>
    (await client.get<{ passwordEvents: { kind: string; by: string | null }[] }>('/api/me/sessions')).body
      .passwordEvents;

  it('is replaced through a mailed link, which signs in and signs out everything from before', async () => {
    const path = await askForLink();
    expect((await test.client().get(path)).body).toEqual({ name: '組員 王', email: person.email });
    const client = test.client();
    expect(await use(path, NEXT, client)).toMatchObject({ status: 201, body: { id: person.id } });
    expect((await client.get('/api/me')).status).toBe(200);
    expect((await person.client.get('/api/me')).status).toBe(401);
    expect((await trySignIn(test.client(), person.email)).status).toBe(401);
    expect((await trySignIn(test.client(), person.email, NEXT)).status).toBe(201);
    expect(await events({ client })).toMatchObject([{ kind: 'reset', by: null, at: test.clock.now() }]);
    expect(await left()).toEqual([]);
  });

  it('has a link that works for thirty minutes', async () => {
    const path = await askForLink();
    test.clock.advance(30 * MINUTE - 1);
    expect((await test.client().get(path)).status).toBe(200);
    test.clock.advance(1);
    const over = { status: 410, body: { type: '/problems/reset-over' } };
    expect(await test.client().get(path)).toMatchObject(over);
    expect(await use(path)).toMatchObject(over);
    expect((await trySignIn(test.client(), person.email)).status).toBe(201);
    const last = await askForLink();
    test.clock.advance(29 * MINUTE);
    expect((await use(last)).status).toBe(201);
  });

  it('has a link that works once, also for five at the same time', async () => {
    const path = await askForLink();
    const passwords = Array.from({ length: 5 }, (_, index) => `${NEXT} number ${index}`);
    const answers = await Promise.all(passwords.map((password) => use(path, password)));
    expect(tally(answers)).toEqual({ 201: 1, 410: 4 });
    const winner = passwords[answers.findIndex(({ status }) => status === 201)];
    expect((await trySignIn(test.client(), person.email, winner)).status).toBe(201);
    expect((await use(path)).status).toBe(410);
    expect((await test.client().get(path)).status).toBe(410);
  });

  it('has one link at a time: asking again ends the earlier one', async () => {
    const [earlier, later] = [await askForLink(), await askForLink()];
    expect((await use(earlier)).status).toBe(410);
    expect((await use(later)).status).toBe(201);
  });

  it('brings three mails an hour at most; the last link goes on to work', async () => {
    const links = [await askForLink(), await askForLink(), await askForLink()];
    for (let index = 0; index < 5; index += 1) expect((await ask()).status).toBe(202);
    test.clock.advance(10 * MINUTE);
    expect(test.mailer.to(person.email)).toHaveLength(3);
    expect((await use(links[2]!)).status).toBe(201);
    test.clock.advance(HOUR);
    expect((await use(await askForLink())).status).toBe(201);
  });

  /** Lets the sweep come round until nothing is left to send. */
  const afterSweep = async () => {
    test.clock.advance(5_000);
    for (let tries = 0; (await left()).length > 0; tries += 1) {
      if (tries > 500) throw new Error('Mails are left');
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    return test;
  };

  it('is mailed by the next sweep when the queue has lost it, and again when the mail server was away', async () => {
    jest.spyOn(test.app.get(JobQueue), 'add').mockRejectedValueOnce(new TransientError('Redis is away'));
    test.mailer.failNext();
    expect((await ask()).status).toBe(202);
    expect(test.mailer.to(person.email)).toEqual([]);
    test.clock.advance(2_000);
    for (let tries = 0; tries < 500 && test.mailer.to(person.email).length === 0; tries += 1) {
      test.clock.advance(100);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    const { text } = await nextMail(test, person.email);
    expect((await use(`/api/password-reset/${tokenIn(text)}`)).status).toBe(201);
  });

  it('is asked about in the language of its reader', async () => {
    expect((await person.client.patch('/api/me', { locale: 'en' }, ANY_VERSION)).status).toBe(200);
    await askForLink();
    const { subject, text } = await nextMail(test, person.email);
    expect(subject).toBe('Set a new Convener password');
    expect(text).toMatch(/within 30 minutes/);
  });

  it('leaves no token in the database', async () => {
    const token = (await askForLink()).split('/').at(-1)!;
    const rows = await test.app.get(Database).read((em) => em.find(PasswordReset, { where: { personId: person.id } }));
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain(token);
  });

  it('is not replaced by one that is soon guessed, and the link can be tried again', async () => {
    const path = await askForLink();
    expect(await use(path, 'Password1')).toMatchObject({
      status: 400,
      body: { type: '/problems/weak-password', fields: [{ pointer: '/password' }] },
    });
    expect((await use(path, 'short')).status).toBe(400);
    expect((await use(path)).status).toBe(201);
  });

  it('has no link any more once the password was changed or the person made inactive', async () => {
    const path = await askForLink();
    const change = { current: PASSWORD, next: NEXT };
    expect((await person.client.post('/api/me/password', change)).status).toBe(204);
    expect((await use(path)).status).toBe(410);
    expect(await events(person)).toMatchObject([{ kind: 'changed', by: null }]);
    const again = await askForLink();
    expect((await admin.client.patch(`/api/people/${person.id}`, { active: false }, ANY_VERSION)).status).toBe(200);
    expect((await use(again)).status).toBe(410);
    expect((await admin.client.patch(`/api/people/${person.id}`, { active: true }, ANY_VERSION)).status).toBe(200);
    expect((await use(again)).status).toBe(410);
  });

  it('gets its owner in from where strangers have used up the attempts', async () => {
    const strangers = Array.from({ length: 51 }, (_, index) =>
      trySignIn(from(test, `198.51.100.${index + 1}`), person.email, 'not the password'),
    );
    await Promise.all(strangers);
    const abroad = from(test, '192.0.2.9');
    expect((await trySignIn(abroad, person.email)).status).toBe(429);
    expect((await use(await askForLink(), NEXT, abroad)).status).toBe(201);
    expect((await trySignIn(abroad, person.email, NEXT)).status).toBe(201);
  });

  describe('where no mail comes', () => {
    const make = (client = admin.client, id = person.id) =>
      client.post<{ link: string; expiresAt: number }>(`/api/people/${id}/password-reset`);
    const pathOf = ({ link }: { link: string }) => `/api/password-reset/${tokenIn(link)}`;

    it('is replaced through a link that an admin hands over, and the person is told who made it', async () => {
      const made = await make();
      expect(made).toMatchObject({ status: 201, body: { expiresAt: test.clock.now() + 30 * MINUTE } });
      const { subject, text } = await nextMail(test, person.email);
      expect(subject).toBe('管理員為您建立了重設密碼的連結');
      expect(text).toContain('管理員 管理者');
      expect(text).not.toContain(tokenIn(made.body.link));
      expect(await events(person)).toMatchObject([{ kind: 'admin-link', by: '管理者' }]);
      const client = test.client();
      expect((await use(pathOf(made.body), NEXT, client)).status).toBe(201);
      expect((await person.client.get('/api/me')).status).toBe(401);
      expect(await events({ client })).toMatchObject([
        { kind: 'admin-reset', by: '管理者' },
        { kind: 'admin-link', by: '管理者' },
      ]);
    });

    it('tells the person also when the link was used before the mail could go', async () => {
      test.mailer.failNext();
      const { body } = await make();
      expect((await use(pathOf(body))).status).toBe(201);
      await afterSweep();
      expect((await nextMail(test, person.email)).subject).toBe('管理員為您建立了重設密碼的連結');
    });

    it('takes the place of the link that was mailed', async () => {
      const mailed = await askForLink();
      const { body } = await make();
      expect((await use(mailed)).status).toBe(410);
      expect((await use(pathOf(body))).status).toBe(201);
    });

    it('is for admins to help with, not with their own, and not for the inactive', async () => {
      const other = await test.addPerson('另一位');
      expect((await make(person.client, other.id)).status).toBe(403);
      expect(await make(admin.client, admin.id)).toMatchObject({
        status: 409,
        body: { type: '/problems/own-password' },
      });
      expect((await admin.client.patch(`/api/people/${other.id}`, { active: false }, ANY_VERSION)).status).toBe(200);
      expect(await make(admin.client, other.id)).toMatchObject({
        status: 409,
        body: { type: '/problems/inactive-person' },
      });
      expect((await make(admin.client, '0190a5d4-0000-7000-8000-000000000000')).status).toBe(404);
    });
  });
});

describe.each(databaseKinds())('asking for a link on $name', (database) => {
  it('asks the same of the server for an unknown address, an inactive person and a known one, who alone gets a mail', async () => {
    const test = await startBehindProxy({ database });
    const { client: admin, email } = await test.setUpAdmin();
    const gone = await test.addPerson('離職者');
    expect((await admin.patch(`/api/people/${gone.id}`, { active: false }, ANY_VERSION)).status).toBe(200);
    // Nothing but the requests shall use the database while we count.
    await test.app.get(Poller).onModuleDestroy();
    const queue = test.app.get(JobQueue);
    const rung = jest.spyOn(queue, 'add').mockResolvedValue(undefined);
    const used = [
      jest.spyOn(test.app.get(Database), 'write'),
      jest.spyOn(test.app.get(Database), 'read'),
      jest.spyOn(test.app.get(Passwords), 'hash'),
    ];
    const seen = [];
    for (const address of [email, gone.email, 'nobody@example.test']) {
      for (const spy of used) spy.mockClear();
      const { status, body } = await test.client().post('/api/password-reset', { email: address });
      seen.push({ status, body, used: used.map((spy) => spy.mock.calls.length) });
    }
    expect(seen[0]).toEqual({ status: 202, body: '', used: [1, 0, 0] });
    expect(seen[1]).toEqual(seen[0]);
    expect(seen[2]).toEqual(seen[0]);
    const rings = [...rung.mock.calls];
    expect(rings).toHaveLength(3);
    jest.restoreAllMocks();
    for (const ring of rings.reverse()) await queue.add(...ring);
    await nextMail(test, email);
    await test.close();
    expect(test.mailer.sent.map(({ to }) => to)).toEqual([email]);
  });
});

describe.each(databaseKinds())('a link at two processes on one database, $name', (database) => {
  it('is used once', async () => {
    const [one, other] = await startTwo(database);
    const { email } = await one.setUpAdmin();
    expect((await one.client().post('/api/password-reset', { email })).status).toBe(202);
    const path = `/api/password-reset/${tokenIn((await nextMail(one, email)).text)}`;
    const uses = [one, other, one, other].map((app, index) =>
      app.client().post(path, { password: `${NEXT} number ${index}` }),
    );
    expect(tally(await Promise.all(uses))).toEqual({ 201: 1, 410: 3 });
    await other.close();
    await one.close();
  });
});
