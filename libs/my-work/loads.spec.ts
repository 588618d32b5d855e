import { loadOf } from './loads';

describe('how much somebody has', () => {
  const today = '2026-11-23';

  it('is counted by when it is due', () => {
    const counts = [
      { dueDay: '2026-11-22', count: 2 },
      { dueDay: today, count: 1 },
      { dueDay: '2026-11-30', count: 3 },
      { dueDay: '2026-12-01', count: 4 },
      { dueDay: null, count: 1 },
    ];
    expect(loadOf(counts, today)).toEqual({ open: 11, overdue: 2, week: 4 });
  });

  it('is nothing where there is nothing', () => {
    expect(loadOf([], today)).toEqual({ open: 0, overdue: 0, week: 0 });
  });
});
