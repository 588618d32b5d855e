import { dayAt, instantAt, isZone } from './zones';

/** Each with an instant at which the day there has just begun; in one of them clocks change on that day. */
const ZONES = [
  { zone: 'Asia/Taipei', begins: '2027-03-14T00:00:00+08:00' },
  { zone: 'America/New_York', begins: '2027-03-14T00:00:00-05:00' },
  { zone: 'Pacific/Apia', begins: '2027-03-14T00:00:00+13:00' },
];

describe.each(ZONES)('in $zone', ({ zone, begins }) => {
  const midnight = Date.parse(begins);

  it('a day begins at its own midnight', () => {
    expect(dayAt(midnight - 1, zone)).toBe('2027-03-13');
    expect(dayAt(midnight, zone)).toBe('2027-03-14');
    expect(instantAt('2027-03-14', '00:00', zone)).toBe(midnight);
  });

  it('nine in the morning is nine on the wall, also on the day that clocks change', () => {
    const wall = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' });
    for (const day of ['2027-03-13', '2027-03-14', '2027-03-15', '2027-11-07', '2027-12-31'])
      expect(wall.format(instantAt(day, '09:00', zone))).toBe(`${day} 09:00`);
  });
});

it('the same instant can be three different days', () => {
  const instant = Date.parse('2027-01-01T11:30:00Z');
  expect(ZONES.map(({ zone }) => dayAt(instant, zone))).toEqual(['2027-01-01', '2027-01-01', '2027-01-02']);
  expect(dayAt(Date.parse('2027-01-01T02:00:00Z'), 'America/New_York')).toBe('2026-12-31');
});

it('a wall time that clocks skip is the one after the gap', () =>
  expect(instantAt('2027-03-14', '02:30', 'America/New_York')).toBe(Date.parse('2027-03-14T03:30:00-04:00')));

it('knows a zone by its IANA name alone', () => {
  expect(isZone('Asia/Taipei')).toBe(true);
  for (const text of ['Taipei', 'UTC+8', 'Asia/Nowhere', '', null]) expect(isZone(text)).toBe(false);
});
