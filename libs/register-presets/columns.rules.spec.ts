import { columnProblems, type RegisterColumn, withMasks } from './columns.rules';

const column = (more: Partial<RegisterColumn> = {}): RegisterColumn => ({
  ...{ key: 'venue', name: '場地', nameEn: 'Venue', type: 'text', required: false, unique: false, personal: false },
  ...{ unit: null, choices: [] },
  ...more,
});
const big = { key: 'big', name: '大', nameEn: 'Large' };

describe('the columns of a list', () => {
  it('may be of any type', () => {
    const size = column({ key: 'size', name: '大小', type: 'choice', choices: [big] });
    expect(columnProblems([column({ unique: true }), size])).toEqual([]);
  });

  it.each<[string, RegisterColumn[], string]>([
    ['two of one key', [column(), column({ name: '場地名稱' })], '/columns/1/key'],
    ['a key that every object has', [column({ key: 'constructor' })], '/columns/0/key'],
    ['the key that files have for the status', [column({ key: 'status' })], '/columns/0/key'],
    ['two of one name', [column(), column({ key: 'place' })], '/columns/1/name'],
    ['unique amounts', [column({ type: 'money', unique: true })], '/columns/0/unique'],
    ['a unit of what is no number', [column({ unit: '坪' })], '/columns/0/unit'],
    ['a choice without choices', [column({ type: 'choice' })], '/columns/0/choices'],
    ['choices of what is none', [column({ choices: [big] })], '/columns/0/choices'],
    ['a link to no list', [column({ type: 'row-link', link: { list: null, preset: null } })], '/columns/0/link'],
    ['a link without a list', [column({ type: 'row-link' })], '/columns/0/link'],
    ['a list of what links nowhere', [column({ link: { list: 'a', preset: null } })], '/columns/0/link'],
    ['two choices of one key', [column({ type: 'choice', choices: [big, big] })], '/columns/0/choices'],
  ])('are refused with %s', (_what, columns, pointer) => {
    expect(columnProblems(columns).map((problem) => problem.pointer)).toEqual([pointer]);
  });

  it('are masked where somebody does not see their cells', () => {
    const columns = [column(), column({ key: 'phone', personal: true })];
    expect(withMasks(columns, new Set(columns)).map(({ masked }) => masked)).toEqual([false, false]);
    expect(withMasks(columns, new Set([columns[0]!])).map(({ masked }) => masked)).toEqual([false, true]);
  });
});
