import type { ColumnLink, ColumnType, NewRegisterColumn, RegisterColumn } from '../../../../api/types';

/** A choice of a column while it is changed; without a key it is a new one. */
export interface ChoiceDraft {
  key: string | null;
  name: string;
  nameEn: string;
}

/** A column of a list while it is changed; without a key it is a new one. */
export interface ColumnDraft {
  key: string | null;
  name: string;
  nameEn: string;
  type: ColumnType;
  required: boolean;
  unique: boolean;
  personal: boolean;
  unit: string;
  choices: ChoiceDraft[];
  /** Of row links: whose rows they are. */
  link?: ColumnLink;
}

export const draftOf = ({ unit, masked: _, ...column }: RegisterColumn): ColumnDraft => ({
  ...column,
  unit: unit ?? '',
  choices: column.choices.map((choice) => ({ ...choice })),
});

export const newDraft = (): ColumnDraft => ({
  ...{ key: null, name: '', nameEn: '', type: 'text', required: false, unique: false, personal: false },
  ...{ unit: '', choices: [] },
});

export const newChoice = (): ChoiceDraft => ({ key: null, name: '', nameEn: '' });

/** Lines that somebody has begun and left empty again fall away. */
export const isNamed = ({ key, name }: { key: string | null; name: string }) => key !== null || name.trim() !== '';

/**
 * The columns as the server takes them. Keys name the cells and are never seen; a new one has none that the list had
 * before, or it would be that column. What has no English name is called the same in both languages.
 */
export function changedColumns(drafts: readonly ColumnDraft[], before: readonly RegisterColumn[]): NewRegisterColumn[] {
  const keyOf = keys('c', [...before, ...drafts]);
  const columnOf = (draft: Pick<ColumnDraft, 'key'>) => before.find(({ key }) => key === draft.key);
  return drafts.filter(isNamed).map(({ unit, choices, link, ...draft }) => ({
    ...draft,
    ...named(draft),
    key: draft.key ?? keyOf(),
    unit: draft.type === 'number' && unit.trim() !== '' ? unit.trim() : null,
    choices: draft.type === 'choice' ? changedChoices(choices, columnOf(draft)?.choices ?? []) : [],
    ...(draft.type === 'row-link' && { link: link ?? { list: null, preset: null } }),
  }));
}

function changedChoices(drafts: readonly ChoiceDraft[], before: RegisterColumn['choices']) {
  const keyOf = keys('o', [...before, ...drafts]);
  return drafts.filter(isNamed).map((draft) => ({ ...named(draft), key: draft.key ?? keyOf() }));
}

const named = ({ name, nameEn }: { name: string; nameEn: string }) => ({
  name: name.trim(),
  nameEn: nameEn.trim() || name.trim(),
});

/** Keys that nothing has, one after the other. */
function keys(letter: string, taken: readonly { key: string | null }[]): () => string {
  const used = new Set(taken.map(({ key }) => key));
  let number = 0;
  return () => {
    do number += 1;
    while (used.has(`${letter}${number}`));
    return `${letter}${number}`;
  };
}

/** The line moved one place up or down; the ends stay. */
export function moved<T>(lines: readonly T[], from: number, by: 1 | -1): T[] {
  const to = from + by;
  if (to < 0 || to >= lines.length) return [...lines];
  return lines.map((line, at) => (at === from ? lines[to]! : at === to ? lines[from]! : line));
}
