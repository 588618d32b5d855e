import type { RegisterColumn } from '@convener/register-presets';
import { type Cells, folded, type KeptCell, personalColumns, readCell } from '@convener/registers';

/** Whether a row is about whom the text names: by a whole e-mail address or phone number, or by a part of what is written. */
export function isAbout(text: string, columns: readonly RegisterColumn[], cells: Cells): boolean {
  return personalColumns(columns).some((column) => {
    const cell = Object.hasOwn(cells, column.key) ? cells[column.key] : undefined;
    return cell !== undefined && (NAMES[column.type]?.(text, column, cell) ?? false);
  });
}

/** What a phone number written among other words looks like. */
const PHONE_AMONG = /\+?\(?\d[\d\s()/-]{5,}\d(?:#\d{1,8})?/g;
const LEAST_DIGITS = 7;

/** Whether free words, such as the minutes of a meeting, name whom the text does: in part, or by a phone number however written. */
export function isWrittenIn(words: string, text: string): boolean {
  if (plain(words).includes(plain(text))) return true;
  const { number } = phoneDigits(folded(text));
  if (/\p{L}/u.test(text) || number.length < LEAST_DIGITS) return false;
  return (folded(words).match(PHONE_AMONG) ?? []).some((found) => phoneDigits(found).number === number);
}

type Names = (text: string, column: RegisterColumn, cell: KeptCell) => boolean;

const isPart: Names = (text, _, cell) => plain(String(cell)).includes(plain(text));

/** Days, amounts and choices name nobody: half the list would have the same. */
const NAMES: Partial<Record<RegisterColumn['type'], Names>> = {
  text: isPart,
  person: isPart,
  file: isPart,
  'e-mail': (text, column, cell) => {
    const read = readCell(column, text);
    return 'value' in read && read.value === cell;
  },
  phone: (text, column, cell) => {
    const read = readCell(column, text);
    if ('wrong' in read) return false;
    const [wanted, kept] = [phoneDigits(String(read.value)), phoneDigits(String(cell))];
    // Two extensions are two people; who leaves theirs out may be either.
    return (
      wanted.number === kept.number &&
      (wanted.extension === kept.extension || wanted.extension === '' || kept.extension === '')
    );
  },
};

/** The digits of a phone number as it is kept. Abroad +886 stands for the 0 with which it begins here. */
function phoneDigits(kept: string): { number: string; extension: string } {
  const [number = '', extension = ''] = kept.replace(/^\+\s?886[\s-]*\(?0?\)?/, '0').split('#');
  return { number: number.replace(/\D/g, ''), extension };
}

function plain(text: string): string {
  return folded(text).toLowerCase().replace(/\s+/g, ' ');
}
