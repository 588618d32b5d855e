import { dayAt, instantAt } from '@convener/kernel';
import type { Recipient } from '@convener/templates';
import {
  aSubject,
  LONG_WEEKEND,
  morning,
  PEOPLE,
  ruleSet,
  THREE_NUDGES,
  ZONES,
} from '../../test/support/builders.subjects';
import type { PlannedReminder } from './diff';
import { type AppliedRule, type RuleSet, rulesOfTemplate } from './rule-set';
import type { SubjectFacts, SubjectPlan } from './subjects';
import { type AnchorDays, remindersFor } from './wanted';

const NOBODY = { assignee: null, preparer: null, accepter: null, lead: null, manager: null, client: null };

const plan = (subject: SubjectPlan, rules: RuleSet, anchors: AnchorDays = new Map(), zone = 'Asia/Taipei', now = 0) =>
  remindersFor(subject, rules, anchors, LONG_WEEKEND, zone, now);
const told = (rows: readonly PlannedReminder[], zone = 'Asia/Taipei') =>
  rows.map(({ fireAt, personId, recipient }) => `${dayAt(fireAt, zone)} ${personId} as ${recipient}`);

describe.each(ZONES)('reminders of a due day in %s', (zone) => {
  const nudges = (dueDay: string, now = 0) =>
    plan(aSubject({ dueDay }), THREE_NUDGES, new Map(), zone, now).map(({ rule, fireAt }) => ({ rule, fireAt }));

  it('come at nine: seven days and one day before, and one working day after', () => {
    expect(nudges('2026-10-14')).toEqual([
      { rule: '7d-before', fireAt: morning('2026-10-07', zone) },
      { rule: '1d-before', fireAt: morning('2026-10-13', zone) },
      { rule: '1wd-after', fireAt: morning('2026-10-15', zone) },
    ]);
  });

  it('skip the weekend and the day off after a due day', () => {
    const after = nudges('2026-10-08').find(({ rule }) => rule === '1wd-after');
    expect(after && dayAt(after.fireAt, zone)).toBe('2026-10-12');
  });

  it('are never planned for an instant that has come', () => {
    const now = morning('2026-10-13', zone);
    expect(nudges('2026-10-14', now).map(({ rule }) => rule)).toEqual(['1wd-after']);
    expect(nudges('2026-10-14', now - 1).map(({ rule }) => rule)).toEqual(['1d-before', '1wd-after']);
    expect(nudges('2026-10-14', morning('2026-10-15', zone))).toEqual([]);
  });
});

it('a morning in Apia comes a day before the same morning in New York', () => {
  const at = (zone: string) => plan(aSubject(), THREE_NUDGES, new Map(), zone)[1]?.fireAt ?? 0;
  expect((at('America/New_York') - at('Pacific/Apia')) / 3_600_000).toBe(17);
});

