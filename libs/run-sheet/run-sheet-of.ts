import type { Day } from '@convener/kernel';
import { Project, type TeamRef } from '@convener/projects';
import type { EntityManager } from 'typeorm';
import type { CueState } from './cue-state.rules';
import { clockText } from './cue-time';
import { cueViews } from './cue-views';
import { cuesOf } from './run-sheet.queries';

export interface RunSheetLine {
  /** `09:30`, `24:30`; as it stands now, and as it was planned. */
  start: string;
  end: string;
  plannedStart: string;
  plannedEnd: string;
  minute: number;
  minutes: number;
  plannedMinute: number;
  plannedMinutes: number;
  place: string;
  title: string;
  notes: string | null;
  /** Names of people of the project. */
  people: string[];
  team: TeamRef | null;
  outside: string | null;
  files: string[];
  workItem: { title: string; titleEn: string | null } | null;
  fixed: boolean;
  state: CueState;
}

export interface RunSheetDay {
  day: Day;
  cues: RunSheetLine[];
}

/** The whole run sheet as plain data, by day and time: for documents. Whoever asks has been asked who they are. */
export async function runSheetOf(em: EntityManager, projectId: string): Promise<RunSheetDay[]> {
  const project = await em.findOneByOrFail(Project, { id: projectId });
  const views = await cueViews(em, { project, actor: null }, await cuesOf(em, projectId));
  const days = new Map<Day, RunSheetLine[]>();
  for (const { day, minute, minutes, plannedMinute, plannedMinutes, people: who, files, work, ...cue } of views) {
    const { place, title, notes, team, outside, fixed, state } = cue;
    const line: RunSheetLine = {
      ...{ start: clockText(minute), end: clockText(minute + minutes) },
      ...{ plannedStart: clockText(plannedMinute), plannedEnd: clockText(plannedMinute + plannedMinutes) },
      ...{ minute, minutes, plannedMinute, plannedMinutes, place, title, notes, team, outside, fixed, state },
      people: who.map(({ name }) => name),
      files: files.map(({ name }) => name),
      workItem: work && { title: work.title, titleEn: work.titleEn },
    };
    days.set(day, [...(days.get(day) ?? []), line]);
  }
  return [...days].map(([day, cues]) => ({ day, cues }));
}
