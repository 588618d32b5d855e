import type { Choice, ColumnType, RegisterColumn } from './columns.rules';

/** A list as the standards ask for it, ready to be taken into a project. */
export interface RegisterPreset {
  key: string;
  name: string;
  nameEn: string;
  /** Not for the client's people: it holds what is agreed or spent, or what went wrong. */
  crewOnly: boolean;
  /** The outputs that it is, by slug and place in the standard: a code alone repeats. None where it is asked for in passing. */
  outputs: string[];
  columns: RegisterColumn[];
  /**
   * Where the standard itself names a column, or with `column/choice` one of its choices: the name is found there word
   * for word.
   */
  said: Record<string, string>;
}

type More = Partial<Pick<RegisterColumn, 'required' | 'unique' | 'personal' | 'unit' | 'choices' | 'link'>>;

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

/** How to reach a person whose name stands in a column of its own. */
export const reachColumns = () => contactColumns().slice(1);

/** What an invoice (統一發票) is found by. */
export function invoiceColumns(): RegisterColumn[] {
  return [column('taxId', '統一編號', 'Tax ID', 'text'), column('invoiceNumber', '發票號碼', 'Invoice number', 'text')];
}

export const note = () => column('note', '備註', 'Note', 'text');

/** In a list of people a note is about somebody. */
export const personalNote = () => column('note', '備註', 'Note', 'text', { personal: true });

/** A row of the list that a project has of another preset. */
export const ofList = (preset: string) => ({ link: { list: null, preset } });

/** In the order in which they are offered. */
export function choices(names: Record<string, readonly [name: string, nameEn: string]>): Choice[] {
  return Object.entries(names).map(([key, [name, nameEn]]) => ({ key, name, nameEn }));
}
