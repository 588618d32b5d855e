import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Migrations as a later release may bring them, so that the tests of migrating have something to run however new the
 * last release is: a column that is filled, and a table that is rebuilt under the rows that reference it.
 */
export class AddsColumn1999999990000 implements MigrationInterface {
  name = 'AddsColumn1999999990000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE work_items ADD COLUMN probe_note text');
    await runner.query(`UPDATE work_items SET probe_note = title || '!'`);
    await runner.query('CREATE INDEX work_items_probe ON work_items (project_id, level)');
  }

  async down(): Promise<void> {}
}

/** On SQLite by copy, drop and rename. Were foreign keys on meanwhile, the drop would delete or blank what references it. */
export class RebuildsTeams1999999991000 implements MigrationInterface {
  name = 'RebuildsTeams1999999991000';

  async up(runner: QueryRunner): Promise<void> {
    if (runner.dataSource.options.type === 'postgres') {
      await runner.query('ALTER TABLE teams ALTER COLUMN position TYPE bigint');
      return;
    }
    const [{ sql }] = (await runner.query(`SELECT sql FROM sqlite_master WHERE name = 'teams'`)) as [{ sql: string }];
    const rebuilt = sql
      .replace(/^CREATE TABLE "?teams"?/, 'CREATE TABLE teams_rebuilt')
      .replace('position integer', 'position bigint');
    await runner.query(rebuilt);
    await runner.query('INSERT INTO teams_rebuilt SELECT * FROM teams');
    await runner.query('DROP TABLE teams');
    await runner.query('ALTER TABLE teams_rebuilt RENAME TO teams');
  }

  async down(): Promise<void> {}
}

export const NEXT_MIGRATIONS = [AddsColumn1999999990000, RebuildsTeams1999999991000];
