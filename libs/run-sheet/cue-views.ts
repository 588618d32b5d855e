import { type Actor, can, type PersonRef } from '@convener/access';
import { plainRows } from '@convener/platform';
import { mayOpenFile, type Project, type TeamRef } from '@convener/projects';
import type { EntityManager } from 'typeorm';
import { instantOf } from './cue-time';
import type { CueFile, RunSheetCue } from './run-sheet-cue.entity';

export interface CueFileView extends CueFile {
  /** Whether the reader may download it: its evidence is a file that they may open, of work that they see. */
  isFile: boolean;
}

export interface CueWork {
  id: string;
  title: string;
  titleEn: string | null;
}

export interface CueView extends Omit<RunSheetCue, 'projectId' | 'personIds' | 'teamId' | 'files' | 'workItemId'> {
  people: PersonRef[];
  team: TeamRef | null;
  files: CueFileView[];
  /** Null where the reader does not see that work, too. */
  work: CueWork | null;
  /** Whether the reader is named, or the reader's sub-team. */
  mine: boolean;
  /** When it begins and ends as it stands (epoch ms): the wall clock of the project's zone. */
  startsAt: number;
  endsAt: number;
}

interface EvidenceRow {
  id: string;
  teamId: string | null;
  accepter: string | null;
  addedBy: string;
  fileName: string | null;
  /** Null where it is no file; SQLite answers numbers. */
  forLeads: boolean | number | null;
  link: string | null;
}

/** Cues with the names of whoever and whatever they name; a handful of statements for a whole run sheet. */
export async function cueViews(
  em: EntityManager,
  { project, actor }: { project: Pick<Project, 'id' | 'zone'>; actor: Actor | null },
  cues: readonly RunSheetCue[],
): Promise<CueView[]> {
  const persons = await byId<PersonRef>(
    em,
    PEOPLE,
    cues.flatMap(({ personIds }) => personIds),
  );
  const teams = await byId<TeamRef>(
    em,
    TEAMS,
    cues.map(({ teamId }) => teamId),
  );
  const work = await byId<CueWork & { teamId: string | null }>(
    em,
    WORK,
    cues.map(({ workItemId }) => workItemId),
  );
  const evidence = await byId<EvidenceRow>(
    em,
    EVIDENCE,
    cues.flatMap(({ files }) => files.map(({ evidenceId }) => evidenceId)),
  );
  // A document is for whoever may have it made.
  const seen = <T extends { teamId: string | null }>(thing: T | null | undefined) =>
    thing && (!actor || can(actor, 'work.read', thing)) ? thing : null;
  const fileOf = (file: CueFile): CueFileView => {
    const found = file.evidenceId === null ? null : seen(evidence.get(file.evidenceId));
    const opens = found && (!actor || mayOpenFile(actor, { ...found, forLeads: Boolean(found.forLeads) }));
    return { ...file, link: file.link ?? found?.link ?? null, isFile: Boolean(opens && found.fileName) };
  };
  return cues.map(({ projectId: _of, personIds, teamId, workItemId, ...cue }) => {
    const linked = seen(workItemId === null ? null : work.get(workItemId));
    return {
      ...cue,
      people: personIds.flatMap((id) => persons.get(id) ?? []),
      team: (teamId !== null && teams.get(teamId)) || null,
      files: cue.files.map(fileOf),
      mine: isOf(actor, personIds, teamId),
      work: linked && { id: linked.id, title: linked.title, titleEn: linked.titleEn },
      startsAt: instantOf(cue.day, cue.minute, project.zone),
      endsAt: instantOf(cue.day, cue.minute + cue.minutes, project.zone),
    };
  });
}

function isOf(actor: Actor | null, personIds: readonly string[], teamId: string | null): boolean {
  if (!actor) return false;
  const inTeam = teamId !== null && (actor.project?.teams.includes(teamId) ?? false);
  return inTeam || personIds.includes(actor.personId);
}

async function byId<Row extends { id: string }>(
  em: EntityManager,
  sql: string,
  ids: readonly (string | null)[],
): Promise<Map<string, Row>> {
  const asked = [...new Set(ids.filter((id) => id !== null))];
  const rows = asked.length > 0 ? await plainRows<Row>(em, sql, [asked]) : [];
  return new Map(rows.map((row) => [row.id, row]));
}

const PEOPLE = 'SELECT id, name FROM people WHERE id IN ?*';
const TEAMS = 'SELECT id, name, name_en AS "nameEn" FROM teams WHERE id IN ?*';
const WORK = 'SELECT id, title, title_en AS "titleEn", team_id AS "teamId" FROM work_items WHERE id IN ?*';
const EVIDENCE = `
  SELECT e.id, w.team_id AS "teamId", d.accepter, e.added_by AS "addedBy", f.name AS "fileName",
         f.for_leads AS "forLeads", e.link
    FROM evidence e JOIN deliverables d ON d.id = e.deliverable_id JOIN work_items w ON w.id = d.work_item_id
    LEFT JOIN evidence_files f ON f.evidence_id = e.id
   WHERE e.id IN ?*`;
