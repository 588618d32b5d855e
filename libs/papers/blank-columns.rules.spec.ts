import { withoutBlank } from './blank-columns.rules';
import type { Table } from './paper';

const table: Table = {
  type: 'table',
  columns: [
    { label: '項目', kind: 'text' },
    { label: '說明', kind: 'text' },
    { label: '實支', kind: 'money' },
    { label: '簽名', kind: 'text', byHand: true },
  ],
  rows: [{ group: '甲' }, { cells: ['場地', null, null, null] }, { cells: ['印刷', ' ', null, null] }],
  totals: ['合計', null, { value: 0, shown: 'NT$0' }, null],
  empty: '',
};

describe('a column in which nothing stands', () => {
  it('is left out, unless it is of figures or filled in by hand', () => {
    expect(withoutBlank(table)).toMatchObject({
      columns: [{ label: '項目' }, { label: '實支' }, { label: '簽名' }],
      rows: [{ group: '甲' }, { cells: ['場地', null, null] }, { cells: ['印刷', null, null] }],
      totals: ['合計', { shown: 'NT$0' }, null],
    });
  });

  it('goes with its total where the table says that it may', () => {
    const { columns, totals } = withoutBlank(table, ({ kind }) => kind === 'money');
    expect([columns.length, totals]).toEqual([3, ['合計', null, null]]);
  });

  it('stays in a table without rows, and where one row says something', () => {
    expect(withoutBlank({ ...table, rows: [] }).columns).toHaveLength(4);
    const rows = [...table.rows, { cells: ['餐飲', '加開一場', null, null] }];
    expect(withoutBlank({ ...table, rows }).columns).toHaveLength(4);
  });
});
