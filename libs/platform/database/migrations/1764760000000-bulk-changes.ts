import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Changes of many work items at once, kept for a day so that they can be taken back. */
const UP: readonly string[] = [
  `CREATE TABLE bulk_changes (
    id varchar(36) PRIMARY KEY,
    project_id varchar(36) NOT NULL REFERENCES projects (id) ON DELETE CASCADE,
    by_id varchar(36) NOT NULL REFERENCES people (id),
    at bigint NOT NULL,
    given text NOT NULL,
    changed integer NOT NULL,
    found text NOT NULL,
    undone_at bigint,
    version integer NOT NULL
  )`,
  'CREATE INDEX bulk_changes_project ON bulk_changes (project_id, id)',
  'CREATE INDEX bulk_changes_at ON bulk_changes (at)',
];

export class BulkChanges1764760000000 implements MigrationInterface {
  name = 'BulkChanges1764760000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE bulk_changes');
  }
}
