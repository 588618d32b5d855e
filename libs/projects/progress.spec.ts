import { type CountedItem, isLate, isOverdue, progressOf } from './progress';

const TODAY = '2027-03-10';
const item = (over: Partial<CountedItem>): CountedItem => ({
  status: 'to-do',
  dueDay: '2027-04-30',
  deliverables: [],
  checks: [],
  ...over,
});

describe('overdue', () => {
  it('begins the day after the due day, not on it', () => {
    expect(isOverdue({ dueDay: '2027-03-10' }, TODAY)).toBe(false);
    expect(isOverdue({ dueDay: '2027-03-09' }, TODAY)).toBe(true);
    expect(isOverdue({ dueDay: null }, TODAY)).toBe(false);
  });

  it('is an open item with an overdue deliverable, but not once that was submitted', () => {
    expect(isLate(item({ deliverables: [{ status: 'open', dueDay: '2027-03-01' }] }), TODAY)).toBe(true);
    expect(isLate(item({ deliverables: [{ status: 'submitted', dueDay: '2027-03-01' }] }), TODAY)).toBe(false);
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
          deliverables: [{ status: 'accepted', dueDay: null }],
          checks: [{ state: 'ticked' }],
        }),
        item({ dueDay: '2027-03-01', deliverables: [{ status: 'submitted', dueDay: null }] }),
        item({ dueDay: '2027-03-17', checks: [{ state: 'open' }] }),
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
          deliverables: [{ status: 'open', dueDay: null }],
          checks: [{ state: 'open' }],
        }),
      ],
      TODAY,
    );
    expect(progress.workItems).toEqual({ total: 1, done: 0, notApplicable: 1 });
    expect(progress.deliverables.total + progress.checks.total).toBe(0);
  });
});
