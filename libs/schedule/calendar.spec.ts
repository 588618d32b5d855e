import { addDays } from '@convener/kernel';
import fc from 'fast-check';
import { WorkingCalendar } from './calendar';

const calendar = new WorkingCalendar(
  [{ year: 2027, status: 'provisional', daysOff: [{ date: '2027-10-11', name: '補假(國慶日 10-10)' }] }],
  [{ monthDay: '10-10', name: '國慶日' }],
);
const day = fc.integer({ min: 0, max: 2000 }).map((count) => addDays('2027-01-01', count));

describe('the working calendar', () => {
  it('takes weekends and named days off, and beyond the last known year the fixed dates', () => {
    const days = ['2027-10-08', '2027-10-09', '2027-10-11', '2027-10-12'];
    expect(days.map((on) => calendar.isWorkingDay(on))).toEqual([true, false, false, true]);
    expect(calendar.isWorkingDay('2028-10-10')).toBe(false);
    expect([2027, 2028].map((year) => calendar.basis(year))).toEqual(['provisional', 'weekends-only']);
  });

  it('lets a project work on days off and rest on working days', () => {
    const own = calendar.withOwnDays([
      { day: '2027-10-09', kind: 'working', name: '展期' },
      { day: '2027-10-12', kind: 'off', name: '補休' },
    ]);
    expect(own.isWorkingDay('2027-10-09')).toBe(true);
    expect(own.isWorkingDay('2027-10-12')).toBe(false);
    expect(calendar.isWorkingDay('2027-10-09')).toBe(false);
    expect(own.addWorkingDays('2027-10-08', 2)).toBe('2027-10-13');
    expect(own.basis(2027)).toBe('provisional');
  });

  it('counts working days there and back to where it began', () =>
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 300 }), (from, count) => {
        const start = calendar.onOrAfter(from);
        const there = calendar.addWorkingDays(start, count);
        expect(calendar.isWorkingDay(there)).toBe(true);
        expect(calendar.addWorkingDays(there, -count)).toBe(start);
      }),
    ));
});
