import { type Actor, can, type PersonRef, type SignedIn } from '@convener/access';
import { groupBy } from '@convener/kernel';
import { plainRows } from '@convener/platform';
import type { EntityManager } from 'typeorm';
import type { LessonAudience, LessonKind, Proposal, SourceKind } from './lesson.rules';

/** A template of the house that took a lesson. */
export interface TakenInto {
  templateId: string;
  name: string;
  nameEn: string;
  version: number;
  /** Whether that version is published; else it is still the draft. */
  published: boolean;
}

export interface LessonView {
  id: string;
  text: string;
  kind: LessonKind;
  audience: LessonAudience;
  proposal: Proposal | null;
  projectId: string;
  projectName: string;
  workItemId: string | null;
  /** Title of that work item. */
  about: string | null;
  place: string | null;
  standard: string | null;
  edition: string | null;
  /** Of what it was made; not told outside its project. */
  from: { kind: SourceKind; id: string; title: string } | null;
  /** Null for whoever is not in the crew of its project. */
  writtenBy: PersonRef | null;
  writtenAt: number;
  takenInto: TakenInto[];
  version: number;
  /** Whether the caller may change or delete it. */
  mine: boolean;
}

export interface LessonRow {
  id: string;
  text: string;
  kind: LessonKind;
  audience: LessonAudience;
  proposal: string | null;
  projectId: string;
  projectName: string;
  workItemId: string | null;
  about: string | null;
  place: string | null;
  standard: string | null;
  edition: string | null;
  fromKind: SourceKind | null;
  fromId: string | null;
  fromTitle: string | null;
  writtenAt: number | string;
  byId: string;
  byName: string;
  version: number;
}

export const COLUMNS = `l.id, l.text, l.kind, l.audience, l.proposal, l.project_id AS "projectId",
  p.name AS "projectName", l.work_item_id AS "workItemId", w.title AS about, l.place, l.standard, l.edition,
  l.from_kind AS "fromKind", l.from_id AS "fromId", l.from_title AS "fromTitle", l.written_at AS "writtenAt",
  l.version, b.id AS "byId", b.name AS "byName"`;
export const JOINS = 'JOIN people b ON b.id = l.written_by LEFT JOIN work_items w ON w.id = l.work_item_id';
export const LISTED = `SELECT ${COLUMNS} FROM lessons l JOIN projects p ON p.id = l.project_id ${JOINS}`;

/** Where a lesson is looked at from: the project that the reader is in; null outside any. */
export interface Reading {
  /** Null for a document of a project, which tells of no other. */
  person: SignedIn | null;
  here: { projectId: string; actor: Actor | null } | null;
}

/** Of other projects the text is shown, and who wrote it only to whoever is in the crew there too. */
export async function lessonViews(
  em: EntityManager,
  rows: readonly LessonRow[],
  { person, here }: Reading,
): Promise<LessonView[]> {
  if (rows.length === 0) return [];
  const elsewhere = rows.filter(({ projectId }) => projectId !== here?.projectId).map(({ projectId }) => projectId);
  const known = await crewOf(em, person, elsewhere);
  const taken = await takenOf(
    em,
    rows.map(({ id }) => id),
  );
  return rows.map(({ byId, byName, fromKind, fromId, fromTitle, proposal, ...row }) => {
    const own = row.projectId === here?.projectId;
    return {
      ...row,
      proposal: proposal === null ? null : (JSON.parse(proposal) as Proposal),
      from: own && fromKind && fromId ? { kind: fromKind, id: fromId, title: fromTitle ?? '' } : null,
      writtenAt: Number(row.writtenAt),
      writtenBy: own || known.has(row.projectId) ? { id: byId, name: byName } : null,
      takenInto: taken.get(row.id) ?? [],
      mine: own && mayChange(here!.actor, byId),
    };
  });
}

function mayChange(actor: Actor | null, byId: string): boolean {
  return actor !== null && can(actor, 'lessons.write') && (byId === actor.personId || can(actor, 'project.edit'));
}

async function crewOf(em: EntityManager, person: SignedIn | null, projectIds: readonly string[]): Promise<Set<string>> {
  if (person?.workspaceRole === 'admin' || projectIds.length === 0) return new Set(projectIds);
  if (!person) return new Set();
  const rows = await plainRows<{ id: string }>(em, CREW, [person.personId, [...new Set(projectIds)]]);
  return new Set(rows.map(({ id }) => id));
}

async function takenOf(em: EntityManager, ids: readonly string[]): Promise<Map<string, TakenInto[]>> {
  type Row = Omit<TakenInto, 'published'> & { lessonId: string; latest: number | null };
  const rows = await plainRows<Row>(em, TAKEN, [ids]);
  return new Map(
    [...groupBy(rows, ({ lessonId }) => lessonId)].map(([id, own]) => [
      id,
      own.map(({ lessonId: _, latest, ...into }) => ({ ...into, published: (latest ?? 0) >= into.version })),
    ]),
  );
}

const CREW = `
  SELECT project_id AS id FROM project_members WHERE person_id = ? AND role <> 'viewer' AND project_id IN ?*`;

const TAKEN = `
  SELECT d.lesson_id AS "lessonId", h.id AS "templateId", h.name, h.name_en AS "nameEn", d.version,
         h.published_version AS latest
    FROM lesson_decisions d JOIN house_templates h ON h.id = d.template_id
   WHERE d.lesson_id IN ?* AND d.version IS NOT NULL ORDER BY h.name, h.id`;
