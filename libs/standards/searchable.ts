import { entryPlaces } from './places';
import type { Attitude, Competence, Output, Indicator, Standard, Task } from './standard.types';

/** What a text of a standard is, the more telling first. */
export const TEXT_KINDS = [
  'standard',
  'duty',
  'task',
  'output',
  'indicator',
  'knowledge',
  'skill',
  'attitude',
  'note',
] as const;
export type TextKind = (typeof TEXT_KINDS)[number];

/** One text that can be found, as printed. */
export interface SearchableText {
  readonly kind: TextKind;
  /** Key inside the standard; a part of the document (`description`, `notes`) where it is no row. */
  readonly place: string;
  readonly code: string | null;
  readonly text: string;
  /** The task that an output or indicator stands under. */
  readonly task: Pick<Task, 'code' | 'title'> | null;
}

/** Every text of a standard in the order of the document. */
export function textsOf(standard: Standard): SearchableText[] {
  const { code, name, description, duties, knowledge, skills, attitudes, notes, versionHistory } = standard;
  return [
    { kind: 'standard', place: 'name', code, text: name, task: null },
    { kind: 'standard', place: 'description', code: null, text: description, task: null },
    ...duties.flatMap((duty): SearchableText[] => [
      { kind: 'duty', place: duty.code, code: duty.code, text: duty.title, task: null },
      ...duty.tasks.flatMap(taskTexts),
    ]),
    ...entryTexts('knowledge', 'knowledge', knowledge),
    ...entryTexts('skill', 'skills', skills),
    ...entryTexts('attitude', 'attitudes', attitudes),
    ...notes.map((text): SearchableText => ({ kind: 'note', place: 'notes', code: null, text, task: null })),
    ...versionHistory.map((entry): SearchableText => {
      const text = [entry.version, entry.code, entry.name, entry.status, entry.note].filter(Boolean).join(' ');
      return { kind: 'note', place: 'versions', code: null, text, task: null };
    }),
  ];
}

function taskTexts(task: Task): SearchableText[] {
  const under = { code: task.code, title: task.title };
  const row = (kind: TextKind, { place, code, condition }: Task | Output | Indicator, words: string) => ({
    ...{ kind, place, code, task: kind === 'task' ? null : under },
    text: condition === null ? words : `${words}（${condition}）`,
  });
  return [
    row('task', task, task.title),
    ...task.outputs.map((output) => row('output', output, output.title)),
    ...task.indicators.map((indicator) => row('indicator', indicator, indicator.text)),
  ];
}

function entryTexts(
  kind: TextKind,
  list: 'knowledge' | 'skills' | 'attitudes',
  entries: readonly (Competence & Partial<Attitude>)[],
): SearchableText[] {
  const places = entryPlaces(list, entries);
  return entries.map(({ code, text, description }, index) => ({
    ...{ kind, code, task: null, place: places[index]! },
    text: description ? `${text}：${description}` : text,
  }));
}
