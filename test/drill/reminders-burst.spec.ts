import { cpus, loadavg } from 'node:os';
import { type Config, type Database } from '@convener/platform';
import { Reminder } from '@convener/reminders';
import { In, LessThanOrEqual } from 'typeorm';
import { ANY_VERSION, Client, ok } from '../support/client';
import { aStart } from '../support/builders';
import { fallDue, REMINDER_TABLES } from '../support/builders.reminders';
import { cpuSeconds } from '../support/cpu';
import { databaseKinds, type TestDatabase } from '../support/database';
import { sized, tell } from '../support/drill';
import { Latency } from '../support/latency';
import { OwnRedis } from '../support/own-redis';
import { ServerProcess, SETUP_TOKEN } from '../support/server-process';
import { redisUrl } from '../support/services';
import { SmtpSink } from '../support/sink';
import { until } from '../support/until';

const ONE_MINUTE = 60_000;
/** Size M has 100 projects; 2,000 people are forty in each. */
const burst = sized(
  { people: 40, projects: 10, reminders: 2_000 },
  { people: 2_000, projects: 100, reminders: 100_000 },
);
/** Everybody one, so that each reminder is a message and a mail of its own. */
const singles = sized(
  { people: 300, projects: 10, reminders: 300 },
  { people: 10_000, projects: 100, reminders: 10_000 },
);
const WORKERS = sized(1, 2);

const kinds = databaseKinds().filter(({ name }) => name === 'SQLite' || redisUrl() !== null);

jest.setTimeout(sized(3, 40) * 60_000);

describe.each(kinds)('a burst of reminders on $name', (kind) => {
  let database: TestDatabase;
  let redis: OwnRedis | null = null;
  let sink: SmtpSink;
  let api: ServerProcess;
  let person: Client;
  /** Ids of open work items of that person. */
  let work: string[];
  const processes: ServerProcess[] = [];

  beforeAll(async () => {
    database = await kind.open(REMINDER_TABLES);
    sink = new SmtpSink();
    if (kind.name === 'PostgreSQL') redis = await OwnRedis.open();
    const env = { ...location(database.config), REDIS_URL: redis?.url ?? '', SMTP_URL: await sink.listen() };
    api = await ServerProcess.api(env);
    processes.push(api);
    for (let worker = 0; redis && worker < WORKERS; worker += 1) processes.push(await ServerProcess.worker(env));
    person = new Client(api.address);
    const account = { name: '管理者', email: 'admin@example.test', password: 'a password for drills' };
    ok(await person.post('/api/setup', { token: SETUP_TOKEN, ...account }));
    work = await someWork(person);
  });

  afterAll(async () => {
    for (const process of processes) await process.end('SIGKILL');
    await database.close();
    await redis?.close();
    await sink.close();
  });

  const cpu = () => processes.reduce((sum, { pid }) => sum + cpuSeconds(pid), 0);

  it.each([
    ['many reminders of a few people', burst],
    ['one reminder each', singles],
  ])('%s all go out while the API keeps answering', async (what, size) => {
    const before = sink.taken;
    const now = Date.now();
    await fallDue(database.database, { ...size, from: now - ONE_MINUTE, to: now });
    const begun = performance.now();
    const cpuBefore = cpu();
    let ended = false as boolean;
    const [read, write] = [new Latency(), new Latency()];
    const watching = Promise.all([
      read.watch(
        async () => (await person.get('/api/me/work')).status === 200,
        20,
        () => ended,
      ),
      write.watch(
        () => changeStatus(person, work[0]!),
        50,
        () => ended,
      ),
    ]);
    await until(async () => (await left(database.database)) === 0, 'the last reminder to be sent', 25 * ONE_MINUTE);
    const seconds = (performance.now() - begun) / 1000;
    const used = cpu() - cpuBefore;
    ended = true;
    await watching;
    const messages = sink.taken - before;
    tell(`burst on ${kind.name}, ${what}`, {
      rows: size.reminders,
      people: size.people,
      projects: size.projects,
      seconds: seconds.toFixed(1),
      'rows/s': Math.round(size.reminders / seconds),
      messages,
      'messages/s': Math.round(messages / seconds),
      'CPU of our processes': `${used.toFixed(1)} s`,
      'GET my work': read.text,
      'PATCH work item': write.text,
      load: `${loadavg()[0]!.toFixed(1)} on ${cpus().length} cores`,
    });
    expect(messages).toBe(size.people);
    expect({ read: read.refused, write: write.refused }).toEqual({ read: 0, write: 0 });
  });
});

function location({ databaseUrl, dataDir }: Config): Record<string, string> {
  return { DATA_DIR: dataDir, DATABASE_URL: databaseUrl ?? '' };
}

/** A conference that the person runs, with a hundred work items of their own. */
async function someWork(person: Client): Promise<string[]> {
  const { id: project } = ok(await person.post<{ id: string }>('/api/projects', aStart())).body;
  const { id: me } = ok(await person.get<{ id: string }>('/api/me')).body;
  const path = `/api/projects/${project}`;
  const { items } = ok(await person.get<{ items: { id: string }[] }>(`${path}/work-items?limit=100`)).body;
  const workItemIds = items.map(({ id }) => id);
  ok(await person.post(`${path}/assignments`, { select: { workItemIds }, set: { assigneeId: me } }));
  return workItemIds;
}

async function changeStatus(person: Client, id: string): Promise<boolean> {
  const wait = { status: 'waiting', waitingFor: String(Date.now()) };
  const { status } = await person.patch(`/api/work-items/${id}`, wait, ANY_VERSION);
  return status === 200;
}

function left(database: Database): Promise<number> {
  const due = { fireAt: LessThanOrEqual(Date.now()), status: In(['planned', 'claimed']) };
  return database.read((em) => em.countBy(Reminder, due));
}
