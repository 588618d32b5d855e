import { createHash } from 'node:crypto';
import {
  copyFileSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { type Config, migrate, MIGRATIONS, restoreBackup, writeBackup } from '@convener/platform';
import type { DataSource } from 'typeorm';
import { cli } from '../support/cli';
import { type DatabaseKind, databaseKinds, sqlite } from '../support/database';
import { asReleased, connect, schemaOf } from '../support/migrating';
import { NEXT_MIGRATIONS } from '../support/next-migrations';
import { lostRows, type Release, releases } from '../support/released-schemas';

const LATEST = releases().at(-1) as Release;
const kinds = databaseKinds();
const pairs = kinds.flatMap((from) => kinds.map((to) => [from.name, to.name, from, to] as const));

let folder: string;
let open: DataSource[] = [];
let drops: (() => Promise<void>)[] = [];
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'convener-backup-'))));
afterEach(async () => {
  for (const dataSource of open) await dataSource.destroy();
  for (const drop of drops) await drop();
  open = [];
  drops = [];
  rmSync(folder, { recursive: true, force: true });
});

const connected = async (config: Config, migrations: Parameters<typeof connect>[1] = MIGRATIONS) => {
  const dataSource = await connect(config, migrations);
  open.push(dataSource);
  return dataSource;
};
/** The last release's database with its rows, brought to the present schema. */
const filled = async (kind: DatabaseKind) => {
  const { config, drop } = await asReleased(kind, LATEST);
  drops.push(drop);
  const dataSource = await connected(config);
  await migrate(dataSource);
  return { config, dataSource };
};
const empty = async (kind: DatabaseKind) => {
  const { config, drop } = await kind.create();
  drops.push(drop);
  return config;
};
const write = async (dataSource: DataSource, name = 'a.ndjson.gz') => {
  const file = join(folder, name);
  await writeBackup(dataSource, { file, product: '9.9.9', at: 0, leaveOut: [] });
  return file;
};
const linesOf = (file: string) => gunzipSync(readFileSync(file)).toString('utf8').trimEnd().split('\n');
const rewritten = (file: string, change: (lines: string[]) => string[]) => {
  writeFileSync(file, gzipSync(`${change(linesOf(file)).join('\n')}\n`));
  return file;
};

describe.each(pairs)('a backup of %s restored into %s', (_from, _to, from, to) => {
  it('is the same to the byte, and so is a backup of that', async () => {
    const { dataSource } = await filled(from);
    // Beyond what a number holds; no instant of the product gets there.
    await dataSource.query(`UPDATE messages SET read_at = 9223372036854775807, created_at = -9223372036854775808`);
    const first = await write(dataSource);
    const restored = await connected(await empty(to));
    await restoreBackup(restored, first);
    const second = await write(restored, 'b.ndjson.gz');
    expect(linesOf(second).slice(1)).toEqual(linesOf(first).slice(1));
    expect(await restored.query('SELECT CAST(read_at AS text) AS n FROM messages')).toEqual([
      { n: '9223372036854775807' },
    ]);
  });

  it('keeps every row when it was made by an earlier release, and gets the present schema', async () => {
    const { config, drop } = await asReleased(from, LATEST);
    drops.push(drop);
    const file = await write(await connected(config, []));
    const later = [...MIGRATIONS, ...NEXT_MIGRATIONS];
    const restored = await connected(await empty(to), later);
    await restoreBackup(restored, file);
    const fresh = await connected(await empty(to), later);
    await migrate(fresh);
    expect(await schemaOf(restored)).toEqual(await schemaOf(fresh));
    expect(await restored.query('SELECT COUNT(*) AS n FROM work_items WHERE probe_note IS NULL')).toMatchObject([
      { n: to.name === 'SQLite' ? 0 : '0' },
    ]);
  });
});

