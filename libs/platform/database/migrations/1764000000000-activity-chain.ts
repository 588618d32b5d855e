import { createHash, randomBytes } from 'node:crypto';
import type { MigrationInterface, QueryRunner } from 'typeorm';

type Row = Record<string, string | number | null>;

/** Rows that are held in memory, and written by one statement, at once. */
const BATCH = 500;

/** No cascade: with it, deleting a project would ask for what the triggers refuse. */
const TABLES = [
  `CREATE TABLE activity (
    id varchar(36) PRIMARY KEY,
    project_id varchar(36) NOT NULL REFERENCES projects (id),
    seq integer NOT NULL,
    at bigint NOT NULL,
    actor_id varchar(36) REFERENCES people (id),
    action text NOT NULL,
    subject_type text NOT NULL,
    subject_id varchar(36) NOT NULL,
    subject_title text NOT NULL,
    before text,
    after text,
    batch_id varchar(36),
    personal_digest text,
    hash text NOT NULL,
    UNIQUE (project_id, seq)
  )`,
  `CREATE TABLE activity_heads (
    project_id varchar(36) PRIMARY KEY REFERENCES projects (id),
    seq integer NOT NULL,
    hash text NOT NULL
  )`,
  `CREATE TABLE activity_personal (
    entry_id varchar(36) PRIMARY KEY REFERENCES activity (id),
    content text NOT NULL,
    salt text NOT NULL
  )`,
];
const UNCHAINED = `CREATE TABLE activity (
    id varchar(36) PRIMARY KEY,
    project_id varchar(36) NOT NULL REFERENCES projects (id) ON DELETE CASCADE,
    at bigint NOT NULL,
    actor_id varchar(36) REFERENCES people (id),
    action text NOT NULL,
    subject_type text NOT NULL,
    subject_id varchar(36) NOT NULL,
    subject_title text NOT NULL,
    before text,
    after text,
    batch_id varchar(36)
  )`;
const INDEXES = [
  `CREATE INDEX activity_project ON activity (project_id, id)`,
  `CREATE INDEX activity_subject ON activity (subject_id, id)`,
];
const DROP_INDEXES = ['DROP INDEX activity_project', 'DROP INDEX activity_subject'];

const KEPT = 'activity entries are kept as they were written';
const KEPT_TEXT = 'personal texts of activity entries can be deleted, not changed';

/** REPLACE fires no trigger for the row that it deletes, so an INSERT that would replace one is refused. */
const SQLITE_GUARDS = [
  `CREATE TRIGGER activity_no_update BEFORE UPDATE ON activity BEGIN SELECT RAISE(ABORT, '${KEPT}'); END`,
  `CREATE TRIGGER activity_no_delete BEFORE DELETE ON activity BEGIN SELECT RAISE(ABORT, '${KEPT}'); END`,
  `CREATE TRIGGER activity_no_replace BEFORE INSERT ON activity
    WHEN EXISTS (SELECT 1 FROM activity WHERE id = NEW.id)
      OR EXISTS (SELECT 1 FROM activity WHERE project_id = NEW.project_id AND seq = NEW.seq)
      OR EXISTS (SELECT 1 FROM activity WHERE rowid = NEW.rowid)
    BEGIN SELECT RAISE(ABORT, '${KEPT}'); END`,
  `CREATE TRIGGER activity_personal_no_update BEFORE UPDATE ON activity_personal
    BEGIN SELECT RAISE(ABORT, '${KEPT_TEXT}'); END`,
  `CREATE TRIGGER activity_personal_no_replace BEFORE INSERT ON activity_personal
    WHEN EXISTS (SELECT 1 FROM activity_personal WHERE entry_id = NEW.entry_id OR rowid = NEW.rowid)
    BEGIN SELECT RAISE(ABORT, '${KEPT_TEXT}'); END`,
];
const POSTGRES_GUARDS = [
  `CREATE FUNCTION activity_refuse() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN RAISE EXCEPTION USING MESSAGE = TG_ARGV[0], ERRCODE = 'integrity_constraint_violation'; END $$`,
  `CREATE TRIGGER activity_no_change BEFORE UPDATE OR DELETE ON activity
    FOR EACH ROW EXECUTE FUNCTION activity_refuse('${KEPT}')`,
  `CREATE TRIGGER activity_no_truncate BEFORE TRUNCATE ON activity
    FOR EACH STATEMENT EXECUTE FUNCTION activity_refuse('${KEPT}')`,
  `CREATE TRIGGER activity_personal_no_update BEFORE UPDATE ON activity_personal
    FOR EACH ROW EXECUTE FUNCTION activity_refuse('${KEPT_TEXT}')`,
];

/** Makes the activity append-only: one hash chain a project, and what names people kept beside it. */
export class ActivityChain1764000000000 implements MigrationInterface {
  name = 'ActivityChain1764000000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of DROP_INDEXES) await runner.query(sql);
    await runner.query('ALTER TABLE activity RENAME TO activity_unchained');
    for (const sql of TABLES) await runner.query(sql);
    await chainAll(runner);
    await runner.query('DROP TABLE activity_unchained');
    for (const sql of [...INDEXES, ...(isPostgres(runner) ? POSTGRES_GUARDS : SQLITE_GUARDS)]) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const sql of DROP_INDEXES) await runner.query(sql);
    await runner.query('ALTER TABLE activity RENAME TO activity_chained');
    await runner.query(UNCHAINED);
    await unchainAll(runner);
    for (const table of ['activity_personal', 'activity_heads', 'activity_chained'])
      await runner.query(`DROP TABLE ${table}`);
    if (isPostgres(runner)) await runner.query('DROP FUNCTION activity_refuse');
    for (const sql of INDEXES) await runner.query(sql);
  }
}

