import { column } from '@convener/register-presets';
import { callsBy, LinkBook, namingColumn } from './link-book.rules';

const NAME = column('name', '贊助商', 'Sponsor', 'text');
const TAX = column('taxId', '統一編號', 'Tax ID', 'text', { unique: true });
const SINCE = column('since', '簽約日', 'Signed on', 'date', { unique: true });
const list = { name: '贊助名冊', nameEn: 'Sponsors', columns: [NAME, TAX, SINCE] };
const book = new LinkBook(list, [
  { id: 'r1', cells: { name: '台積電', taxId: '22099131', since: '2028-03-05' } },
  { id: 'r2', cells: { name: '大同', taxId: '1' } },
  { id: 'r3', cells: { name: '大同', since: '2028-03-06' } },
  { id: 'r4', cells: { name: '大同' } },
  { id: 'r5', cells: {} },
]);

describe('the rows of another list', () => {
  it.each([
    ['what they are called', ' 台積電 ', 'r1'],
    ['a cell that no other row has', '２２０９９１３１', undefined],
    ['a cell that no other row has, as it stands', '22099131', 'r1'],
    ['a day, as people write it', '117/3/6', 'r3'],
    ['their id', 'r5', 'r5'],
  ])('are found by %s', (_what, text, id) => {
    const read = book.read(text);
    if (id === undefined) expect(read).toHaveProperty('wrong');
    else expect(read).toEqual({ value: id });
  });

  it('are not guessed where several are called so, or none is', () => {
    expect(book.read('大同')).toEqual({
      wrong: expect.objectContaining({ zh: expect.stringContaining('有 3 筆都叫這個') }),
    });
    expect(book.read('聯發科')).toEqual({
      wrong: expect.objectContaining({ zh: '「贊助名冊」裡沒有這一筆；請先在那份清單新增。' }),
    });
  });

  it('are not guessed where one is called as another is told apart; the one that is both is one', () => {
    const two = new LinkBook(list, [
      { id: 'a', cells: { name: '七', taxId: '7' } },
      { id: 'b', cells: { name: '7' } },
      { id: 'c', cells: { name: '８', taxId: '8' } },
    ]);
    expect(two.read('7')).toEqual({
      wrong: expect.objectContaining({ zh: expect.stringContaining('有 2 筆都叫這個') }),
    });
    expect(two.read('8')).toEqual({ value: 'c' });
    expect(['a', 'b', 'c'].map((id) => two.textOf(id))).toEqual(['七', 'b', '８']);
  });

  it.each([
    ['ＴＳＭＣ', 'tsmc', true],
    ['Mary  Ann', ' mary ann', true],
    ['台積電', '台積', false],
  ])('called %j are meant by %j: %s', (name, text, meant) => expect(callsBy(text)(name)).toBe(meant));

  it('are written as they are found again', () => {
    expect(['r1', 'r2', 'r3', 'r4', 'r5', 'gone'].map((id) => book.textOf(id))).toEqual([
      ...['台積電', '1', '2028-03-06', 'r4', 'r5', ''],
    ]);
    for (const id of ['r1', 'r2', 'r3', 'r4', 'r5']) expect(book.read(book.textOf(id))).toEqual({ value: id });
  });

  it('are called by the first column of words that somebody sees', () => {
    expect(namingColumn([SINCE, NAME, TAX])).toBe(NAME);
    expect(namingColumn([SINCE])).toBeNull();
  });
});
