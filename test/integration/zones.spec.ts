import { dayAt } from '@convener/kernel';
import { planProject } from '@convener/templates';
import { answers, realSeeds } from '../support/builders.templates';

const { template, calendar } = realSeeds();

/** Each with an instant at which the day there has just begun. */
const ZONES = [
  { zone: 'Asia/Taipei', begins: '2027-03-14T00:00:00+08:00' },
  { zone: 'America/New_York', begins: '2027-03-14T00:00:00-05:00' },
  { zone: 'Pacific/Apia', begins: '2027-03-14T00:00:00+13:00' },
];

it.each(ZONES)('in $zone a late start squeezes from the day that it is there', ({ zone, begins }) => {
  const today = dayAt(Date.parse(begins), zone);
  const soon = answers({ opening: '2027-05-20', closing: '2027-05-21' });
  const { items } = planProject(template('event'), soon, calendar, today);
  expect(items.map(({ startDay }) => startDay).sort()[0]).toBe('2027-03-14');
});

it('plans and days are what they are anywhere', () => {
  const plan = planProject(template('conference'), answers(), calendar, '2027-06-01');
  expect(plan.anchors.find(({ key }) => key === 'moveIn')?.day).toBe('2027-10-11');
  const dueDays = plan.items.flatMap(({ dueDay }) => dueDay).sort();
  expect(dueDays.at(-1)).toMatch(/^2027-1[12]/);
  expect(dayAt(Date.parse('2027-03-13T16:00:00Z'), 'Asia/Taipei')).toBe('2027-03-14');
});

it('this process stands in the zone that it was told', () => {
  // Set by machine-zones.spec.ts, which runs this file in several.
  const told = process.env.TZ;
  if (told) expect(new Intl.DateTimeFormat().resolvedOptions().timeZone).toBe(told);
});
