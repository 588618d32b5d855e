import { Injectable } from '@nestjs/common';
import { type Actor, allow, can, type SignedIn } from '@convener/access';
import { groupBy } from '@convener/kernel';
import { Database, plainRows, readAll } from '@convener/platform';
import { Deliverable, Evidence, EvidenceFile, type Project, WorkScope } from '@convener/projects';
import { Register } from '@convener/registers';
import { StandardsLibrary } from '@convener/standards';
import type { EntityManager } from 'typeorm';
import type { PackDeliverable, PackEvidence } from './pack-index.rules';

export interface Pack {
  project: Project;
  deliverables: PackDeliverable[];
}

export interface PackSummary {
  files: number;
  /** Of all files together; lists come to it. */
  bytes: number;
  deliverables: number;
  /** Deliverables that nothing shows yet. */
  bare: number;
}

/** What an evidence pack holds: every deliverable of the project with what shows it. */
@Injectable()
export class PackQueries {
  constructor(
    private readonly database: Database,
    private readonly scope: WorkScope,
    private readonly standards: StandardsLibrary,
  ) {}

  ofProject(person: SignedIn, projectId: string): Promise<Pack> {
    return this.database.read(async (em) => {
      const { project, actor } = await this.scope.project(em, projectId, person);
      allow(actor, 'documents.make-all');
      const rows = await readAll(em, Deliverable, IN_ORDER, [projectId]);
      const evidence = await evidenceOf(em, projectId, actor);
      const names = await namesOf(em, projectId);
      const works = await plainRows<{ id: string; title: string }>(em, WORKS, [projectId]);
      const workOf = new Map(works.map(({ id, title }) => [id, title]));
      const titles = new Map(this.standards.all().map(({ slug, name }) => [slug, name]));
      const deliverables = rows.map((row) =>
        packed(row, {
          workItem: workOf.get(row.workItemId) ?? '',
          evidence: evidence.get(row.id) ?? [],
          names,
          titles,
        }),
      );
      return { project, deliverables };
    });
  }

  async summary(person: SignedIn, projectId: string): Promise<PackSummary> {
    const { deliverables } = await this.ofProject(person, projectId);
    const files = deliverables.flatMap(({ evidence }) => evidence.flatMap(({ file }) => file ?? []));
    return {
      files: files.length,
      bytes: files.reduce((sum, { bytes }) => sum + bytes, 0),
      deliverables: deliverables.length,
      bare: deliverables.filter(({ evidence, status }) => evidence.length === 0 && status !== 'waived').length,
    };
  }
}

interface Beside {
  workItem: string;
  evidence: readonly PackEvidence[];
  /** Of people and of standards. */
  names: ReadonlyMap<string, string>;
  titles: ReadonlyMap<string, string>;
}

function packed(row: Deliverable, { workItem, evidence, names, titles }: Beside): PackDeliverable {
  const nameOf = (id: string | null) => (id === null ? null : (names.get(id) ?? null));
  const { code, title, status, sources, submittedAt, settledAt, reason } = row;
  const named = sources.map((source) => ({ ...source, standardName: titles.get(source.standard) ?? source.standard }));
  return {
    ...{ code, title, workItem, status, sources: named, submittedAt, settledAt, reason, evidence },
    ...{ submittedBy: nameOf(row.submittedBy), settledBy: nameOf(row.settledBy) },
  };
}

async function evidenceOf(em: EntityManager, projectId: string, actor: Actor): Promise<Map<string, PackEvidence[]>> {
  const rows = await readAll(em, Evidence, EVIDENCE, [projectId]);
  const files = new Map(
    (await readAll(em, EvidenceFile, 'WHERE t.project_id = ?', [projectId])).map((file) => [file.evidenceId, file]),
  );
  const newest = newestOf([...files.values()]);
  const all = [
    ...rows.map((row) => ({
      deliverableId: row.deliverableId,
      evidence: evidenceLine(row, files.get(row.id), newest),
    })),
    ...(await listsOf(em, projectId, actor)),
    ...(await entriesOf(em, projectId, 'contract', CONTRACTS)),
    ...(await entriesOf(em, projectId, 'record', RECORDS)),
  ];
  return new Map(
    [...groupBy(all, ({ deliverableId }) => deliverableId)].map(([id, ones]) => [
      id,
      ones.map(({ evidence }) => evidence),
    ]),
  );
}

