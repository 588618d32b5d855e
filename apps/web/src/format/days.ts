/** Calendar days as text, which never pass through a zone. Pure: without any language. */

/** Midnight UTC only serves to count. */
export const utc = (day: string) => new Date(`${day}T00:00:00Z`);

/** Days from `from` to `to`; negative when `to` lies before. */
export function daysBetween(from: string, to: string): number {
  return Math.round((utc(to).getTime() - utc(from).getTime()) / 86_400_000);
}

export function dayPlus(day: string, count: number): string {
  const date = utc(day);
  date.setUTCDate(date.getUTCDate() + count);
  return date.toISOString().slice(0, 10);
}

/** 0 is Sunday. */
export const weekdayOf = (day: string) => utc(day).getUTCDay();

export const sameYear = (one: string, other: string) => one.slice(0, 4) === other.slice(0, 4);
