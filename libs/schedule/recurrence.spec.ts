import { addDays, daysBetween, weekday } from '@convener/kernel';
import fc from 'fast-check';
import { WorkingCalendar } from './calendar';
import { occurrences, type Recurrence } from './recurrence';

const calendar = new WorkingCalendar(
  [{ year: 2028, status: 'official', daysOff: [{ date: '2028-02-28', name: '和平紀念日' }] }],
  [],
);
const everyDay = new WorkingCalendar([], []);
const rule = (given: Partial<Recurrence>): Recurrence => ({
  ...{ every: 'week', weekday: 1, monthDay: null, fromDay: '2028-02-01', daysOff: 'move' },
  ...given,
});
const days = (given: Partial<Recurrence>, until: string) =>
  occurrences(rule(given), until, calendar).map(({ day }) => day);

const rules: fc.Arbitrary<Recurrence> = fc.record({
  every: fc.constantFrom('week' as const, 'two-weeks' as const, 'month' as const),
  weekday: fc.nat(6),
  monthDay: fc.integer({ min: 1, max: 31 }),
  fromDay: fc.nat(1500).map((count) => addDays('2027-01-01', count)),
  daysOff: fc.constantFrom('move' as const, 'skip' as const),
});

describe('work that comes again', () => {
  it('comes every week, or every other one counted from the first', () => {
    expect(days({}, '2028-02-21')).toEqual(['2028-02-07', '2028-02-14', '2028-02-21']);
    expect(days({ every: 'two-weeks', weekday: 3 }, '2028-03-01')).toEqual(['2028-02-02', '2028-02-16', '2028-03-01']);
  });

  it('moves to the next working day from a day off, or falls away, as it was decided', () => {
    expect(days({ fromDay: '2028-02-22' }, '2028-03-06')).toEqual(['2028-02-29', '2028-03-06']);
    expect(days({ fromDay: '2028-02-22', daysOff: 'skip' }, '2028-03-06')).toEqual(['2028-03-06']);
    expect(days({ fromDay: '2028-02-22' }, '2028-02-28')).toEqual([]);
  });

  it('keeps to the last day of shorter months, 29 February and the end of the year included', () => {
    const monthly = { every: 'month', weekday: null, monthDay: 31 } as const;
    const slots = (from: string, until: string) =>
      occurrences(rule({ ...monthly, fromDay: from }), until, everyDay).map(({ slot }) => slot);
    expect(slots('2028-01-15', '2028-04-30')).toEqual(['2028-01-31', '2028-02-29', '2028-03-31']);
    expect(slots('2028-11-30', '2029-02-28')).toEqual(['2028-11-30', '2028-12-31', '2029-01-31', '2029-02-28']);
  });

  it('is held on working days, each once, in order and inside its time', () => {
    fc.assert(
      fc.property(rules, fc.nat(800), (own, length) => {
        const until = addDays(own.fromDay, length);
        const found = occurrences(own, until, calendar);
        for (const [at, { slot, day }] of found.entries()) {
          expect(calendar.isWorkingDay(day)).toBe(true);
          expect(day >= slot && day <= until && slot >= own.fromDay).toBe(true);
          if (at > 0) expect(day > found[at - 1]!.day && slot > found[at - 1]!.day).toBe(true);
          if (own.every !== 'month') expect(weekday(slot)).toBe(own.weekday);
          if (own.every === 'two-weeks') expect(daysBetween(found[0]!.slot, slot) % 14).toBe(0);
        }
      }),
    );
  });

  it('stays what it was when its end moves: a later end only adds', () => {
    fc.assert(
      fc.property(rules, fc.nat(400), fc.nat(400), (own, length, more) => {
        const until = addDays(own.fromDay, length);
        const short = occurrences(own, until, calendar);
        const long = occurrences(own, addDays(until, more), calendar);
        const kept = long.filter(({ day }) => day <= until).map(({ slot }) => slot);
        expect(short.map(({ slot }) => slot).every((slot) => kept.includes(slot))).toBe(true);
        return more > 0 || kept.length === short.length;
      }),
    );
  });
});
