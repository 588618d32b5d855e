import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Years of the office calendar that an admin imports, and the exceptions of a project. */
const UP: readonly string[] = [
  `CREATE TABLE calendar_years (
    year integer PRIMARY KEY,
    revision varchar(36) NOT NULL,
    status text NOT NULL,
    source text NOT NULL,
    days_off text NOT NULL,
    imported_by varchar(36) NOT NULL,
    imported_at bigint NOT NULL,
    version integer NOT NULL
  )`,
  `ALTER TABLE projects ADD COLUMN own_days text NOT NULL DEFAULT '[]'`,
];

export class Calendars1764500000000 implements MigrationInterface {
  name = 'Calendars1764500000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE projects DROP COLUMN own_days');
    await runner.query('DROP TABLE calendar_years');
  }
}
