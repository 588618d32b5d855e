import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Files that show that a deliverable exists; the file itself is kept by the FileStore under `store_key`. */
const UP: readonly string[] = [
  `CREATE TABLE evidence_files (
    evidence_id varchar(36) PRIMARY KEY REFERENCES evidence (id) ON DELETE CASCADE,
    project_id varchar(36) NOT NULL REFERENCES projects (id) ON DELETE CASCADE,
    deliverable_id varchar(36) NOT NULL REFERENCES deliverables (id) ON DELETE CASCADE,
    series_id varchar(36) NOT NULL,
    series_version integer NOT NULL,
    name text NOT NULL,
    media_type text NOT NULL,
    bytes integer NOT NULL,
    sha256 text NOT NULL,
    given_sha256 text NOT NULL,
    width integer,
    height integer,
    store_key varchar(36) NOT NULL UNIQUE,
    UNIQUE (series_id, series_version)
  )`,
  'CREATE INDEX evidence_files_deliverable ON evidence_files (deliverable_id)',
  'CREATE INDEX evidence_files_project ON evidence_files (project_id)',
];

export class Files1764600000000 implements MigrationInterface {
  name = 'Files1764600000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE evidence_files');
  }
}
