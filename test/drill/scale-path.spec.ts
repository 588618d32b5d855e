import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SetupService } from '@convener/accounts';
import { createDataSource, dataSourceOptions, MIGRATIONS } from '@convener/platform';
import type { DataSource } from 'typeorm';
import type { StandardSummary } from '../../apps/api/standards/standards.dto';
import { PASSWORD, startTestApp } from '../support/app';
import { Client, ok } from '../support/client';
import { databaseKinds, type OwnDatabase } from '../support/database';
import { tell } from '../support/drill';
import { OwnRedis } from '../support/own-redis';
import { anOwnItem, aRemoteProject, sameAt, setUpAt } from '../support/process-office';
import { ServerProcess, SETUP_TOKEN } from '../support/server-process';
import { redisUrl } from '../support/services';
import { until } from '../support/until';

jest.setTimeout(180_000);

const [sqlite, postgres] = databaseKinds();
const withServices = postgres && redisUrl() ? describe : describe.skip;

/** What went wrong, by the logs of all processes. */
const troubles = (...servers: ServerProcess[]) =>
  servers.flatMap(({ output }) => output.split('\n').filter((line) => /"level":[5-6]0|ERROR|Unhandled/.test(line)));

/** Schema and seeds are there once, although several processes brought them. */
async function expectOnce(dataSource: DataSource) {
  const migrations: { name: string }[] = await dataSource.query('SELECT name FROM migrations');
  expect(migrations).toHaveLength(MIGRATIONS.length);
  const versions: { version: number }[] = await dataSource.query('SELECT version FROM template_versions');
  expect(versions.length).toBeGreaterThan(0);
  expect(versions.every(({ version }) => version === 1)).toBe(true);
  return { migrations: migrations.length, 'template versions': versions.length };
}

withServices('two API processes and two workers started at once on an empty PostgreSQL', () => {
  let own: OwnDatabase;
  let redis: OwnRedis;
  let dataSource: DataSource;
  let apis: ServerProcess[] = [];
  let workers: ServerProcess[] = [];
  let onA: Client;
  let onB: Client;

  beforeAll(async () => {
    own = await postgres!.create();
    redis = await OwnRedis.open();
    const env = { DATABASE_URL: own.config.databaseUrl ?? '', REDIS_URL: redis.url, DATA_DIR: own.config.dataDir };
    [apis, workers] = await Promise.all([
      Promise.all([ServerProcess.api(env), ServerProcess.api(env)]),
      Promise.all([ServerProcess.worker(env), ServerProcess.worker(env)]),
    ]);
    dataSource = await createDataSource(dataSourceOptions(own.config)).initialize();
    onA = await setUpAt(apis[0]!.address);
    onB = sameAt(onA, apis[1]!.address);
  });
  afterAll(async () => {
    for (const server of [...apis, ...workers]) await server.end('SIGKILL');
    await dataSource?.destroy();
    await redis?.close();
    await own?.drop();
  });

  it('the schema was made once, the templates were published once, and nobody complained', async () => {
    tell('scale path', { processes: apis.length + workers.length, ...(await expectOnce(dataSource)) });
    expect(troubles(...apis, ...workers)).toEqual([]);
  });

  it('a session opened on one holds on the other, and ended there is ended here', async () => {
    expect((await onB.get('/api/me')).status).toBe(200);
    const elsewhere = new Client(apis[1]!.address);
    ok(await elsewhere.post('/api/session', { email: 'admin@example.test', password: PASSWORD }));
    const same = sameAt(elsewhere, apis[0]!.address);
    expect((await same.get('/api/me')).status).toBe(200);
    ok(await elsewhere.delete('/api/session'));
    expect((await same.get('/api/me')).status).toBe(401);
  });

  it('what one writes the other shows at once, and refuses what it has not seen', async () => {
    const project = await aRemoteProject(onA);
    const { id, version } = await anOwnItem(onA, project, '甲');
    expect((await onB.get(`/api/work-items/${id}`)).body).toMatchObject({ title: '甲' });
    ok(await onB.patch(`/api/work-items/${id}`, { title: '乙' }, { 'if-match': `"${version}"` }));
    expect((await onA.get(`/api/work-items/${id}`)).body).toMatchObject({ title: '乙' });
    expect((await onA.patch(`/api/work-items/${id}`, { title: '丙' }, { 'if-match': `"${version}"` })).status).toBe(
      412,
    );
  });

  it('somebody invited on one signs in on the other', async () => {
    const { link } = ok(await onA.post<{ link: string }>('/api/invitations', { workspaceRole: 'member' })).body;
    const given = { name: '新人', email: 'new@example.test', password: PASSWORD };
    ok(await new Client(apis[1]!.address).post(`/api/invitations/${link.split('/').at(-1)}/accept`, given));
    ok(await new Client(apis[0]!.address).post('/api/session', { email: given.email, password: PASSWORD }));
  });

  it('both plan by the same standards and templates', async () => {
    for (const path of ['/api/standards', '/api/templates']) {
      const [a, b] = [await onA.get<StandardSummary[]>(path), await onB.get<StandardSummary[]>(path)];
      expect(ok(a).body).toEqual(ok(b).body);
    }
  });

  it('what falls due in a project of one is sent by a worker, once', async () => {
    const { id } = await aRemoteProject(onA, '到期的');
    const { items } = ok(await onA.get<{ items: { id: string }[] }>(`/api/projects/${id}/work-items?limit=5`)).body;
    for (const item of items) ok(await onA.post(`/api/work-items/${item.id}/remind`, { to: 'manager' }));
    const settled = async () =>
      dataSource.query<{ message_id: string }[]>(
        `SELECT message_id FROM reminders WHERE kind = 'manual' AND status = 'sent'`,
      );
    await until(async () => (await settled()).length === 5, 'the workers to send');
    const messages = new Set((await settled()).map(({ message_id }) => message_id));
    const mails: { message_key: string }[] = await dataSource.query('SELECT message_key FROM outgoing_mail');
    expect(mails.map(({ message_key }) => message_key).sort()).toEqual(
      [...messages].map((one) => `message-${one}`).sort(),
    );
  });

  it('each ends by itself and leaves the others at work', async () => {
    expect(await apis[0]!.end()).toBe(0);
    expect(await workers[0]!.end()).toBe(0);
    ok(await onB.get('/api/me'));
    expect(troubles(...apis, ...workers)).toEqual([]);
  });
});

