import type { Bilingual } from '@convener/kernel';
import type { Choice, RegisterColumn } from '@convener/register-presets';
import { folded, type Read, readDay, readTimeRange } from './day-texts';

/** What comes from outside; text is read as people write it. */
export type GivenCell = string | number | boolean | null;
/** As it is kept: money in hundredths, yes-no as a word, all else as text. Empty cells are not kept at all. */
export type KeptCell = string | number;
/** As it is shown: money in dollars, yes-no as true or false. */
export type ShownCell = string | number | boolean;

export const LONGEST_CELL = 2000;
const LONGEST_LINE = 200;
const MOST = 1_000_000_000_000;

/** Finds the row that a text names in the list that a column leads to. */
export type ReadLink = (column: RegisterColumn, text: string) => Read<string>;

/**
 * Reads one cell; null empties it. What can't be read is refused with the reason, never guessed. Rows of other lists are
 * known to `readLink` alone. Of files there is nothing to read.
 */
export function readCell(
  column: RegisterColumn,
  given: GivenCell,
  readLink: ReadLink = nowhere,
): Read<KeptCell | null> {
  if (column.type === 'file') return { wrong: NO_FILES };
  const text = given === null ? '' : String(given).trim();
  if (text === '') return { value: null };
  if (BROKEN.test(text)) return { wrong: { zh: '含有不能使用的控制字元。', en: 'Holds control characters.' } };
  const most = column.type === 'text' ? LONGEST_CELL : LONGEST_LINE;
  if ([...text].length > most)
    return { wrong: { zh: `最多 ${most} 個字。`, en: `Must have at most ${most} characters.` } };
  return column.type === 'row-link' ? readLink(column, text) : READERS[column.type](text, column);
}

export function shownCell({ type }: Pick<RegisterColumn, 'type'>, kept: KeptCell): ShownCell {
  if (type === 'money') return Number(kept) / 100;
  return type === 'yes-no' ? kept === 'yes' : kept;
}

/** A total of kept cells as it is shown; floating point leaves dust behind the fourth decimal. */
export function shownTotal({ type }: Pick<RegisterColumn, 'type'>, total: number): number {
  return type === 'money' ? Math.round(total) / 100 : Math.round(total * 10_000) / 10_000;
}

/** Control characters but line breaks and tabs, and halves of surrogate pairs: no database keeps them. */
const BROKEN = /[^\P{Cc}\n\r\t]|\p{Cs}/u;

type Reader = (text: string, column: RegisterColumn) => Read<KeptCell>;

const READERS: Record<Exclude<RegisterColumn['type'], 'row-link' | 'file'>, Reader> = {
  // Files know one kind of line break alone: another would differ when it comes back.
  text: (text) => ({ value: text.replace(/\r\n?/g, '\n') }),
  person: (text) => ({ value: text.replace(/\s+/g, ' ') }),
  number: (text, { unit }) => readNumber(unit === null ? text : text.replace(new RegExp(`\\s*${escaped(unit)}$`), '')),
  money: readMoney,
  date: readDay,
  'time-range': readTimeRange,
  'e-mail': readEmail,
  phone: readPhone,
  choice: (text, { choices }) => readChoice(text, choices),
  'yes-no': readYesNo,
};

const NUMBER = /^[-+]?(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d{1,4})?$/;

function readNumber(text: string): Read<number> {
  const plain = folded(text).replace(/\s/g, '');
  const value = Number(plain.replace(/,/g, ''));
  if (!NUMBER.test(plain)) return { wrong: NO_NUMBER };
  return Math.abs(value) > MOST ? { wrong: TOO_LARGE } : { value: value + 0 };
}

const CURRENCY = /^([-+]?)(?:NTD|NT\$?|TWD|新台幣|新臺幣|\$)|(?:元整|元|圓|NTD|TWD)$/gi;
const TEN_THOUSAND = /(?<=\d)萬$/;

