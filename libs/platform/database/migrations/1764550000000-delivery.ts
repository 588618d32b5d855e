import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How people want to be told, what became of each message, and what an operator must know of it. */
const UP: readonly string[] = [
  `CREATE TABLE notification_preferences (
    person_id varchar(36) PRIMARY KEY REFERENCES people (id) ON DELETE CASCADE,
    zone text NOT NULL,
    digest_at text,
    mail boolean NOT NULL,
    singles text NOT NULL,
    quiet_from text,
    quiet_to text,
    rest_on_days_off boolean NOT NULL,
    daily_cap integer NOT NULL,
    stand_in_id varchar(36) REFERENCES people (id) ON DELETE SET NULL,
    away_from text,
    away_until text,
    version integer NOT NULL
  )`,
  `CREATE TABLE cant_wait (
    person_id varchar(36) NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    subject_id varchar(36) NOT NULL,
    subject_type text NOT NULL,
    PRIMARY KEY (person_id, subject_id)
  )`,
  'CREATE INDEX cant_wait_subject ON cant_wait (subject_id)',
  `CREATE TABLE unsubscribe_links (
    person_id varchar(36) PRIMARY KEY REFERENCES people (id) ON DELETE CASCADE,
    token text NOT NULL UNIQUE
  )`,
  'CREATE TABLE sweeps (name text PRIMARY KEY, at bigint NOT NULL)',
  'ALTER TABLE messages ADD COLUMN not_before bigint',
  'ALTER TABLE messages ADD COLUMN single boolean NOT NULL DEFAULT false',
  'ALTER TABLE messages ADD COLUMN for_person_id varchar(36)',
  'ALTER TABLE messages ADD COLUMN last_error text',
  'CREATE INDEX messages_mail ON messages (mail_status, created_at)',
  "ALTER TABLE outgoing_mail ADD COLUMN headers text NOT NULL DEFAULT '{}'",
];

const DOWN: readonly string[] = [
  'ALTER TABLE outgoing_mail DROP COLUMN headers',
  'DROP INDEX messages_mail',
  ...['last_error', 'for_person_id', 'single', 'not_before'].map((name) => `ALTER TABLE messages DROP COLUMN ${name}`),
  ...['sweeps', 'unsubscribe_links', 'cant_wait', 'notification_preferences'].map((name) => `DROP TABLE ${name}`),
];

export class Delivery1764550000000 implements MigrationInterface {
  name = 'Delivery1764550000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}
