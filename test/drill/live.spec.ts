import { ok } from '../support/client';
import type { Client } from '../support/client';
import { databaseKinds, type OwnDatabase } from '../support/database';
import { tell } from '../support/drill';
import { Ear } from '../support/ear';
import { OwnRedis } from '../support/own-redis';
import { anOwnItem, aRemoteProject, type RemoteProject, sameAt, setUpAt } from '../support/process-office';
import { ServerProcess } from '../support/server-process';
import { redisUrl } from '../support/services';
import { until } from '../support/until';

jest.setTimeout(180_000);

const [sqlite, postgres] = databaseKinds();

const ids = (data: Record<string, unknown>) => JSON.stringify(data.things);

/** Listens at one address to a tick that is made at another. Answers after how many ms it was heard. */
async function tickHeard(ear: Ear, by: Client, project: RemoteProject): Promise<number> {
  const { checkList } = await anOwnItem(by, project, '即時');
  const check = checkList[0]!.id;
  const ticked = performance.now();
  ok(await by.post(`/api/checks/${check}/tick`));
  const { at } = await ear.hears('changed', 0, (data) => ids(data).includes(check));
  return at - ticked;
}

describe('open streams of one process on SQLite', () => {
  it('hear a tick, end at once at a stop, and let the process end with 0', async () => {
    const { config, drop } = await sqlite!.create();
    const server = await ServerProcess.api({ DATA_DIR: config.dataDir });
    try {
      const admin = await setUpAt(server.address);
      const project = await aRemoteProject(admin);
      const ears = [];
      for (let left = 6; left > 0; left -= 1)
        ears.push(await Ear.open(server.address, admin, `/api/projects/${project.id}/live`));
      expect(await tickHeard(ears[0]!, admin, project)).toBeLessThan(2000);
      const stopped = performance.now();
      const end = server.end('SIGTERM');
      for (const ear of ears) await ear.ends();
      const streamsEnd = Math.round(performance.now() - stopped);
      expect(await end).toBe(0);
      const took = Math.round(performance.now() - stopped);
      tell('a stop with open streams', { 'streams end ms': streamsEnd, 'process ends ms': took });
      expect(took).toBeLessThan(8000);
    } finally {
      await server.end('SIGKILL');
      await drop();
    }
  });
});

(postgres && redisUrl() ? describe : describe.skip)('open streams among two API processes and a worker', () => {
  let own: OwnDatabase;
  let redis: OwnRedis;
  let servers: ServerProcess[] = [];
  let onA: Client;
  let onB: Client;
  let project: RemoteProject;
  let ear: Ear;

  beforeAll(async () => {
    own = await postgres!.create();
    redis = await OwnRedis.open();
    const env = { DATABASE_URL: own.config.databaseUrl ?? '', REDIS_URL: redis.url, DATA_DIR: own.config.dataDir };
    servers = await Promise.all([ServerProcess.api(env), ServerProcess.api(env), ServerProcess.worker(env)]);
    onA = await setUpAt(servers[0]!.address);
    onB = sameAt(onA, servers[1]!.address);
    project = await aRemoteProject(onA);
    ear = await Ear.open(servers[1]!.address, onB, `/api/projects/${project.id}/live`);
  });
  afterAll(async () => {
    ear?.close();
    for (const server of servers) await server.end('SIGKILL');
    await redis?.close();
    await own?.drop();
  });

  it('hear within two seconds what was ticked at the other', async () => {
    await ear.hears('hearing');
    const took = [];
    for (let round = 0; round < 10; round += 1) took.push(await tickHeard(ear, onA, project));
    tell('a tick heard at the other process', { 'slowest ms': Math.round(Math.max(...took)) });
    expect(Math.max(...took)).toBeLessThan(2000);
  });

  it('hear of a message that the worker has put into the inbox', async () => {
    const { personId } = await me(onB);
    const item = await anOwnItem(onA, project, '即時');
    ok(await onA.patch(`/api/work-items/${item.id}`, { assigneeId: personId }, { 'if-match': '*' }));
    ok(await onA.post(`/api/work-items/${item.id}/remind`, { to: 'assignee' }));
    await ear.hears('inbox');
  });

  it('say that Redis is away, go on with what their own process does, and say that it is back', async () => {
    const before = ear.heard.length;
    await redis.stop('SIGKILL');
    await ear.hears('deaf', before);
    expect(await tickHeard(ear, onB, project)).toBeLessThan(2000);
    const { checkList } = await anOwnItem(onA, project, '即時');
    ok(await onA.post(`/api/checks/${checkList[0]!.id}/tick`));
    await redis.start();
    await ear.hears('hearing', before);
    expect(ear.ended).toBe(false);
    // The other process finds its way back by itself; until then it tells nobody.
    await until(async () => (await fetch(`${servers[0]!.address}/api/ready`)).ok, 'the other process to be ready');
    expect(await tickHeard(ear, onA, project)).toBeLessThan(2000);
  });

  it('end at once when their process stops, which ends with 0, and go on at the other', async () => {
    const stopped = performance.now();
    const end = servers[1]!.end('SIGTERM');
    await ear.ends();
    expect(performance.now() - stopped).toBeLessThan(1000);
    expect(await end).toBe(0);
    ear = await Ear.open(servers[0]!.address, onA, `/api/projects/${project.id}/live`);
    await until(() => ear.heard.some(({ event }) => event === 'ready'), 'the stream at the other');
    expect(await tickHeard(ear, onA, project)).toBeLessThan(2000);
  });

  async function me(client: Client): Promise<{ personId: string }> {
    return { personId: ok(await client.get<{ id: string }>('/api/me')).body.id };
  }
});
