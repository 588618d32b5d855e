import { addDays, type Day, type FieldProblem } from '@convener/kernel';
import { dayOfRule, parseRule, WorkingCalendar } from '@convener/schedule';
import type { Anchor } from '@convener/templates';

/** An event of three days, with weekends as the only days off: what default rules are tried on. */
const OPENING = '2027-10-13';
const EVENT: Readonly<Record<string, Day>> = { opening: OPENING, closing: addDays(OPENING, 2) };
const WEEKENDS = new WorkingCalendar([{ year: 2027, status: 'official', daysOff: [] }], []);

/** The day that a rule names in an event for trying; null where it doesn't count. */
export function tryDay(rule: string, anchors: readonly Anchor[]): Day | null {
  const dayOf = (text: string, seen: readonly string[]): Day | null => {
    const parsed = parsedOrNull(text);
    if (!parsed || seen.includes(parsed.anchor)) return null;
    const given = EVENT[parsed.anchor];
    const next = anchors.find(({ key }) => key === parsed.anchor)?.default;
    const from = given ?? (next ? dayOf(next, [...seen, parsed.anchor]) : null);
    return from && dayOfRule(parsed, from, WEEKENDS);
  };
  return dayOf(rule, []);
}

/** What is wrong with a rule as such: not worded as one, or counted from an anchor that there is not. */
export function ruleProblems(rule: string, anchors: readonly Anchor[], pointer: string): FieldProblem[] {
  const parsed = parsedOrNull(rule);
  if (!parsed)
    return [
      {
        pointer,
        zh: `「${rule}」不是日期規則；請寫成 opening - 30 days 或 closing + 5 working days at 17:00。`,
        en: `"${rule}" is no rule: write "opening - 30 days" or "closing + 5 working days at 17:00".`,
      },
    ];
  const { anchor } = parsed;
  if (anchors.some(({ key }) => key === anchor)) return [];
  return [
    { pointer, zh: `範本沒有「${anchor}」這個基準日。`, en: `The template has no anchor "${anchor}" to count from.` },
  ];
}

/** What is wrong with the anchors of a template: missing, unknown or counting from each other. */
export function anchorListProblems(anchors: readonly Anchor[]): FieldProblem[] {
  const keys = new Set(anchors.map(({ key }) => key));
  const missing = ['opening', 'closing']
    .filter((key) => !keys.has(key))
    .map((key) => ({ pointer: '/anchors', zh: `少了「${key}」這個基準日。`, en: `The anchor "${key}" is missing.` }));
  const wrong = anchors.flatMap((anchor, index) => [
    ...[...anchor.notBefore, ...anchor.notAfter]
      .filter((key) => !keys.has(key))
      .map((key) => ({
        pointer: `/anchors/${index}`,
        zh: `沒有「${key}」這個基準日。`,
        en: `There is no anchor "${key}".`,
      })),
    ...defaultProblems(anchor, anchors, `/anchors/${index}/default`),
  ]);
  return [...missing, ...wrong];
}

function defaultProblems({ key, default: rule }: Anchor, anchors: readonly Anchor[], pointer: string): FieldProblem[] {
  if (key in EVENT)
    return rule === null
      ? []
      : [{ pointer, zh: '這個日子由專案經理填，不能推算。', en: 'The manager gives this day; it is not counted.' }];
  if (!rule) return [{ pointer, zh: '請填推算規則。', en: 'Give the rule that this day counts by.' }];
  const wrong = ruleProblems(rule, anchors, pointer);
  if (wrong.length > 0 || tryDay(rule, anchors) !== null) return wrong;
  const way = wayFrom(key, anchors);
  return [{ pointer, zh: `基準日互相推算：${way}`, en: `It counts from an anchor without a day: ${way}` }];
}

function wayFrom(key: string, anchors: readonly Anchor[]): string {
  const way = [key];
  for (let at: string | null = key; at !== null;) {
    const rule: string | null = anchors.find((anchor) => anchor.key === at)?.default ?? null;
    const next: string | null = rule === null ? null : (parsedOrNull(rule)?.anchor ?? null);
    if (next !== null) way.push(next);
    at = next === null || way.indexOf(next) < way.length - 1 ? null : next;
  }
  return way.join(' → ');
}

function parsedOrNull(rule: string) {
  try {
    return parseRule(rule);
  } catch {
    return null;
  }
}
