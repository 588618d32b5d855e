import fc from 'fast-check';
import { addDays, dayNumber, daysBetween, isDay, weekday } from './days';

describe('calendar days', () => {
  it('counts from 1970-01-01 on, in any year', () => {
    expect(dayNumber('1970-01-01')).toBe(0);
    expect(dayNumber('1969-12-31')).toBe(-1);
    expect(dayNumber('2027-10-13')).toBe(21_104);
  });

  it('agrees with Date on every day of ten thousand years', () => {
    const first = -719_528;
    const last = dayNumber('9999-12-31')!;
    const named = (day: number) => new Date(day * 86_400_000).toISOString().slice(0, 10);
    fc.assert(
      fc.property(fc.integer({ min: first, max: last }), (day) => addDays('1970-01-01', day) === named(day)),
      { numRuns: 5000, examples: [[first], [last], [first + 59], [first + 60], [0], [-1]] },
    );
  });

  it.each(['2027-02-30', '2027-2-3', '2027-13-01', '2027-10-13T00:00', '', 'today'])('"%s" is no day', (text) => {
    expect(isDay(text)).toBe(false);
    expect(() => addDays(text, 1)).toThrow(RangeError);
  });

  it('goes over the ends of months, leap days and changes of clocks', () => {
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(addDays('2027-03-01', -1)).toBe('2027-02-28');
    for (const day of ['2027-03-13', '2027-03-14', '2027-04-04', '2027-09-26', '2027-11-07']) {
      expect(addDays(addDays(day, 1), -1)).toBe(day);
      expect(daysBetween(day, addDays(day, 1))).toBe(1);
    }
  });

  it('knows the day of the week', () => {
    expect(weekday('2027-10-13')).toBe(3);
    expect(weekday('2027-10-17')).toBe(0);
    expect(weekday('1969-12-31')).toBe(3);
  });
});
