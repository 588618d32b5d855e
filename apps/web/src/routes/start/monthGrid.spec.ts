import fc from 'fast-check';
import { PlanCalendar } from './monthGrid';

const calendar = new PlanCalendar({
  items: [
    { place: 'a', dueDay: '2027-10-04' },
    { place: 'b', dueDay: '2027-10-04' },
    { place: 'c', dueDay: '2028-02-29' },
  ],
  anchors: [{ key: 'opening', name: '開幕', nameEn: 'Opening', day: '2027-10-13' }],
  holidays: [{ date: '2027-10-11', name: '國慶日補假' }],
});

describe('a plan on a calendar', () => {
  it('has work items on their due day, anchors and days off on theirs', () => {
    expect(calendar.at('2027-10-04').items.map(({ place }) => place)).toEqual(['a', 'b']);
    expect(calendar.at('2027-10-13').anchors.map(({ name }) => name)).toEqual(['開幕']);
    expect(calendar.at('2027-10-11')).toMatchObject({ off: true, holiday: '國慶日補假' });
    expect(calendar.at('2027-10-09')).toMatchObject({ off: true, holiday: null });
    expect(calendar.at('2027-10-08').off).toBe(false);
  });

  it('spans the months in which anything falls', () => {
    expect(calendar.months()).toEqual({ first: '2027-10', last: '2028-02' });
    expect(new PlanCalendar({ items: [], anchors: [], holidays: [] }).months()).toBeNull();
  });

  it('lays a month out in whole weeks from Monday', () => {
    const weeks = calendar.weeks('2027-10');
    expect(weeks.map((week) => week.map((cell) => cell?.day.slice(8) ?? '').join(' '))).toEqual([
      '    01 02 03',
      '04 05 06 07 08 09 10',
      '11 12 13 14 15 16 17',
      '18 19 20 21 22 23 24',
      '25 26 27 28 29 30 31',
    ]);
  });

  it('has every day of any month once, in its weekday', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2000, max: 2199 }), fc.integer({ min: 1, max: 12 }), (year, number) => {
        const weeks = calendar.weeks(`${year}-${String(number).padStart(2, '0')}`);
        const days = weeks.flat().filter((cell) => cell !== null);
        expect(days.length).toBe(new Date(Date.UTC(year, number, 0)).getUTCDate());
        expect(weeks.every((week) => week.length === 7)).toBe(true);
        const places = weeks.flatMap((week) =>
          week.map((cell, place) => cell && (new Date(cell.day).getUTCDay() + 6) % 7 === place),
        );
        expect(places.every((right) => right !== false)).toBe(true);
      }),
    );
  });

  it('lists on a phone only the days that have something to say', () => {
    expect(calendar.agenda('2027-10').map(({ day }) => day)).toEqual(['2027-10-04', '2027-10-11', '2027-10-13']);
    expect(calendar.agenda('2027-12')).toEqual([]);
  });
});
