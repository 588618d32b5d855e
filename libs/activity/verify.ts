import { type Database, plainRows } from '@convener/platform';
import type { EntityManager } from 'typeorm';
import { type Head } from './chain';
import { ChainCheck, type Fault, type ReadEntry } from './chain-check';

/** A project whose chain was tampered with: the first thing that is wrong, and how many are in all. */
export interface BrokenChain extends Fault {
  projectId: string;
  faults: number;
}

export interface ActivityReport {
  projects: number;
  entries: number;
  /** Entries whose personal text was erased. */
  erased: number;
  broken: BrokenChain[];
}

/** How many entries are held in memory at once. */
const BATCH = 1000;

/**
 * Goes through the activity of every project and tells where it is not what was written. Writes nothing, needs an
 * up-to-date schema, and may run beside a server: each project is read as of one moment.
 */
export async function verifyActivity(database: Database): Promise<ActivityReport> {
  const report: ActivityReport = { projects: 0, entries: 0, erased: 0, broken: [] };
  for (let id = await nextProject(database, null); id !== null; id = await nextProject(database, id)) {
    const projectId = id;
    const { entries, erased, faults, firstFault } = await database.read((em) => check(em, projectId));
    report.projects += 1;
    report.entries += entries;
    report.erased += erased;
    if (firstFault) report.broken.push({ projectId, faults, ...firstFault });
  }
  return report;
}

/** The next project that has entries or a head: one that lost either must not be passed over. */
async function nextProject(database: Database, after: string | null): Promise<string | null> {
  const where = after === null ? '' : ' WHERE project_id > ?';
  const first = (table: string) => `SELECT MIN(project_id) AS id FROM ${table}${where}`;
  const sql = `SELECT MIN(id) AS id FROM (${first('activity')} UNION ALL ${first('activity_heads')}) p`;
  const [found] = await database.select<{ id: string | null }>(sql, after === null ? [] : [after, after]);
  return found?.id ?? null;
}

async function check(em: EntityManager, projectId: string): Promise<ChainCheck> {
  const chain = new ChainCheck();
  for (let rows = await batch(em, projectId, null); rows.length > 0; rows = await batch(em, projectId, rows.at(-1)!))
    for (const row of rows) chain.add(row);
  const [head] = await plainRows<Head>(em, 'SELECT seq, hash FROM activity_heads WHERE project_id = ?', [projectId]);
  chain.end(head ?? null);
  return chain;
}

/** Raw columns: what a reader of the ORM makes of a value could hide that it was changed. */
const COLUMNS = `a.id, a.project_id AS "projectId", a.seq, a.at, a.actor_id AS "actorId", a.action,
  a.subject_type AS "subjectType", a.subject_id AS "subjectId", a.subject_title AS "subjectTitle", a.before, a.after,
  a.batch_id AS "batchId", a.personal_digest AS "personalDigest", a.hash, p.content, p.salt`;

function batch(em: EntityManager, projectId: string, last: ReadEntry | null): Promise<ReadEntry[]> {
  const behind = last ? 'AND (a.seq, a.id) > (?, ?)' : '';
  const sql = `SELECT ${COLUMNS} FROM activity a LEFT JOIN activity_personal p ON p.entry_id = a.id
    WHERE a.project_id = ? ${behind} ORDER BY a.seq, a.id LIMIT ${BATCH}`;
  return plainRows<ReadEntry>(em, sql, [projectId, ...(last ? [last.seq, last.id] : [])]);
}
