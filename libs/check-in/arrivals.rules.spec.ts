import { arrivalsTable } from './arrivals.rules';
import type { DeskRow } from './desk-row.rules';

const row = (id: string, more: Partial<DeskRow> = {}): DeskRow => ({
  ...{ id, status: 'confirmed', name: id, number: null, organisation: null, kind: 'guest', fee: null, paid: null },
  ...{ receipt: null, arrivedAt: null, deskId: null, ...more },
});
const column = (key: string, name: string) => ({
  ...{ key, name, nameEn: key, type: 'text' as const, required: false, unique: false, personal: false, unit: null },
  choices: key === 'kind' ? [{ key: 'guest', name: '貴賓', nameEn: 'Guest' }] : [],
});

describe('the list of who has arrived', () => {
  const columns = [column('who', '姓名'), column('kind', '身份')];
  const rows = [
    row('乙', { arrivedAt: Date.UTC(2028, 5, 12, 1, 5), deskId: 'b' }),
    row('丙'),
    row('甲', { arrivedAt: Date.UTC(2028, 5, 11, 23, 59), deskId: 'a' }),
  ];
  const table = (zone: string) =>
    arrivalsTable(columns, { name: 'who', kind: 'kind' }, rows, { deskCodes: new Map([['a', 'A']]), zone });

  it('has those who are there in the order in which they came, by the words of the list', () => {
    expect(table('Asia/Taipei').headings).toEqual(['姓名', '身份', '報到日期', '報到時間', '報到台']);
    expect(table('Asia/Taipei').rows).toEqual([
      ['甲', '貴賓', '2028-06-12', '07:59', 'A'],
      ['乙', '貴賓', '2028-06-12', '09:05', null],
    ]);
  });

  it('says when that was where the event is', () => {
    expect(table('America/New_York').rows[0]!.slice(2, 4)).toEqual(['2028-06-11', '19:59']);
  });
});
