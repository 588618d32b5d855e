import { type BookedRow, lacking, type RegisterBook } from '@convener/documents';
import type { Block, Cell, Missing, TableColumn } from '@convener/papers';
import { dayAt } from '@convener/kernel';
import type { About } from '@convener/reports';
import type { BookedRegistrations } from './report-book';

/** What a chapter's rules write their blocks with. */
export type Said = readonly [zh: string, en: string];

export const PRESET_NAMES = {
  budget: ['預算表', 'Budget'],
  income: ['收入表', 'Income'],
  sponsors: ['贊助名冊', 'Sponsors'],
  sponsorBenefits: ['贊助權益履行表', 'Benefits of sponsors'],
  vendors: ['外包廠商名冊', 'Vendors'],
  incidents: ['問題紀錄與處理表', 'Incidents'],
  registrations: ['報名資料表', 'Registrations'],
} as const satisfies Record<string, Said>;

export const heading = ({ say }: About, ...words: Said): Block => ({ type: 'heading', level: 2, text: say(...words) });

export const column = ({ say }: About, kind: TableColumn['kind'], words: Said, weight?: number): TableColumn => ({
  label: say(...words),
  kind,
  ...(weight !== undefined && { weight }),
});

export const missing = ({ say }: About, what: Said, where: Said, href: string): Missing => ({
  ...{ type: 'missing', what: say(...what), where: say(...where), href },
});

/** A list that the chapter rests on: that it is not there, or has no rows. */
export const lacksList = (about: About, book: RegisterBook, preset: keyof typeof PRESET_NAMES): Missing[] =>
  lacking(about, book, preset, PRESET_NAMES[preset]);

/** Rows that lack what the chapter counts. */
export function lacksCells(
  about: About,
  book: RegisterBook,
  preset: keyof typeof PRESET_NAMES,
  what: Said,
  lacks: (row: BookedRow) => boolean,
): Missing[] {
  const [list] = book.lists(preset);
  const count = book.rows(preset).filter(lacks).length;
  if (!list || count === 0) return [];
  const name = about.name(list.register);
  return [
    missing(
      about,
      [`「${name}」有 ${count} 筆沒有「${what[0]}」。`, `${count} rows of “${name}” lack “${what[1]}”.`],
      [`在「${name}」補上。`, `Fill them in in “${name}”.`],
      `/projects/${about.project.id}/registers/${list.register.id}`,
    ),
  ];
}

/** Lists of registrations without a check-in: nobody knows who of them came, which is not that nobody did. */
export const lacksCheckIn = (about: About, registrations: readonly BookedRegistrations[]): Missing[] =>
  registrations
    .filter(({ opened }) => !opened)
    .map(({ id, ...list }) =>
      missing(
        about,
        [`「${about.name(list)}」沒有開過報到。`, `Nobody was checked in over “${about.name(list)}”.`],
        ['在報到頁開啟，或補登報到。', 'Open the check-in, or enter who was there.'],
        `/projects/${about.project.id}/registers/${id}/check-in`,
      ),
    );

/** A figure that is not known. */
export const unknown = ({ say }: About): Cell => ({
  value: null,
  shown: say('尚無資料', 'no data yet'),
  tone: 'quiet',
});

export const dayOf = ({ project }: About, at: number | null): string | null =>
  at === null ? null : dayAt(at, project.zone);

/** 是 or 否, the latter marked; empty where nothing is said. */
export function yesCell({ say }: About, yes: boolean | null): Cell {
  if (yes === null) return null;
  return yes ? { value: say('是', 'Yes'), tone: 'good' } : { value: say('否', 'No'), tone: 'warn' };
}
