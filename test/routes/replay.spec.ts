import { randomUUID } from 'node:crypto';
import { ActivityLog } from '@convener/activity';
import { Database, ForgetKeys, KEPT_MS, OnceRequests } from '@convener/platform';
import type { QueryRunner } from 'typeorm';
import { DataSource } from 'typeorm';
import type { Deliverable } from '../../apps/api/projects/work.dto';
import { type SignedInClient, startTestApp, type TestApp } from '../support/app';
import { Client, ok } from '../support/client';
import { aCast, aConference, type Cast, type RunningProject, told } from '../support/builders';
import { databaseKinds } from '../support/database';

const keyed = (key: string) => ({ 'idempotency-key': key });
const isReplay = ({ headers }: { headers: Record<string, unknown> }) => headers['idempotency-replayed'] === 'true';

describe.each(databaseKinds())('a request sent again under its Idempotency-Key on $name', (database) => {
  let app: TestApp;
  let cast: Cast;
  let project: RunningProject;
  /** The same database for a second process. */
  let same: typeof database;
  beforeAll(async () => {
    const own = await database.create({ LOG_LEVEL: 'silent' });
    same = { ...database, create: async () => ({ config: own.config, drop: async () => undefined }) };
    app = await startTestApp({ database: { ...same, create: async () => own } });
    cast = await aCast(app);
    project = await aConference(app, { cast });
  });
  afterAll(() => app.close());
  afterEach(() => jest.restoreAllMocks());

  const db = () => app.app.get(Database);
  const count = async (table: string, where = '') => {
    const [row] = await db().read((em) => em.query<{ n: unknown }[]>(`SELECT COUNT(*) AS n FROM ${table} ${where}`));
    return Number(row?.n);
  };
  const post = (as: SignedInClient, path: string, body: object = {}, key?: string) =>
    as.client.post(`/api/${path}`, body, key ? keyed(key) : {});

  /** Lets the next transaction that writes an activity entry wait before its end; answers how to let it go on. */
  const holdNext = () => {
    let release: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => (release = resolve));
    const original = ActivityLog.prototype.record;
    let reached: () => void = () => undefined;
    const inside = new Promise<void>((resolve) => (reached = resolve));
    jest.spyOn(ActivityLog.prototype, 'record').mockImplementationOnce(async function (
      this: ActivityLog,
      em,
      ...changes
    ) {
      await original.call(this, em, ...changes);
      reached();
      await gate;
    });
    return { inside, release: () => release() };
  };

  it('answers the thing as it is now: a late retry of a tick does not undo what came after it', async () => {
    const { id } = await project.addCheck({ checks: ['一', '二'] });
    const key = randomUUID();
    ok(await post(cast.member, `checks/${id}/tick`, {}, key));
    ok(await post(cast.lead, `checks/${id}/untick`));
    const late = ok(await post(cast.member, `checks/${id}/tick`, {}, key));
    expect(isReplay(late)).toBe(true);
    expect(late.body.state).toBe('open');
    expect((await project.changes(id)).map(({ action }) => action)).toEqual(['check.open', 'check.ticked']);
  });

  it('is refused (422) when it asks for something else, whatever the order of its members', async () => {
    const item = await project.add({ checks: ['一', '二'] });
    const [one, two] = item.checkList;
    const key = randomUUID();
    const path = `checks/${one!.id}/not-applicable`;
    ok(await post(cast.member, path, { reason: '沒有外賓' }, key));
    for (const [other, body] of [
      [path, { reason: '改了理由' }],
      [`checks/${two!.id}/not-applicable`, { reason: '沒有外賓' }],
      [`checks/${one!.id}/tick`, { reason: '沒有外賓' }],
    ] as const)
      expect(told(await post(cast.member, other, body, key))).toBe('422 idempotency-key-reused');
    expect((await project.item(item.id)).checkList.map(({ state }) => state)).toEqual(['not-applicable', 'open']);
    const added = randomUUID();
    const to = `/api/work-items/${item.id}/deliverables`;
    ok(await cast.lead.client.post(to, '{"title":"名單","accepter":"lead"}', keyed(added)));
    const turned = await cast.lead.client.post(to, '{ "accepter": "lead", "title": "名單" }', keyed(added));
    expect([turned.status, isReplay(turned)]).toEqual([201, true]);
  });

  it('is told to wait (409) while the first is under way, and then answered', async () => {
    const { id } = await project.addCheck({ checks: ['一', '二'] });
    const key = randomUUID();
    const { inside, release } = holdNext();
    const first = post(cast.member, `checks/${id}/tick`, {}, key);
    await inside;
    const early = await post(cast.member, `checks/${id}/tick`, {}, key);
    expect(told(early)).toBe('409 in-flight');
    expect(early.headers['retry-after']).toBe('1');
    release();
    expect(isReplay(ok(await first))).toBe(false);
    const later = ok(await post(cast.member, `checks/${id}/tick`, {}, key));
    expect([isReplay(later), later.body.state]).toEqual([true, 'ticked']);
    expect(await project.changes(id)).toHaveLength(1);
  });

  if (database.name === 'PostgreSQL') {
    it('is told to wait by another process too, which then knows the answer', async () => {
      const other = await startTestApp({ database: same, clock: app.clock });
      const there = new Client(other.app);
      for (const [name, value] of cast.member.client.cookies) there.cookies.set(name, value);
      const { id } = await project.addCheck({ checks: ['一', '二'] });
      const path = `/api/checks/${id}/tick`;
      const key = randomUUID();
      const { inside, release } = holdNext();
      const first = cast.member.client.post(path, {}, keyed(key));
      await inside;
      expect(told(await there.post(path, {}, keyed(key)))).toBe('409 in-flight');
      release();
      ok(await first);
      const later = ok(await there.post(path, {}, keyed(key)));
      expect([isReplay(later), later.body.state]).toEqual([true, 'ticked']);
      expect(await project.changes(id)).toHaveLength(1);
      await other.close();
    });
  }

  it('is another request when somebody else uses the same key', async () => {
    const { id } = await project.addDeliverable({}, { checks: ['一'] });
    const key = randomUUID();
    for (const who of [cast.member, cast.other]) {
      const added = ok(await post(who, `deliverables/${id}/evidence`, { note: '同一把鑰匙' }, key));
      expect(isReplay(added)).toBe(false);
    }
    const { evidenceList } = ok(await cast.member.client.get<Deliverable>(`/api/deliverables/${id}`)).body;
    expect(evidenceList.map(({ addedBy }) => addedBy.id)).toEqual([cast.member.id, cast.other.id]);
  });

  it('is done after all where it was refused before, or broke half-way', async () => {
    const { id } = await project.addDeliverable({ accepter: 'lead' });
    const key = randomUUID();
    const accept = () => post(cast.lead, `deliverables/${id}/accept`, {}, key);
    expect(told(await accept())).toBe('409 not-from-here');
    ok(await post(cast.member, `deliverables/${id}/submit`));
    jest
      .spyOn(ActivityLog.prototype, 'record')
      .mockRejectedValueOnce(new Error('the disk is full (by order of the test)'));
    expect((await accept()).status).toBe(500);
    expect(await count('idempotency_keys', `WHERE key = '${key}'`)).toBe(0);
    const done = ok(await accept());
    expect([isReplay(done), done.body.status]).toEqual([false, 'accepted']);
    expect(isReplay(ok(await accept()))).toBe(true);
  });

  it.each(['', ' ', 'two words', 'x'.repeat(201), '鑰匙'])('with the key "%s" is refused', async (key) => {
    const { id } = await project.addCheck({ checks: ['一', '二'] });
    const header = Buffer.from(key).toString('latin1');
    expect(told(await post(cast.member, `checks/${id}/tick`, {}, header || ' '))).toBe('400 bad-idempotency-key');
    expect(await project.changes(id)).toEqual([]);
  });

  it('costs one statement more than without a key, and without a key nothing is kept', async () => {
    const statements = async (work: () => Promise<unknown>) => {
      const seen: string[] = [];
      const { driver } = app.app.get(DataSource);
      const create = driver.createQueryRunner.bind(driver);
      const spy = jest.spyOn(driver, 'createQueryRunner').mockImplementation((mode) => {
        const runner: QueryRunner = create(mode);
        const query = runner.query.bind(runner) as (...args: unknown[]) => Promise<unknown>;
        return Object.assign(runner, {
          query: (sql: string, ...rest: unknown[]) => {
            seen.push(sql);
            return query(sql, ...rest);
          },
        });
      });
      await work();
      spy.mockRestore();
      return seen;
    };
    const { checkList } = await project.add({ checks: ['一', '二', '三', '四'] });
    const tick = (index: number, key?: string) => () =>
      post(cast.member, `checks/${checkList[index]!.id}/tick`, {}, key).then(ok);
    ok(await post(cast.member, `checks/${checkList[0]!.id}/tick`));
    const kept = await count('idempotency_keys');
    const plain = await statements(tick(1));
    expect(await count('idempotency_keys')).toBe(kept);
    const once = await statements(tick(2, randomUUID()));
    expect(once.length - plain.length).toBe(1);
    expect(once.filter((sql) => sql.includes('idempotency_keys'))).toHaveLength(1);
  });

  it('is refused where its route would write a second time, which a replay could not hold back', async () => {
    const request = { personId: cast.member.id, key: randomUUID(), fingerprint: () => 'x', at: app.clock.now() };
    const twice = app.app.get(OnceRequests).run(request, async () => {
      await db().write(async () => 'first');
      await db().write(async () => 'second');
    });
    await expect(twice).rejects.toThrow('writes once');
  });

  it('is known for thirty days and then done anew', async () => {
    const { id } = await project.addDeliverable({}, { checks: ['一'] });
    const key = randomUUID();
    const start = app.clock.now();
    const add = async () => {
      const client = await app.signIn(cast.member.email);
      return ok(await client.post<Deliverable>(`/api/deliverables/${id}/evidence`, { note: '照片' }, keyed(key)));
    };
    ok(await post(cast.member, `deliverables/${id}/evidence`, { note: '照片' }, key));
    app.clock.set(start + KEPT_MS - 1);
    const late = await add();
    expect([isReplay(late), late.body.evidenceList.length]).toEqual([true, 1]);
    app.clock.set(start + KEPT_MS);
    const anew = await add();
    expect([isReplay(anew), anew.body.evidenceList.length]).toEqual([false, 2]);
    app.clock.set(start);
  });

  it('is forgotten after thirty days, in batches, by the process that runs jobs', async () => {
    const start = app.clock.now();
    const old = Array.from({ length: 5 }, (_, index) => `old-${index}-${randomUUID()}`);
    const insert = (key: string, at: number) =>
      db().write((em) =>
        em.query(
          `INSERT INTO idempotency_keys (person_id, key, fingerprint, created_at) VALUES ('${cast.member.id}', '${key}', 'x', ${at})`,
        ),
      );
    const left = () => count('idempotency_keys', `WHERE fingerprint = 'x' AND key LIKE 'old-%'`);
    for (const [index, key] of old.entries()) await insert(key, start - KEPT_MS - index);
    await insert(`old-but-kept-${randomUUID()}`, start - KEPT_MS + 1);
    await app.app.get(ForgetKeys, { strict: false }).sweep(2);
    expect(await left()).toBe(1);
    for (let hours = 0; (await left()) > 0 && hours < 100; hours += 1) {
      app.clock.advance(60 * 60_000);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    expect(await left()).toBe(0);
    app.clock.set(start);
  });
});
