import { setTimeout as pause } from 'node:timers/promises';
import { Reminder } from '@convener/reminders';
import { In } from 'typeorm';
import { type Fallen, fallDue, REMINDER_TABLES } from '../support/builders.reminders';
import { databaseKinds, type TestDatabase } from '../support/database';
import { sized, tell } from '../support/drill';
import { OwnRedis } from '../support/own-redis';
import { ServerProcess } from '../support/server-process';
import { redisUrl } from '../support/services';
import { TestSmtpServer } from '../support/smtp-server';
import { until } from '../support/until';
import { arrived, changeWork, hurry, location, messageIdOf, underLease, unfinished } from './reminders.world';

const { due, kills, workers } = sized({ due: 150, kills: 3, workers: 2 }, { due: 3_000, kills: 60, workers: 4 });
const TROUBLE = { failing: 0.05, lostReplies: 0.03, takesMs: 30 };
const A_DAY = 86_400_000;
/** After so long (ms) a message counts as left lying; see hurry(). */
const PATIENCE_MS = 5_000;
const MINUTES = 60_000;

const kinds = databaseKinds().filter(({ name }) => name === 'SQLite' || redisUrl() !== null);

jest.setTimeout(sized(3, 40) * 60_000);

describe.each(kinds)('reminders under kills and losses on $name', (kind) => {
  let own: TestDatabase;
  let redis: OwnRedis | null = null;
  const smtp = new TestSmtpServer();
  const processes: (ServerProcess | Promise<ServerProcess>)[] = [];
  let start: () => Promise<ServerProcess>;
  let fallen: Fallen;
  let cut = 0;

  beforeAll(async () => {
    own = await kind.open(REMINDER_TABLES);
    smtp.trouble = TROUBLE;
    if (kind.name === 'PostgreSQL') redis = await OwnRedis.open();
    const env = {
      ...location(own.config),
      SMTP_URL: await smtp.listen(),
      REDIS_URL: redis?.url ?? '',
      LOG_LEVEL: 'silent',
    };
    start = () => (redis ? ServerProcess.worker(env) : ServerProcess.api(env));
    for (let process = 0; process < (redis ? workers : 1); process += 1) processes.push(await start());
    const later = Date.now() + A_DAY;
    fallen = await fallDue(own.database, { people: due, projects: 20, reminders: due, from: later, to: later + 1 });
  });

  afterAll(async () => {
    for (const process of processes) {
      await Promise.resolve(process).then(
        (one) => one.end('SIGKILL'),
        () => null,
      );
    }
    await own.close();
    await redis?.close();
    await smtp.close();
  });

  /** Lets the nth part of the reminders fire, and kills one process at some moment of what follows. */
  async function fireAndKill(nth: number): Promise<void> {
    const share = Math.ceil(due / kills);
    const ids = fallen.rows.slice(nth * share, (nth + 1) * share).map(({ id }) => id);
    await own.database.write((em) => em.update(Reminder, { id: In(ids), status: 'planned' }, { fireAt: Date.now() }));
    const before = smtp.received.length;
    // Every second kill comes while mails are on their way, the others whenever.
    if (nth % 2 === 0)
      await until(() => smtp.received.length > before || nth > 0, 'a mail to arrive').catch(() => null);
    await pause(Math.random() * 1_500);
    const victim = Math.floor(Math.random() * processes.length);
    const process = await processes[victim]!;
    cut += await underLease(own.database);
    await process.end('SIGKILL');
    processes[victim] = start();
    await hurry(own.database, PATIENCE_MS);
  }

  it('each arrive under one key, none is lost, and none comes about what was settled before', async () => {
    const ends = await changeWork(own.database, fallen);
    const begun = Date.now();
    for (let nth = 0; nth < kills; nth += 1) {
      await fireAndKill(nth);
      if (nth === Math.floor(kills / 3)) await redis?.flush();
      if (nth === Math.floor((2 * kills) / 3)) {
        await redis?.stop();
        await pause(sized(1_000, 10_000));
        await redis?.start();
      }
    }
    const ended = async () => {
      await hurry(own.database, PATIENCE_MS);
      return (await unfinished(own.database)) === 0;
    };
    await until(ended, 'the last reminder to come to an end', 10 * MINUTES);
    const seconds = (Date.now() - begun) / 1000;

    const rows = await own.database.read((em) => em.findBy(Reminder, { id: In([...ends.keys()]) }));
    const { about, recipients } = arrived(smtp.received);
    const emails = new Map(fallen.people.map(({ id, email }) => [id, email]));
    const wrong = rows.filter(({ id, status, messageId, personId }) => {
      const { fate, row, personId: whose } = ends.get(id)!;
      const keys = [...(about.get(row.itemId) ?? [])];
      if (fate !== 'stays' && fate !== 'reassigned') return status !== 'dropped' || keys.length > 0;
      const key = messageIdOf(messageId ?? '');
      const to = [...(recipients.get(key) ?? [])];
      return status !== 'sent' || personId !== whose || keys.join() !== key || to.join() !== emails.get(whose);
    });
    const count = (status: Reminder['status']) => rows.filter((row) => row.status === status).length;
    tell(`reminders on ${kind.name}`, {
      due: rows.length,
      processes: processes.length,
      kills,
      'leases held at kills': cut,
      'sends failed': smtp.troubles.failed,
      'replies lost': smtp.troubles.repliesLost,
      'mails arrived': smtp.received.length,
      'distinct keys': recipients.size,
      told: count('sent'),
      dropped: count('dropped'),
      wrong: wrong.length,
      seconds: seconds.toFixed(0),
    });
    expect(wrong).toEqual([]);
    expect(rows).toHaveLength(due);
  });
});
