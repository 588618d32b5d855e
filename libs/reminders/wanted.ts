import { addDays, type Day, dayAt, instantAt, later } from '@convener/kernel';
import type { WorkingCalendar } from '@convener/schedule';
import { type Recipient, RULE_STATUSES, type RuleSubjects } from '@convener/templates';
import type { PlannedReminder } from './diff';
import { followUpReceiver, followUpsFor } from './follow-up';
import { type AppliedRule, ESCALATION, isOwnKey, type RuleSet } from './rule-set';
import type { FiredReminder, SubjectPlan } from './subjects';

export type WorkingDays = Pick<WorkingCalendar, 'addWorkingDays'>;
export type AnchorDays = ReadonlyMap<string, Day>;

/** When a rule fires, and the day (in the project's zone) from which it counts. */
interface Moment {
  from: Day;
  day: Day;
  /** Epoch ms. */
  fireAt: number;
}

interface Receiver {
  recipient: Recipient | null;
  personId: string;
}

/**
 * What is still to be told of a subject after `now` (epoch ms), one row a recipient: each rule's day at its wall time in
 * the project's `zone`. An instant that has come already is never wanted, so a late start brings no flood.
 */
export function remindersFor(
  subject: SubjectPlan,
  rules: RuleSet,
  anchors: AnchorDays,
  calendar: WorkingDays,
  zone: string,
  now: number,
): PlannedReminder[] {
  const byRule = rules.rules.flatMap((rule) => {
    const moment = concerns(rule, subject) ? momentOf(rule, subject, rules.at, anchors, calendar, zone) : null;
    if (!moment || moment.fireAt <= now) return [];
    const expiresAt = expiryOf(rule, moment.day, zone);
    return receiversOf(rule, subject).map((to) =>
      row(subject, { ...to, kind: rule.when ?? 'due', rule: rule.key, expiresAt }, moment),
    );
  });
  return [
    ...byRule,
    ...escalationsFor(subject, rules, calendar, zone, now),
    ...followUpsFor(subject, rules.at, zone, now),
  ];
}

/**
 * Whom a reminder that has come due goes to by how its subject stands and what its rules say now; null where it holds no
 * more: settled, closed, counted from another day, switched off, put later, or nobody is left to tell.
 */
export function receiverNow(
  fired: FiredReminder,
  subject: SubjectPlan,
  rules: RuleSet,
  anchors: AnchorDays,
  calendar: WorkingDays,
  zone: string,
): string | null {
  // What is said of finished work is said all the same.
  if (fired.kind === 'mention') return fired.personId;
  // Whoever has handed it in again knows.
  if (fired.kind === 'returned') return subject.facts?.status === 'returned' ? fired.personId : null;
  if (fired.kind === 'manual') return manualReceiver(fired, subject);
  if (fired.kind === 'escalation') {
    const holds = rules.escalation && subject.facts?.idleSince === fired.dueDay;
    return holds ? (escalatesTo(subject, fired.recipient!) ?? null) : null;
  }
  if (fired.kind === 'follow-up') return followUpReceiver(fired, subject);
  const rule = rules.rules.find(({ key }) => key === fired.rule);
  if (!rule) return isForgotten(fired, rules) ? null : dueReceiver(fired, subject);
  const moment = concerns(rule, subject) ? momentOf(rule, subject, rules.at, anchors, calendar, zone) : null;
  if (moment?.from !== fired.dueDay || moment.fireAt > fired.fireAt) return null;
  return receiversOf(rule, subject).find(({ recipient }) => recipient === fired.recipient)?.personId ?? null;
}

/** When a rule fires about a subject, be it past or to come; null where it has no day to count from, or no reason. */
export function momentOf(
  rule: AppliedRule,
  subject: SubjectPlan,
  at: string,
  anchors: AnchorDays,
  calendar: WorkingDays,
  zone: string,
): Moment | null {
  const time = rule.at ?? at;
  const from = dayCountedFrom(rule, subject, anchors, zone);
  if (from === null) return null;
  const counted = addDays(from, rule.days ?? 0);
  const day = rule.workingDays === undefined ? counted : calendar.addWorkingDays(counted, rule.workingDays);
  const moment = { from, day, fireAt: instantAt(day, time, zone) };
  // "When it is handed in" means the next time that the clock shows nine.
  if (rule.when === 'status' && moment.fireAt <= subject.facts!.statusSince!) {
    const next = addDays(day, 1);
    return { from, day: next, fireAt: instantAt(next, time, zone) };
  }
  return inTime(rule, subject, moment) ? moment : null;
}

