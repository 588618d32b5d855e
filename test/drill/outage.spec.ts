import { connect, dataSourceOptions, loadConfig } from '@convener/platform';
import { Client as PostgresClient } from 'pg';
import { type Answer, Client, ok } from '../support/client';
import { aStart, type Refusal } from '../support/builders';
import { FULL_DRILL, tell } from '../support/drill';
import { freePort } from '../support/free-port';
import { OwnPostgres } from '../support/own-postgres';
import { OwnRedis } from '../support/own-redis';
import { anOwnItem, aRemoteProject, type RemoteProject, sameAt, setUpAt } from '../support/process-office';
import { ServerProcess } from '../support/server-process';
import { redisUrl } from '../support/services';
import { TcpProxy } from '../support/tcp-proxy';
import { until } from '../support/until';

jest.setTimeout(180_000);

/** What a refusal says to people, and to programs. */
function said({ status, body, headers }: Answer<Refusal>) {
  const languages = /\p{Script=Han}/u.test(body.title) && /[a-z]/.test(body.titleEn);
  return { status, type: body.type, languages, retryAfter: Number(headers['retry-after']) > 0 };
}
const AWAY = { status: 503, type: '/problems/database-away', languages: true, retryAfter: true };

const withServices = redisUrl() === null ? describe.skip : describe;

withServices('PostgreSQL or Redis away', () => {
  let postgres: OwnPostgres | null;
  let redis: OwnRedis;
  let env: Record<string, string>;
  let api: ServerProcess;
  let worker: ServerProcess;
  let admin: Client;
  let project: RemoteProject;
  const figures: Record<string, number> = {};

  beforeAll(async () => {
    postgres = await OwnPostgres.open();
    if (!postgres) return;
    redis = await OwnRedis.open();
    env = { DATABASE_URL: postgres.url, REDIS_URL: redis.url };
    api = await ServerProcess.api(env);
    worker = await ServerProcess.worker(env);
    admin = await setUpAt(api.address);
    project = await aRemoteProject(admin);
  });
  afterAll(async () => {
    tell('outage of PostgreSQL and Redis', figures);
    for (const server of [api, worker]) await server?.end('SIGKILL');
    await redis?.close();
    await postgres?.close();
  });

  /** Asked as a load balancer does: by nobody in particular. */
  const probe = (path: string) => new Client(api.address).get<Refusal>(path);
  const ready = () => probe('/api/ready');
  const isReady = async () => (await ready()).status === 200;
  const edit = async (id: string, title: string) => {
    const { version } = ok(await admin.get<{ version: number }>(`/api/work-items/${id}`)).body;
    return admin.patch(`/api/work-items/${id}`, { title }, { 'if-match': `"${version}"` });
  };
  /** Asks without end until told to stop; answers what was answered. */
  const load = (clients: number) => {
    const statuses: string[] = [];
    let going = true;
    const one = async (n: number) => {
      while (going) {
        const asked = n % 2 === 0 ? admin.get<Refusal>('/api/me/work') : admin.post<Refusal>('/api/projects', aStart());
        const { status, body } = await asked;
        statuses.push(status < 300 ? '2xx' : `${status} ${body.type}`);
      }
    };
    const all = Promise.all(Array.from({ length: clients }, (_, n) => one(n)));
    return async () => {
      going = false;
      await all;
      return statuses;
    };
  };

  it('PostgreSQL crashes under load: every request is answered, with 2xx or a clear 503, and it comes back by itself', async () => {
    if (!postgres) return;
    const stop = load(6);
    await new Promise((resolve) => setTimeout(resolve, 500));
    await postgres.stop('immediate');
    const away = await until(async () => {
      const answer = await ready();
      return answer.status === 503 ? answer : null;
    }, 'readiness to be refused');
    expect(away?.body).toMatchObject({
      type: '/problems/not-ready',
      title: '資料庫沒有回應。',
      titleEn: 'The database does not answer.',
      database: 'away',
      queue: 'redis',
      files: 'disk',
    });
    expect(said(await admin.get<Refusal>('/api/me'))).toEqual(AWAY);
    expect(said(await admin.post<Refusal>('/api/projects', aStart()))).toEqual(AWAY);
    expect((await probe('/api/health')).status).toBe(200);
    const late = ServerProcess.api(env);
    await new Promise((resolve) => setTimeout(resolve, 500));
    await postgres.start();
    await until(isReady, 'readiness');
    const statuses = await stop();
    expect(new Set(statuses)).toEqual(new Set(['2xx', '503 /problems/database-away']));
    figures['requests over a crash'] = statuses.length;
    figures['answered 503'] = statuses.filter((status) => status !== '2xx').length;
    ok(await admin.post('/api/projects', aStart()));
    // One that was started meanwhile has waited for the database.
    const second = await late;
    ok(await sameAt(admin, second.address).get('/api/me'));
    expect(await second.end()).toBe(0);
    expect([api.running, worker.running]).toEqual([true, true]);
    expect(api.output + worker.output).not.toMatch(/Unhandled|uncaught/i);
  });

  it('a PostgreSQL that may only be read lets people read, and says so', async () => {
    if (!postgres) return;
    await readOnly('on');
    await until(async () => !(await isReady()), 'readiness to be refused');
    expect((await ready()).body).toMatchObject({
      database: 'read-only',
      titleEn: expect.stringContaining('only be read'),
    });
    expect(said(await admin.post<Refusal>('/api/projects', aStart()))).toEqual({
      ...AWAY,
      type: '/problems/storage-read-only',
    });
    expect((await admin.get(`/api/projects/${project.id}`)).status).toBe(200);
    await readOnly('off');
    await until(isReady, 'readiness');
    ok(await admin.post('/api/projects', aStart()));
  });

  async function readOnly(state: 'on' | 'off') {
    const client = new PostgresClient({ connectionString: postgres?.url });
    await client.connect();
    await client.query('SET default_transaction_read_only = off');
    await client.query(`ALTER SYSTEM SET default_transaction_read_only = ${state}`);
    await client.query('SELECT pg_reload_conf()');
    await client.end();
  }

  it('more requests than connections wait a bounded time, and none is lost', async () => {
    // Waiting for a connection takes a quarter of a minute to be given up: the short drill has no time for that.
    if (!postgres || !FULL_DRILL) return;
    const { id } = await anOwnItem(admin, project, '鎖住的');
    const holder = new PostgresClient({ connectionString: postgres.url });
    await holder.connect();
    await holder.query('BEGIN');
    await holder.query('LOCK TABLE work_items IN ACCESS EXCLUSIVE MODE');
    const asked = Array.from({ length: 25 }, () => admin.get<Refusal>(`/api/work-items/${id}`));
    const refused = await until(async () => {
      const answer = await admin.get<Refusal>('/api/me');
      return answer.status === 503 ? answer : null;
    }, 'the connections to run out');
    expect(refused && said(refused)).toEqual({ ...AWAY, type: '/problems/try-again' });
    await holder.query('ROLLBACK');
    await holder.end();
    const statuses = (await Promise.all(asked)).map(({ status }) => status);
    expect(statuses.filter((status) => status !== 200 && status !== 503)).toEqual([]);
    figures['served after the lock'] = statuses.filter((status) => status === 200).length;
    ok(await edit(id, '放開了'));
  });

  it('without Redis people go on working, readiness says so, and what was due goes out once Redis is back', async () => {
    if (!postgres) return;
    await redis.stop('SIGKILL');
    const { body, status } = await ready();
    expect([status, body.database, body.queue, body.titleEn]).toEqual([
      503,
      'postgres',
      'away',
      'Redis does not answer.',
    ]);
    const { id, checkList } = await anOwnItem(admin, project, '沒有 Redis');
    ok(await admin.post(`/api/checks/${checkList[0]!.id}/tick`));
    ok(await admin.post('/api/projects', aStart()));
    ok(await edit(id, '照常工作'));
    await postgres.ask(
      `UPDATE reminders SET fire_at = 1 WHERE id IN (SELECT id FROM reminders WHERE status = 'planned' LIMIT 3)`,
    );
    await redis.start();
    await until(isReady, 'readiness');
    const sent = async () =>
      (await postgres!.ask(`SELECT 1 FROM reminders WHERE fire_at = 1 AND status <> 'planned'`)).length;
    await until(async () => (await sent()) === 3, 'the worker to go on');
    expect([api.running, worker.running]).toEqual([true, true]);
    expect(api.output + worker.output).not.toMatch(/Unhandled|uncaught/i);
  });

  it('a start without database ends after its patience with the setting to mend', async () => {
    const databaseUrl = `postgres://convener:hunter2@127.0.0.1:${await freePort()}/convener`;
    const options = dataSourceOptions(loadConfig({ DATABASE_URL: databaseUrl }));
    const failure = await connect(options, { forMs: 100, pauseMs: 20 }).catch((error: Error) => error);
    expect(String(failure)).toMatch(/DATABASE_URL names a database that cannot be used: .*ECONNREFUSED/);
    expect(String(failure)).not.toContain('hunter2');
  });
});

