import { addDays } from '@convener/kernel';

/** Built-in formats that show days or times; 27 to 36 and 50 to 58 are those of East Asian programs. */
const BUILT_IN: readonly [first: number, last: number][] = [
  [14, 22],
  [27, 36],
  [45, 47],
  [50, 58],
];

/** Whether a number is shown as a day or time. `code` is the format's text where the workbook has its own. */
export function showsTime(id: number, code: string | undefined): boolean {
  if (code === undefined) return BUILT_IN.some(([first, last]) => id >= first && id <= last);
  const bare = code
    .replace(/"[^"]*"|\\.|_.|\*./g, '')
    .replace(/\[(?![hms]+\])[^\]]*\]/gi, '')
    .replace(/general|e[+-]/gi, '');
  return /[ymdhs]/i.test(bare);
}

/** The last day that a spreadsheet knows: 9999-12-31. */
const LAST = 2_958_465;
const DAY_S = 86_400;

/**
 * A number that stands for a day, a time or both, as ISO 8601 writes it. Never by way of a zone: the number counts days,
 * from 1904 on or from 1900, which spreadsheets take for a leap year.
 */
export function timeText(serial: number, from1904: boolean): string {
  if (!(serial >= 0) || serial > LAST) return numberText(serial);
  const seconds = Math.round(serial * DAY_S);
  const days = Math.floor(seconds / DAY_S);
  const time = clockText(seconds % DAY_S);
  if (serial < 1 && days === 0) return time;
  const day = dayText(days, from1904);
  return time === '00:00' ? day : `${day} ${time}`;
}

function dayText(days: number, from1904: boolean): string {
  if (from1904) return addDays('1904-01-01', days);
  if (days === 60) return '1900-02-29';
  return addDays(days > 60 ? '1899-12-30' : '1899-12-31', days);
}

function clockText(seconds: number): string {
  const two = (part: number) => String(part).padStart(2, '0');
  const minutes = Math.floor(seconds / 60);
  const rest = seconds % 60;
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}${rest === 0 ? '' : `:${two(rest)}`}`;
}

/** Without the dust of floating point, which no program shows: spreadsheets keep fifteen digits. */
export function numberText(value: number): string {
  return String(Number(value.toPrecision(15)));
}

/** What a column of numbers or money keeps of it: spreadsheets compute on behind the fourth decimal. */
export function roundedText(text: string): string {
  const value = Number(text);
  // From there on fifteen digits leave no fifth decimal, and multiplied they would be rounded elsewhere.
  return Math.abs(value) < 1e11 ? String(Math.round(value * 10_000) / 10_000 + 0) : text;
}
