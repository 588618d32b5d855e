import type { HouseEdit } from '@convener/house-templates';
import type { FieldProblem } from '@convener/kernel';
import { type DayRule, parseRule } from '@convener/schedule';
import type { Template, TemplateItem } from '@convener/templates';

export const LESSON_KINDS = ['went-well', 'to-change', 'risk'] as const;
export type LessonKind = (typeof LESSON_KINDS)[number];

/** Who else is told: every project of the house that has the same task; the next editions of the event; nobody. */
export const LESSON_AUDIENCES = ['house', 'event', 'project'] as const;
export type LessonAudience = (typeof LESSON_AUDIENCES)[number];

export const SOURCE_KINDS = ['register-row', 'record-entry'] as const;
export type SourceKind = (typeof SOURCE_KINDS)[number];

/** What a template could do: move the task by days, add a task behind it, leave it out, or say something at it. */
export const PROPOSALS = ['days', 'add-task', 'leave-out', 'note'] as const;

export interface Proposal {
  what: (typeof PROPOSALS)[number];
  /** Calendar days by which the task moves; negative for earlier. Of `days` alone. */
  days?: number;
  /** Title of the task to add, or the note. */
  text?: string;
}

/** The farthest that a lesson moves a task, in days. */
export const MOST_DAYS = 365;
export const LONGEST_NOTE = 1000;
const LONGEST_TITLE = 300;

/** What is wrong with a proposal. It is about a task, so a lesson of the whole project has none. */
export function proposalProblems({ what, days, text }: Proposal, place: string | null): FieldProblem[] {
  if (place === null)
    return [
      at('', '寫在標準任務上的心得才能提出範本建議。', 'Only a lesson at a task of a standard can propose something.'),
    ];
  if (what === 'days') {
    const fits = days !== undefined && days !== 0 && Math.abs(days) <= MOST_DAYS;
    return fits
      ? []
      : [at('/days', `請填要提前或延後的天數（1 到 ${MOST_DAYS}）。`, `Give the days, 1 to ${MOST_DAYS}.`)];
  }
  if (what === 'leave-out') return [];
  const most = what === 'add-task' ? LONGEST_TITLE : LONGEST_NOTE;
  if (text === undefined || text.trim() === '') return [at('/text', '請填內容。', 'Say what.')];
  return text.length > most ? [at('/text', `最多 ${most} 個字。`, `At most ${most} characters.`)] : [];
}

const at = (field: string, zh: string, en: string): FieldProblem => ({ pointer: `/proposal${field}`, zh, en });

/** Only what belongs to the kind of proposal. */
export function cleanProposal({ what, days, text }: Proposal): Proposal {
  if (what === 'days') return { what, days: days! };
  return what === 'leave-out' ? { what } : { what, text: text!.trim() };
}

/** A rule that names a day so many calendar days later; in working days, five of them for seven. The time stays. */
export function shiftedRule(rule: string, days: number): string {
  const parsed = parseRule(rule);
  const by = parsed.unit === 'days' ? days : Math.sign(days) * Math.max(1, Math.round((Math.abs(days) * 5) / 7));
  return ruleText({ ...parsed, offset: parsed.offset + by });
}

function ruleText({ anchor, offset, unit, time }: DayRule): string {
  const count = Math.abs(offset);
  const distance = offset === 0 ? '' : ` ${offset < 0 ? '-' : '+'} ${count} ${count === 1 ? unit.slice(0, -1) : unit}`;
  return `${anchor}${distance}${time === null ? '' : ` at ${time}`}`;
}

/** The change of a draft that a proposal asks for at a place; null where the draft has no such task. */
export function editFor({ what, days, text }: Proposal, draft: Template, place: string): HouseEdit | null {
  const item = draft.items.find((candidate) => candidate.place === place);
  if (!item) return null;
  if (what === 'leave-out') return { remove: [place] };
  if (what === 'add-task') return { add: { ...newTask(item, text!), behind: place } };
  if (what === 'note') return { items: [{ place, guidance: withNote(item.guidance, text!) }] };
  const moved = <R extends { start: string; due: string }>(row: R): R => ({
    ...row,
    start: shiftedRule(row.start, days!),
    due: shiftedRule(row.due, days!),
  });
  const { start, due } = moved(item);
  return { items: [{ place, start, due, deliverables: item.deliverables.map(moved) }] };
}

function withNote(guidance: string | null | undefined, note: string): string {
  return (guidance ? `${guidance}\n${note}` : note).slice(0, LONGEST_GUIDANCE);
}

/** As much as a template says of a task beside its standard. */
export const LONGEST_GUIDANCE = 4000;

/** A task beside another: for the same people at the same time. */
function newTask({ stage, workflow, team, owner, start, due, basis, leaveOut }: TemplateItem, title: string) {
  return {
    ...{ title, titleEn: title, stage, workflow, team, owner, start, due, basis, leaveOut },
    ...{ after: [], deliverables: [], checks: [] },
  };
}
