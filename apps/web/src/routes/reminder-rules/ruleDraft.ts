import type { GivenRule } from '../../api/types';

/** What a rule's form holds: one offset with a direction, as people say it. */
export interface RuleDraft {
  when: NonNullable<GivenRule['when']>;
  anchor?: string;
  status?: string;
  direction: 'before' | 'on' | 'after';
  count: number;
  unit: 'days' | 'working';
  at: string;
  to: NonNullable<GivenRule['to']>;
  subjects: NonNullable<GivenRule['subjects']> | 'any';
  expiresAfterDays: number | null;
}

export const NEW_RULE: RuleDraft = {
  ...{ when: 'due', direction: 'before', count: 3, unit: 'days', at: '', to: [], subjects: 'any' },
  expiresAfterDays: null,
};

export function draftOf(rule: GivenRule): RuleDraft {
  const { when = 'due', anchor, status, days = 0, workingDays = 0, at = '', to = [], subjects = 'any' } = rule;
  const offset = workingDays === 0 ? days : workingDays;
  return {
    ...{ when, anchor, status, at, to, subjects, count: Math.abs(offset) || 1 },
    direction: offset === 0 ? 'on' : offset < 0 ? 'before' : 'after',
    unit: workingDays === 0 ? 'days' : 'working',
    expiresAfterDays: rule.expiresAfterDays ?? null,
  };
}

/** What the server is told; only what the chosen kind of rule has. */
export function ruleOf(draft: RuleDraft): GivenRule {
  const { when, anchor, status, direction, count, unit, at, to, subjects, expiresAfterDays } = draft;
  const offset = direction === 'on' ? 0 : direction === 'before' ? -count : count;
  return {
    when,
    ...(when === 'anchor' && { anchor }),
    ...(when === 'status' && { status }),
    ...(unit === 'working' ? { workingDays: offset } : { days: offset }),
    ...(at && { at }),
    ...(to.length > 0 && { to }),
    ...(subjects !== 'any' && { subjects }),
    ...(expiresAfterDays !== null && { expiresAfterDays }),
  };
}
