import { type CountedItem, isLate, isOverdue, progressOf } from './progress';
import { NOTHING, type Tally } from './tallies';

const TODAY = '2027-03-10';
const item = (over: Partial<CountedItem>): CountedItem => ({
  status: 'to-do',
  dueDay: '2027-04-30',
  tally: NOTHING,
  ...over,
});

const tally = (over: Partial<Tally>): Tally => ({ ...NOTHING, ...over });

describe('overdue', () => {
  it('begins the day after the due day, not on it', () => {
    expect(isOverdue({ dueDay: '2027-03-10' }, TODAY)).toBe(false);
    expect(isOverdue({ dueDay: '2027-03-09' }, TODAY)).toBe(true);
    expect(isOverdue({ dueDay: null }, TODAY)).toBe(false);
  });

  it('is an open item with an overdue deliverable that nobody has handed in', () => {
    expect(isLate(item({ tally: tally({ nextDueDay: '2027-03-01' }) }), TODAY)).toBe(true);
    expect(isLate(item({ tally: tally({ nextDueDay: '2027-03-10' }) }), TODAY)).toBe(false);
    expect(isLate(item({ tally: tally({ nextDueDay: null }) }), TODAY)).toBe(false);
  });

  it('is never something done', () => {
    expect(isLate(item({ status: 'done', dueDay: '2027-03-01' }), TODAY)).toBe(false);
  });
});

describe('progress', () => {
  it('counts done, settled, decided, overdue and what is due within a week', () => {
    const progress = progressOf(
      [
        item({
          status: 'done',
          dueDay: '2027-03-01',
          tally: tally({
            deliverables: { total: 1, settled: 1, submitted: 0 },
            checks: { total: 1, decided: 1 },
          }),
        }),
        item({ dueDay: '2027-03-01', tally: tally({ deliverables: { total: 1, settled: 0, submitted: 1 } }) }),
        item({ dueDay: '2027-03-17', tally: tally({ checks: { total: 1, decided: 0 } }) }),
        item({ dueDay: '2027-03-18' }),
      ],
      TODAY,
    );
    expect(progress).toEqual({
      workItems: { total: 4, done: 1, notApplicable: 0 },
      deliverables: { total: 2, settled: 1, submitted: 1 },
      checks: { total: 2, decided: 1 },
      overdue: 1,
      dueSoon: 1,
    });
  });

  it('leaves the deliverables and checks of what is not applicable out of the count', () => {
    const progress = progressOf(
      [
        item({
          status: 'not-applicable',
          tally: tally({
            deliverables: { total: 1, settled: 0, submitted: 0 },
            checks: { total: 1, decided: 0 },
          }),
        }),
      ],
      TODAY,
    );
    expect(progress.workItems).toEqual({ total: 1, done: 0, notApplicable: 1 });
    expect(progress.deliverables.total + progress.checks.total).toBe(0);
  });
});
