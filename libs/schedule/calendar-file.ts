import { badRequest, isDay, weekday, yearOf } from '@convener/kernel';
import type { DayOff } from './calendar.checks';

export interface CalendarFile {
  year: number;
  /** Saturdays and Sundays left out. */
  daysOff: DayOff[];
}

/**
 * Reads the yearly office calendar that Taiwan's Directorate-General of Personnel Administration publishes as open data:
 * comma-separated, one day a line, `西元日期,星期,是否放假,備註` with `20260101,四,2,開國紀念日` (2 off, 0 working), in
 * UTF-8 or Big5. Throws 400 naming the line that can't be read.
 */
export function readCalendarFile(bytes: Uint8Array): CalendarFile {
  const lines = decode(bytes)
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .map((line, index) => ({
      cells: line.split(',').map((cell) => cell.trim().replace(/^"|"$/g, '')),
      number: index + 1,
    }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''));
  const [head, ...rows] = lines;
  if (!head || !/日期/.test(head.cells[0] ?? '')) throw unreadable(1, NO_HEAD);
  const days = rows.map(({ cells, number }) => readRow(cells, number));
  const years = new Set(days.map(({ date }) => yearOf(date)));
  const [year] = years;
  if (year === undefined) throw unreadable(2, NO_DAYS);
  if (years.size > 1) throw unreadable(2, SEVERAL_YEARS);
  return { year, daysOff: days.filter(isOff).map(({ date, name }) => ({ date, name })) };
}

interface Row extends DayOff {
  off: boolean;
}

function readRow([written = '', , off = '', name = '']: readonly string[], line: number): Row {
  const date = written.replace(/^(\d{4})[-/]?(\d{1,2})[-/]?(\d{1,2})$/, (_, year: string, month: string, day: string) =>
    [year, month.padStart(2, '0'), day.padStart(2, '0')].join('-'),
  );
  if (!isDay(date)) throw unreadable(line, NO_DAY);
  if (off !== '0' && off !== '2') throw unreadable(line, NO_MARK);
  return { date, off: off === '2', name: name || '放假' };
}

const isOff = ({ date, off }: Row): boolean => off && weekday(date) !== 0 && weekday(date) !== 6;

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('big5').decode(bytes);
  }
}

const NO_HEAD = {
  zh: '第一列要是「西元日期,星期,是否放假,備註」；請用人事行政總處辦公日曆表的 CSV 檔。',
  en: 'The first line must be 西元日期,星期,是否放假,備註: use the CSV of the DGPA office calendar.',
};
const NO_DAYS = { zh: '檔案裡沒有日期。', en: 'The file has no days.' };
const SEVERAL_YEARS = {
  zh: '檔案含有不只一年；請一年一檔。',
  en: 'The file covers more than one year: one file a year.',
};
const NO_DAY = { zh: '第一欄不是日期。', en: 'The first column is no day.' };
const NO_MARK = { zh: '「是否放假」要是 0 或 2。', en: 'The third column must be 0 or 2.' };

function unreadable(line: number, { zh, en }: { zh: string; en: string }) {
  const text = { zh: '這份行事曆讀不出來。', en: 'This calendar cannot be read.' };
  return badRequest('validation', text, [
    { pointer: '/content', zh: `第 ${line} 列：${zh}`, en: `Line ${line}: ${en}` },
  ]);
}
