import { randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, statSync, truncateSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type Config, Config as ConfigToken } from '@convener/platform';
import type { Deliverable } from '../../apps/api/projects/work.dto';
import { startTestApp, type TestApp } from '../support/app';
import { ok } from '../support/client';
import { aCast, aConference } from '../support/builders';
import { cli } from '../support/cli';
import { databaseKinds, type OwnDatabase } from '../support/database';
import { aJpeg, filesIn, formOf } from '../support/files';

const DAYS_AGO = Date.now() / 1000 - 3 * 86_400;

describe.each(databaseKinds())('files and the commands of an operator on $name', (database) => {
  let app: TestApp;
  let config: Config;
  let added: Deliverable['evidenceList'];
  beforeAll(async () => {
    app = await startTestApp({ database });
    config = app.app.get(ConfigToken);
    const cast = await aCast(app);
    const project = await aConference(app, { cast });
    const { id } = await project.addDeliverable();
    for (const [name, content] of [
      ['照片.jpg', await aJpeg()],
      ['名單.csv', '姓名\n王\n'],
      ['大.txt', '會'.repeat(200_000)],
    ] as const)
      added = ok(await cast.member.client.post<Deliverable>(`/api/deliverables/${id}/files`, formOf(content, name)))
        .body.evidenceList;
    const columns = [{ key: 'photo', name: '照片', type: 'file' }];
    const list = await cast.manager.client.post<{ id: string }>(`/api/projects/${project.id}/registers`, {
      ...{ name: '場地', columns, deliverables: [] },
    });
    const row = await cast.manager.client.post<{ id: string }>(`/api/registers/${ok(list).body.id}/rows`);
    const cell = `/api/register-rows/${ok(row).body.id}/files?column=photo`;
    ok(await cast.manager.client.post(cell, formOf(await aJpeg(20, 10), '正門.jpg')));
  });
  afterAll(() => app.close());

  const stored = () => filesIn(config.dataDir).map((name) => join(config.dataDir, 'files', name));
  const stray = (seconds: number) => {
    const key = randomUUID();
    const path = join(config.dataDir, 'files/store', key.slice(-2), key);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, 'nobody names me');
    utimesSync(path, seconds, seconds);
    return { key, path };
  };

  it('a backup carries the files, and a restore brings them back to the byte', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'convener-files-backup-'));
    const target: OwnDatabase = await database.create();
    const file = join(folder, 'a.ndjson.gz');
    const made = await cli('backup', config, file);
    expect([made.code, made.output]).toEqual([0, expect.stringContaining('and 4 files')]);
    const restored = await cli('restore', target.config, file);
    expect([restored.code, restored.output]).toEqual([0, expect.stringContaining('and 4 files')]);
    expect(filesIn(target.config.dataDir)).toEqual(filesIn(config.dataDir));
    const check = await cli('files-check', target.config);
    expect([check.code, check.output]).toEqual([0, expect.stringContaining('4 rows, 4 files: 0 missing, 0 changed')]);
    const second = await database.create();
    const place = join(folder, 'b.ndjson.gz');
    await cli('backup', target.config, place);
    await cli('restore', second.config, place);
    const sizes = (of: Config) => filesIn(of.dataDir).map((name) => statSync(join(of.dataDir, 'files', name)).size);
    expect(sizes(second.config)).toEqual(sizes(config));
    await second.drop();
    await target.drop();
    rmSync(folder, { recursive: true });
  });

  it('files that no row names are listed, and removed when asked and a day old', async () => {
    const [old, fresh] = [stray(DAYS_AGO), stray(Date.now() / 1000)];
    const listed = await cli('files-check', config);
    expect(listed.code).toBe(0);
    expect(listed.output).toContain(`no row   ${old.key}`);
    expect(stored()).toContain(old.path);
    const removed = await cli('files-check', config, '--remove');
    expect(removed.output).toContain(`removed  ${old.key}`);
    expect(removed.output).toContain(`no row   ${fresh.key}`);
    expect(stored()).toEqual(expect.arrayContaining([fresh.path]));
    expect(stored()).toHaveLength(5);
    rmSync(fresh.path);
  });

  it('files are not removed where most have no row, nor what is none of ours listed', async () => {
    const strays = Array.from({ length: 12 }, () => stray(DAYS_AGO).path);
    const foreign = join(dirname(strays[0]!), '.DS_Store');
    writeFileSync(foreign, 'x');
    utimesSync(foreign, DAYS_AGO, DAYS_AGO);
    const refused = await cli('files-check', config, '--remove');
    expect([refused.code, refused.output]).toEqual([1, expect.stringContaining('Nothing was removed')]);
    expect(stored()).toEqual(expect.arrayContaining(strays));
    expect((await cli('files-check', config)).output).not.toContain('.DS_Store');
    for (const path of [...strays, foreign]) rmSync(path);
  });

  it('rows whose file is gone or cut short are named, and a backup goes on and says so', async () => {
    const sizes = new Map(stored().map((path) => [statSync(path).size, path]));
    const [, list, big] = added.map(({ file }) => sizes.get(file!.bytes)!);
    rmSync(list!);
    truncateSync(big!, 5);
    const check = await cli('files-check', config);
    expect(check.code).toBe(1);
    expect(check.output).toMatch(/missing {2}\S+ {2}project \S+ {2}名單\.csv/);
    expect(check.output).toMatch(/changed {2}\S+ {2}project \S+ {2}大\.txt/);
    const file = join(config.dataDir, 'late.ndjson.gz');
    const made = await cli('backup', config, file);
    expect([made.code, made.output]).toEqual([0, expect.stringContaining('2 files are missing or damaged')]);
  });
});
