import { randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Config, Config as ConfigToken, FileStore, type StoredFile } from '@convener/platform';
import type { Deliverable } from '../../apps/api/projects/work.dto';
import { startTestApp, type TestApp } from '../support/app';
import { ok } from '../support/client';
import { aCast, aConference, type Cast, type RunningProject } from '../support/builders';
import { cli } from '../support/cli';
import { databaseKinds } from '../support/database';
import { aJpeg, filesIn, formOf } from '../support/files';
import { swiftPython } from '../support/services';
import { Swift } from '../support/swift/swift';

const python = swiftPython();
const withSwift = python ? describe : describe.skip;

withSwift.each(databaseKinds())('an installation whose files are in a bucket on $name', (database) => {
  const folder = mkdtempSync(join(tmpdir(), 'convener-files-s3-'));
  let swift: Swift;
  let app: TestApp;
  let config: Config;
  let cast: Cast;
  let project: RunningProject;
  beforeAll(async () => {
    swift = await Swift.open(python!);
    app = await startTestApp({ database, env: await swift.bucket() });
    config = app.app.get(ConfigToken);
    cast = await aCast(app);
    project = await aConference(app, { cast });
  });
  afterAll(async () => {
    await app.close();
    await swift.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const upload = (id: string, content: Buffer | string, name: string) =>
    cast.member.client.post<Deliverable>(`/api/deliverables/${id}/files`, formOf(content, name));
  const stored = async () => {
    const found: StoredFile[] = [];
    for await (const file of app.app.get(FileStore).list()) found.push(file);
    return found;
  };
  const newArchive = () => join(folder, `${randomUUID()}.ndjson.gz`);

  it('takes files, hands them out and removes them there, and nothing stays on the disk', async () => {
    const { id } = await project.addDeliverable();
    const text = '會'.repeat(300_000);
    const { evidenceList } = ok(await upload(id, text, '大.txt')).body;
    expect(await stored()).toMatchObject([{ bytes: 900_000 }]);
    expect(filesIn(config.dataDir)).toEqual([]);
    const { status, headers, content } = await cast.member.client.download(`/api/evidence/${evidenceList[0]!.id}/file`);
    expect([status, headers['content-length'], content.toString('utf8') === text]).toEqual([200, '900000', true]);
    ok(await upload(id, text, 'the same.txt'));
    expect(await stored()).toHaveLength(1);
    ok(await cast.member.client.delete(`/api/evidence/${evidenceList[0]!.id}/file`));
    expect(await stored()).toEqual([]);
  });

  it('is ready, and its commands find, carry and check what is there', async () => {
    const { id } = await project.addDeliverable();
    ok(await upload(id, await aJpeg(), '照片.jpg'));
    ok(await upload(id, '姓名\n王\n', '名單.csv'));
    expect((await app.client().get('/api/ready')).body).toMatchObject({ status: 'ready', files: 's3' });
    const made = await cli('backup', config, newArchive());
    expect([made.code, made.output]).toEqual([0, expect.stringContaining('and 2 files')]);
    const [lost] = await stored();
    const stray = join(folder, 'stray');
    writeFileSync(stray, 'nobody names me');
    const key = randomUUID();
    await app.app.get(FileStore).put(key, stray);
    const checked = await cli('files-check', config, '--remove');
    expect([checked.code, checked.output]).toEqual([0, expect.stringContaining(`no row   ${key}`)]);
    await app.app.get(FileStore).remove(lost!.key);
    const missed = await cli('files-check', config);
    expect([missed.code, missed.output]).toEqual([1, expect.stringContaining('2 rows, 2 files: 1 missing')]);
  });

  it('moves there from the disk, and back, by a backup and a restore', async () => {
    const onDisk = await startTestApp({ database });
    const from = onDisk.app.get(ConfigToken);
    const people = await aCast(onDisk);
    const { id } = await (await aConference(onDisk, { cast: people })).addDeliverable();
    for (const [name, content] of [
      ['照片.jpg', await aJpeg()],
      ['大.txt', '會'.repeat(200_000)],
    ] as const)
      ok(await people.member.client.post(`/api/deliverables/${id}/files`, formOf(content, name)));
    const kept = filesIn(from.dataDir);
    const there = await database.create(await swift.bucket());
    const back = await database.create();
    try {
      for (const [source, target] of [
        [from, there.config],
        [there.config, back.config],
      ] as const) {
        const archive = newArchive();
        expect((await cli('backup', source, archive)).output).toContain('and 2 files');
        const restored = await cli('restore', target, archive);
        expect([restored.code, restored.output]).toEqual([0, expect.stringContaining('and 2 files')]);
        expect((await cli('files-check', target)).output).toContain('2 rows, 2 files: 0 missing, 0 changed');
      }
      expect(filesIn(there.config.dataDir)).toEqual([]);
      expect(filesIn(back.config.dataDir)).toEqual(kept);
    } finally {
      await Promise.all([onDisk.close(), there.drop(), back.drop()]);
    }
  });

  it('says to its operator what to mend, and makes no backup that lacks the files', async () => {
    const wrong = { ...config, filesS3SecretAccessKey: 'hunter2' };
    const archive = newArchive();
    for (const [command, ...args] of [['files-check'], ['backup', archive]] as const) {
      const { code, output } = await cli(command, wrong, ...args);
      expect([code, output.trim().split('\n')]).toEqual([1, [expect.stringMatching(/check FILES_S3_ACCESS_KEY_ID/)]]);
      expect(output).not.toContain('hunter2');
    }
    expect(existsSync(archive)).toBe(false);
  });
});
