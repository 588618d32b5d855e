import type { ColumnType, NewRegisterColumn } from '../../../api/types';

/** A column of a list of one's own, while it is put together. */
export interface OwnColumn {
  name: string;
  type: ColumnType;
  required: boolean;
  personal: boolean;
  /** The choices of a column of choices, as they are typed: separated by commas or line breaks. */
  choices: string;
  /** Whose rows a column of row links holds. */
  list: string | null;
}

export const newColumn = (): OwnColumn => ({
  ...{ name: '', type: 'text', required: false, personal: false, choices: '', list: null },
});

const SEPARATORS = /[,，、;；\n]/;

export function choicesOf(typed: string): string[] {
  const names = typed.split(SEPARATORS).map((name) => name.trim());
  return [...new Set(names)].filter((name) => name !== '');
}

/** The columns as the server takes them; those without a name fall away. Keys name the cells and are never seen. */
export function ownColumns(columns: readonly OwnColumn[]): NewRegisterColumn[] {
  return columns
    .filter(({ name }) => name.trim() !== '')
    .map(({ name, type, required, personal, choices, list }, index) => ({
      ...{ key: `c${index + 1}`, name: name.trim(), type, required, personal },
      ...(type === 'row-link' && { link: { list, preset: null } }),
      ...(type === 'choice' && {
        choices: choicesOf(choices).map((choice, at) => ({ key: `o${at + 1}`, name: choice, nameEn: choice })),
      }),
    }));
}
