import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Made documents remember which columns of lists they show, for the day on which one of those becomes personal. */
export class ShownColumns1765800000000 implements MigrationInterface {
  name = 'ShownColumns1765800000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE made_documents ADD COLUMN shown_columns text');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE made_documents DROP COLUMN shown_columns');
  }
}
