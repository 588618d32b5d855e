import type { MigrationInterface, QueryRunner } from 'typeorm';

const TWELVE_HOURS = 12 * 60 * 60_000;

/** Sessions that end sooner and name their device, counted attempts, links that set a new password, mail about it. */
const UP: readonly string[] = [
  `ALTER TABLE sessions ADD COLUMN own_device boolean NOT NULL DEFAULT false`,
  `ALTER TABLE sessions ADD COLUMN device text`,
  // Nobody has marked the device of a session from before as theirs, so it ends as those on a shared one do.
  `UPDATE sessions SET expires_at = created_at + ${TWELVE_HOURS} WHERE expires_at > created_at + ${TWELVE_HOURS}`,
  `CREATE INDEX sessions_expiry ON sessions (expires_at)`,
  `CREATE TABLE attempts (
    key_hash varchar(64) PRIMARY KEY,
    used integer NOT NULL,
    ends_at bigint NOT NULL
  )`,
  `CREATE INDEX attempts_end ON attempts (ends_at)`,
  `CREATE TABLE known_networks (
    key_hash varchar(64) PRIMARY KEY,
    last_used_at bigint NOT NULL
  )`,
  `CREATE INDEX known_networks_use ON known_networks (last_used_at)`,
  `CREATE TABLE password_resets (
    token_hash varchar(64) PRIMARY KEY,
    person_id varchar(36) NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    made_by varchar(36) REFERENCES people (id),
    created_at bigint NOT NULL,
    expires_at bigint NOT NULL
  )`,
  `CREATE INDEX password_resets_person ON password_resets (person_id)`,
  `CREATE INDEX password_resets_expiry ON password_resets (expires_at)`,
  `CREATE TABLE account_mails (
    id varchar(36) PRIMARY KEY,
    kind text NOT NULL,
    email text NOT NULL,
    made_by varchar(36) REFERENCES people (id),
    created_at bigint NOT NULL,
    attempts integer NOT NULL DEFAULT 0,
    due_at bigint NOT NULL
  )`,
  `CREATE INDEX account_mails_due ON account_mails (due_at)`,
  `CREATE INDEX account_mails_email ON account_mails (email)`,
  `CREATE TABLE password_events (
    id varchar(36) PRIMARY KEY,
    person_id varchar(36) NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    kind text NOT NULL,
    made_by varchar(36) REFERENCES people (id),
    at bigint NOT NULL
  )`,
  `CREATE INDEX password_events_person ON password_events (person_id, id)`,
];

const DOWN: readonly string[] = [
  ...['password_events', 'account_mails', 'password_resets', 'known_networks', 'attempts'].map(
    (table) => `DROP TABLE ${table}`,
  ),
  `DROP INDEX sessions_expiry`,
  `ALTER TABLE sessions DROP COLUMN device`,
  `ALTER TABLE sessions DROP COLUMN own_device`,
];

export class SignIn1764000100000 implements MigrationInterface {
  name = 'SignIn1764000100000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}
