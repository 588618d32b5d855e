import type { Lesson, LessonAudience, LessonKind, Proposal } from '../../api/types';

export const KINDS: readonly LessonKind[] = ['went-well', 'to-change', 'risk'];
export const AUDIENCES: readonly LessonAudience[] = ['house', 'event', 'project'];
export const PROPOSALS: readonly Proposal['what'][] = ['days', 'add-task', 'leave-out', 'note'];

/** A lesson as it is typed. */
export interface LessonDraft {
  text: string;
  kind: LessonKind;
  audience: LessonAudience;
  /** Null: it proposes nothing. */
  what: Proposal['what'] | null;
  days: number;
  later: boolean;
  words: string;
}

export const EMPTY: LessonDraft = {
  ...{ text: '', kind: 'to-change', audience: 'house', what: null, days: 7, later: false, words: '' },
};

export function draftOf({ text, kind, audience, proposal }: Lesson): LessonDraft {
  const days = proposal?.days ?? -EMPTY.days;
  return {
    ...{ text, kind, audience, what: proposal?.what ?? null },
    ...{ days: Math.abs(days), later: days > 0, words: proposal?.text ?? '' },
  };
}

/** What is sent of it; `proposes`: it is at a task, which templates have too. */
export function bodyOf({ text, kind, audience, what, days, later, words }: LessonDraft, proposes: boolean) {
  const body = { text: text.trim(), kind, audience };
  if (!proposes) return body;
  if (what === null) return { ...body, proposal: null };
  if (what === 'days') return { ...body, proposal: { what, days: later ? days : -days } };
  return { ...body, proposal: what === 'leave-out' ? { what } : { what, text: words.trim() } };
}

/** Whether nothing is missing without which the server would refuse. */
export function isReady({ text, what, words }: LessonDraft): boolean {
  const needsWords = what === 'add-task' || what === 'note';
  return text.trim() !== '' && (!needsWords || words.trim() !== '');
}
