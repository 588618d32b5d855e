import { type Bilingual, type Day, daysBetween, weekday } from '@convener/kernel';
import type { ReminderKind } from './reminder.entity';

/** How near a due day is: past, today, tomorrow, or later; undated where there is none. */
export type When = 'overdue' | 'today' | 'tomorrow' | 'soon' | 'undated';

const WEEKDAYS_ZH = ['日', '一', '二', '三', '四', '五', '六'];
const WEEKDAYS_EN = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const MONTHS_EN = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

export function whenDue(dueDay: Day | null, today: Day): When {
  if (dueDay === null) return 'undated';
  const left = daysBetween(today, dueDay);
  if (left < 0) return 'overdue';
  if (left === 0) return 'today';
  return left === 1 ? 'tomorrow' : 'soon';
}

/** When something is due, in words: 明天到期, 已逾期 2 天. */
export function dueInWords(dueDay: Day | null, today: Day): Bilingual {
  if (dueDay === null) return NO_DUE_DAY;
  const left = daysBetween(today, dueDay);
  const days = Math.abs(left);
  const words: Record<Exclude<When, 'undated'>, Bilingual> = {
    overdue: { zh: `已逾期 ${days} 天`, en: `${days} ${days === 1 ? 'day' : 'days'} overdue` },
    today: { zh: '今天到期', en: 'due today' },
    tomorrow: { zh: '明天到期', en: 'due tomorrow' },
    soon: { zh: `${days} 天後到期`, en: `due in ${days} days` },
  };
  return words[whenDue(dueDay, today) as keyof typeof words];
}

/** A day for readers: 2027/10/12（二）, Tue 12 Oct 2027. */
export function dayInWords(day: Day): Bilingual {
  const [year, month, date] = day.split('-').map(Number);
  return {
    zh: `${year}/${month}/${date}（${WEEKDAYS_ZH[weekday(day)]}）`,
    en: `${WEEKDAYS_EN[weekday(day)]} ${date} ${MONTHS_EN[(month ?? 1) - 1]} ${year}`,
  };
}

const NO_DUE_DAY: Bilingual = { zh: '未訂期限', en: 'no due day' };

/** Why it is told beside its due day: what somebody wrote, or that nothing moves. Null where the due day says it all. */
export function reasonInWords(kind: ReminderKind | undefined, note: string | undefined): Bilingual | null {
  if (note !== undefined) return { zh: note, en: note };
  return kind === 'escalation' ? NO_PROGRESS : null;
}

/** `by`: the name of whoever wrote the comment. */
export function mentionInWords(by: string | undefined): Bilingual {
  return { zh: `${by ?? '有人'}在留言中提到您`, en: `${by ?? 'Somebody'} mentioned you in a comment` };
}

/** `why`: the reason that the accepter gave. */
export function returnedInWords(why: string | undefined): Bilingual {
  return { zh: `被退回：${why ?? ''}`, en: `returned: ${why ?? ''}` };
}

const NO_PROGRESS: Bilingual = {
  zh: '逾期後一直沒有進度，請協助處理',
  en: 'no progress since it fell due: please step in',
};
