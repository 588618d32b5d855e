import { limitOf } from './limits';

const ends = { openingDay: '2028-06-12', closingDay: '2028-06-14', reportDue: '2028-07-14' };

it.each([
  ['proposal', '2028-01-01', '2028-06-11'],
  ['before', null, '2028-06-11'],
  ['before', '2028-06-12', '2028-06-12'],
  ['during', '2028-06-12', '2028-06-14'],
  ['after', '2028-06-20', '2028-07-14'],
  ['closing', '2028-08-01', '2028-08-01'],
] as const)('work of the stage %s that is due on %s may be finished by %s', (stage, dueDay, limit) => {
  expect(limitOf({ stage, dueDay }, ends)).toBe(limit);
});

it('has no limit in the end where neither report nor row has a day', () => {
  expect(limitOf({ stage: 'closing', dueDay: null }, { ...ends, reportDue: null })).toBeNull();
});
