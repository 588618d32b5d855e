import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Documents of the house with fields, of which letters and certificates are merged. */
const UP: readonly string[] = [
  `CREATE TABLE letter_templates (
    id varchar(36) PRIMARY KEY,
    kind text NOT NULL,
    name text NOT NULL,
    file_name text NOT NULL,
    bytes integer NOT NULL,
    sha256 text NOT NULL,
    store_key varchar(36) NOT NULL,
    fields text NOT NULL,
    outer_fields text NOT NULL,
    added_by varchar(36) NOT NULL REFERENCES people (id),
    added_at bigint NOT NULL
  )`,
  'CREATE INDEX letter_templates_kind ON letter_templates (kind, added_at)',
];

export class LetterTemplates1765600000000 implements MigrationInterface {
  name = 'LetterTemplates1765600000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE letter_templates');
  }
}
