import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The last message that each administrator sent to themselves, and what came of it. */
const UP = `CREATE TABLE mail_tests (
    person_id varchar(36) PRIMARY KEY REFERENCES people (id) ON DELETE CASCADE,
    id varchar(36) NOT NULL UNIQUE,
    asked_at bigint NOT NULL,
    state text NOT NULL,
    fault text,
    answer text,
    ended_at bigint
  )`;

export class MailTests1764920000000 implements MigrationInterface {
  name = 'MailTests1764920000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE mail_tests');
  }
}
