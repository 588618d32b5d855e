import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What an output is. Rows that were there before are files until a newer version of their template is taken. */
export class OutputKinds1764900000000 implements MigrationInterface {
  name = 'OutputKinds1764900000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query("ALTER TABLE deliverables ADD COLUMN kind text NOT NULL DEFAULT 'file'");
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE deliverables DROP COLUMN kind');
  }
}
