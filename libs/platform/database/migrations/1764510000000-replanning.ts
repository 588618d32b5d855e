import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Where the days of each row came from, what re-plans did, and the contract milestones of a project. */
const UP: readonly string[] = [
  ...['work_items', 'deliverables'].flatMap((table) => [
    `ALTER TABLE ${table} ADD COLUMN planned_start_day text`,
    `ALTER TABLE ${table} ADD COLUMN planned_due_day text`,
    `ALTER TABLE ${table} ADD COLUMN hand_set boolean NOT NULL DEFAULT false`,
    `ALTER TABLE ${table} ADD COLUMN set_aside_by varchar(36)`,
    // A late start put the baseline elsewhere than the rules: what they said there is counted anew when it is needed.
    `UPDATE ${table} SET planned_start_day = baseline_start_day, planned_due_day = baseline_due_day
      WHERE project_id IN (SELECT id FROM projects WHERE late_start IS NULL)`,
    `UPDATE ${table} SET hand_set = true
      WHERE COALESCE(due_day, '') <> COALESCE(baseline_due_day, '')
         OR COALESCE(start_day, '') <> COALESCE(baseline_start_day, '')`,
  ]),
  'ALTER TABLE checks ADD COLUMN set_aside_by varchar(36)',
  `CREATE TABLE milestones (
    id varchar(36) PRIMARY KEY,
    project_id varchar(36) NOT NULL REFERENCES projects (id) ON DELETE CASCADE,
    key text NOT NULL,
    kind text NOT NULL,
    name text NOT NULL,
    name_en text,
    rule text,
    day text NOT NULL,
    amount text,
    note text,
    work_item_id varchar(36) REFERENCES work_items (id) ON DELETE SET NULL,
    version integer NOT NULL
  )`,
  'CREATE UNIQUE INDEX milestones_key ON milestones (project_id, key)',
  'CREATE INDEX milestones_item ON milestones (work_item_id)',
  `CREATE TABLE replans (
    id varchar(36) PRIMARY KEY,
    project_id varchar(36) NOT NULL REFERENCES projects (id) ON DELETE CASCADE,
    by_id varchar(36) NOT NULL REFERENCES people (id),
    at bigint NOT NULL,
    before text NOT NULL,
    after text NOT NULL,
    counts text NOT NULL,
    changed text NOT NULL,
    undone_at bigint,
    version integer NOT NULL
  )`,
  'CREATE INDEX replans_project ON replans (project_id, id)',
];

const DOWN: readonly string[] = [
  'DROP TABLE replans',
  'DROP TABLE milestones',
  'ALTER TABLE checks DROP COLUMN set_aside_by',
  ...['deliverables', 'work_items'].flatMap((table) =>
    ['set_aside_by', 'hand_set', 'planned_due_day', 'planned_start_day'].map(
      (column) => `ALTER TABLE ${table} DROP COLUMN ${column}`,
    ),
  ),
];

export class Replanning1764510000000 implements MigrationInterface {
  name = 'Replanning1764510000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}
