import type { Day, FieldProblem } from '@convener/kernel';
import { plainRows } from '@convener/platform';
import { plannableProblems } from '@convener/schedule';
import type { EntityManager } from 'typeorm';
import type { CueFile, RunSheetCue } from './run-sheet-cue.entity';

/** A file of the project by its evidence, or a link; how it is called here. */
export interface GivenFile {
  evidenceId?: string | null;
  name: string;
  link?: string | null;
}

/** What is planned of a cue. Undefined leaves a field alone, null clears it; people and files are given all together. */
export interface CueFacts {
  day?: Day;
  minute?: number;
  minutes?: number;
  place?: string;
  title?: string;
  notes?: string | null;
  personIds?: string[];
  teamId?: string | null;
  outside?: string | null;
  files?: GivenFile[];
  workItemId?: string | null;
  fixed?: boolean;
}

export type NewCue = CueFacts & Required<Pick<CueFacts, 'day' | 'minute' | 'minutes' | 'place' | 'title'>>;

type Planned = Partial<Omit<RunSheetCue, 'id' | 'projectId' | 'state' | 'startedAt' | 'endedAt' | 'version'>>;

/** As columns. Whoever sets the time plans it: what a delay did to it before is past. */
export function columnsOf({ files, minute, minutes, personIds, ...facts }: CueFacts): Planned {
  return {
    ...facts,
    ...(minute !== undefined && { minute, plannedMinute: minute }),
    ...(minutes !== undefined && { minutes, plannedMinutes: minutes }),
    ...(personIds && { personIds: [...new Set(personIds)] }),
    ...(files && { files: files.map(fileOf) }),
  };
}

const fileOf = ({ evidenceId = null, name, link = null }: GivenFile): CueFile => ({
  ...{ evidenceId, name, link: evidenceId === null ? link : null },
});

type Named = Pick<Planned, 'day' | 'personIds' | 'teamId' | 'files' | 'workItemId'>;

/**
 * What a cue must not name: people and sub-teams that are none of the project's, its work and files likewise. `was` is the
 * cue as it stands: whoever has left since may stay named. `at` is where it stands in the request.
 */
export async function namingProblems(
  em: EntityManager,
  projectId: string,
  cues: readonly { facts: Named; was: RunSheetCue | null; at: string }[],
): Promise<FieldProblem[]> {
  const fresh = cues.map(({ facts, was, at }) => ({ ...freshIn(facts, was), day: facts.day ?? null, at }));
  const known = async (sql: string, ids: readonly string[]) => {
    const asked = [...new Set(ids)];
    const times = sql.split('?*').length - 1;
    const values = Array.from({ length: times }, () => [projectId, asked]).flat();
    const rows = asked.length > 0 ? await plainRows<{ id: string }>(em, sql, values) : [];
    return new Set(rows.map(({ id }) => id));
  };
  const people = await known(
    PEOPLE,
    fresh.flatMap((cue) => cue.people),
  );
  const teams = await known(
    TEAMS,
    fresh.flatMap((cue) => cue.teams),
  );
  const work = await known(
    WORK,
    fresh.flatMap((cue) => cue.work),
  );
  const evidence = await known(
    EVIDENCE,
    fresh.flatMap((cue) => cue.files.flatMap(({ evidenceId }) => evidenceId ?? [])),
  );
  return fresh.flatMap(({ at, ...cue }) => [
    ...plannableProblems(cue.day, `${at}/day`),
    ...(cue.people.every((id) => people.has(id)) ? [] : [{ pointer: `${at}/personIds`, ...NO_PERSON }]),
    ...(cue.teams.every((id) => teams.has(id)) ? [] : [{ pointer: `${at}/teamId`, ...NO_TEAM }]),
    ...(cue.work.every((id) => work.has(id)) ? [] : [{ pointer: `${at}/workItemId`, ...NO_WORK }]),
    ...cue.files.flatMap(({ evidenceId, link }, file) => {
      if (evidenceId === null ? link !== null : evidence.has(evidenceId)) return [];
      return [{ pointer: `${at}/files/${file}`, ...NO_FILE }];
    }),
  ]);
}

function freshIn({ personIds = [], teamId, files = [], workItemId }: Named, was: RunSheetCue | null) {
  const kept = new Set(was?.files.map(({ evidenceId }) => evidenceId));
  return {
    people: personIds.filter((id) => !was?.personIds.includes(id)),
    teams: teamId && teamId !== was?.teamId ? [teamId] : [],
    work: workItemId && workItemId !== was?.workItemId ? [workItemId] : [],
    // Their places in the request count, so those that may stay stay in the row.
    files: files.map((file) => (file.evidenceId !== null && kept.has(file.evidenceId) ? STAYS : file)),
  };
}

const STAYS = { evidenceId: null, link: '' };

const PEOPLE = `
  SELECT person_id AS id FROM project_members WHERE project_id = ? AND person_id IN ?*
  UNION ALL SELECT person_id FROM temporary_staff WHERE project_id = ? AND person_id IN ?*`;
const TEAMS = 'SELECT id FROM teams WHERE project_id = ? AND id IN ?*';
const WORK = 'SELECT id FROM work_items WHERE project_id = ? AND id IN ?*';
const EVIDENCE = `
  SELECT e.id FROM evidence e JOIN deliverables d ON d.id = e.deliverable_id
   WHERE d.project_id = ? AND e.id IN ?*`;

const NO_PERSON = {
  zh: '有人不在這個專案裡；外部人員請寫在「外部人員」。',
  en: 'Somebody here is not in the project. People from outside go into that field of their own.',
};
const NO_TEAM = { zh: '這個專案沒有這個工作小組。', en: 'The project has no such sub-team.' };
const NO_WORK = { zh: '這個專案沒有這個工作項目。', en: 'The project has no such work item.' };
const NO_FILE = {
  zh: '這個專案沒有這個檔案；也可以填入連結。',
  en: 'The project has no such file. You can also give a link.',
};