function readMoney(text: string): Read<number> {
  const bare = folded(text).replace(/\s/g, '').replace(CURRENCY, '$1').replace(CURRENCY, '$1');
  const factor = TEN_THOUSAND.test(bare) ? 10_000 : 1;
  const read = readNumber(bare.replace(TEN_THOUSAND, ''));
  if ('wrong' in read) return { wrong: read.wrong === NO_NUMBER ? NO_MONEY : read.wrong };
  const hundredths = Math.round(read.value * factor * 10_000) / 100;
  if (!Number.isInteger(hundredths)) return { wrong: NO_CENTS };
  return Math.abs(hundredths) > MOST * 100 ? { wrong: TOO_LARGE } : { value: hundredths + 0 };
}

const E_MAIL = /^[^\s@<>,;()]+@[^\s@<>,;()]+\.[^\s@<>,;().]{2,}$/;

function readEmail(text: string): Read<string> {
  const plain = folded(text).toLowerCase();
  return E_MAIL.test(plain)
    ? { value: plain }
    : { wrong: { zh: '不是正確的電子郵件地址。', en: 'Not an e-mail address.' } };
}

const PHONE = /^\+?[\d\s()/-]{3,40}(?:#\d{1,8})?$/;

function readPhone(text: string): Read<string> {
  const plain = folded(text)
    .replace(/\s*(?:分機|轉|ext\.?|#)\s*/i, '#')
    .replace(/\s+/g, ' ');
  return PHONE.test(plain) && /\d{3}/.test(plain.replace(/\D/g, ''))
    ? { value: plain }
    : {
        wrong: { zh: '不是正確的電話號碼，例如 02-2345-6789#12。', en: 'Not a phone number such as 02-2345-6789#12.' },
      };
}

function readChoice(text: string, choices: readonly Choice[]): Read<string> {
  const wanted = folded(text).toLowerCase();
  const found = choices.find(({ key, name, nameEn }) =>
    [key, name, nameEn].some((word) => folded(word).toLowerCase() === wanted),
  );
  if (found) return { value: found.key };
  const words = (of: (choice: Choice) => string, between: string) => choices.map(of).join(between);
  return {
    wrong: {
      zh: `應該是其中之一：${words(({ name }) => name, '、')}。`,
      en: `Must be one of: ${words(({ nameEn }) => nameEn, ', ')}.`,
    },
  };
}

const YES = new Set(['是', '有', '要', '可', 'y', 'yes', 'true', '1', 'v', '✓', '✔', '○', 'o']);
const NO = new Set(['否', '無', '沒有', '不是', '不要', '不可', 'n', 'no', 'false', '0', 'x', '✗', '✕', '╳']);

function readYesNo(text: string): Read<string> {
  const word = folded(text).toLowerCase();
  if (YES.has(word)) return { value: 'yes' };
  return NO.has(word) ? { value: 'no' } : { wrong: { zh: '請寫「是」或「否」。', en: 'Write yes or no.' } };
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}

const nowhere: ReadLink = () => ({
  wrong: { zh: '這裡不能連到別的清單。', en: 'No other list can be linked to here.' },
});

const NO_FILES: Bilingual = {
  zh: '這一欄放檔案，不能用輸入、貼上或匯入的；請在那一筆資料加入或移除檔案。',
  en: 'This column holds files, which can’t be typed, pasted or imported. Add or remove them in the row itself.',
};
const NO_NUMBER: Bilingual = {
  zh: '不是數字；可以寫 1,200 或 1200.5，小數最多四位。',
  en: 'Not a number. Write 1,200 or 1200.5, with four decimals at most.',
};
const NO_MONEY: Bilingual = {
  zh: '不是新臺幣金額；可以寫 NT$1,200、1200 元或 120萬。',
  en: 'Not an amount in New Taiwan dollars. Write NT$1,200 or 1200.',
};
const NO_CENTS: Bilingual = { zh: '金額的小數最多兩位。', en: 'An amount has two decimals at most.' };
const TOO_LARGE: Bilingual = { zh: '數字太大了。', en: 'The number is too large.' };
