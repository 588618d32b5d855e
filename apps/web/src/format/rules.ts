import { i18n, locale } from '../i18n';

const RULE = /^([a-zA-Z][a-zA-Z0-9]*)(?: ([+-]) (\d{1,4}) (working )?days?)?(?: at (\d\d:\d\d))?$/;

/** A schedule rule of a template in words: `opening - 30 days` is 開幕前 30 天. Unknown text comes back as it is. */
export function ruleInWords(
  rule: string,
  anchors: readonly { key: string; name: string; nameEn: string | null }[],
): string {
  const parts = RULE.exec(rule.trim());
  if (!parts?.[1]) return rule;
  const [, key, sign, count, working, time] = parts;
  const named = anchors.find((anchor) => anchor.key === key);
  const anchor = named ? (locale() === 'en' && named.nameEn ? named.nameEn : named.name) : key;
  const kind = working ? 'working' : 'calendar';
  const base = sign
    ? i18n.t(`rule.${sign === '-' ? 'before' : 'after'}.${kind}`, { anchor, count: Number(count) })
    : i18n.t('rule.on', { anchor });
  return time ? i18n.t('rule.at', { base, time }) : base;
}
