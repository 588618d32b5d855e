import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * When the personal cells of a row were erased, and after how many days those of a list are. Every hour the lists of past
 * projects are asked for rows that still keep them, which the two indexes answer without reading a row.
 */
const UP: readonly string[] = [
  'ALTER TABLE register_rows ADD COLUMN erased_at bigint',
  'ALTER TABLE registers ADD COLUMN personal_days integer',
  'CREATE INDEX register_rows_kept ON register_rows (register_id, position, id) WHERE erased_at IS NULL',
  'CREATE INDEX projects_closing ON projects (closing_day)',
];

const DOWN: readonly string[] = [
  'DROP INDEX projects_closing',
  'DROP INDEX register_rows_kept',
  'ALTER TABLE registers DROP COLUMN personal_days',
  'ALTER TABLE register_rows DROP COLUMN erased_at',
];

export class PersonalData1765030000000 implements MigrationInterface {
  name = 'PersonalData1765030000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}
