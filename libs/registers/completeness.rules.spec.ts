import { column } from '@convener/register-presets';
import { completenessOf, emptyIn, missingOf, NO_ROWS, type Tally, totalsOf } from './completeness.rules';

const columns = [
  column('venue', '場地名稱', 'Venue', 'text', { required: true }),
  column('cost', '費用', 'Cost', 'money', { required: true }),
  column('area', '坪數', 'Floor area', 'number'),
];
const list = { name: '場地列表', nameEn: 'Venues', columns };
const tally = (rows: number, filled: Record<string, [filled: number, total: number]>): Tally => ({
  rows,
  erased: 0,
  cells: new Map(Object.entries(filled).map(([key, [count, total]]) => [key, { filled: count, total }])),
});

describe('a list', () => {
  it('without rows is not complete', () => {
    expect(completenessOf(columns, NO_ROWS)).toEqual({ complete: false, empty: [] });
    expect(missingOf(list, NO_ROWS)).toEqual({ zh: '「場地列表」還沒有資料。', en: '"Venues" has no rows yet.' });
  });

  it('with an empty cell that is required is not complete, and says which and how often', () => {
    const some = tally(3, { venue: [3, 0], cost: [1, 5000] });
    expect(completenessOf(columns, some)).toEqual({ complete: false, empty: [{ column: 'cost', rows: 2 }] });
    expect(missingOf(list, some)).toEqual({
      zh: '「場地列表」還有必填欄位是空的：費用（2 筆）。',
      en: '"Venues" has empty cells: Cost (2).',
    });
    expect(missingOf(list, tally(2, {}))!.zh).toBe('「場地列表」還有必填欄位是空的：場地名稱（2 筆）、費用（2 筆）。');
  });

  it('with every required cell is complete, whatever else is empty', () => {
    const all = tally(2, { venue: [2, 0], cost: [2, 5000] });
    expect(completenessOf(columns, all)).toEqual({ complete: true, empty: [] });
    expect(missingOf(list, all)).toBeNull();
  });

  it('adds up its numbers and its money', () => {
    const all = tally(2, { cost: [2, 120_050], area: [1, 0.1 + 0.2] });
    expect(totalsOf(columns, all)).toEqual([
      { column: 'cost', total: 1200.5 },
      { column: 'area', total: 0.3 },
    ]);
    expect(totalsOf(columns, NO_ROWS).map(({ total }) => total)).toEqual([0, 0]);
  });

  it('knows what a row leaves empty', () => {
    expect(emptyIn(columns, { cells: { venue: '甲' }, erasedAt: null })).toEqual(['cost']);
  });

  it('asks no more for what was erased, and still for what was not', () => {
    const asked = [...columns, column('email', '電子郵件', 'E-mail', 'e-mail', { required: true, personal: true })];
    const some = { ...tally(3, { venue: [3, 0], cost: [2, 5000], email: [1, 0] }), erased: 2 };
    expect(completenessOf(asked, some).empty).toEqual([{ column: 'cost', rows: 1 }]);
    expect(completenessOf(asked, { ...some, erased: 1 }).empty).toContainEqual({ column: 'email', rows: 1 });
    expect(emptyIn(asked, { cells: { venue: '甲' }, erasedAt: 1 })).toEqual(['cost']);
    expect(emptyIn(asked, { cells: { venue: '甲' }, erasedAt: null })).toEqual(['cost', 'email']);
  });
});
