import type { RegisterColumn, ShownCell } from '../../../api/types';
import { sameYear } from '../../../format/days';

/** The words of the reader's language that cells are shown in. */
export interface CellWords {
  yes: string;
  no: string;
  /** A row of another list that is called nothing. */
  unnamed: string;
  /** `short`: without the year, which was just said. */
  day: (day: string, short?: boolean) => string;
  pick: (zh: string, en: string | null) => string;
}

const number = new Intl.NumberFormat('en-US', { maximumFractionDigits: 4 });

/**
 * A cell as it is read: days with their weekday, amounts with thousands, choices by name. Empty where it is. `linked`: what
 * the row is called that a link cell holds.
 */
export function cellText(
  column: RegisterColumn,
  value: ShownCell | undefined,
  words: CellWords,
  linked = String(value),
): string {
  if (value === undefined || value === '') return '';
  switch (column.type) {
    case 'number':
    case 'money':
      return number.format(Number(value));
    case 'yes-no':
      return value === true ? words.yes : words.no;
    case 'date':
      return words.day(String(value));
    case 'time-range':
      return rangeText(String(value), words.day);
    case 'choice': {
      const choice = column.choices.find(({ key }) => key === value);
      return choice ? words.pick(choice.name, choice.nameEn) : String(value);
    }
    case 'file':
      return String(value).replaceAll('\n', words.pick('、', ', '));
    case 'row-link':
      return linked || words.unnamed;
    default:
      return String(value);
  }
}

/** A cell as it is typed: the server reads it back as the same. */
export function typedText(column: RegisterColumn, value: ShownCell | undefined, linked?: string): string {
  if (value === undefined) return '';
  if (column.type === 'row-link') return linked || String(value);
  if (column.type === 'yes-no') return value === true ? 'yes' : 'no';
  if (column.type === 'date') return slashed(String(value));
  if (column.type !== 'time-range') return String(value);
  const [from = '', until = ''] = String(value).split('/');
  if (from === until) return slashed(from);
  return `${slashed(from)} ~ ${slashed(until)}`;
}

/** What was typed, or chosen by its key, as it is read until the server has kept it. */
export function draftText(column: RegisterColumn, text: string, words: CellWords): string {
  if (column.type === 'yes-no') return text === '' ? '' : cellText(column, text === 'yes', words);
  return column.type === 'choice' ? cellText(column, text, words) : text;
}

const slashed = (moment: string) => moment.replaceAll('-', '/').replace('T', ' ');

/** `from/until` of days, days with times, or times alone; a range within one day says the day once. */
function rangeText(range: string, day: CellWords['day']): string {
  const [from = '', until = ''] = range.split('/');
  const [fromDay = '', fromTime] = from.split('T');
  const [untilDay = '', untilTime] = until.split('T');
  if (!from.includes('-')) return `${from}–${until}`;
  const last = day(untilDay, sameYear(fromDay, untilDay));
  if (fromTime === undefined) return fromDay === untilDay ? day(fromDay) : `${day(fromDay)} – ${last}`;
  if (fromDay === untilDay) return `${day(fromDay)} ${fromTime}–${untilTime}`;
  return `${day(fromDay)} ${fromTime} – ${last} ${untilTime}`;
}
