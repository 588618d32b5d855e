import { monthAfter, trackOf } from './trackGeometry';

const mark = (day: string, label = '進場') => ({ key: `${day} ${label}`, day, label });

describe('days drawn on one line', () => {
  it('run from today to the last of them, in proportion', () => {
    const track = trackOf([mark('2027-01-11'), mark('2027-02-10')], '2027-01-01')!;
    expect(track.marks.map(({ at }) => at)).toEqual([25, 100]);
    expect(track.months).toEqual([{ month: '2027-02', at: 77.5 }]);
  });

  it('begin with a day that has already passed', () => {
    expect(trackOf([mark('2026-12-01'), mark('2027-02-01')], '2027-01-01')!.marks[0]!.at).toBe(0);
  });

  it('are not drawn where there is nothing to run through', () => {
    expect(trackOf([mark('2027-01-01')], '2027-01-01')).toBeNull();
  });

  it('have labels that never cover each other and stay inside', () => {
    const crowd = ['2028-04-26', '2028-04-28', '2028-04-29', '2028-04-30', '2028-05-03'].map((day) =>
      mark(day, '記者會與開幕彩排'),
    );
    const { marks, lanes } = trackOf(crowd, '2027-01-01')!;
    expect(new Set(marks.map(({ lane }) => lane)).size).toBe(5);
    expect(lanes).toBe(5);
    expect(marks.every(({ leftwards }) => leftwards)).toBe(true);
    const apart = trackOf([mark('2027-02-01'), mark('2027-09-01'), mark('2028-05-01')], '2027-01-01')!;
    expect(apart.lanes).toBe(1);
  });

  it('name at most nine months', () => {
    expect(trackOf([mark('2029-12-01')], '2027-01-01')!.months.length).toBeLessThanOrEqual(9);
    expect(monthAfter('2027-12')).toBe('2028-01');
    expect(monthAfter('2028-01', -1)).toBe('2027-12');
  });
});