async function chainAll(runner: QueryRunner): Promise<void> {
  let head: Row = { project_id: null, seq: 0, hash: '' };
  for await (const rows of batches(runner, 'SELECT * FROM activity_unchained e')) {
    const entries: Row[] = [];
    const texts: Row[] = [];
    const heads = new Map<unknown, Row>();
    for (const row of rows) {
      if (row.project_id !== head.project_id) head = { project_id: row.project_id!, seq: 0, hash: '' };
      const { entry, text } = split(row);
      const seq = Number(head.seq) + 1;
      const hash = hashOf(String(head.hash), { ...entry, seq });
      entries.push({ ...entry, seq, hash });
      if (text) texts.push(text);
      head = { project_id: row.project_id!, seq, hash };
      heads.set(row.project_id, head);
    }
    await insert(runner, 'activity', entries);
    await insert(runner, 'activity_personal', texts);
    const move = 'ON CONFLICT (project_id) DO UPDATE SET seq = excluded.seq, hash = excluded.hash';
    await insert(runner, 'activity_heads', [...heads.values()], move);
  }
}

async function unchainAll(runner: QueryRunner): Promise<void> {
  const all = `SELECT e.*, p.content FROM activity_chained e LEFT JOIN activity_personal p ON p.entry_id = e.id`;
  for await (const rows of batches(runner, all)) await insert(runner, 'activity', rows.map(joined));
}

async function* batches(runner: QueryRunner, select: string): AsyncGenerator<Row[]> {
  const postgres = isPostgres(runner);
  for (let last: Row | undefined; ;) {
    const behind = last ? `WHERE (e.project_id, e.id) > (${postgres ? '$1, $2' : '?, ?'})` : '';
    const sql = `${select} ${behind} ORDER BY e.project_id, e.id LIMIT ${BATCH}`;
    const rows = (await runner.query(sql, last && [last.project_id, last.id])) as Row[];
    if (rows.length === 0) return;
    yield rows;
    last = rows.at(-1);
  }
}

async function insert(runner: QueryRunner, table: string, rows: readonly Row[], conflict = ''): Promise<void> {
  if (rows.length === 0) return;
  const columns = Object.keys(rows[0]!);
  const place = (index: number) => (isPostgres(runner) ? `$${index + 1}` : '?');
  const tuples = rows.map(
    (_, row) => `(${columns.map((_, column) => place(row * columns.length + column)).join(',')})`,
  );
  const values = rows.flatMap((row) => columns.map((column) => row[column]));
  await runner.query(`INSERT INTO ${table} (${columns.join(',')}) VALUES ${tuples.join(',')} ${conflict}`, values);
}

/*
 * What the rest of the file knows of entries is a copy of libs/activity as it was with this migration: whatever changes
 * there later, rows from before this migration must still come out as the then next migration expects them.
 */
const PERSONAL_FIELDS = ['reason', 'why', 'note', 'link', 'waitingFor', 'client'];
const CHAINED = [
  ...['id', 'project_id', 'seq', 'at', 'actor_id', 'action', 'subject_type', 'subject_id', 'subject_title'],
  ...['before', 'after', 'batch_id', 'personal_digest'],
];

/** The entry without what is personal, and that as a row of its own. A text without any stays as it was, to the letter. */
function split(row: Row): { entry: Row; text: Row | null } {
  const before = splitFields(row.before);
  const after = splitFields(row.after);
  const title = row.subject_type === 'member' && row.subject_title ? { title: row.subject_title } : null;
  const kept = { ...row, before: before.kept, after: after.kept, ...(title && { subject_title: '' }) };
  if (!title && !before.taken && !after.taken) return { entry: { ...kept, personal_digest: null }, text: null };
  const content = JSON.stringify({
    ...title,
    ...(before.taken && { before: before.taken }),
    ...(after.taken && { after: after.taken }),
  });
  const salt = randomBytes(16).toString('hex');
  const personal_digest = sha256(JSON.stringify([salt, content]));
  return { entry: { ...kept, personal_digest }, text: { entry_id: row.id!, content, salt } };
}

function splitFields(json: unknown): { kept: string | null; taken: object | null } {
  if (typeof json !== 'string') return { kept: null, taken: null };
  const all = Object.entries(JSON.parse(json) as object);
  const isPersonal = ([key, value]: [string, unknown]) => PERSONAL_FIELDS.includes(key) && value !== null;
  if (!all.some(isPersonal)) return { kept: json, taken: null };
  const kept = Object.fromEntries(all.filter((field) => !isPersonal(field)));
  return { kept: JSON.stringify(kept), taken: Object.fromEntries(all.filter(isPersonal)) };
}

/** An entry as it was before this migration. */
function joined({ content, ...row }: Row): Row {
  const personal = JSON.parse(String(content ?? '{}')) as { title?: string; before?: object; after?: object };
  const join = (json: unknown, taken?: object) =>
    taken ? JSON.stringify({ ...(JSON.parse(String(json)) as object), ...taken }) : (json as string | null);
  const old: Row = { ...row, before: join(row.before, personal.before), after: join(row.after, personal.after) };
  for (const column of ['seq', 'personal_digest', 'hash']) delete old[column];
  return { ...old, subject_title: personal.title ?? row.subject_title! };
}

function hashOf(previous: string, entry: Row): string {
  const fields = CHAINED.map((column) => (entry[column] === null ? null : String(entry[column])));
  return sha256(JSON.stringify([previous, ...fields]));
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function isPostgres(runner: QueryRunner): boolean {
  return runner.dataSource.options.type === 'postgres';
}
