import { readAll } from '@convener/platform';
import type { Escalation, ReminderPolicy, ReminderRule } from '@convener/templates';
import type { EntityManager } from 'typeorm';
import { OwnRule } from './reminder-rule.entity';

/** A rule as it applies to some work. */
export interface AppliedRule extends ReminderRule {
  /** Set for a person's own rule, which is only about work that is theirs. */
  personId?: string;
  /** A work item's own rule: about it whenever it is due. */
  ofItem?: true;
}

/** All that apply to some work. */
export interface RuleSet {
  /** Local wall time `HH:MM` where a rule names none. */
  at: string;
  rules: readonly AppliedRule[];
  /** Null, or not there: nobody is told of a standstill. */
  escalation?: Escalation | null;
  /** Keys of inherited rules that are switched off. */
  off?: ReadonlySet<string>;
}

/** Key under which the working days of the escalation are kept beside other rules. */
export const ESCALATION = 'escalation';
const USUAL_ESCALATION: Escalation = { leadAfter: 2, managerAfter: 3 };

/** Keys of rules that stand in no other's place begin so. */
const OWN_KEY = 'own-';
export const ownKey = (id: string): string => `${OWN_KEY}${id}`;
export const isOwnKey = (key: string): boolean => key.startsWith(OWN_KEY);

/** The rules of a template, the usual escalation among them where it says nothing of one. */
export function rulesOfTemplate({ at, rules, escalation }: ReminderPolicy): RuleSet {
  return { at, rules, escalation: escalation === undefined ? USUAL_ESCALATION : escalation };
}

/** The rules of a project or work item: those above it, with its own added, put in another's place or switching it off. */
export function withOwnRules(above: RuleSet, own: readonly OwnRule[]): RuleSet {
  if (own.length === 0) return above;
  const rules = new Map(above.rules.map((rule) => [rule.key, rule]));
  const off = new Set(above.off);
  let { escalation } = above;
  for (const row of own) {
    const { key } = row.rule;
    if (key === ESCALATION) escalation = row.active ? escalationOf(row) : null;
    else if (row.active) rules.set(key, applied(row));
    else {
      rules.delete(key);
      off.add(key);
    }
  }
  return { at: above.at, rules: [...rules.values()], escalation, off };
}

export function escalationOf({ rule }: OwnRule): Escalation {
  return {
    leadAfter: rule.leadAfter ?? USUAL_ESCALATION.leadAfter,
    managerAfter: rule.managerAfter ?? USUAL_ESCALATION.managerAfter,
  };
}

/** Everything beside the templates that applies in these projects: their own rules, their items', their members'. */
export async function ownRulesIn(em: EntityManager, projectIds: readonly string[]): Promise<OwnRule[]> {
  const rules = await readAll(em, OwnRule, IN_PROJECTS, [projectIds, projectIds]);
  // Ids ascend with time: what was added later stands behind.
  return rules.sort((one, other) => (one.id < other.id ? -1 : 1));
}

/** Two lookups by index: with an OR both databases would read the whole table. */
const IN_PROJECTS = `WHERE t.id IN (
  SELECT id FROM reminder_rules WHERE project_id IN ?*
  UNION ALL
  SELECT r.id FROM project_members m JOIN reminder_rules r ON r.person_id = m.person_id WHERE m.project_id IN ?*)`;

function applied({ rule, scope, personId }: OwnRule): AppliedRule {
  if (scope === 'person') return { ...rule, personId: personId! };
  return scope === 'item' ? { ...rule, ofItem: true } : rule;
}
