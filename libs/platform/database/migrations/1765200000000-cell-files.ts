import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Files that cells of lists hold; the file itself is kept by the FileStore under `store_key`. */
const UP: readonly string[] = [
  `CREATE TABLE cell_files (
    id varchar(36) PRIMARY KEY,
    project_id varchar(36) NOT NULL REFERENCES projects (id) ON DELETE CASCADE,
    register_id varchar(36) NOT NULL REFERENCES registers (id) ON DELETE CASCADE,
    row_id varchar(36) NOT NULL REFERENCES register_rows (id) ON DELETE CASCADE,
    column_key text NOT NULL,
    name text NOT NULL,
    media_type text NOT NULL,
    bytes integer NOT NULL,
    sha256 text NOT NULL,
    given_sha256 text NOT NULL,
    width integer,
    height integer,
    store_key varchar(36) NOT NULL UNIQUE,
    added_by varchar(36) NOT NULL REFERENCES people (id),
    added_at bigint NOT NULL
  )`,
  'CREATE INDEX cell_files_row ON cell_files (row_id, id)',
  'CREATE INDEX cell_files_column ON cell_files (register_id, column_key)',
  'CREATE INDEX cell_files_project ON cell_files (project_id)',
];

export class CellFiles1765200000000 implements MigrationInterface {
  name = 'CellFiles1765200000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE cell_files');
  }
}
