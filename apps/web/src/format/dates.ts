import { i18n, locale } from '../i18n';
import { utc } from './days';

export { daysBetween, sameYear } from './days';

const enParts = { weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' } as const;
const enShort = new Intl.DateTimeFormat('en-GB', enParts);
const enDay = new Intl.DateTimeFormat('en-GB', { ...enParts, year: 'numeric' });

/**
 * `2027/10/13（三）`, or `Wed 13 Oct 2027` in English; without the year where it was just said.
 * Text that is no day comes back as it is.
 */
export function formatDay(day: string, withoutYear = false): string {
  const date = utc(day);
  if (Number.isNaN(date.getTime())) return day;
  if (locale() === 'en') return (withoutYear ? enShort : enDay).format(date).replace(',', '');
  return i18n.t('date.day', {
    day: (withoutYear ? day.slice(5) : day).replaceAll('-', '/'),
    weekday: i18n.t(`date.weekday.${date.getUTCDay()}` as 'date.weekday.0'),
  });
}

/** An instant (epoch ms) as wall time in the zone; the reader's own zone where none is given. */
export function formatInstant(at: number, zone?: string): string {
  const options: Intl.DateTimeFormatOptions = {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: zone,
  };
  return new Intl.DateTimeFormat(locale() === 'en' ? 'en-GB' : 'zh-TW', options).format(at);
}

/** Only the time of day of an instant (epoch ms). */
export function formatTime(at: number, zone?: string): string {
  return new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: zone }).format(at);
}

/** The calendar day of an instant in a zone. */
export function dayAt(at: number, zone?: string): string {
  return new Intl.DateTimeFormat('en-CA', { year: 'numeric', month: '2-digit', day: '2-digit', timeZone: zone }).format(
    at,
  );
}

export function todayIn(zone: string): string {
  return dayAt(Date.now(), zone);
}
