import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The registration desks of an event: what they wrote down, and who has arrived. */
const UP: readonly string[] = [
  `CREATE TABLE check_ins (
    register_id varchar(36) PRIMARY KEY REFERENCES registers (id) ON DELETE CASCADE,
    fields text NOT NULL,
    receipt_prefix text NOT NULL,
    last_seq integer NOT NULL,
    opened_by varchar(36) NOT NULL REFERENCES people (id),
    opened_at bigint NOT NULL,
    closed_at bigint,
    version integer NOT NULL
  )`,
  `CREATE TABLE check_in_consents (
    register_id varchar(36) NOT NULL REFERENCES check_ins (register_id) ON DELETE CASCADE,
    version integer NOT NULL,
    text text NOT NULL,
    text_en text,
    made_by varchar(36) NOT NULL REFERENCES people (id),
    made_at bigint NOT NULL,
    PRIMARY KEY (register_id, version)
  )`,
  `CREATE TABLE check_in_desks (
    id varchar(36) PRIMARY KEY,
    register_id varchar(36) NOT NULL REFERENCES check_ins (register_id) ON DELETE CASCADE,
    code text NOT NULL,
    name text NOT NULL,
    opened_by varchar(36) NOT NULL REFERENCES people (id),
    opened_at bigint NOT NULL
  )`,
  'CREATE UNIQUE INDEX check_in_desks_code ON check_in_desks (register_id, code)',
  `CREATE TABLE check_in_entries (
    id varchar(36) PRIMARY KEY,
    register_id varchar(36) NOT NULL REFERENCES check_ins (register_id) ON DELETE CASCADE,
    seq integer NOT NULL,
    kind text NOT NULL,
    outcome text NOT NULL,
    row_id varchar(36) REFERENCES register_rows (id) ON DELETE SET NULL,
    desk_id varchar(36) NOT NULL REFERENCES check_in_desks (id),
    entered_by varchar(36) NOT NULL REFERENCES people (id),
    entered_at bigint NOT NULL,
    taken_at bigint NOT NULL,
    receipt text,
    amount_hundredths bigint,
    voided_by varchar(36)
  )`,
  'CREATE UNIQUE INDEX check_in_entries_seq ON check_in_entries (register_id, seq)',
  'CREATE UNIQUE INDEX check_in_entries_receipt ON check_in_entries (register_id, receipt)',
  'CREATE INDEX check_in_entries_row ON check_in_entries (row_id)',
  'CREATE INDEX check_in_entries_desk ON check_in_entries (desk_id, kind)',
  `CREATE INDEX check_in_entries_double ON check_in_entries (register_id, seq) WHERE outcome = 'double'`,
  `CREATE TABLE check_in_arrivals (
    row_id varchar(36) PRIMARY KEY REFERENCES register_rows (id) ON DELETE CASCADE,
    register_id varchar(36) NOT NULL REFERENCES check_ins (register_id) ON DELETE CASCADE,
    desk_id varchar(36) NOT NULL REFERENCES check_in_desks (id),
    entered_by varchar(36) NOT NULL REFERENCES people (id),
    at bigint NOT NULL
  )`,
  'CREATE INDEX check_in_arrivals_register ON check_in_arrivals (register_id, at)',
  'CREATE INDEX check_in_arrivals_desk ON check_in_arrivals (desk_id)',
];

const TABLES = ['check_in_arrivals', 'check_in_entries', 'check_in_desks', 'check_in_consents', 'check_ins'];

export class CheckIn1765040000000 implements MigrationInterface {
  name = 'CheckIn1765040000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of TABLES) await runner.query(`DROP TABLE ${table}`);
  }
}
