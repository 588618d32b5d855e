import type { Cue, CueFileGiven, NewCue } from '../../../api/types';
import { clockText, readClock } from '../../run-sheet/cues.rules';

/** As the form has it. Lists are JSON, so that two states of a form are compared by what they hold. */
export interface CueFields extends Pick<Cue, 'day' | 'place' | 'title' | 'notes' | 'outside' | 'fixed'> {
  /** As people type it. */
  start: string;
  minutes: number | null;
  people: string;
  teamId: string | null;
  files: string;
  work: string;
}

export const listOf = <T>(json: string) => JSON.parse(json) as T[];

/** The next cue begins where the one before ends, in the same place. */
export function emptyFields(day: string, last: Cue | undefined): CueFields {
  const start = last ? clockText(last.minute + last.minutes) : '09:00';
  return {
    ...{ day, start, minutes: 30, place: last?.place ?? '', title: '', notes: null, outside: null, fixed: false },
    ...{ people: '[]', teamId: null, files: '[]', work: '[]' },
  };
}

export const fieldsOf = (cue: Cue): CueFields => ({
  ...{ day: cue.day, start: clockText(cue.minute), minutes: cue.minutes, place: cue.place, title: cue.title },
  ...{ notes: cue.notes, outside: cue.outside, fixed: cue.fixed, teamId: cue.team?.id ?? null },
  people: JSON.stringify(cue.people.map(({ id }) => id)),
  files: JSON.stringify(cue.files.map(fileOf)),
  work: JSON.stringify(cue.work ? [{ id: cue.work.id, title: cue.work.title }] : []),
});

const fileOf = ({ evidenceId, name, link }: Cue['files'][number]): CueFileGiven =>
  evidenceId ? { evidenceId, name } : { name, link };

export interface ChosenWork {
  id: string;
  title: string;
}

/** What is sent of the fields; a time that can't be read is sent as nothing, see `isReady`. */
export function bodyOf({ start, people, files, work, minutes, ...facts }: Partial<CueFields>) {
  const minute = start === undefined ? null : readClock(start);
  return {
    ...facts,
    ...(minute !== null && { minute }),
    ...(minutes !== undefined && minutes !== null && { minutes }),
    ...(people !== undefined && { personIds: listOf<string>(people) }),
    ...(files !== undefined && { files: listOf<CueFileGiven>(files).filter(({ name }) => name.trim() !== '') }),
    ...(work !== undefined && { workItemId: listOf<ChosenWork>(work)[0]?.id ?? null }),
  };
}

export const newBodyOf = (fields: CueFields) => bodyOf(fields) as NewCue;

export function isReady({ start, minutes, place, title, day }: CueFields): boolean {
  return readClock(start) !== null && minutes !== null && place.trim() !== '' && title.trim() !== '' && day !== '';
}

/** The same once more, behind itself. */
export function copyOf(cue: Cue): NewCue {
  const fields = fieldsOf(cue);
  return { ...newBodyOf(fields), minute: Math.min(cue.minute + cue.minutes, 1799) };
}
