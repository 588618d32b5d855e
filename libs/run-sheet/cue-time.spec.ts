import { clockText, instantOf, LAST_MINUTE, minuteOf, showDay } from './cue-time';

const TAIPEI = 'Asia/Taipei';

describe('the time of a cue', () => {
  it('counts on after midnight, so that a night belongs to the evening on which it began', () => {
    expect([570, 1470, LAST_MINUTE].map(clockText)).toEqual(['09:30', '24:30', '29:59']);
    expect(instantOf('2028-06-13', 1470, TAIPEI)).toBe(Date.parse('2028-06-14T00:30:00+08:00'));
    expect(minuteOf(Date.parse('2028-06-14T00:30:00+08:00'), '2028-06-13', TAIPEI)).toBe(1470);
    expect(minuteOf(Date.parse('2028-06-12T23:30:00+08:00'), '2028-06-13', TAIPEI)).toBe(-30);
  });

  it('is the wall clock of the zone, also on the day that clocks change', () =>
    expect(instantOf('2027-03-14', 540, 'America/New_York')).toBe(Date.parse('2027-03-14T09:00:00-04:00')));

  it('is of the evening until six in the morning', () => {
    expect(showDay(Date.parse('2028-06-14T05:59:59+08:00'), TAIPEI)).toBe('2028-06-13');
    expect(showDay(Date.parse('2028-06-14T06:00:00+08:00'), TAIPEI)).toBe('2028-06-14');
  });
});
