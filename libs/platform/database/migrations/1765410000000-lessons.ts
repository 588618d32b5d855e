import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Lessons that name the task of their standard, and what the house's templates made of them. Lessons that were there
 * before were written for the editions of their event, and stay with those.
 */
const UP: readonly string[] = [
  'ALTER TABLE lessons ADD COLUMN standard text',
  'ALTER TABLE lessons ADD COLUMN edition text',
  "ALTER TABLE lessons ADD COLUMN kind text NOT NULL DEFAULT 'to-change'",
  "ALTER TABLE lessons ADD COLUMN audience text NOT NULL DEFAULT 'event'",
  'ALTER TABLE lessons ADD COLUMN proposal text',
  'ALTER TABLE lessons ADD COLUMN from_kind text',
  'ALTER TABLE lessons ADD COLUMN from_id varchar(36)',
  'ALTER TABLE lessons ADD COLUMN from_title text',
  `UPDATE lessons SET standard = (SELECT w.standard FROM work_items w WHERE w.id = lessons.work_item_id),
                      edition = (SELECT w.edition FROM work_items w WHERE w.id = lessons.work_item_id)
    WHERE work_item_id IS NOT NULL`,
  `CREATE INDEX lessons_house ON lessons (place) WHERE audience = 'house'`,
  'CREATE UNIQUE INDEX lessons_from ON lessons (from_id)',
  `CREATE TABLE lesson_decisions (
    lesson_id varchar(36) NOT NULL REFERENCES lessons (id) ON DELETE CASCADE,
    template_id varchar(36) NOT NULL REFERENCES house_templates (id) ON DELETE CASCADE,
    taken boolean NOT NULL,
    version integer,
    reason text,
    decided_by varchar(36) NOT NULL REFERENCES people (id),
    decided_at bigint NOT NULL,
    PRIMARY KEY (lesson_id, template_id)
  )`,
  'CREATE INDEX lesson_decisions_template ON lesson_decisions (template_id)',
];

const DOWN: readonly string[] = [
  'DROP TABLE lesson_decisions',
  'DROP INDEX lessons_from',
  'DROP INDEX lessons_house',
  ...['from_title', 'from_id', 'from_kind', 'proposal', 'audience', 'kind', 'edition', 'standard'].map(
    (column) => `ALTER TABLE lessons DROP COLUMN ${column}`,
  ),
];

export class Lessons1765410000000 implements MigrationInterface {
  name = 'Lessons1765410000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}
