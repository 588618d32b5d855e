import type { RegisterColumn } from '@convener/register-presets';
import type { RegisterRow } from '@convener/registers';
import { ShownColumns } from '@convener/reports';
import { BookedRow } from './booked-row';
import { amount, percentOf, sumOf } from './money';

const column = (key: string, type: RegisterColumn['type'], more: Partial<RegisterColumn> = {}): RegisterColumn => ({
  ...{ key, name: key, nameEn: key, type, required: false, unique: false, personal: false, unit: null, choices: [] },
  ...more,
});
const TIERS = [{ key: 'gold', name: '金級', nameEn: 'Gold' }];
const COLUMNS = [
  column('item', 'text'),
  column('cost', 'money'),
  column('amount', 'text'),
  column('people', 'number', { unit: '人' }),
  column('paid', 'yes-no'),
  column('tier', 'choice', { choices: TIERS }),
  column('shift', 'time-range'),
  column('sponsor', 'row-link'),
  column('due', 'date'),
];
const CELLS = {
  ...{ item: '場地', cost: 125_000_050, amount: '面議', people: 1200, paid: 'no', tier: 'gold', secret: '不給看' },
  ...{ shift: '2028-06-12T09:00/2028-06-12T17:00', sponsor: 'row-1', due: '2028-06-01' },
};
const row = (zh = true, { columns = COLUMNS, shown = new ShownColumns(), linked = false } = {}) =>
  new BookedRow(
    { id: 'row-9', registerId: 'budget', cells: CELLS } as unknown as RegisterRow,
    columns,
    new Map([['row-1', { text: '甲公司', registerId: 'sponsors', column: { key: 'name', personal: linked } }]]),
    { say: (chinese, english) => (zh ? chinese : english), shown },
  );

describe('a row of a list in a document', () => {
  it('says that cells about people were shown, once they are, and of no other', () => {
    const shown = new ShownColumns();
    const columns = [...COLUMNS, column('secret', 'text', { personal: true })];
    const asked = row(true, { columns, shown });
    asked.text('item', 'secret');
    asked.number('secret');
    asked.text('nothing');
    expect([shown.personal, shown.places]).toEqual([false, ['budget/item']]);
    asked.text('nothing', 'secret');
    expect([shown.personal, shown.places]).toEqual([true, ['budget/item', 'budget/secret']]);
  });

  it('says so of a link that shows what somebody is called in a list of people', () => {
    const shown = new ShownColumns();
    const asked = row(true, { shown, linked: true });
    asked.link('sponsor');
    expect(shown.personal).toBe(false);
    asked.text('sponsor');
    expect([shown.personal, shown.places]).toEqual([true, ['budget/sponsor', 'sponsors/name']]);
  });

  it('writes every type of cell as it is read', () => {
    const keys = COLUMNS.map(({ key }) => key);
    expect(keys.map((key) => row().text(key))).toEqual([
      ...['場地', 'NT$1,250,000.50', '面議', '1,200 人', '否', '金級'],
      ...['2028-06-12 09:00 – 17:00', '甲公司', '2028-06-01'],
    ]);
    expect(row(false).text('paid')).toBe('No');
    expect(row(false).text('tier')).toBe('Gold');
  });

  it('keeps types apart: what a project made of another type is not there', () => {
    expect(row().money('cost')).toBe(125_000_050);
    expect(row().money('amount')).toBeNull();
    expect(row().number('people')).toBe(1200);
    expect(row().yes('paid')).toBe(false);
    expect(row().choice('tier')).toBe('gold');
    expect(row().day('due')).toBe('2028-06-01');
    expect(row().day('item')).toBeNull();
    expect(row().range('shift')).toEqual(['2028-06-12T09:00', '2028-06-12T17:00']);
    expect(row().link('sponsor')).toBe('row-1');
  });

  it('says nothing of columns that are gone or not for the reader, and takes the first that has something', () => {
    expect(row().text('secret')).toBeNull();
    expect(row().text('gone')).toBeNull();
    expect(row().money('amount', 'cost')).toBe(125_000_050);
  });
});

describe('amounts', () => {
  it('are written with their currency and separators', () => {
    expect([amount(0), amount(120_000), amount(-150), amount(9_999_900, 'USD')]).toEqual([
      ...['NT$0', 'NT$1,200', '-NT$1.50', 'USD 99,999'],
    ]);
  });

  it('that nobody knows are no zeros', () => {
    expect(sumOf([null, null])).toBeNull();
    expect(sumOf([null, 150, 50])).toBe(200);
    expect(percentOf(1, 3)).toBe(33.3);
    expect(percentOf(1, 0)).toBeNull();
    expect(percentOf(null, 3)).toBeNull();
  });
});
