import { dayAt, instantAt } from '@convener/kernel';
import { WorkingCalendar, type ReminderPolicy } from '@convener/templates';
import { nudgesFor } from './timing';

const policy: ReminderPolicy = {
  at: '09:00',
  rules: [
    { key: '7d-before', days: -7 },
    { key: '1d-before', days: -1 },
    { key: '1wd-after', workingDays: 1 },
  ],
};
const calendar = new WorkingCalendar(
  [{ year: 2026, status: 'official', daysOff: [{ date: '2026-10-09', name: '補假(國慶日 10-10)' }] }],
  [],
);
const morning = (day: string, zone: string) => instantAt(day, '09:00', zone);

describe.each(['Asia/Taipei', 'America/New_York', 'Pacific/Apia'])('nudges in %s', (zone) => {
  const nudges = (dueDay: string, now = 0) => nudgesFor(dueDay, zone, policy, calendar, now);

  it('come at nine: seven days and one day before, and one working day after', () => {
    expect(nudges('2026-10-14')).toEqual([
      { rule: '7d-before', fireAt: morning('2026-10-07', zone) },
      { rule: '1d-before', fireAt: morning('2026-10-13', zone) },
      { rule: '1wd-after', fireAt: morning('2026-10-15', zone) },
    ]);
  });

  it('skip the weekend and the day off after a due day', () => {
    const after = nudges('2026-10-08').find(({ rule }) => rule === '1wd-after');
    expect(after && dayAt(after.fireAt, zone)).toBe('2026-10-12');
  });

  it('keep to nine o’clock over a change of clocks and over the year’s end', () => {
    for (const dueDay of ['2026-11-02', '2026-03-09', '2027-01-03', '2028-03-01', '2027-03-15']) {
      for (const { fireAt } of nudges(dueDay)) expect(fireAt).toBe(morning(dayAt(fireAt, zone), zone));
    }
  });

  it('are never planned for an instant that has come', () => {
    const now = morning('2026-10-13', zone);
    expect(nudges('2026-10-14', now).map(({ rule }) => rule)).toEqual(['1wd-after']);
    expect(nudges('2026-10-14', now - 1).map(({ rule }) => rule)).toEqual(['1d-before', '1wd-after']);
    expect(nudges('2026-10-14', morning('2026-10-15', zone))).toEqual([]);
  });
});

it('a morning in Apia comes a day before the same morning in New York', () => {
  const at = (zone: string) => nudgesFor('2026-10-14', zone, policy, calendar, 0)[1]?.fireAt ?? 0;
  expect((at('America/New_York') - at('Pacific/Apia')) / 3_600_000).toBe(17);
});
