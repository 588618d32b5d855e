import { MIGRATIONS } from '@convener/platform';
import { databaseKinds } from '../support/database';
import { sized, tell } from '../support/drill';
import { asReleased, connect, endOf, schemaOf, startMigrating } from '../support/migrating';
import { NEXT_MIGRATIONS } from '../support/next-migrations';
import { lostRows, releases } from '../support/released-schemas';

/** How many of a migration's statements it is killed before: some at random, or each. */
const KILLS = sized(2, Infinity);

describe.each(releases().map((release) => [release.version, release] as const))('migrating from %s', (_, release) => {
  it.each(databaseKinds())('loses no row on $name when it is killed half-way and run again', async (kind) => {
    const { config, drop } = await asReleased(kind, release);
    // Of a database of its own: this one is to be killed on the way.
    const other = await asReleased(kind, release);
    const statements = (await endOf(startMigrating(other.config))) ?? 0;
    await other.drop();
    expect(statements).toBeGreaterThan(5);
    const old = await connect(config, []);
    const before = await schemaOf(old);
    const all = Array.from({ length: statements }, (_unused, index) => index + 1);
    const chosen = KILLS >= statements ? all : all.sort(() => Math.random() - 0.5).slice(0, KILLS);
    for (const statement of chosen) {
      expect(await endOf(startMigrating(config, statement))).toBeNull();
      // Nothing of the new schema, nothing gone from the old one.
      expect([statement, await schemaOf(old)]).toEqual([statement, before]);
      expect([statement, await lostRows(old, release, [])]).toEqual([statement, []]);
    }
    await old.destroy();
    expect(await endOf(startMigrating(config))).not.toBeNull();
    const migrated = await connect(config, [...MIGRATIONS, ...NEXT_MIGRATIONS]);
    expect(await migrated.showMigrations()).toBe(false);
    await migrated.destroy();
    await drop();
    const rows = release.tables.reduce((sum, table) => sum + table.rows.length, 0);
    tell(`migrations from ${release.version} on ${kind.name}`, { statements, kills: chosen.length, rows, lost: 0 });
  });
});
