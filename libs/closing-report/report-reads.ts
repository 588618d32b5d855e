import type { Proposal } from '@convener/lessons';
import { isImage, plainRows, readAll } from '@convener/platform';
import { RecordEntry } from '@convener/records';
import type { About } from '@convener/reports';
import { type Deliverable, Evidence, EvidenceFile } from '@convener/projects';
import type { EntityManager } from 'typeorm';
import type { AnswersThenDays, BookedContract, BookedEntry, BookedEvidence, BookedLesson } from './report-book';

interface Beside {
  contracts: readonly BookedContract[];
  entries: readonly BookedEntry[];
  about: About;
}

/** Files and notes in the order in which they came, then lists, contracts and entries of records. */
export async function readEvidence(
  em: EntityManager,
  deliverableIds: readonly string[],
  { contracts, entries, about }: Beside,
): Promise<BookedEvidence[]> {
  const files = await readAll(em, EvidenceFile, 'WHERE t.project_id = ?', [about.project.id]);
  const fileOf = new Map(files.map((file) => [file.evidenceId, file]));
  const newest = newestOf(files);
  const rows = await readAll(em, Evidence, EVIDENCE, [deliverableIds]);
  const ties = await plainRows<{ deliverableId: string; id: string }>(em, LISTS, [deliverableIds]);
  const lists = await plainRows<{ id: string; name: string; nameEn: string | null }>(em, NAMES_OF_LISTS, [
    about.project.id,
  ]);
  const listOf = new Map(lists.map((list) => [list.id, list]));
  const said = (deliverableId: string, text: string): BookedEvidence => ({ deliverableId, text, picture: null });
  return [
    ...rows.flatMap(({ id, deliverableId, note, link }): BookedEvidence[] => {
      const file = fileOf.get(id);
      if (!file) return [said(deliverableId, [note, link].filter(Boolean).join(' '))];
      return newest.has(id) ? [fileLine(file, about)] : [];
    }),
    ...ties.sort(byId).flatMap(({ deliverableId, id }) => {
      const list = listOf.get(id);
      return list ? [said(deliverableId, about.name(list))] : [];
    }),
    ...contracts.map(({ deliverableId, party, signedOn }) =>
      said(deliverableId, [party, signedOn].filter(Boolean).join(' ')),
    ),
    ...entries.map(({ deliverableId, day, title }) => said(deliverableId, `${day} ${title}`)),
  ];
}

function fileLine(file: EvidenceFile, { say }: About): BookedEvidence {
  const { evidenceId: fileId, deliverableId, name, seriesVersion: n, mediaType, width, height } = file;
  const text = n === 1 ? name : say(`${name}（第 ${n} 版）`, `${name} (version ${n})`);
  const isPicture = isImage(mediaType) && width !== null && height !== null;
  return { deliverableId, text, picture: isPicture ? { fileId, name, width, height } : null };
}

function newestOf(files: readonly EvidenceFile[]): Set<string> {
  const last = new Map<string, EvidenceFile>();
  for (const file of files) {
    const known = last.get(file.seriesId);
    if (!known || known.seriesVersion < file.seriesVersion) last.set(file.seriesId, file);
  }
  return new Set([...last.values()].map(({ evidenceId }) => evidenceId));
}

/** Each with the deliverable that it belongs to. */
export async function readContracts(
  em: EntityManager,
  deliverables: readonly Deliverable[],
): Promise<BookedContract[]> {
  type Row = Omit<BookedContract, 'amount' | 'title' | 'titleEn'> & { id: string; amount: number | string | null };
  const of = new Map(deliverables.map((one) => [one.id, one]));
  const rows = await plainRows<Row>(em, CONTRACTS, [[...of.keys()]]);
  return rows.sort(byId).map(({ id: _id, amount, ...row }) => {
    const { title, titleEn } = of.get(row.deliverableId)!;
    return { ...row, title, titleEn, amount: amount === null ? null : Number(amount) };
  });
}

export async function readEntries(em: EntityManager, deliverableIds: readonly string[]): Promise<BookedEntry[]> {
  const rows = await readAll(em, RecordEntry, ENTRIES, [deliverableIds]);
  return rows.map(({ deliverableId, kind, day, title, place, notes, decisions }) => ({
    ...{ deliverableId, kind, day, title, place, notes, decisions },
  }));
}