describe.each(kinds)('on $name', (kind) => {
  it('restores every row of the released schema', async () => {
    const { config, drop } = await asReleased(kind, LATEST);
    drops.push(drop);
    const file = await write(await connected(config, []));
    const only = MIGRATIONS.filter(({ name }) => LATEST.migrations.includes(name));
    const restored = await connected(await empty(kind), only);
    await restoreBackup(restored, file);
    expect(await lostRows(restored, LATEST, [])).toEqual([]);
  });

  it('refuses a database that holds something, says what, and leaves it alone', async () => {
    const { dataSource } = await filled(kind);
    const file = await write(dataSource);
    await expect(restoreBackup(dataSource, file)).rejects.toThrow(/empty database only.*work_items \d+/);
    expect(linesOf(await write(dataSource, 'b.ndjson.gz')).slice(1)).toEqual(linesOf(file).slice(1));
  });

  it('refuses a backup of a newer Convener before it touches the database', async () => {
    const { dataSource } = await filled(kind);
    const file = rewritten(await write(dataSource), ([head, ...rest]) => [
      head!.replace(/(Initial\d+)/, '$1","FromTheFuture2999999999999'),
      ...rest,
    ]);
    const target = await connected(await empty(kind));
    await expect(restoreBackup(target, file)).rejects.toThrow('made by a newer Convener (9.9.9)');
    expect(await schemaOf(target)).toEqual([]);
  });

  it('undoes everything where the rows do not fit, and takes a good backup afterwards', async () => {
    const { dataSource } = await filled(kind);
    const good = await write(dataSource);
    const target = await connected(await empty(kind));
    const without = (lines: string[]) =>
      lines.filter((line) => !line.includes('"table":"projects"') && !line.includes('城市光影節",'));
    const end = (lines: string[]) => rewritten(join(folder, 'bad.ndjson.gz'), () => withFigures(without(lines)));
    copyFileSync(good, join(folder, 'bad.ndjson.gz'));
    await expect(restoreBackup(target, end(linesOf(good)))).rejects.toThrow();
    expect(await schemaOf(target)).toEqual([]);
    await restoreBackup(target, good);
    expect(linesOf(await write(target, 'b.ndjson.gz')).slice(1)).toEqual(linesOf(good).slice(1));
  });
});

describe('a backup that is not whole', () => {
  const damages: [string, (file: string) => void][] = [
    ['is empty', (file) => writeFileSync(file, '')],
    ['is cut off in the middle', (file) => writeFileSync(file, readFileSync(file).subarray(0, 20_000))],
    ['lacks its last byte', (file) => writeFileSync(file, readFileSync(file).subarray(0, -1))],
    ['has one byte changed', (file) => writeSync(openSync(file, 'r+'), 'x', 10_000)],
    ['lacks a row', (file) => rewritten(file, (lines) => lines.filter((_, index) => index !== 5))],
    [
      'has a text changed',
      (file) => rewritten(file, (lines) => lines.map((line) => line.replace('城市光影節', '城市光影展'))),
    ],
    ['has two rows swapped', (file) => rewritten(file, ([a, b, c, d, ...rest]) => [a!, b!, d!, c!, ...rest])],
    ['lacks its end', (file) => rewritten(file, (lines) => lines.slice(0, -1))],
    ['goes on behind its end', (file) => rewritten(file, (lines) => [...lines, '[]'])],
    ['is some other file', (file) => writeFileSync(file, gzipSync('{"hello":"world"}\n'))],
    ['is not there', (file) => rmSync(file)],
  ];

  let whole: Buffer;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'convener-backup-'));
    const { dataSource } = await filled(sqlite());
    whole = readFileSync(await write(dataSource));
    rmSync(folder, { recursive: true });
  });

  it.each(damages)('is refused when it %s, and the database stays empty', async (_, damage) => {
    const file = join(folder, 'a.ndjson.gz');
    writeFileSync(file, whole);
    damage(file);
    const target = await connected(await empty(sqlite()));
    await expect(restoreBackup(target, file)).rejects.toThrow(/damaged|no backup of Convener|can't be read/);
    expect(await schemaOf(target)).toEqual([]);
  });
});

