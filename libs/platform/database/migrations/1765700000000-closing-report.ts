import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What people have made of the chapters of closing reports; the data that a chapter shows is kept nowhere. */
const UP: readonly string[] = [
  `CREATE TABLE closing_report_chapters (
    id varchar(36) PRIMARY KEY,
    project_id varchar(36) NOT NULL REFERENCES projects (id) ON DELETE CASCADE,
    key varchar(36) NOT NULL,
    own boolean NOT NULL,
    position integer NOT NULL,
    included boolean NOT NULL,
    title text,
    text_before text,
    text_after text,
    seen_digests text,
    seen_lines text,
    seen_at bigint,
    seen_by varchar(36) REFERENCES people (id),
    version integer NOT NULL
  )`,
  'CREATE UNIQUE INDEX closing_report_chapters_key ON closing_report_chapters (project_id, key)',
];

export class ClosingReport1765700000000 implements MigrationInterface {
  name = 'ClosingReport1765700000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE closing_report_chapters');
  }
}
