import { dayOfRule, parseRule } from './rules';
import { WorkingCalendar } from './calendar';

const calendar = new WorkingCalendar(
  [{ year: 2026, status: 'official', daysOff: [{ date: '2026-10-09', name: '補假' }] }],
  [],
);

describe('a schedule rule', () => {
  it('reads an anchor alone, a distance in days, in working days, and a time of day', () => {
    expect(parseRule('opening')).toEqual({ anchor: 'opening', offset: 0, unit: 'days', time: null });
    expect(parseRule('opening - 30 days')).toEqual({ anchor: 'opening', offset: -30, unit: 'days', time: null });
    expect(parseRule('closing + 1 working day at 17:00')).toEqual({
      anchor: 'closing',
      offset: 1,
      unit: 'working days',
      time: '17:00',
    });
  });

  it('counts from an anchor that a project numbers itself', () => {
    expect(parseRule('payment2 - 5 working days')).toMatchObject({ anchor: 'payment2', offset: -5 });
  });

  it.each([
    '',
    '2payment',
    'opening-30 days',
    'opening - 30',
    'opening - 30 weeks',
    'opening at 25:00',
    'opening - -3 days',
  ])('refuses %p and says what a rule looks like', (text) => expect(() => parseRule(text)).toThrow(/no schedule rule/));

  it('counts calendar days over weekends and working days around days off', () => {
    expect(dayOfRule(parseRule('opening - 3 days'), '2026-10-12', calendar)).toBe('2026-10-09');
    expect(dayOfRule(parseRule('opening - 1 working day'), '2026-10-12', calendar)).toBe('2026-10-08');
    expect(dayOfRule(parseRule('closing + 2 working days'), '2026-10-08', calendar)).toBe('2026-10-13');
  });
});