describe('two API processes started at once on one empty SQLite file', () => {
  it('make the schema once, and see what the other writes', async () => {
    const own = await sqlite!.create();
    const env = { DATA_DIR: own.config.dataDir };
    const servers = await Promise.all([ServerProcess.api(env), ServerProcess.api(env)]);
    try {
      const [a, b] = servers.map(({ address }) => address) as [string, string];
      const onA = await setUpAt(a);
      const project = await aRemoteProject(onA);
      expect((await sameAt(onA, b).get(`/api/projects/${project.id}`)).status).toBe(200);
      for (const server of servers) expect(await server.end()).toBe(0);
      const dataSource = await createDataSource(dataSourceOptions(own.config)).initialize();
      await expectOnce(dataSource);
      await dataSource.destroy();
      expect(troubles(...servers)).toEqual([]);
    } finally {
      for (const server of servers) await server.end('SIGKILL');
      await own.drop();
    }
  });
});

describe.each(databaseKinds())('set-up links opened by processes that start together, on $name', (database) => {
  it('are one link where SETUP_TOKEN is set', async () => {
    const app = await startTestApp({ database, env: { SETUP_TOKEN } });
    const setup = app.app.get(SetupService);
    const links = await Promise.all(Array.from({ length: 8 }, () => setup.openLink()));
    await app.close();
    expect(new Set(links).size).toBe(1);
  });
});

describe('the commands of the scale path', () => {
  const root = join(__dirname, '../..');
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>;
  };

  it.each(['api', 'worker'])('npm run start:%s starts what the build makes', (name) => {
    const file = /dist\/\S+/.exec(scripts[`start:${name}`] ?? '')?.[0] ?? '';
    expect(file).toBe(`dist/apps/${name}/main.js`);
    expect(existsSync(join(root, file))).toBe(true);
  });
});