describe('a rule', () => {
  const anchors = new Map([['opening', '2026-10-20']]);

  it('counts from a start', () => {
    const rule: AppliedRule = { key: 's', when: 'start', days: -2 };
    expect(told(plan(aSubject({}, { startDay: '2026-10-10' }), ruleSet(rule)))).toEqual(['2026-10-08 an as null']);
    expect(plan(aSubject(), ruleSet(rule))).toEqual([]);
  });

  it('counts from an anchor, about what should be done by then', () => {
    const rule: AppliedRule = { key: 'a', when: 'anchor', anchor: 'opening', workingDays: -3 };
    expect(told(plan(aSubject(), ruleSet(rule), anchors))).toEqual(['2026-10-15 an as null']);
    expect(plan(aSubject({ dueDay: '2026-10-21' }), ruleSet(rule), anchors)).toEqual([]);
    expect(told(plan(aSubject({ dueDay: null }), ruleSet({ ...rule, ofItem: true }), anchors))).toHaveLength(1);
    expect(plan(aSubject(), ruleSet({ ...rule, anchor: 'moveIn' }), anchors)).toEqual([]);
  });

  it('counts from the change into a status: at once means the next nine o’clock', () => {
    const since = (time: string) => ({ status: 'waiting', statusSince: instantAt('2026-10-10', time, 'Asia/Taipei') });
    const rule: AppliedRule = { key: 'w', when: 'status', status: 'waiting' };
    expect(told(plan(aSubject({}, since('08:00')), ruleSet(rule)))).toEqual(['2026-10-10 an as null']);
    expect(told(plan(aSubject({}, since('15:00')), ruleSet(rule)))).toEqual(['2026-10-11 an as null']);
    expect(told(plan(aSubject({}, since('15:00')), ruleSet({ ...rule, days: 3 })))).toEqual(['2026-10-13 an as null']);
    expect(plan(aSubject({}, { ...since('08:00'), status: 'doing' }), ruleSet(rule))).toEqual([]);
  });

  it('has its own time of day, and its own end', () => {
    const [row] = plan(aSubject(), ruleSet({ key: 'x', days: -1, at: '16:30', expiresAfterDays: 2 }));
    expect(row?.fireAt).toBe(instantAt('2026-10-13', '16:30', 'Asia/Taipei'));
    expect(row?.expiresAt).toBe(instantAt('2026-10-16', '00:00', 'Asia/Taipei'));
  });

  it('tells each of its recipients, nobody twice and nobody who is not there', () => {
    const to: Recipient[] = ['assignee', 'preparer', 'lead', 'manager', 'client'];
    const rows = (people: SubjectFacts['people']) => told(plan(aSubject({}, { people }), ruleSet({ key: 'x', to })));
    const day = '2026-10-14';
    const told4 = [`${day} an as assignee`, `${day} bo as lead`, `${day} cy as manager`, `${day} di as client`];
    expect(rows(PEOPLE)).toEqual(told4);
    expect(rows({ ...NOBODY, manager: 'cy', lead: 'cy' })).toEqual([`${day} cy as lead`]);
  });

  it('of a person is about that person’s own work alone', () => {
    expect(plan(aSubject(), ruleSet({ key: 'own-1', personId: 'an' }))).toHaveLength(1);
    expect(plan(aSubject(), ruleSet({ key: 'own-1', personId: 'bo' }))).toEqual([]);
  });

  it('is about deliverables, work items, or whichever carries the reminders', () => {
    const deliverable = aSubject({ ref: { type: 'deliverable', id: 'part' } });
    const around = aSubject({ open: false });
    const counts = (rule: AppliedRule) => [deliverable, around].map((subject) => plan(subject, ruleSet(rule)).length);
    expect(counts({ key: 'x' })).toEqual([1, 0]);
    expect(counts({ key: 'x', subjects: 'deliverables' })).toEqual([1, 0]);
    expect(counts({ key: 'x', subjects: 'work-items' })).toEqual([0, 1]);
  });
});

describe('standstill', () => {
  const rules = rulesOfTemplate({ at: '09:00', rules: [] });
  const idle = (change: Partial<SubjectPlan> = {}, facts: Partial<SubjectFacts> = {}) =>
    told(plan(aSubject(change, { idleSince: '2026-10-07', ...facts }), rules));

  it('is told to the lead after two working days, and to the manager after three more', () => {
    // 10-09 is a day off before a weekend.
    expect(idle()).toEqual(['2026-10-12 bo as lead', '2026-10-15 cy as manager']);
  });

  it('is told to nobody of their own work, and to nobody twice', () => {
    expect(idle({ personId: 'bo' })).toEqual(['2026-10-15 cy as manager']);
    expect(idle({}, { people: { ...PEOPLE, lead: 'cy' } })).toEqual(['2026-10-12 cy as lead']);
    expect(idle({}, { people: { ...PEOPLE, lead: null } })).toEqual(['2026-10-15 cy as manager']);
  });

  it('is told to nobody where that is switched off, or nothing stands still', () => {
    expect(idle({}, { idleSince: null })).toEqual([]);
    expect(plan(aSubject({}, { idleSince: '2026-10-07' }), { ...rules, escalation: null })).toEqual([]);
  });
});