export async function readLessons(em: EntityManager, projectId: string): Promise<BookedLesson[]> {
  type Stored = Omit<BookedLesson, 'proposal'> & { proposal: string | null };
  const rows = await plainRows<Stored>(em, LESSONS, [projectId]);
  return rows.map((row) => ({
    ...row,
    proposal: row.proposal === null ? null : (JSON.parse(row.proposal) as Proposal),
  }));
}

export async function readBaselines(
  em: EntityManager,
  projectId: string,
): Promise<{ at: number; setBy: string; reason: string }[]> {
  const rows = await plainRows<{ at: number | string; setBy: string; reason: string }>(em, BASELINES, [projectId]);
  return rows.map(({ at, ...row }) => ({ ...row, at: Number(at) }));
}

/** Without the rows that each of them wrote: those are kept for its undo, and are long. */
export async function readReplans(em: EntityManager, projectId: string) {
  type Row = { at: number | string; byId: string; before: string; after: string; counts: string; undoneAt: unknown };
  const rows = await plainRows<Row>(em, REPLANS, [projectId]);
  return rows.map(({ at, byId, before, after, counts, undoneAt }) => {
    const { stays: _stays, ...changed } = JSON.parse(counts) as Record<string, number>;
    return {
      ...{ at: Number(at), byId, undone: undoneAt !== null },
      before: JSON.parse(before) as AnswersThenDays,
      after: JSON.parse(after) as AnswersThenDays,
      moved: Object.values(changed).reduce((sum, n) => sum + n, 0),
    };
  });
}

/** How often each was returned, by its id. */
export async function readReturns(em: EntityManager, deliverableIds: readonly string[]): Promise<Map<string, number>> {
  const rows = await plainRows<{ id: string; times: number | string }>(em, RETURNED, [deliverableIds]);
  return new Map(rows.map(({ id, times }) => [id, Number(times)]));
}

/** Of those who decided or changed something, also where they have left the project since. */
export async function readNames(em: EntityManager, projectId: string): Promise<Map<string, string>> {
  const rows = await plainRows<{ id: string; name: string }>(em, NAMES, Array<string>(5).fill(projectId));
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** Ids sort by when they were made. */
const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : Number(a.id > b.id));

// By ids that are known already: joined to the deliverables, small tables would be read from end to end.
const EVIDENCE = 'WHERE t.deliverable_id IN ?* ORDER BY t.added_at, t.id';
const ENTRIES = 'WHERE t.deliverable_id IN ?* ORDER BY t.day, t.id';
const LISTS = `SELECT deliverable_id AS "deliverableId", register_id AS "id" FROM register_deliverables
  WHERE deliverable_id IN ?*`;
const NAMES_OF_LISTS = 'SELECT id, name, name_en AS "nameEn" FROM registers WHERE project_id = ?';
const CONTRACTS = `SELECT c.deliverable_id AS "deliverableId", c.party, c.currency, c.state, c.signed_on AS "signedOn",
    c.ends_on AS "endsOn", c.amount_hundredths AS "amount", c.id FROM contracts c WHERE c.deliverable_id IN ?*`;
const LESSONS = `SELECT l.text, l.kind, l.proposal, w.title AS "about", w.title_en AS "aboutEn", w.code FROM lessons l
  LEFT JOIN work_items w ON w.id = l.work_item_id WHERE l.project_id = ? ORDER BY l.written_at, l.id`;
const BASELINES = `SELECT set_at AS "at", set_by AS "setBy", reason FROM baselines WHERE project_id = ? ORDER BY id`;
const REPLANS = `SELECT at AS "at", by_id AS "byId", before AS "before", after AS "after", counts AS "counts",
    undone_at AS "undoneAt" FROM replans WHERE project_id = ? ORDER BY id`;
const RETURNED = `SELECT a.subject_id AS "id", COUNT(*) AS "times" FROM activity a
  WHERE a.subject_id IN ?* AND a.action = 'deliverable.returned' GROUP BY a.subject_id`;
const NAMES = `SELECT id, name FROM people WHERE id IN (
  SELECT person_id FROM project_members WHERE project_id = ?
  UNION SELECT settled_by FROM deliverables WHERE project_id = ?
  UNION SELECT decided_by FROM checks WHERE project_id = ?
  UNION SELECT set_by FROM baselines WHERE project_id = ?
  UNION SELECT by_id FROM replans WHERE project_id = ?)`;
