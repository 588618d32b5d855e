import type BetterSqlite3 from 'better-sqlite3';
import { DataSource } from 'typeorm';
import type { BetterSqlite3Driver } from 'typeorm/driver/better-sqlite3/BetterSqlite3Driver';
import { DatabaseProbe } from '../../apps/api/http/database-probe';
import { createDataSource, Database, dataSourceOptions, loadConfig } from '@convener/platform';
import { startTestApp } from '../support/app';
import { Client, ok } from '../support/client';
import { aCast, aConference, aStart, type Refusal } from '../support/builders';
import { tell } from '../support/drill';
import { dumpOf } from '../support/every-table';
import { anOwnItem, aRemoteProject, setUpAt } from '../support/process-office';
import { ServerProcess } from '../support/server-process';
import { TinyDisk } from '../support/tiny-disk';

describe('a full disk under SQLite', () => {
  it('refuses what it cannot keep, half-writes nothing, lets people read, and recovers by itself', async () => {
    const disk = TinyDisk.open(48);
    if (!disk) return;
    const api = await ServerProcess.api({ DATA_DIR: disk.folder });
    const figures = { refused: 0, 'answered before the end': 0, 'other answers': 0 };
    try {
      const admin = await setUpAt(api.address);
      const project = await aRemoteProject(admin);
      const { id, version } = await anOwnItem(admin, project, '滿了');
      disk.fill(1_500_000);
      const refusals = [];
      for (let n = 0; refusals.length < 5 && n < 200; n += 1) {
        const answer = await admin.post<Refusal>('/api/projects', aStart({ name: `第 ${n} 場` }));
        if (answer.status === 503) refusals.push(answer);
        else figures[answer.status === 201 ? 'answered before the end' : 'other answers'] += 1;
      }
      figures.refused = refusals.length;
      expect(refusals).toHaveLength(5);
      for (const { body, headers } of refusals) {
        expect(body).toMatchObject({ type: '/problems/storage-full', title: expect.stringContaining('磁碟已滿') });
        expect(Number(headers['retry-after'])).toBeGreaterThan(0);
      }
      expect((await admin.get(`/api/work-items/${id}`)).body).toMatchObject({ title: '滿了' });
      const ready = await new Client(api.address).get('/api/ready');
      expect(ready).toMatchObject({ status: 503, body: { database: 'full', queue: 'in-process' } });
      disk.free();
      ok(await new Client(api.address).get('/api/ready'));
      ok(await admin.patch(`/api/work-items/${id}`, { title: '又能寫了' }, { 'if-match': `"${version}"` }));
      ok(await admin.post('/api/projects', aStart({ name: '之後' })));
      expect(await api.end()).toBe(0);
      await expectWholeProjects(disk.folder, figures['answered before the end'] + 2);
      expect(figures['other answers']).toBe(0);
    } finally {
      tell('full disk', figures);
      await api.end('SIGKILL');
      disk.close();
    }
  });

  /** Every project has as many rows as any other, and nothing of the refused ones is there. */
  async function expectWholeProjects(folder: string, count: number) {
    const options = dataSourceOptions(loadConfig({ DATA_DIR: folder }));
    const dataSource = await createDataSource(options).initialize();
    const counted = (table: string) => `(SELECT COUNT(*) FROM ${table} t WHERE t.project_id = p.id)`;
    const rows: { items: number; checks: number }[] = await dataSource.query(
      `SELECT ${counted('work_items')} AS items, ${counted('checks')} AS checks FROM projects p WHERE name <> '亞洲會展年會'`,
    );
    expect(await dataSource.query('PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }]);
    await dataSource.destroy();
    expect(rows).toHaveLength(count - 1);
    expect(new Set(rows.map((row) => JSON.stringify(row))).size).toBe(1);
  }
});

describe('a SQLite file that may only be read', () => {
  it('lets people read, refuses writes in both languages, and takes them again afterwards', async () => {
    const app = await startTestApp();
    try {
      const cast = await aCast(app);
      const project = await aConference(app, { cast });
      const dataSource = app.app.get(DataSource);
      const file = (dataSource.driver as unknown as BetterSqlite3Driver).databaseConnection as BetterSqlite3.Database;
      const before = await dumpOf(dataSource);
      file.pragma('query_only = 1');
      const refused = await cast.manager.client.post<Refusal>('/api/projects', aStart());
      expect(refused).toMatchObject({ status: 503, body: { type: '/problems/storage-read-only' } });
      expect(refused.body.title).toContain('只能讀取');
      ok(await cast.manager.client.get(`/api/projects/${project.id}`));
      file.pragma('query_only = 0');
      expect(await dumpOf(dataSource)).toEqual(before);
      ok(await cast.manager.client.post('/api/projects', aStart()));
    } finally {
      await app.close();
    }
  });

  it('makes readiness say so while its folder is read-only', async () => {
    const disk = TinyDisk.open(16);
    if (!disk) return;
    const config = loadConfig({ DATA_DIR: disk.folder });
    const answering = { kind: 'sqlite', read: async () => [] } as unknown as Database;
    try {
      expect(await new DatabaseProbe(answering, config).check()).toBe('sqlite');
      disk.readOnly();
      expect(await new DatabaseProbe(answering, config).check()).toBe('read-only');
    } finally {
      disk.close();
    }
  });
});
