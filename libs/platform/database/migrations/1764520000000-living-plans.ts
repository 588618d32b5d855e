import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Lag between work items, projects that rest, whom work waits for, earlier baselines, and work that comes again. */
const UP: readonly string[] = [
  `ALTER TABLE work_item_predecessors ADD COLUMN lag_days integer NOT NULL DEFAULT 0`,
  `ALTER TABLE work_item_predecessors ADD COLUMN lag_unit text NOT NULL DEFAULT 'days'`,
  `ALTER TABLE projects ADD COLUMN status_reason text`,
  `ALTER TABLE projects ADD COLUMN status_since bigint`,
  `ALTER TABLE projects ADD COLUMN resume_day text`,
  `ALTER TABLE work_items ADD COLUMN waiting_kind text`,
  `ALTER TABLE work_items ADD COLUMN follow_up_day text`,
  `CREATE TABLE baselines (
    id varchar(36) PRIMARY KEY,
    project_id varchar(36) NOT NULL REFERENCES projects (id) ON DELETE CASCADE,
    set_by varchar(36) NOT NULL REFERENCES people (id),
    set_at bigint NOT NULL,
    reason text NOT NULL,
    days text NOT NULL
  )`,
  `CREATE INDEX baselines_project ON baselines (project_id, id)`,
  `CREATE TABLE recurring_work (
    id varchar(36) PRIMARY KEY,
    project_id varchar(36) NOT NULL REFERENCES projects (id) ON DELETE CASCADE,
    title text NOT NULL,
    title_en text,
    rhythm text NOT NULL,
    weekday integer,
    month_day integer,
    due_time text,
    from_day text NOT NULL,
    until_day text,
    until_anchor text,
    team_id varchar(36) REFERENCES teams (id),
    assignee_id varchar(36) REFERENCES people (id),
    stage text NOT NULL,
    workflow text NOT NULL,
    place text,
    days_off text NOT NULL,
    generated_until text,
    created_by varchar(36) NOT NULL REFERENCES people (id),
    created_at bigint NOT NULL,
    ended_at bigint,
    version integer NOT NULL DEFAULT 1
  )`,
  `CREATE INDEX recurring_work_project ON recurring_work (project_id, id)`,
  `CREATE INDEX recurring_work_team ON recurring_work (team_id)`,
  `CREATE TABLE recurring_occurrences (
    recurring_id varchar(36) NOT NULL REFERENCES recurring_work (id) ON DELETE CASCADE,
    slot_day text NOT NULL,
    work_item_id varchar(36) NOT NULL REFERENCES work_items (id) ON DELETE CASCADE,
    PRIMARY KEY (recurring_id, slot_day)
  )`,
  `CREATE INDEX recurring_occurrences_item ON recurring_occurrences (work_item_id)`,
];
const ADDED: readonly (readonly [table: string, column: string])[] = [
  ['work_items', 'follow_up_day'],
  ['work_items', 'waiting_kind'],
  ['projects', 'resume_day'],
  ['projects', 'status_since'],
  ['projects', 'status_reason'],
  ['work_item_predecessors', 'lag_unit'],
  ['work_item_predecessors', 'lag_days'],
];

export class LivingPlans1764520000000 implements MigrationInterface {
  name = 'LivingPlans1764520000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['recurring_occurrences', 'recurring_work', 'baselines'])
      await runner.query(`DROP TABLE ${table}`);
    for (const [table, column] of ADDED) await runner.query(`ALTER TABLE ${table} DROP COLUMN ${column}`);
  }
}
