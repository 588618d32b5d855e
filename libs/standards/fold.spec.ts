import fc from 'fast-check';
import { fold, spansOf, wordsOf } from './fold';

const marked = (text: string, ...words: string[]) =>
  spansOf(fold(text), words.flatMap(wordsOf)).map(([start, end]) => text.slice(start, end));

describe('fold', () => {
  it('makes one of full and half width, of upper and lower case, of 臺 and 台', () => {
    expect(fold('ＧＤＰＲ（臺灣）Ｂ２Ｂ').text).toBe('gdpr(台灣)b2b');
  });

  it('folds any part of a text to that part of the folded text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (before, after) => {
        expect(fold(before + after).text).toBe(fold(before).text + fold(after).text);
      }),
    );
  });
});

describe('wordsOf', () => {
  it('parts words at blanks of any width, and takes each once', () => {
    expect(wordsOf('  報到　流程 B2B b2b\t')).toEqual(['報到', '流程', 'b2b']);
    expect(wordsOf(' 　')).toEqual([]);
  });
});

describe('spansOf', () => {
  it('marks what is printed, not what was typed', () => {
    expect(marked('以 Ｅ－mail 通知', 'e-MAIL')).toEqual(['Ｅ－mail']);
    expect(marked('會場100㎡', 'm')).toEqual(['㎡']);
  });

  it('joins words that touch or overlap', () => {
    expect(marked('現場報到處', '報到', '現場', '到處')).toEqual(['現場報到處']);
    expect(marked('報到與報到處', '報到')).toEqual(['報到', '報到']);
  });

  it('marks with any word that stands in a text exactly a text that folds to it', () => {
    const texts = fc
      .array(fc.constantFrom('報', '到', 'Ａ', 'a', '臺', '台', '㎡', 'm', '2', 'İ', '𠮷', '（'))
      .map((all) => all.join(''));
    fc.assert(
      fc.property(texts, texts, texts, (before, word, after) => {
        fc.pre(word !== '');
        const spans = spansOf(fold(before + word + after), wordsOf(word));
        expect(spans.length).toBeGreaterThan(0);
        expect(spans.some(([start, end]) => start <= before.length && end >= before.length + word.length)).toBe(true);
      }),
    );
  });
});
