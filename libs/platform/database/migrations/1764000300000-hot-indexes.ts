import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Indexes for what is asked at every page and tick. SQLite has no statistics, so where two indexes fit it may go by the
 * one over all rows of a status: the new ones cover the whole question, and what is due is kept apart from the rest.
 */
const UP = [
  'CREATE INDEX messages_unread ON messages (person_id, status, read_at)',
  'DROP INDEX reminders_due',
  "CREATE INDEX reminders_due ON reminders (fire_at) WHERE status = 'planned'",
  'CREATE INDEX work_items_pool ON work_items (team_id, status) WHERE assignee_id IS NULL',
];
const DOWN = [
  'DROP INDEX work_items_pool',
  'DROP INDEX reminders_due',
  'CREATE INDEX reminders_due ON reminders (status, fire_at)',
  'DROP INDEX messages_unread',
];

export class HotIndexes1764000300000 implements MigrationInterface {
  name = 'HotIndexes1764000300000';

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of UP) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const sql of DOWN) await runner.query(sql);
  }
}
