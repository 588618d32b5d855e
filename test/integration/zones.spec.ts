import { dayAt, instantAt } from '@convener/kernel';
import { planProject } from '@convener/templates';
import { answers, realSeeds } from '../support/builders.templates';

const { template, calendar } = realSeeds();

/** Each with an instant at which the day there has just begun, and whether clocks change in the year. */
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
    for (const day of ['2027-03-13', '2027-03-14', '2027-03-15', '2027-11-07', '2027-12-31']) {
      const at = instantAt(day, '09:00', zone);
      expect(
        new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' }).format(at),
      ).toBe(`${day} 09:00`);
    }
  });

  it('a late start squeezes from the day that it is there', () => {
    const today = dayAt(midnight, zone);
    const { items } = planProject(
      template('event'),
      answers({ opening: '2027-05-20', closing: '2027-05-21' }),
      calendar,
      today,
    );
    expect(items.map(({ startDay }) => startDay).sort()[0]).toBe('2027-03-14');
  });
});

it('the same instant can be three different days', () => {
  const instant = Date.parse('2027-01-01T11:30:00Z');
  const days = ['Asia/Taipei', 'America/New_York', 'Pacific/Apia'].map((zone) => dayAt(instant, zone));
  expect(days).toEqual(['2027-01-01', '2027-01-01', '2027-01-02']);
  expect(dayAt(Date.parse('2027-01-01T02:00:00Z'), 'America/New_York')).toBe('2026-12-31');
});

describe.each(['Asia/Taipei', 'America/New_York', 'Pacific/Apia'])('on a machine whose clock stands in %s', (TZ) => {
  const before = process.env.TZ;
  beforeAll(() => void (process.env.TZ = TZ));
  afterAll(() => {
    if (before === undefined) delete process.env.TZ;
    else process.env.TZ = before;
  });

  it('plans and days are what they are anywhere', () => {
    const plan = planProject(template('conference'), answers(), calendar, '2027-06-01');
    expect(plan.anchors.find(({ key }) => key === 'moveIn')?.day).toBe('2027-10-11');
    expect(
      plan.items
        .flatMap(({ dueDay }) => dueDay)
        .sort()
        .at(-1),
    ).toMatch(/^2027-1[12]/);
    expect(dayAt(Date.parse('2027-03-13T16:00:00Z'), 'Asia/Taipei')).toBe('2027-03-14');
  });
});
