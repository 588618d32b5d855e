import { OperationsQueries } from '@convener/delivery';
import type { Config } from '@convener/platform';
import { Reminder } from '@convener/reminders';
import { In } from 'typeorm';
import { World } from '../integration/reminders.world';
import { Client, ok } from '../support/client';
import { fallDue, REMINDER_TABLES } from '../support/builders.reminders';
import { databaseKinds } from '../support/database';
import { sized, tell } from '../support/drill';
import { OwnRedis } from '../support/own-redis';
import { ServerProcess, SETUP_TOKEN } from '../support/server-process';
import { redisUrl } from '../support/services';
import { SmtpSink } from '../support/sink';
import { until } from '../support/until';

const MINUTE = 60_000;
const HOURS = 6;
/** As libs/delivery/pace.ts has it. */
const MAIL_ATTEMPTS = 14;

/** `npm test` runs other suites on the same cores meanwhile; `npm run drill` has the machine to itself. */
const MOST_LATE_MS = sized(6_000, 2_000);

jest.setTimeout(sized(4, 30) * MINUTE);

function percentile(values: readonly number[], part: number): number {
  return [...values].sort((a, b) => a - b)[Math.ceil(values.length * part) - 1] ?? 0;
}

describe.each(databaseKinds())('delivery on $name', (kind) => {
  let world: World;
  beforeEach(async () => {
    world = await World.start(kind, null);
    world.clock.set('2026-10-13T12:00:00+08:00');
  });
  afterEach(() => world.stop());

  const each = (people: readonly string[], title: string) =>
    Promise.all(people.map((id, index) => world.add('congress', '2026-10-15', id, `${title} ${index}.`)));

  it('over six hours without a mail server loses nothing, tells nothing stale and makes no storm', async () => {
    const people = await world.addPeople(sized(40, 1_000));
    const items = await each(people, '工作');
    const tries = new Map<string, number>();
    world.mailer.onSend = ({ key }) => tries.set(key, (tries.get(key) ?? 0) + 1);
    world.mailer.failNext(Infinity);
    await world.morning('2026-10-14');
    const done = items.filter((_, index) => index % 2 === 1);
    for (let minute = 1; minute <= HOURS * 60; minute += 1) {
      world.clock.advance(MINUTE);
      if (minute === 60) for (const id of done) world.change(id, { open: false });
      await world.sweep();
    }
    expect(world.mailer.sent).toEqual([]);
    world.mailer.failNext(0);
    const during = Math.max(...tries.values());
    for (let minute = 0; minute < 120; minute += 1) {
      world.clock.advance(MINUTE);
      await world.sweep();
    }
    const told = world.mailer.sent.map(({ to }) => to).sort();
    const expected = people.filter((_, index) => index % 2 === 0).map((id) => `${id}@convener.test`);
    expect(told).toEqual(expected.sort());
    expect(during).toBeLessThanOrEqual(MAIL_ATTEMPTS);
    expect(await world.app.get(OperationsQueries).figures()).toMatchObject({ deadMails: 0, retriedMails: 0 });
    expect(await world.reminders('claimed')).toEqual([]);
    tell(`mail down for ${HOURS} h on ${kind.name}`, { people: people.length, 'most tries of a mail': during });
  });

  it('goes on past a message that cannot be opened', async () => {
    const people = await world.addPeople(1_000);
    /** Milliseconds from the sweep to each mail. */
    const morning = async (title: string, spoil: boolean, day: string): Promise<number[]> => {
      world.mailer.sent.length = 0;
      world.clock.set(`${day}T12:00:00+08:00`);
      const items = await Promise.all(
        people.map((id, index) => world.add('congress', nextDay(nextDay(day)), id, `${title} ${index}.`)),
      );
      if (spoil) world.change(items[500]!, { zone: 'No/Where' });
      const late: number[] = [];
      world.clock.set(`${nextDay(day)}T09:00:00+08:00`);
      const begun = performance.now();
      world.mailer.onSend = () => late.push(performance.now() - begun);
      await world.sweep();
      for (const id of items) await world.edit(id, { zone: 'Asia/Taipei', open: false });
      return late;
    };
    const calm = await morning('好', false, '2026-10-13');
    const spoilt = await morning('壞', true, '2026-10-19');
    expect([calm.length, spoilt.length]).toEqual([1_000, 999]);
    // Fifty travel together: how much later the poisoned fifty end than all others, in one and the same run.
    const tail = (late: readonly number[]) => percentile(late, 0.99) - percentile(late, 0.94);
    tell(`one poison message in 1,000 on ${kind.name}`, {
      'p99 without': `${Math.round(percentile(calm, 0.99))} ms`,
      'p99 with': `${Math.round(percentile(spoilt, 0.99))} ms`,
      'its batch behind the others': `${Math.round(tail(spoilt))} ms`,
    });
    expect(tail(spoilt)).toBeLessThanOrEqual(1_000);
    const [broken] = await world.app.get(OperationsQueries).troubled(undefined, 5);
    expect(broken).toMatchObject({ dead: false, attempts: 1 });
    expect(broken?.lastError).toContain('RangeError');
  });
});

function nextDay(day: string): string {
  return day.slice(0, 8) + String(Number(day.slice(8)) + 1).padStart(2, '0');
}

const places = databaseKinds().filter(({ name }) => name === 'SQLite' || redisUrl() !== null);

describe.each(places)('a server that idles on $name', (kind) => {
  it('soon sends what falls due', async () => {
    const database = await kind.open(REMINDER_TABLES);
    const sink = new SmtpSink();
    const redis = kind.name === 'PostgreSQL' ? await OwnRedis.open() : null;
    const { databaseUrl, dataDir } = database.config satisfies Config;
    const env = {
      ...{ DATA_DIR: dataDir, DATABASE_URL: databaseUrl ?? '' },
      ...{ REDIS_URL: redis?.url ?? '', SMTP_URL: await sink.listen() },
    };
    const processes = [await ServerProcess.api(env)];
    if (redis) processes.push(await ServerProcess.worker(env));
    try {
      const account = { name: '管理者', email: 'admin@example.test', password: 'a password for drills' };
      ok(await new Client(processes[0]!.address).post('/api/setup', { token: SETUP_TOKEN, ...account }));
      const from = Date.now() + 5_000;
      const size = { people: 1_000, projects: 10, reminders: 1_000, from, to: from + sized(20_000, 60_000) };
      const { rows } = await fallDue(database.database, size);
      const ids = rows.map(({ id }) => id);
      // Looking on costs the server time too, so nobody looks while it works.
      await new Promise((resolve) => setTimeout(resolve, size.to + 1_000 - Date.now()));
      const left = () => database.database.read((em) => em.countBy(Reminder, { status: In(['planned', 'claimed']) }));
      await until(async () => (await left()) === 0, 'the last reminder to be sent', 3 * MINUTE);
      const sent = await database.database.read((em) => em.findBy(Reminder, { id: In(ids), status: 'sent' }));
      expect(sent).toHaveLength(ids.length);
      const late = sent.map(({ fireAt, settledAt }) => settledAt! - fireAt);
      const p99 = percentile(late, 0.99);
      tell(`1,000 due while idle on ${kind.name}`, { p50: `${percentile(late, 0.5)} ms`, p99: `${p99} ms` });
      expect(p99).toBeLessThanOrEqual(MOST_LATE_MS);
    } finally {
      for (const process of processes) await process.end('SIGKILL');
      await database.close();
      await redis?.close();
      await sink.close();
    }
  });
});
