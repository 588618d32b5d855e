import { type Bilingual, type Day, daysBetween, weekday } from '@convener/kernel';

/** How near a due day is: past, today, tomorrow, or later. */
export type When = 'overdue' | 'today' | 'tomorrow' | 'soon';

const WEEKDAYS_ZH = ['日', '一', '二', '三', '四', '五', '六'];
const WEEKDAYS_EN = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const MONTHS_EN = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

export function whenDue(dueDay: Day, today: Day): When {
  const left = daysBetween(today, dueDay);
  if (left < 0) return 'overdue';
  if (left === 0) return 'today';
  return left === 1 ? 'tomorrow' : 'soon';
}

/** When something is due, in words: 明天到期, 已逾期 2 天. */
export function dueInWords(dueDay: Day, today: Day): Bilingual {
  const left = daysBetween(today, dueDay);
  const days = Math.abs(left);
  const words: Record<When, Bilingual> = {
    overdue: { zh: `已逾期 ${days} 天`, en: `${days} ${days === 1 ? 'day' : 'days'} overdue` },
    today: { zh: '今天到期', en: 'due today' },
    tomorrow: { zh: '明天到期', en: 'due tomorrow' },
    soon: { zh: `${days} 天後到期`, en: `due in ${days} days` },
  };
  return words[whenDue(dueDay, today)];
}

/** A day for readers: 2027/10/12（二）, Tue 12 Oct 2027. */
export function dayInWords(day: Day): Bilingual {
  const [year, month, date] = day.split('-').map(Number);
  return {
    zh: `${year}/${month}/${date}（${WEEKDAYS_ZH[weekday(day)]}）`,
    en: `${WEEKDAYS_EN[weekday(day)]} ${date} ${MONTHS_EN[(month ?? 1) - 1]} ${year}`,
  };
}