function dayCountedFrom(rule: AppliedRule, subject: SubjectPlan, anchors: AnchorDays, zone: string): Day | null {
  const { facts, dueDay } = subject;
  switch (rule.when ?? 'due') {
    case 'due':
      return dueDay;
    case 'start':
      return facts?.startDay ?? null;
    case 'anchor':
      return anchors.get(rule.anchor!) ?? null;
    case 'status':
      return facts?.status === rule.status && typeof facts?.statusSince === 'number'
        ? dayAt(facts.statusSince, zone)
        : null;
  }
}

/** A rule that counts from an anchor asks for what should be done by then, unless it was made for this very item. */
function inTime({ when, ofItem }: AppliedRule, { dueDay }: SubjectPlan, { from, day }: Moment): boolean {
  return when !== 'anchor' || ofItem === true || (dueDay !== null && dueDay <= later(from, day));
}

function concerns(rule: AppliedRule, { ref, open, facts }: SubjectPlan): boolean {
  const subjects = rule.subjects ?? subjectsOfStatus(rule);
  if (subjects === undefined) return open;
  if (subjects === 'deliverables') return open && ref.type === 'deliverable';
  return ref.type === 'work-item' && (facts?.outstanding ?? open);
}

/** A status belongs to work items or to deliverables. */
export function subjectsOfStatus({ when, status }: Pick<AppliedRule, 'when' | 'status'>): RuleSubjects | undefined {
  if (when !== 'status') return undefined;
  const of = (subjects: RuleSubjects) => (RULE_STATUSES[subjects] as readonly string[]).includes(status ?? '');
  return of('work-items') ? 'work-items' : 'deliverables';
}

/** Nobody twice by one rule, whatever they are to the work. */
function receiversOf({ to, personId: own }: AppliedRule, { personId, facts }: SubjectPlan): Receiver[] {
  if (own !== undefined || to === undefined) {
    const isTheirs = personId !== null && (own === undefined || own === personId);
    return isTheirs ? [{ recipient: null, personId }] : [];
  }
  const told = new Map<string, Receiver>();
  for (const recipient of to) {
    const person = facts?.people[recipient];
    if (person && !told.has(person)) told.set(person, { recipient, personId: person });
  }
  return [...told.values()];
}

function expiryOf({ expiresAfterDays }: AppliedRule, day: Day, zone: string): number | null {
  return expiresAfterDays === undefined ? null : instantAt(addDays(day, expiresAfterDays + 1), '00:00', zone);
}

function escalationsFor(
  subject: SubjectPlan,
  { at, escalation }: RuleSet,
  calendar: WorkingDays,
  zone: string,
  now: number,
): PlannedReminder[] {
  const from = subject.facts?.idleSince;
  if (!escalation || !from) return [];
  const { leadAfter, managerAfter } = escalation;
  const steps = [
    { recipient: 'lead', after: leadAfter },
    { recipient: 'manager', after: leadAfter + managerAfter },
  ] as const;
  return steps.flatMap(({ recipient, after }) => {
    const personId = escalatesTo(subject, recipient);
    const day = calendar.addWorkingDays(from, after);
    const fireAt = instantAt(day, at, zone);
    if (!personId || fireAt <= now) return [];
    const what = { recipient, personId, kind: 'escalation' as const, rule: ESCALATION, expiresAt: null };
    return [row(subject, what, { from, day, fireAt })];
  });
}

/** Nobody is told of a standstill in their own work; a manager who leads the sub-team is told as its lead. */
function escalatesTo({ facts, personId }: SubjectPlan, recipient: Recipient): string | null {
  const person = facts?.people[recipient] ?? null;
  if (person === personId || (recipient === 'manager' && person === facts?.people.lead)) return null;
  return person;
}

function manualReceiver({ recipient, personId }: FiredReminder, { open, facts }: SubjectPlan): string | null {
  if (!(facts?.outstanding ?? open)) return null;
  return recipient === null ? personId : (facts?.people[recipient] ?? null);
}

/** Switched off or deleted. Of a rule that no set ever named (a template's former version) the due day alone decides. */
function isForgotten({ kind, rule, recipient }: FiredReminder, { off }: RuleSet): boolean {
  return kind !== 'due' || recipient !== null || isOwnKey(rule) || (off?.has(rule) ?? false);
}

function dueReceiver(fired: FiredReminder, { open, dueDay, personId }: SubjectPlan): string | null {
  return open && dueDay === fired.dueDay ? personId : null;
}

function row(
  { ref }: SubjectPlan,
  what: Pick<PlannedReminder, 'recipient' | 'personId' | 'kind' | 'rule' | 'expiresAt'>,
  { from, fireAt }: Moment,
): PlannedReminder {
  return { subjectType: ref.type, subjectId: ref.id, ...what, dueDay: from, fireAt };
}
