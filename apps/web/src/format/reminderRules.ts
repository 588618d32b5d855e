import type { GivenRule, ReminderRules } from '../api/types';
import { i18n, locale } from '../i18n';

type Anchors = ReminderRules['anchors'];

export function anchorName(key: string | undefined, anchors: Anchors): string {
  const named = anchors.find((anchor) => anchor.key === key);
  if (!named) return key ?? '';
  return locale() === 'en' ? named.nameEn : named.name;
}

/** A status of a work item or of a deliverable. */
export function statusName(status: string): string {
  const path = i18n.exists(`reminderRules.status.${status}`) ? `reminderRules.status.${status}` : `status.${status}`;
  return i18n.t(path as 'status.doing');
}

/** A rule in plain words: 期限前 7 天 09:00 提醒組長、專案經理（交付項目）. */
export function reminderRuleInWords(rule: GivenRule, anchors: Anchors): string {
  const { to, at, subjects, expiresAfterDays } = rule;
  const who = to?.map((role) => i18n.t(`reminded.role.${role}`)).join(i18n.t('common.comma'));
  const words = i18n.t('reminderRules.words.rule', {
    when: whenInWords(rule, anchors),
    at: at ? i18n.t('reminderRules.words.at', { time: at }) : '',
    who: who ?? i18n.t('reminderRules.words.owner'),
  });
  const about = subjects ? i18n.t(`reminderRules.words.subjects.${subjects}`) : '';
  if (expiresAfterDays === undefined) return words + about;
  return `${words}${about}${i18n.t('common.comma')}${i18n.t('reminderRules.words.expires', { count: expiresAfterDays })}`;
}

function whenInWords(rule: GivenRule, anchors: Anchors): string {
  const base = baseInWords(rule, anchors);
  const { days = 0, workingDays = 0 } = rule;
  const [count, unit] = workingDays === 0 ? [days, 'Days' as const] : [workingDays, 'Working' as const];
  if (count === 0) return i18n.t('reminderRules.offset.on', { base });
  return i18n.t(`reminderRules.offset.${count < 0 ? 'before' : 'after'}${unit}`, { base, count: Math.abs(count) });
}

function baseInWords({ when = 'due', anchor, status }: GivenRule, anchors: Anchors): string {
  if (when === 'anchor') return anchorName(anchor, anchors);
  if (when === 'status') return i18n.t('reminderRules.base.status', { status: statusName(status ?? '') });
  return i18n.t(`reminderRules.base.${when}`);
}
