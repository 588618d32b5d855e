import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A sweep claims a few people's due reminders at a time: without this each claim would walk through all that are due. */
export class DueByPerson1764000400000 implements MigrationInterface {
  name = 'DueByPerson1764000400000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE INDEX reminders_person ON reminders (person_id, fire_at) WHERE status = 'planned'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX reminders_person');
  }
}
