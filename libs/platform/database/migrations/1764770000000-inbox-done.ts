import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Messages can be put away. Until now reading was all that one could do with them, so what was read is done. */
const UP: readonly string[] = [
  'ALTER TABLE messages ADD COLUMN done_at bigint',
  'UPDATE messages SET done_at = read_at WHERE read_at IS NOT NULL',
];

export class InboxDone1764770000000 implements MigrationInterface {
  name = 'InboxDone1764770000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE messages DROP COLUMN done_at');
  }
}