describe('npm run backup', () => {
  it('names the file by its time, for its owner only, and leaves nothing else behind', async () => {
    const { config } = await filled(sqlite());
    const { code, output } = await cli('backup', config);
    expect([code, output]).toEqual([0, expect.stringContaining('The backup is done: ')]);
    const backups = join(config.dataDir, 'backups');
    expect(readdirSync(backups)).toEqual([expect.stringMatching(/^convener-\d{4}-\d\d-\d\dT\d{6}Z\.ndjson\.gz$/)]);
    expect(statSync(join(backups, readdirSync(backups)[0]!)).mode & 0o777).toBe(0o600);
  });

  it('takes nobody signed in and no open link along, except invitations, codes to join by and links of surveys', async () => {
    const { config, dataSource } = await filled(sqlite());
    const file = join(folder, 'a.ndjson.gz');
    expect(await cli('backup', config, file)).toMatchObject({ code: 0 });
    const withTokens: { name: string }[] = await dataSource.query(
      `SELECT m.name FROM sqlite_master m JOIN pragma_table_info(m.name) c WHERE m.type = 'table' AND c.name = 'token_hash'`,
    );
    const taken = linesOf(file).flatMap((line) => /^\{"table":"(\w+)"/.exec(line)?.[1] ?? []);
    expect(withTokens.length).toBeGreaterThan(1);
    expect(withTokens.map(({ name }) => name).filter((name) => taken.includes(name))).toEqual([
      'invitations',
      'join_codes',
      'survey_keys',
    ]);
  });

  it('never overwrites a file', async () => {
    const { config } = await filled(sqlite());
    const file = join(folder, 'a.ndjson.gz');
    writeFileSync(file, 'the only copy of something');
    expect(await cli('backup', config, file)).toMatchObject({
      code: 1,
      output: expect.stringContaining('already exists'),
    });
    expect(readFileSync(file, 'utf8')).toBe('the only copy of something');
  });

  it('says so where there is no database, and makes none', async () => {
    const config = await empty(sqlite());
    expect(await cli('backup', config)).toMatchObject({
      code: 1,
      output: expect.stringContaining('nothing to back up'),
    });
    expect(readdirSync(config.dataDir)).toEqual([]);
  });

  it('refuses a damaged database file, so that its backup does not replace a good one', async () => {
    const { config, dataSource } = await filled(sqlite());
    await dataSource.query('PRAGMA wal_checkpoint(TRUNCATE)');
    const [{ page }] = (await dataSource.query(
      `SELECT rootpage AS page FROM sqlite_master WHERE name = 'work_items_assignee'`,
    )) as [{ page: number }];
    await dataSource.destroy();
    open = [];
    writeSync(openSync(join(config.dataDir, 'convener.sqlite'), 'r+'), Buffer.alloc(200, 1), 0, 200, (page - 1) * 4096);
    const { code, output } = await cli('backup', config);
    expect([code, output]).toEqual([1, expect.stringContaining('The database file is damaged')]);
    expect(readdirSync(join(config.dataDir, 'backups'))).toEqual([]);
  });
});

describe('npm run restore', () => {
  it('asks for a file where none is given', async () => {
    const { code, output } = await cli('restore', await empty(sqlite()));
    expect([code, output]).toEqual([1, expect.stringContaining('npm run restore -- file')]);
  });
});

/** Lines whose end says what they hold, as an archive's own do. */
function withFigures(lines: string[]): string[] {
  const content = lines.slice(1, -1);
  const rows: Record<string, number> = {};
  let table = '';
  for (const line of content) {
    const named = /^\{"table":"(\w+)"/.exec(line)?.[1];
    if (named) rows[(table = named)] = 0;
    else rows[table]! += 1;
  }
  const sha256 = createHash('sha256')
    .update(content.map((line) => `${line}\n`).join(''))
    .digest('hex');
  return [lines[0]!, ...content, JSON.stringify({ rows, sha256 })];
}
