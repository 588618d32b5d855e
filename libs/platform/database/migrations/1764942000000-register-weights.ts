import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How much the columns of a list count where its rows are compared. */
export class RegisterWeights1764942000000 implements MigrationInterface {
  name = 'RegisterWeights1764942000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query("ALTER TABLE registers ADD COLUMN weights text NOT NULL DEFAULT '[]'");
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE registers DROP COLUMN weights');
  }
}
