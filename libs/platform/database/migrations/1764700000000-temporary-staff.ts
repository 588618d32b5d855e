import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whoever has no address has no password either, and no place in the workspace. */
const NO_ACCOUNT = `(email IS NULL) = (password_hash IS NULL) AND (email IS NOT NULL OR workspace_role IS NULL)`;

/** SQLite can't take NOT NULL from a column: the table is made anew, while foreign keys rest (see changeSchema). */
const peopleAnew = (need: '' | ' NOT NULL', check: string): readonly string[] => [
  `CREATE TABLE people_anew (
    id varchar(36) PRIMARY KEY,
    name text NOT NULL,
    email text${need} UNIQUE,
    password_hash text${need},
    workspace_role text,
    locale text NOT NULL DEFAULT 'zh-TW',
    active boolean NOT NULL DEFAULT true,
    created_at bigint NOT NULL,
    version integer NOT NULL DEFAULT 1${check}
  )`,
  `INSERT INTO people_anew (id, name, email, password_hash, workspace_role, locale, active, created_at, version)
    SELECT id, name, email, password_hash, workspace_role, locale, active, created_at, version FROM people`,
  `DROP TABLE people`,
  `ALTER TABLE people_anew RENAME TO people`,
];

/** Codes by which people without an account join a sub-team, and who has come by them. */
const TABLES: readonly string[] = [
  `CREATE TABLE join_codes (
    id varchar(36) PRIMARY KEY,
    token_hash varchar(64) NOT NULL UNIQUE,
    project_id varchar(36) NOT NULL REFERENCES projects (id) ON DELETE CASCADE,
    team_id varchar(36) NOT NULL REFERENCES teams (id) ON DELETE CASCADE,
    made_by varchar(36) NOT NULL REFERENCES people (id),
    made_at bigint NOT NULL,
    expires_at bigint,
    most integer NOT NULL,
    joined integer NOT NULL DEFAULT 0,
    ended_at bigint
  )`,
  `CREATE INDEX join_codes_project ON join_codes (project_id, id)`,
  `CREATE INDEX join_codes_team ON join_codes (team_id)`,
  `CREATE TABLE temporary_staff (
    person_id varchar(36) PRIMARY KEY REFERENCES people (id) ON DELETE CASCADE,
    project_id varchar(36) NOT NULL REFERENCES projects (id) ON DELETE CASCADE,
    team_id varchar(36) NOT NULL REFERENCES teams (id) ON DELETE CASCADE,
    code_id varchar(36) NOT NULL REFERENCES join_codes (id) ON DELETE CASCADE,
    joined_at bigint NOT NULL
  )`,
  `CREATE INDEX temporary_staff_project ON temporary_staff (project_id)`,
  `CREATE INDEX temporary_staff_team ON temporary_staff (team_id)`,
  `CREATE INDEX temporary_staff_code ON temporary_staff (code_id)`,
];

/** There is no way back while people without an account are there: they may have done work that names them. */
export class TemporaryStaff1764700000000 implements MigrationInterface {
  name = 'TemporaryStaff1764700000000';

  async up(runner: QueryRunner): Promise<void> {
    const people = isPostgres(runner)
      ? [
          'ALTER TABLE people ALTER COLUMN email DROP NOT NULL',
          'ALTER TABLE people ALTER COLUMN password_hash DROP NOT NULL',
          `ALTER TABLE people ADD CONSTRAINT people_account CHECK (${NO_ACCOUNT})`,
        ]
      : peopleAnew('', `,\n    CONSTRAINT people_account CHECK (${NO_ACCOUNT})`);
    for (const statement of [...people, ...TABLES]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    const people = isPostgres(runner)
      ? [
          'ALTER TABLE people DROP CONSTRAINT people_account',
          'ALTER TABLE people ALTER COLUMN password_hash SET NOT NULL',
          'ALTER TABLE people ALTER COLUMN email SET NOT NULL',
        ]
      : peopleAnew(' NOT NULL', '');
    const tables = ['DROP TABLE temporary_staff', 'DROP TABLE join_codes'];
    for (const statement of [...tables, ...people]) await runner.query(statement);
  }
}

function isPostgres({ dataSource }: QueryRunner): boolean {
  return dataSource.options.type === 'postgres';
}
