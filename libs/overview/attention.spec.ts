import { attentionOf } from './attention';

const NOTHING = { deliverables: { total: 0, settled: 0, submitted: 0 }, checks: { total: 0, decided: 0 } };
const TODAY = '2027-03-10';
type Row = Parameters<typeof attentionOf>[0][number];
const row = (dueDay: string | null, over: Partial<Row> = {}): Row => ({
  ...{ status: 'to-do', dueDay, tally: { ...NOTHING, nextDueDay: null } },
  ...over,
});

describe('what a manager looks at first', () => {
  it('is overdue from the day after its day, and ahead from today for fourteen days', () => {
    const days = ['2027-03-09', '2027-03-10', '2027-03-24', '2027-03-25', null];
    const { overdue, ahead } = attentionOf(
      days.map((day) => row(day)),
      TODAY,
    );
    expect(overdue.map(({ dueDay }) => dueDay)).toEqual(['2027-03-09']);
    expect(ahead.map(({ dueDay }) => dueDay)).toEqual(['2027-03-10', '2027-03-24']);
  });

  it('has work with an overdue deliverable among the overdue and not among what is ahead', () => {
    const item = row('2027-03-12', { tally: { ...NOTHING, nextDueDay: '2027-03-01' } });
    expect(attentionOf([item], TODAY)).toEqual({ overdue: [item], waiting: [], ahead: [] });
  });

  it('has what waits among the waiting, also where it is overdue', () => {
    const item = row('2027-03-01', { status: 'waiting' });
    expect(attentionOf([item], TODAY)).toEqual({ overdue: [item], waiting: [item], ahead: [] });
  });

  it('knows no lateness while a project rests', () => {
    const item = row('2027-03-01', { status: 'waiting' });
    expect(attentionOf([item], null)).toEqual({ overdue: [], waiting: [item], ahead: [] });
  });
});
