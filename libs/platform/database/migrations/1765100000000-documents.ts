import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Documents that are made of a project's data, and which of them an output is. */
const UP: readonly string[] = [
  'ALTER TABLE deliverables ADD COLUMN document text',
  `CREATE TABLE made_documents (
    id varchar(36) PRIMARY KEY,
    project_id varchar(36) NOT NULL REFERENCES projects (id) ON DELETE CASCADE,
    kind text NOT NULL,
    choices text NOT NULL,
    language text NOT NULL,
    format text NOT NULL,
    for_leads boolean NOT NULL,
    deliverable_id varchar(36) REFERENCES deliverables (id) ON DELETE SET NULL,
    hand_in boolean NOT NULL,
    evidence_id varchar(36),
    state text NOT NULL,
    progress integer NOT NULL,
    fault text,
    attempts integer NOT NULL,
    lease_token varchar(36),
    lease_until bigint,
    asked_by varchar(36) NOT NULL REFERENCES people (id),
    asked_at bigint NOT NULL,
    ended_at bigint,
    name text,
    media_type text,
    bytes integer,
    sha256 text,
    store_key varchar(36)
  )`,
  'CREATE INDEX made_documents_project ON made_documents (project_id, asked_at)',
  'CREATE INDEX made_documents_deliverable ON made_documents (deliverable_id)',
  'CREATE INDEX made_documents_open ON made_documents (state, asked_at)',
];

export class Documents1765100000000 implements MigrationInterface {
  name = 'Documents1765100000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE made_documents');
    await runner.query('ALTER TABLE deliverables DROP COLUMN document');
  }
}
