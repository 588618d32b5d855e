import { WorkingCalendar } from '@convener/schedule';
import { anchorNotes } from './anchor-notes';

const calendar = new WorkingCalendar(
  [{ year: 2027, status: 'official', daysOff: [{ date: '2027-10-11', name: '國慶日補假' }] }],
  [{ monthDay: '10-10', name: '國慶日' }],
);
const noted = (day: string) => anchorNotes([{ key: 'moveIn', day }], calendar, '2027-01-04').map(({ zh }) => zh);

describe('what is to be known of an anchor’s day', () => {
  it('is nothing on a working day of an official year', () => expect(noted('2027-10-13')).toEqual([]));
  it('is that it has passed', () => expect(noted('2026-12-31')[0]).toBe('這一天已經過去。'));
  it('is the name of the day off', () => expect(noted('2027-10-11')).toEqual(['這一天放假（國慶日補假）。']));
  it('is the weekend by its name', () => {
    expect(noted('2027-10-16')).toEqual(['這一天是星期六。']);
    expect(noted('2027-10-17')).toEqual(['這一天是星期日。']);
  });
  it('is the fixed holiday where the year is not announced yet', () => {
    expect(noted('2029-10-10')).toEqual(['這一天放假（國慶日）。']);
  });
});
