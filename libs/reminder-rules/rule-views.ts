import { ESCALATION, escalationOf, type OwnRule, type RuleSet } from '@convener/reminders';
import type { Escalation, Recipient, ReminderRule } from '@convener/templates';

/** Where a rule comes from. */
export type RuleSource = 'template' | 'project' | 'item' | 'person';

/** A rule as its list shows it. */
export interface RuleView extends Omit<ReminderRule, 'to'> {
  to?: Recipient[];
  from: RuleSource;
  /** Of the row that can be changed here; null where it is only inherited. */
  id: string | null;
  version: number | null;
  active: boolean;
  /** It stands in the place of an inherited rule, or switches it off. */
  replaces: boolean;
  /** When it fires next (epoch ms), about whatever; null where nothing is planned by it. */
  next: number | null;
}

export interface EscalationView extends Escalation {
  from: RuleSource;
  id: string | null;
  version: number | null;
  active: boolean;
}

/** The instants (epoch ms) at which rules fire next, by key. */
export type NextFires = ReadonlyMap<string, number>;

/**
 * What a list shows: the rules above it, each as its own row changes it, then its own. `own` are the rows of that list
 * alone; `above` says of each inherited rule where it comes from.
 */
export function ruleViews(
  above: readonly { rule: ReminderRule; from: RuleSource }[],
  own: readonly OwnRule[],
  next: NextFires,
): RuleView[] {
  const rows = new Map(own.map((row) => [row.rule.key, row]));
  const inherited = above.map(({ rule, from }) => {
    const row = rows.get(rule.key);
    rows.delete(rule.key);
    return row ? ruleView(row, true, next) : { ...bare(rule, next), ...INHERITED, from };
  });
  rows.delete(ESCALATION);
  return [...inherited, ...[...rows.values()].map((row) => ruleView(row, false, next))];
}

/** A row of its own, which can be changed. */
export function ruleView(row: OwnRule, replaces: boolean, next: NextFires): RuleView & { id: string; version: number } {
  const { id, version, active, scope: from } = row;
  const { leadAfter: _, managerAfter: __, ...rule } = row.rule;
  return { ...bare(rule, next), from, id, version, active, replaces, ...(!active && { next: null }) };
}

/** The escalation of a list: its own row, else what stands above it. */
export function escalationView(above: RuleSet, own: readonly OwnRule[], from: RuleSource): EscalationView | null {
  const row = own.find(({ rule }) => rule.key === ESCALATION);
  if (row) {
    const { id, version, active, scope } = row;
    return { ...escalationOf(row), id, version, active, from: scope };
  }
  return above.escalation ? { ...above.escalation, id: null, version: null, active: true, from } : null;
}

const INHERITED = { id: null, version: null, active: true, replaces: false } as const;

function bare(
  { to, ...rule }: ReminderRule,
  next: NextFires,
): Omit<ReminderRule, 'to'> & Pick<RuleView, 'to' | 'next'> {
  return { ...rule, ...(to && { to: [...to] }), next: next.get(rule.key) ?? null };
}
