import { type Bilingual, type Day, isDay, weekday } from '@convener/kernel';

/** What a text says, or what is wrong with it. */
export type Read<T> = { value: T } | { wrong: Bilingual };

/** 民國 1 is 1912. */
const ROC = 1911;
const WRITTEN = /^(民國)?(\d{1,4})(?:年|[-/.])(\d{1,2})(?:月|[-/.])(\d{1,2})日?$/;
const SHORT = /^(\d{3}|\d{4})(\d{2})(\d{2})$/;
const WEEKDAY = /\((?:週|周|星期|禮拜)?([日一二三四五六天])\)$/;
const WEEKDAYS = '日一二三四五六';

/** A day as people in Taiwan write it: 2028-03-05, 2028/3/5, 117/3/5, 民國117年3月5日, 1170305, with or without (日). */
export function readDay(text: string): Read<Day> {
  const compact = folded(text).replace(/\s/g, '');
  const named = WEEKDAY.exec(compact)?.[1]?.replace('天', '日');
  const bare = compact.replace(WEEKDAY, '');
  const parts = WRITTEN.exec(bare);
  const [, , ...digits] = parts ?? ['', '', ...(SHORT.exec(bare)?.slice(1) ?? [])];
  const [year = '', month = '', date = ''] = digits;
  if (year === '') return { wrong: NO_DAY };
  const republic = parts?.[1] !== undefined;
  if (year.length < 3 && !republic) return { wrong: WHICH_YEAR };
  if (year.length === 4 && republic) return { wrong: NO_DAY };
  const common = year.length === 4 ? year : String(Number(year) + ROC);
  const day = `${common}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  if (!isDay(day) || Number(common) < 1900) return { wrong: NOT_IN_CALENDAR };
  if (named !== undefined && WEEKDAYS[weekday(day)] !== named) return { wrong: otherWeekday(day) };
  return { value: day };
}

const A_DAY = String.raw`(?:民國\s?)?\d{1,4}\s?(?:年|[-/.])\s?\d{1,2}\s?(?:月|[-/.])\s?\d{1,2}\s?日?(?:\([^()]{1,4}\))?`;
const A_TIME = String.raw`(?:[01]?\d|2[0-3]):[0-5]\d`;
const A_SHORT_DAY = String.raw`\d{1,2}(?:月|[/.])\d{1,2}日?(?:\([^()]{1,4}\))?`;
const RANGE = new RegExp(
  String.raw`^(${A_DAY})?[\sT]*(${A_TIME})?\s*(?:(?:~|至|到|-|–|—|/)\s*(${A_DAY}|${A_SHORT_DAY})?[\sT]*(${A_TIME})?)?$`,
);

/**
 * Days, days with times, or times alone, as `from/until`: `2028-06-12/2028-06-14`, `2028-06-12T09:00/2028-06-12T17:00`,
 * `09:00/17:00`. A single day is a range of one; the second day may leave its year out.
 */
export function readTimeRange(text: string): Read<string> {
  const parts = RANGE.exec(folded(text).trim());
  const [, fromDay, fromTime, untilDay, untilTime] = parts ?? [];
  if (fromDay === undefined && (fromTime === undefined || untilTime === undefined)) return { wrong: NO_RANGE };
  if (fromDay === undefined && untilDay !== undefined) return { wrong: NO_RANGE };
  if ((fromTime === undefined) !== (untilTime === undefined)) return { wrong: ONE_TIME };
  const first = fromDay === undefined ? { value: '' } : readDay(fromDay);
  if ('wrong' in first) return first;
  const last = untilDay === undefined ? first : readDay(withYear(untilDay, first.value));
  if ('wrong' in last) return last;
  const [from, until] = [moment(first.value, fromTime), moment(last.value, untilTime)];
  return until < from ? { wrong: BACKWARDS } : { value: `${from}/${until}` };
}

function withYear(text: string, first: Day): string {
  return new RegExp(`^${A_SHORT_DAY}$`).test(text) ? `${first.slice(0, 4)}/${text.replace('月', '/')}` : text;
}

function moment(day: string, time: string | undefined): string {
  return [day, time?.padStart(5, '0')].filter(Boolean).join('T');
}

/** Full-width digits and signs as ASCII, and the signs that stand for a minus. */
export function folded(text: string): string {
  return text.normalize('NFKC').replace(/[−‐‑‒]/g, '-');
}

const NO_DAY = {
  zh: '看不出是哪一天；請寫成 2028-03-05、2028/3/5 或 民國117年3月5日。',
  en: 'Not a day. Write 2028-03-05, 2028/3/5 or 民國117年3月5日.',
};
const WHICH_YEAR = {
  zh: '看不出是西元還是民國；請寫四位數的西元年，或加上「民國」。',
  en: 'The year is unclear. Write it with four digits, or with 民國 before it.',
};
const NOT_IN_CALENDAR = { zh: '月曆上沒有這一天。', en: 'There is no such day in the calendar.' };
const otherWeekday = (day: Day): Bilingual => ({
  zh: `${day} 是星期${WEEKDAYS[weekday(day)]}，和寫的不一樣。`,
  en: `The weekday is wrong: ${day} is 星期${WEEKDAYS[weekday(day)]}.`,
});
const NO_RANGE = {
  zh: '看不出是什麼期間；請寫成 2028/6/12~2028/6/14、2028/6/12 09:00~17:00 或 09:00~17:00。',
  en: 'Not a time range. Write 2028/6/12~2028/6/14, 2028/6/12 09:00~17:00 or 09:00~17:00.',
};
const ONE_TIME = { zh: '起訖時刻要都寫，或都不寫。', en: 'Give both times or neither.' };
const BACKWARDS = { zh: '結束早於開始。', en: 'It ends before it begins.' };
