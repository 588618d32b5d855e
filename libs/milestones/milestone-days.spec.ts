import { WorkingCalendar } from '@convener/schedule';
import { milestoneCycle, milestoneDays } from './milestone-days';
import { freeKey, rowsCountingFrom } from './milestone-keys';

const calendar = new WorkingCalendar([], []);
const anchors = new Map([['closing', '2026-06-12']]);
const payment = { key: 'payment', rule: 'finalReport + 10 working days', day: '2000-01-01' };
const report = { key: 'finalReport', rule: 'closing + 30 days', day: '2000-01-01' };

describe('milestones', () => {
  it('count from anchors and from one another, in whatever order they stand, over days off as the contract says', () => {
    expect([...milestoneDays([payment, report], anchors, calendar)]).toEqual([
      // 12 July is a Sunday: a contract names the very day.
      ['payment', '2026-07-24'],
      ['finalReport', '2026-07-12'],
    ]);
  });

  it('keep the day they were given, and the one they have where their anchor is gone', () => {
    const given = { key: 'inspection', rule: null, day: '2026-05-01' };
    expect([...milestoneDays([given, report], new Map(), calendar).values()]).toEqual(['2026-05-01', '2000-01-01']);
  });

  it('name the way round where one would count from itself', () => {
    const round = [payment, { ...report, rule: 'payment - 3 days' }];
    expect(milestoneCycle(round, 'payment')).toEqual(['payment', 'finalReport', 'payment']);
    expect(milestoneCycle([{ key: 'a', rule: 'a + 1 day' }], 'a')).toEqual(['a', 'a']);
    expect(milestoneCycle([payment, report], 'payment')).toBeNull();
    expect(milestoneCycle([{ key: 'c', rule: 'payment' }, ...round], 'c')).toBeNull();
  });

  it('are called after their kind, with a number from the second on', () => {
    expect(freeKey('performance-deadline', [])).toBe('performanceDeadline');
    expect(freeKey('payment', [{ key: 'payment' }, { key: 'payment2' }])).toBe('payment3');
  });

  it('know what counts from them, beside the work that they carry themselves', () => {
    const own = { id: 'a', key: 'payment', workItemId: 'work' };
    const row = { title: '請款', startRule: null, dueRule: 'payment - 5 days' };
    const rows = [
      { ...row, id: 'work', itemId: 'work' },
      { ...row, id: 'other', itemId: 'other', title: '發票' },
    ];
    const milestones = [{ id: 'b', name: '保固金', rule: 'payment + 1 day' }];
    expect(rowsCountingFrom(own, milestones, rows).map(({ title }) => title)).toEqual(['保固金', '發票']);
  });
});
