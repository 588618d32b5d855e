import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Lists with columns of their own, their rows, and which deliverables they are. */
const UP: readonly string[] = [
  `CREATE TABLE registers (
    id varchar(36) PRIMARY KEY,
    project_id varchar(36) NOT NULL REFERENCES projects (id) ON DELETE CASCADE,
    preset_key text,
    name text NOT NULL,
    name_en text,
    team_id varchar(36) REFERENCES teams (id) ON DELETE SET NULL,
    crew_only boolean NOT NULL,
    columns text NOT NULL,
    added_by varchar(36) NOT NULL REFERENCES people (id),
    added_at bigint NOT NULL,
    version integer NOT NULL
  )`,
  'CREATE INDEX registers_project ON registers (project_id, id)',
  'CREATE INDEX registers_team ON registers (team_id)',
  `CREATE TABLE register_deliverables (
    deliverable_id varchar(36) PRIMARY KEY REFERENCES deliverables (id) ON DELETE CASCADE,
    register_id varchar(36) NOT NULL REFERENCES registers (id) ON DELETE CASCADE
  )`,
  'CREATE INDEX register_deliverables_register ON register_deliverables (register_id)',
  `CREATE TABLE register_rows (
    id varchar(36) PRIMARY KEY,
    register_id varchar(36) NOT NULL REFERENCES registers (id) ON DELETE CASCADE,
    position integer NOT NULL,
    status text NOT NULL,
    cells text NOT NULL,
    added_by varchar(36) NOT NULL REFERENCES people (id),
    added_at bigint NOT NULL,
    version integer NOT NULL
  )`,
  'CREATE INDEX register_rows_register ON register_rows (register_id, position, id)',
];

export class Registers1764930000000 implements MigrationInterface {
  name = 'Registers1764930000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['register_rows', 'register_deliverables', 'registers'])
      await runner.query(`DROP TABLE ${table}`);
  }
}
