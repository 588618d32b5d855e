import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The run sheet of event days: its cues, and the delays that moved them. */
const UP: readonly string[] = [
  `CREATE TABLE run_sheet_cues (
    id varchar(36) PRIMARY KEY,
    project_id varchar(36) NOT NULL REFERENCES projects (id) ON DELETE CASCADE,
    day text NOT NULL,
    minute integer NOT NULL,
    minutes integer NOT NULL,
    planned_minute integer NOT NULL,
    planned_minutes integer NOT NULL,
    place text NOT NULL,
    title text NOT NULL,
    notes text,
    person_ids text NOT NULL,
    team_id varchar(36) REFERENCES teams (id) ON DELETE SET NULL,
    outside text,
    files text NOT NULL,
    work_item_id varchar(36) REFERENCES work_items (id) ON DELETE SET NULL,
    fixed boolean NOT NULL,
    state text NOT NULL,
    started_at bigint,
    ended_at bigint,
    version integer NOT NULL
  )`,
  'CREATE INDEX run_sheet_cues_project ON run_sheet_cues (project_id, day, minute)',
  'CREATE INDEX run_sheet_cues_team ON run_sheet_cues (team_id)',
  'CREATE INDEX run_sheet_cues_work_item ON run_sheet_cues (work_item_id)',
  `CREATE TABLE run_sheet_delays (
    id varchar(36) PRIMARY KEY,
    project_id varchar(36) NOT NULL REFERENCES projects (id) ON DELETE CASCADE,
    day text NOT NULL,
    title text NOT NULL,
    minutes integer NOT NULL,
    moves text NOT NULL,
    by_id varchar(36) NOT NULL REFERENCES people (id),
    at bigint NOT NULL,
    undone_at bigint,
    version integer NOT NULL
  )`,
  'CREATE INDEX run_sheet_delays_project ON run_sheet_delays (project_id, day, id)',
];

export class RunSheet1765300000000 implements MigrationInterface {
  name = 'RunSheet1765300000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['run_sheet_delays', 'run_sheet_cues']) await runner.query(`DROP TABLE ${table}`);
  }
}
