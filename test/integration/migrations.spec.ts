import { type Config, migrate, MIGRATIONS } from '@convener/platform';
import type { DataSource, MigrationInterface, QueryRunner } from 'typeorm';
import { version } from '../../package.json';
import { databaseKinds } from '../support/database';
import { asReleased, connect, endOf, schemaOf, startMigrating } from '../support/migrating';
import { AddsColumn1999999990000, NEXT_MIGRATIONS } from '../support/next-migrations';
import { lostRows, releases } from '../support/released-schemas';

/** What migrations changed on purpose since a release, as `table.column`. Everything else has to be as it was. */
const CHANGED: Record<string, readonly string[]> = {
  '0.1.0': [
    // Sessions end sooner since: people sign in once more.
    'sessions.expires_at',
    // What names people was put beside the hash chain, which test/integration/activity-migration.spec.ts follows.
    'activity.subject_title',
    'activity.before',
    'activity.after',
  ],
};

const WITH_NEXT = [...MIGRATIONS, ...NEXT_MIGRATIONS];

class Fails1999999992000 implements MigrationInterface {
  name = 'Fails1999999992000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE checks ADD COLUMN never text');
    await runner.query('DELETE FROM checks');
    throw new Error('this migration fails');
  }

  async down(): Promise<void> {}
}

class Orphans1999999993000 implements MigrationInterface {
  name = 'Orphans1999999993000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('DELETE FROM work_items');
  }

  async down(): Promise<void> {}
}

it('has rows of the schema that this version releases', () => {
  expect(releases().map((release) => release.version)).toContain(version);
});

describe.each(releases().map((release) => [release.version, release] as const))('a database of %s', (_, release) => {
  it('has rows in every table, with texts, blanks and numbers at the edges', () => {
    for (const { table, rows } of release.tables) expect([table, rows.length]).not.toEqual([table, 0]);
    const values = release.tables.flatMap(({ rows }) => rows.flat());
    expect(values).toEqual(expect.arrayContaining([null, '', true, false, Number.MAX_SAFE_INTEGER, -2_147_483_648]));
    expect(values.some((value) => typeof value === 'string' && value.includes('👩‍👩‍👧'))).toBe(true);
    expect(values.some((value) => typeof value === 'string' && value.length > 10_000)).toBe(true);
  });

  describe.each(databaseKinds())('on $name', (kind) => {
    let config: Config;
    let drop: () => Promise<void>;
    let dataSource: DataSource | null = null;
    const open = async (migrations = MIGRATIONS) => (dataSource = await connect(config, migrations));
    const lost = (source: DataSource) => lostRows(source, release, CHANGED[release.version] ?? []);

    beforeEach(async () => ({ config, drop } = await asReleased(kind, release)));
    afterEach(async () => {
      if (dataSource?.isInitialized) await dataSource.destroy();
      await drop();
    });

    it.each([
      ['this schema', MIGRATIONS],
      ['a later one that rebuilds tables', WITH_NEXT],
    ])('keeps every row on the way to %s, and ends as a new database does', async (_name, migrations) => {
      const source = await open(migrations);
      await migrate(source);
      expect(await lost(source)).toEqual([]);
      if (kind.name === 'SQLite') expect(await source.query('PRAGMA foreign_key_check')).toEqual([]);
      const fresh = await kind.create();
      const empty = await connect(fresh.config, migrations);
      await migrate(empty);
      expect(await schemaOf(source)).toEqual(await schemaOf(empty));
      await empty.destroy();
      await fresh.drop();
    });

    it('stays as it was where a migration fails, and takes the mended one', async () => {
      const source = await open([...WITH_NEXT, Fails1999999992000]);
      const before = await schemaOf(source);
      await expect(migrate(source)).rejects.toThrow('this migration fails');
      expect(await schemaOf(source)).toEqual(before);
      expect(await lostRows(source, release, [])).toEqual([]);
      await source.destroy();
      const mended = await open(WITH_NEXT);
      await migrate(mended);
      expect(await lost(mended)).toEqual([]);
    });

    it('refuses a migration that leaves rows pointing at nothing', async () => {
      const source = await open([...MIGRATIONS, Orphans1999999993000]);
      const orphans = migrate(source);
      if (kind.name === 'SQLite') await expect(orphans).rejects.toThrow('rows point at rows that are not there');
      // PostgreSQL cascades at once; there such a delete is the migration's own word.
      else await orphans;
      if (kind.name === 'SQLite') expect(await lostRows(source, release, [])).toEqual([]);
    });

    it('is migrated once by two processes that start together', async () => {
      const ends = await Promise.all([startMigrating(config), startMigrating(config)].map(endOf));
      expect(ends.every((statements) => statements !== null)).toBe(true);
      const source = await open(WITH_NEXT);
      const done: { name: string }[] = await source.query('SELECT name FROM migrations ORDER BY timestamp');
      expect(done.map(({ name }) => name)).toEqual(WITH_NEXT.map(({ name }) => name));
      expect(await lost(source)).toEqual([]);
      expect(await source.query(`SELECT id FROM work_items WHERE probe_note = title || '!!'`)).toEqual([]);
    });
  });
});

it('names the migrations by their classes, so that both forms agree', () => {
  expect(new AddsColumn1999999990000().name).toBe(AddsColumn1999999990000.name);
  for (const migration of MIGRATIONS) expect(new migration().name).toBe(migration.name);
});
