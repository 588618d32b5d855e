import { instantAt } from '@convener/kernel';
import { WorkingCalendar } from '@convener/schedule';
import { type RuleGround, ruleProblems } from './rule-problems';

const everybody = { assignee: true, preparer: true, accepter: true, lead: true, manager: true, client: true };
const ground: RuleGround = {
  anchors: new Map([
    ['opening', '2026-12-01'],
    ['moveIn', null],
  ]),
  item: null,
  recipients: everybody,
  at: '09:00',
  zone: 'Asia/Taipei',
  calendar: new WorkingCalendar([], []),
  now: instantAt('2026-11-23', '12:00', 'Asia/Taipei'),
};
type Rule = Parameters<typeof ruleProblems>[0];
const at = (rule: Rule, change: Partial<RuleGround> = {}) =>
  ruleProblems(rule, { ...ground, ...change }).map(({ pointer }) => pointer);

describe('a rule that is entered', () => {
  it.each<[string, Rule]>([
    ['counts from the due day', { days: -3 }],
    ['counts from an anchor that is still to come', { when: 'anchor', anchor: 'opening', days: -7 }],
    ['counts from an anchor whose day is not known', { when: 'anchor', anchor: 'moveIn', days: -300 }],
    ['counts from a status, to several people', { when: 'status', status: 'submitted', to: ['accepter', 'manager'] }],
  ])('is taken where it %s', (_what, rule) => {
    expect(at(rule)).toEqual([]);
  });

  it.each<[string, Rule, string]>([
    ['an unknown anchor', { when: 'anchor', anchor: 'party' }, '/anchor'],
    ['no anchor', { when: 'anchor' }, '/anchor'],
    ['an anchor that it does not count from', { anchor: 'opening' }, '/anchor'],
    ['a status of finished work', { when: 'status', status: 'accepted' }, '/status'],
    ['no such status', { when: 'status', status: 'asleep' }, '/status'],
    ['days before a change of status', { when: 'status', status: 'waiting', days: -1 }, '/days'],
    ['working days before it', { when: 'status', status: 'waiting', workingDays: -1 }, '/workingDays'],
    [
      'a status that its subjects never have',
      { when: 'status', status: 'waiting', subjects: 'deliverables' },
      '/subjects',
    ],
    ['an accepter of a work item', { to: ['manager', 'accepter'], subjects: 'work-items' }, '/to/1'],
    ['an instant that has passed', { when: 'anchor', anchor: 'opening', days: -8 }, '/days'],
    ['working days that have passed', { when: 'anchor', anchor: 'opening', workingDays: -6 }, '/workingDays'],
  ])('is refused for %s', (_what, rule, pointer) => {
    expect(at(rule)).toEqual([pointer]);
  });

  it('is refused where nobody can be told', () => {
    const rule: Rule = { to: ['client', 'lead'] };
    expect(at(rule, { recipients: { ...everybody, client: false, lead: false } })).toEqual(['/to/0', '/to/1']);
    expect(at(rule, { recipients: null })).toEqual(['/to']);
  });

  it('of one work item is refused where the item’s own days are too near', () => {
    const item = { dueDay: '2026-11-25', startDay: '2026-11-24' };
    expect(at({ days: -2 }, { item })).toEqual(['/days']);
    expect(at({ days: -1 }, { item })).toEqual([]);
    expect(at({ when: 'start', days: -1 }, { item })).toEqual(['/days']);
    expect(at({ days: -2 }, { item: { dueDay: null, startDay: null } })).toEqual([]);
  });

  it('is told why in both languages', () => {
    const [problem] = ruleProblems({ when: 'anchor', anchor: 'opening', days: -8 }, ground);
    expect(problem?.zh).toContain('2026-11-23');
    expect(problem?.en).toContain('2026-11-23');
  });
});
