import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Agreements that belong to deliverables. */
const UP: readonly string[] = [
  `CREATE TABLE contracts (
    id varchar(36) PRIMARY KEY,
    deliverable_id varchar(36) NOT NULL REFERENCES deliverables (id) ON DELETE CASCADE,
    party text NOT NULL,
    amount_hundredths bigint,
    currency varchar(3) NOT NULL,
    state text NOT NULL,
    sent_on text,
    signed_on text,
    starts_on text,
    ends_on text,
    note text,
    reason text,
    added_by varchar(36) NOT NULL REFERENCES people (id),
    added_at bigint NOT NULL,
    version integer NOT NULL
  )`,
  'CREATE INDEX contracts_deliverable ON contracts (deliverable_id, id)',
];

export class Contracts1764910000000 implements MigrationInterface {
  name = 'Contracts1764910000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE contracts');
  }
}
