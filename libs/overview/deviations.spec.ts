import { deviationOf, summaryOf } from './deviations';

const row = (id: string, baselineDueDay: string | null, dueDay: string | null, doneDay: string | null = null) => ({
  ...{ id, baselineDueDay, dueDay, doneDay },
});

describe('a row against its baseline', () => {
  it('is later, earlier or as planned while it is open', () => {
    expect(deviationOf(row('a', '2028-02-28', '2028-03-02'))).toEqual({ kind: 'later', days: 3 });
    expect(deviationOf(row('a', '2028-03-02', '2028-02-28'))).toEqual({ kind: 'earlier', days: -3 });
    expect(deviationOf(row('a', '2028-03-02', '2028-03-02'))).toEqual({ kind: 'as-planned', days: 0 });
  });

  it('goes by the day it was done, wherever its due day has moved', () => {
    expect(deviationOf(row('a', '2028-03-02', '2028-03-20', '2028-03-05'))).toEqual({ kind: 'done-late', days: 3 });
    expect(deviationOf(row('a', '2028-03-02', '2028-02-01', '2028-03-02'))).toEqual({ kind: 'done-on-time', days: 0 });
    expect(deviationOf(row('a', '2028-03-02', null, '2028-02-20'))).toEqual({ kind: 'done-on-time', days: -11 });
  });

  it('cannot be told without a baseline or without a day', () => {
    expect(deviationOf(row('a', null, '2028-03-02'))).toBeNull();
    expect(deviationOf(row('a', '2028-03-02', null))).toBeNull();
  });
});

describe('a group of rows', () => {
  it('tells how many stand how, what that is on average, and who is furthest behind', () => {
    const rows = [
      row('later', '2028-03-01', '2028-03-11'),
      row('worse', '2028-03-01', '2028-03-01', '2028-03-21'),
      row('earlier', '2028-03-11', '2028-03-01'),
      row('same', '2028-03-01', '2028-03-01'),
      row('done', '2028-03-01', '2028-03-01', '2028-02-29'),
      row('new', null, '2028-03-01'),
    ];
    expect(summaryOf(rows)).toEqual({
      ...{ counted: 5, asPlanned: 1, later: 1, earlier: 1, doneOnTime: 1, doneLate: 1 },
      ...{ averageDays: 3.8, worst: { id: 'worse', days: 20 } },
    });
  });

  it('says nothing of nothing', () => {
    expect(summaryOf([])).toMatchObject({ counted: 0, averageDays: null, worst: null });
  });
});