function evidenceLine(row: Evidence, file: EvidenceFile | undefined, newest: ReadonlySet<string>): PackEvidence {
  const { id, note, link, addedAt } = row;
  if (!file) return { kind: link ? 'link' : 'note', text: [note, link].filter(Boolean).join(' '), addedAt };
  const { name, storeKey, sha256, bytes, seriesVersion: version, mediaType } = file;
  return {
    kind: 'file',
    text: name,
    addedAt,
    file: { storeKey, sha256, bytes, version, newest: newest.has(id), mediaType },
  };
}

/** The last version of each series. */
function newestOf(files: readonly EvidenceFile[]): Set<string> {
  const last = new Map<string, EvidenceFile>();
  for (const file of files) {
    const known = last.get(file.seriesId);
    if (!known || known.seriesVersion < file.seriesVersion) last.set(file.seriesId, file);
  }
  return new Set([...last.values()].map(({ evidenceId }) => evidenceId));
}

async function listsOf(em: EntityManager, projectId: string, actor: Actor) {
  const lists = new Map(
    (await readAll(em, Register, 'WHERE t.project_id = ?', [projectId])).map((list) => [list.id, list]),
  );
  const ties = await plainRows<{ deliverableId: string; registerId: string }>(em, TIES, [projectId]);
  return ties.flatMap(({ deliverableId, registerId }) => {
    const list = lists.get(registerId);
    if (!list || !can(actor, 'registers.read', list)) return [];
    return [
      { deliverableId, evidence: { kind: 'register' as const, text: list.name, addedAt: list.addedAt, registerId } },
    ];
  });
}

/** Contracts and entries of records: what the index says of them is all there is to open. */
async function entriesOf(em: EntityManager, projectId: string, kind: 'contract' | 'record', sql: string) {
  const rows = await plainRows<{ deliverableId: string; text: string; addedAt: number | string }>(em, sql, [projectId]);
  return rows.map(({ deliverableId, text, addedAt }) => ({
    deliverableId,
    evidence: { kind, text, addedAt: Number(addedAt) },
  }));
}

async function namesOf(em: EntityManager, projectId: string): Promise<Map<string, string>> {
  const rows = await plainRows<{ id: string; name: string }>(em, NAMES, [projectId, projectId]);
  return new Map(rows.map(({ id, name }) => [id, name]));
}

const IN_ORDER = 'WHERE t.project_id = ? ORDER BY t.place, t.work_item_id, t.position, t.id';
const EVIDENCE = `WHERE t.deliverable_id IN (SELECT id FROM deliverables WHERE project_id = ?) ORDER BY t.added_at, t.id`;
const WORKS = 'SELECT id, title FROM work_items WHERE project_id = ?';
const TIES = `SELECT rd.deliverable_id AS "deliverableId", rd.register_id AS "registerId" FROM register_deliverables rd
  JOIN registers r ON r.id = rd.register_id WHERE r.project_id = ? ORDER BY rd.deliverable_id`;
const CONTRACTS = `SELECT c.deliverable_id AS "deliverableId", c.party || ' ' || COALESCE(c.signed_on, '') AS text,
    c.added_at AS "addedAt"
  FROM contracts c JOIN deliverables d ON d.id = c.deliverable_id WHERE d.project_id = ? ORDER BY c.id`;
const RECORDS = `SELECT e.deliverable_id AS "deliverableId", e.day || ' ' || e.title AS text, e.added_at AS "addedAt"
  FROM record_entries e JOIN deliverables d ON d.id = e.deliverable_id WHERE d.project_id = ? ORDER BY e.day, e.id`;
const NAMES = `SELECT p.id, p.name FROM people p WHERE p.id IN (
  SELECT submitted_by FROM deliverables WHERE project_id = ? UNION SELECT settled_by FROM deliverables WHERE project_id = ?)`;
