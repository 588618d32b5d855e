import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What people say about work items. */
const UP: readonly string[] = [
  `CREATE TABLE comments (
    id varchar(36) PRIMARY KEY,
    work_item_id varchar(36) NOT NULL REFERENCES work_items (id) ON DELETE CASCADE,
    body text NOT NULL,
    written_by varchar(36) NOT NULL REFERENCES people (id),
    written_at bigint NOT NULL,
    edited_at bigint,
    removed_at bigint,
    version integer NOT NULL
  )`,
  'CREATE INDEX comments_item ON comments (work_item_id, id)',
];

export class Comments1764610000000 implements MigrationInterface {
  name = 'Comments1764610000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE comments');
  }
}
