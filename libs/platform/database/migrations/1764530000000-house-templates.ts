import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Templates of the house, the project that an edition follows, and what was learnt from it. */
const UP: readonly string[] = [
  `CREATE TABLE house_templates (
    id varchar(36) PRIMARY KEY,
    slug text NOT NULL UNIQUE,
    name text NOT NULL,
    name_en text NOT NULL,
    status text NOT NULL,
    based_on text NOT NULL,
    draft text NOT NULL,
    counts text NOT NULL,
    next_own integer NOT NULL,
    published_version integer,
    unpublished boolean NOT NULL,
    created_by varchar(36) NOT NULL REFERENCES people (id),
    created_at bigint NOT NULL,
    changed_by varchar(36) NOT NULL REFERENCES people (id),
    changed_at bigint NOT NULL,
    version integer NOT NULL
  )`,
  `ALTER TABLE projects ADD COLUMN previous_id varchar(36)`,
  `CREATE TABLE lessons (
    id varchar(36) PRIMARY KEY,
    project_id varchar(36) NOT NULL REFERENCES projects (id) ON DELETE CASCADE,
    work_item_id varchar(36) REFERENCES work_items (id) ON DELETE SET NULL,
    place text,
    text text NOT NULL,
    written_by varchar(36) NOT NULL REFERENCES people (id),
    written_at bigint NOT NULL,
    version integer NOT NULL
  )`,
  `CREATE INDEX lessons_project ON lessons (project_id, work_item_id)`,
  `CREATE INDEX lessons_place ON lessons (project_id, place)`,
];

const DOWN: readonly string[] = [
  'DROP TABLE lessons',
  'ALTER TABLE projects DROP COLUMN previous_id',
  'DROP TABLE house_templates',
];

export class HouseTemplates1764530000000 implements MigrationInterface {
  name = 'HouseTemplates1764530000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}
