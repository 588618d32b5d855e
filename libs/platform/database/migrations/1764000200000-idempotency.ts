import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Requests that are done once however often they arrive, and a version for sub-teams, which can be edited too.
 * `idempotency_keys` has no foreign key: people are never deleted, and a tick shall not lock its person's row.
 */
const UP: readonly string[] = [
  `CREATE TABLE idempotency_keys (
    person_id varchar(36) NOT NULL,
    key text NOT NULL,
    fingerprint text NOT NULL,
    result text,
    created_at bigint NOT NULL,
    PRIMARY KEY (person_id, key)
  )`,
  `CREATE INDEX idempotency_keys_age ON idempotency_keys (created_at)`,
  `ALTER TABLE teams ADD COLUMN version integer NOT NULL DEFAULT 1`,
];

export class Idempotency1764000200000 implements MigrationInterface {
  name = 'Idempotency1764000200000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE teams DROP COLUMN version');
    await runner.query('DROP TABLE idempotency_keys');
  }
}
