import type { RegisterColumn } from '@convener/register-presets';
import { listLacks, paidColumn } from './open-lists.rules';

const column = (key: string, more: Partial<RegisterColumn> = {}): RegisterColumn => ({
  ...{ key, name: key, nameEn: key, type: 'text', required: false, unique: false, personal: false, unit: null },
  ...{ choices: [], ...more },
});
const filled = (cells: Record<string, number>) =>
  new Map(Object.entries(cells).map(([key, count]) => [key, { filled: count, total: 0 }]));

describe('what a list lacks before its project is closed', () => {
  const columns = [
    column('name', { required: true, personal: true }),
    column('fee', { type: 'money', required: true }),
    column('paid', { type: 'yes-no' }),
  ];

  it('is how many rows leave a required cell empty, and are not paid', () => {
    const tally = { rows: 5, erased: 0, cells: filled({ name: 5, fee: 3, paid: 4 }) };
    expect(listLacks({ columns, personalDays: 90 }, tally, new Map([['paid', 2]]))).toEqual({
      ...{ incomplete: 2, unpaid: 3, daysUnsaid: false },
    });
  });

  it('is everything of a list without rows, which nobody has to pay', () => {
    const tally = { rows: 0, erased: 0, cells: filled({}) };
    expect(listLacks({ columns, personalDays: null }, tally, new Map())).toEqual({
      ...{ incomplete: 1, unpaid: 0, daysUnsaid: false },
    });
  });

  it('is a word on how long what it says of people is kept, as long as it says anything', () => {
    const kept = { rows: 2, erased: 1, cells: filled({ name: 1, fee: 2 }) };
    const gone = { rows: 2, erased: 2, cells: filled({ fee: 2 }) };
    const lacks = (tally: typeof kept, personalDays: number | null) =>
      listLacks({ columns, personalDays }, tally, new Map()).daysUnsaid;
    expect([lacks(kept, null), lacks(kept, 30), lacks(gone, null)]).toEqual([true, false, false]);
  });

  it('finds the column that says of a row that it is paid or settled', () => {
    expect(paidColumn(columns)).toBe('paid');
    expect(paidColumn([column('settled', { type: 'yes-no' })])).toBe('settled');
    expect(paidColumn([column('paid')])).toBeNull();
  });
});
