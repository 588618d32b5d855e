import type { ColumnType, RegisterColumn } from './columns.rules';

/** A list as the standards ask for it, ready to be taken into a project. */
export interface RegisterPreset {
  key: string;
  name: string;
  nameEn: string;
  /** Not for the client's people: it holds what is agreed or spent, or what went wrong. */
  crewOnly: boolean;
  /** The outputs that it is, by slug and place in the standard: a code alone repeats. */
  outputs: string[];
  columns: RegisterColumn[];
  /** Where the standard itself names a column, by the column's key: its name is found there word for word. */
  said: Record<string, string>;
}

type More = Partial<Pick<RegisterColumn, 'required' | 'unique' | 'personal' | 'unit' | 'choices'>>;

export function column(key: string, name: string, nameEn: string, type: ColumnType, more: More = {}): RegisterColumn {
  return { key, name, nameEn, type, required: false, unique: false, personal: false, unit: null, choices: [], ...more };
}

export const required = { required: true } as const;

/** Whom to call there. */
export function contactColumns(): RegisterColumn[] {
  return [
    column('contact', '聯絡人', 'Contact person', 'person', { personal: true }),
    column('phone', '電話', 'Phone', 'phone', { personal: true }),
    column('email', '電子郵件', 'E-mail', 'e-mail', { personal: true }),
  ];
}

export const note = () => column('note', '備註', 'Note', 'text');