(FULL_DRILL ? withServices : describe.skip)('a network that swallows everything (full drill)', () => {
  it('requests are given up in bounded time, and all goes on when it is back', async () => {
    const postgres = await OwnPostgres.open();
    if (!postgres) return;
    const proxy = new TcpProxy(new URL(postgres.url));
    const url = await proxy.open();
    const api = await ServerProcess.api({ DATABASE_URL: url });
    try {
      const admin = await setUpAt(api.address);
      const { id } = await aRemoteProject(admin);
      proxy.stall();
      const before = Date.now();
      const reads = Array.from({ length: 12 }, () => admin.get<Refusal>(`/api/projects/${id}`));
      const start = await admin.post<Refusal>('/api/projects', aStart({ name: '吞掉的' }));
      const statuses = (await Promise.all(reads)).map(({ status }) => status);
      tell('silent network', { requests: 13, 'answered within ms': Date.now() - before });
      // Those on the connections that fell silent; new connections get through.
      expect(new Set(statuses)).toEqual(new Set([200, 503]));
      await until(async () => (await new Client(api.address).get('/api/ready')).status === 200, 'readiness');
      expect((await admin.get(`/api/projects/${id}`)).status).toBe(200);
      const kept = await postgres.ask(`SELECT id FROM projects WHERE name = '吞掉的'`);
      expect(kept).toHaveLength(start.status === 201 ? 1 : 0);
    } finally {
      await api.end('SIGKILL');
      await proxy.cut();
      await postgres.close();
    }
  });
});
