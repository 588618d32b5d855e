import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a person has put together of a project that is not started yet: one row a person, on whatever device. */
const UP = `CREATE TABLE start_drafts (
  person_id varchar(36) PRIMARY KEY REFERENCES people (id) ON DELETE CASCADE,
  content text,
  saved_at bigint NOT NULL,
  version integer NOT NULL
)`;

export class StartDrafts1764740000000 implements MigrationInterface {
  name = 'StartDrafts1764740000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE start_drafts');
  }
}
