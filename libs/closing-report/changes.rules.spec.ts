import type { Block } from '@convener/papers';
import fc from 'fast-check';
import { changesOf, digestOf, type Line, linesOf } from './changes.rules';

const table = (...rows: [string, number][]): Block => ({
  ...{ type: 'table', caption: '預算', empty: '' },
  columns: [
    { label: '項目', kind: 'text' },
    { label: '金額', kind: 'money' },
  ],
  rows: rows.map(([item, value]) => ({ cells: [item, { value, shown: `NT$${value}` }] })),
});
const told = (before: Block[], after: Block[]) =>
  changesOf(linesOf(before), linesOf(after)).map(({ what, at, before: was, after: is }) => [what, at, was, is]);

describe('what changed in a chapter’s data', () => {
  it('is told row by row: added, removed, and what a row said before', () => {
    const before = [table(['場地', 100], ['印刷', 20])];
    const after = [table(['場地', 120], ['保險', 5])];
    expect(told(before, after)).toEqual([
      ['changed', '預算', '場地 ｜ NT$100', '場地 ｜ NT$120'],
      ['added', '預算', null, '保險 ｜ NT$5'],
      ['removed', '預算', '印刷 ｜ NT$20', null],
    ]);
  });

  it('is nothing where rows only stand in another order', () => {
    const [before, after] = [[table(['場地', 100], ['印刷', 20])], [table(['印刷', 20], ['場地', 100])]];
    expect(told(before, after)).toEqual([]);
    expect(digestOf(linesOf(before))).toBe(digestOf(linesOf(after)));
  });

  it('knows rows of one name apart, and the same name under another heading', () => {
    const twice = [table(['場地', 100], ['場地', 200])];
    expect(told(twice, [table(['場地', 100], ['場地', 300])])).toEqual([
      ['changed', '預算', '場地 ｜ NT$200', '場地 ｜ NT$300'],
    ]);
    const under = (text: string): Block[] => [
      { type: 'heading', level: 2, text },
      { type: 'items', items: ['甲'] },
    ];
    expect(told([...under('會前'), ...under('會中')], under('會前'))).toEqual([['removed', '會中', '甲', null]]);
  });

  it('tells a newer version of a photo, although its caption is the same', () => {
    const photo = (fileId: string): Block[] => [
      { type: 'pictures', columns: 2, items: [{ fileId, caption: '場勘', width: 4, height: 3 }] },
    ];
    expect(told(photo('first'), photo('second'))).toEqual([['changed', '', '場勘', '場勘']]);
    expect(told(photo('first'), photo('first'))).toEqual([]);
  });

  it('tells facts, totals, bars and what is missing', () => {
    const blocks = (n: number): Block[] => [
      { type: 'facts', rows: [{ label: '人數', value: String(n) }] },
      { ...(table(['場地', 1]) as Extract<Block, { type: 'table' }>), totals: ['合計', n] },
      { type: 'bars', of: 5, items: [{ label: '講師', value: n, shown: String(n) }] },
      { type: 'missing', what: `缺 ${n} 項`, where: '', href: '/' },
    ];
    expect(told(blocks(1), blocks(2)).map(([what, , , after]) => [what, after])).toEqual([
      ['changed', '人數：2'],
      ['changed', '合計 ｜ 2'],
      ['changed', '講師 2'],
      ['added', '缺 2 項'],
      ['removed', null],
    ]);
  });

  it('leads from what was to what is, whatever they are', () => {
    const line = fc.record({
      at: fc.constantFrom('甲', '乙'),
      key: fc.constantFrom('1', '2', '3', '4'),
      says: fc.string(),
    });
    const lines = fc.uniqueArray(line, { selector: ({ at, key }) => `${at}${key}` });
    fc.assert(
      fc.property(lines, lines, (before, after) => {
        const changes = changesOf(before, after);
        const says = (all: readonly Line[]) => all.map((one) => `${one.at}${one.says}`);
        const left = says(before);
        for (const { at, before: was } of changes) if (was !== null) left.splice(left.indexOf(`${at}${was}`), 1);
        for (const { at, after: is } of changes) if (is !== null) left.push(`${at}${is}`);
        expect(left.sort()).toEqual(says(after).sort());
        expect(changes.length === 0).toBe(digestOf(before) === digestOf(after));
      }),
    );
  });
});
