import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the manager says of how a project goes. */
const ADDED = ['health text', 'health_note text', 'health_at bigint', 'health_by varchar(36)'] as const;

export class ProjectHealth1764620000000 implements MigrationInterface {
  name = 'ProjectHealth1764620000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const column of ADDED) await runner.query(`ALTER TABLE projects ADD COLUMN ${column}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const column of [...ADDED].reverse())
      await runner.query(`ALTER TABLE projects DROP COLUMN ${column.split(' ')[0]}`);
  }
}
