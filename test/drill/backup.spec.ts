import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { type Config, verifyArchive } from '@convener/platform';
import { Cli, cli } from '../support/cli';
import { databaseKinds } from '../support/database';
import { FULL_DRILL, sized, tell } from '../support/drill';
import { connect, schemaOf } from '../support/migrating';
import { until } from '../support/until';
import { growBy, lookInto, NO_HALVES, useRestored, WritingOffice } from './backup.world';

const BACKUPS = sized(1, 5);
const KILLS = sized(2, 40);
/** Projects in the large office: some 300,000 rows. */
const COPIES = 400;

// Each test starts a dozen processes, which take their time on a busy machine.
jest.setTimeout(sized(180_000, 30 * 60_000));

const kinds = databaseKinds();
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const contentOf = (file: string) =>
  gunzipSync(readFileSync(file)).subarray(0, -1).toString('utf8').split('\n').slice(1);

describe.each(kinds)('an office on $name', (kind) => {
  // SQLite's is restored into PostgreSQL and the other way round, where both are there.
  const other = kinds.find(({ name }) => name !== kind.name) ?? kind;
  let folder: string;
  let config: Config;
  let office: WritingOffice;
  let drops: (() => Promise<void>)[] = [];
  const empty = async (of = kind) => {
    const own = await of.create();
    drops.push(own.drop);
    return own.config;
  };

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'convener-backup-'));
    const own = await kind.create();
    ({ config } = own);
    drops.push(own.drop);
    office = await WritingOffice.open(config);
  });
  afterAll(async () => {
    await office.rest();
    await office.server.end();
    for (const drop of drops) await drop();
    drops = [];
    rmSync(folder, { recursive: true, force: true });
  });

  it('has in a backup all that was answered before it, nothing by half, and works on it elsewhere', async () => {
    office.write();
    for (let number = 0; number < BACKUPS; number += 1) {
      const many = office.answered.length + 40;
      await until(() => office.answered.length >= many, 'people to write');
      const file = join(folder, `${number}.ndjson.gz`);
      const began = Date.now();
      const backup = await cli('backup', config, file);
      const ended = Date.now();
      const during = office.answered.filter(({ at }) => at >= began && at < ended).length;
      const before = office.answered.filter(({ at }) => at < began);
      expect(backup).toMatchObject({ code: 0 });
      const target = await empty(other);
      expect(await cli('restore', target, file)).toMatchObject({ code: 0 });
      const found = await lookInto(target, before);
      expect(found.halves).toEqual(NO_HALVES);
      expect(before.length - found.kept.length).toBe(0);
      const check = before.find(({ what }) => what === 'ticked');
      if (number === 0)
        expect(await useRestored(target, office.projectId, check!.id)).toEqual({
          name: '亞洲會展年會',
          state: 'ticked',
        });
      const figures = { 'answered before': before.length, 'lost of these': before.length - found.kept.length };
      tell(`backup on ${kind.name} into ${other.name}`, { ...figures, 'answered during': during });
    }
    await office.rest();
  });

  it('leaves no file that looks good, however a backup is killed', async () => {
    let named = 0;
    for (let kill = 0; kill < KILLS; kill += 1) {
      const file = join(folder, `killed-${kill}.ndjson.gz`);
      const backup = new Cli('backup', config, file);
      // Some on the way to the first byte, most at some moment of writing, reading back and naming.
      const isWriting = () => readdirSync(folder).some((name) => name.startsWith(`killed-${kill}`));
      if (kill % 4 !== 0) await until(() => !backup.running || isWriting(), 'the backup to write');
      await pause(Math.random() * sized(60, 200));
      backup.kill();
      await backup.end();
      if (!existsSync(file)) continue;
      named += 1;
      await verifyArchive(file);
    }
    const again = join(folder, 'again.ndjson.gz');
    expect(await cli('backup', config, again)).toMatchObject({ code: 0 });
    tell(`backup killed on ${kind.name}`, { kills: KILLS, 'complete ones': named, 'broken ones with a good name': 0 });
  });

  it('leaves an empty database, however a restore is killed, and restores into it afterwards', async () => {
    const file = join(folder, '0.ndjson.gz');
    let done = 0;
    let target = await empty();
    for (let kill = 0; kill < KILLS; kill += 1) {
      const restore = new Cli('restore', target, file);
      await until(() => !restore.running || restore.output.includes('loading it'), 'the restore to begin');
      await pause(Math.random() * sized(400, 1500));
      restore.kill();
      await restore.end();
      const dataSource = await connect(target);
      const left = await schemaOf(dataSource);
      await dataSource.destroy();
      if (left.length === 0) continue;
      // It was quicker than the kill: then it is all there.
      done += 1;
      expect((await lookInto(target, [])).halves).toEqual(NO_HALVES);
      target = await empty();
    }
    expect(await cli('restore', target, file)).toMatchObject({ code: 0 });
    const again = join(folder, 'restored.ndjson.gz');
    expect(await cli('backup', target, again)).toMatchObject({ code: 0 });
    expect(contentOf(again)).toEqual(contentOf(file));
    tell(`restore killed on ${kind.name}`, { kills: KILLS, 'before its end': KILLS - done, 'half-restored': 0 });
  });

  const large = async () => {
    const rows = await growBy(config, COPIES);
    const file = join(folder, 'large.ndjson.gz');
    const backup = await cli('backup', config, file);
    expect(backup).toMatchObject({ code: 0 });
    const restore = await cli('restore', await empty(), file);
    expect(restore).toMatchObject({ code: 0 });
    const figures = { 'backup s': seconds(backup.ms), 'backup MB': backup.peakMb };
    tell(`${rows} rows on ${kind.name}`, {
      ...figures,
      'restore s': seconds(restore.ms),
      'restore MB': restore.peakMb,
    });
  };
  if (FULL_DRILL) it('is backed up and restored with the rows of years', large);
});

function seconds(ms: number): string {
  return (ms / 1000).toFixed(1);
}
