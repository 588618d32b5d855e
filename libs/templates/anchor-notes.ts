import { type Bilingual, type Day, weekday } from '@convener/kernel';
import type { WorkingCalendar } from '@convener/schedule';

export interface AnchorNote extends Bilingual {
  /** The anchor's key. */
  key: string;
}

/** What a manager should know of these days: that they have passed, or that nobody works on them. */
export function anchorNotes(
  anchors: readonly { key: string; day: Day }[],
  calendar: WorkingCalendar,
  today: Day,
): AnchorNote[] {
  return anchors.flatMap(({ key, day }) => {
    const words = [pastNote(day, today), offNote(day, calendar)].filter((one) => one !== null);
    return words.map((note) => ({ key, ...note }));
  });
}

function pastNote(day: Day, today: Day): Bilingual | null {
  return day < today ? { zh: '這一天已經過去。', en: 'This day has already passed.' } : null;
}

function offNote(day: Day, calendar: WorkingCalendar): Bilingual | null {
  if (calendar.isWorkingDay(day)) return null;
  const holiday = calendar.holidayOn(day);
  if (holiday) return { zh: `這一天放假（${holiday}）。`, en: `A day off (${holiday}).` };
  return weekday(day) === 6
    ? { zh: '這一天是星期六。', en: 'A Saturday.' }
    : { zh: '這一天是星期日。', en: 'A Sunday.' };
}
