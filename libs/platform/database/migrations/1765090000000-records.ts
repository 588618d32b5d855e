import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Dated entries of records, and from what work items were made. */
const UP: readonly string[] = [
  `CREATE TABLE record_entries (
    id varchar(36) PRIMARY KEY,
    deliverable_id varchar(36) NOT NULL REFERENCES deliverables (id) ON DELETE CASCADE,
    kind text NOT NULL,
    day text NOT NULL,
    title text NOT NULL,
    place text,
    present text,
    notes text,
    decisions text NOT NULL,
    actions text NOT NULL,
    added_by varchar(36) NOT NULL REFERENCES people (id),
    added_at bigint NOT NULL,
    version integer NOT NULL
  )`,
  'CREATE INDEX record_entries_deliverable ON record_entries (deliverable_id, day, id)',
  `CREATE TABLE work_origins (
    work_item_id varchar(36) PRIMARY KEY REFERENCES work_items (id) ON DELETE CASCADE,
    kind text NOT NULL,
    from_id varchar(36) NOT NULL,
    holder_id varchar(36) NOT NULL
  )`,
  'CREATE UNIQUE INDEX work_origins_from ON work_origins (from_id)',
];

export class Records1765090000000 implements MigrationInterface {
  name = 'Records1765090000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['work_origins', 'record_entries']) await runner.query(`DROP TABLE ${table}`);
  }
}
