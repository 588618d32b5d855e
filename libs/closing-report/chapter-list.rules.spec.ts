import type { Block } from '@convener/papers';
import fc from 'fast-check';
import { aChapter } from '../../test/support/builders.report';
import { CATALOGUE } from './catalogue';
import { changesOf, digestOf, linesOf } from './changes.rules';
import { allChapters, lookedThrough, moved } from './chapter-list.rules';
import type { ReportChapter } from './chapter.entity';
import { reportBlocks } from './composing.rules';

const THREE = [{ key: 'facts' }, { key: 'targets' }, { key: 'budget' }];
const keysOf = (chapters: readonly ReportChapter[]) => chapters.map(({ key }) => key);

describe('the chapters of a report', () => {
  it('are those of the catalogue until somebody changes them', () => {
    expect(keysOf(allChapters(THREE, [], 'p'))).toEqual(['facts', 'targets', 'budget']);
  });

  it('stand as people have put them, a newer one of the catalogue behind the one that it follows there', () => {
    const stored = [
      aChapter({ key: 'budget', position: 0 }),
      aChapter({ key: 'own-1', own: true, position: 1 }),
      aChapter({ key: 'facts', position: 2 }),
    ];
    expect(keysOf(allChapters(THREE, stored, 'p'))).toEqual(['budget', 'own-1', 'facts', 'targets']);
  });

  it('leave out what is in the catalogue no more', () => {
    expect(keysOf(allChapters(THREE, [aChapter({ key: 'gone' })], 'p'))).toEqual(['facts', 'targets', 'budget']);
  });

  it('are moved behind another or to the front, and nowhere else', () => {
    const keys = ['a', 'b', 'c'];
    expect(moved(keys, 'a', 'c')).toEqual(['b', 'c', 'a']);
    expect(moved(keys, 'c', null)).toEqual(['c', 'a', 'b']);
    expect(moved(keys, 'b', 'a')).toEqual(keys);
    expect(moved(keys, 'a', 'x')).toBeNull();
    expect(moved(keys, 'a', 'a')).toBeNull();
  });
});

const words = fc.constantFrom(null, '經理寫的話。', '- 一\n- 二', '第一段\n\n第二段');
const written = fc.record({
  textBefore: words,
  textAfter: words,
  title: fc.constantFrom(null, '我們的標題'),
  included: fc.boolean(),
});
/** A report in any order, with anything written and left out. */
const report = fc
  .tuple(
    fc.shuffledSubarray(CATALOGUE.map(({ key }) => key)),
    fc.array(written, { minLength: CATALOGUE.length, maxLength: CATALOGUE.length }),
  )
  .map(([keys, texts]) => keys.map((key, position) => aChapter({ key, position, ...texts[position]! })));
const facts = fc.array(fc.tuple(fc.constantFrom('甲', '乙', '丙'), fc.nat(9)), { maxLength: 5 });
const dataOf = (rows: readonly [string, number][]): Block[] => [
  { type: 'facts', rows: rows.map(([label, value]) => ({ label, value: String(value) })) },
];
const about = { language: 'zh-TW' as const, say: (zh: string) => zh };

describe('when the data are read again', () => {
  it('nothing that people wrote, ordered or left out changes: only the data between', () => {
    fc.assert(
      fc.property(report, facts, facts, (stored, before, after) => {
        const chapters = allChapters(CATALOGUE, stored, 'p');
        const print = (rows: readonly [string, number][]) =>
          reportBlocks(about, chapters, 'subsidy', () => dataOf(rows));
        const withoutData = (blocks: readonly Block[]) => blocks.filter(({ type }) => type !== 'facts');
        expect(withoutData(print(after))).toEqual(withoutData(print(before)));
      }),
    );
  });

  it('whoever looks through them touches nothing but what was seen, and is told of no change until the next', () => {
    fc.assert(
      fc.property(report, facts, facts, (stored, before, after) => {
        const [then, now] = [linesOf(dataOf(before)), linesOf(dataOf(after))];
        for (const chapter of stored) {
          const seen = lookedThrough({ 'zh-TW': then, en: then }, 'me', 5);
          const { seenLines, seenDigests } = seen;
          expect(Object.keys(seen).sort()).toEqual(['seenAt', 'seenBy', 'seenDigests', 'seenLines']);
          const looked = { ...chapter, ...seen };
          expect(looked).toMatchObject({
            ...{ textBefore: chapter.textBefore, textAfter: chapter.textAfter, title: chapter.title },
            ...{ included: chapter.included, position: chapter.position, version: chapter.version },
          });
          expect(changesOf(seenLines!['zh-TW'], then)).toEqual([]);
          const moves = changesOf(seenLines!['zh-TW'], now).length > 0;
          expect(moves).toBe(seenDigests!['zh-TW'] !== digestOf(now));
        }
      }),
      { numRuns: 50 },
    );
  });
});
