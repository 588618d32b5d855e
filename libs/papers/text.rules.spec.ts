import fc from 'fast-check';
import { clean, drawable, narrowed, oneLine, WIDE } from './text.rules';

const draws = (character: string) => /[ -~王小明〓…□✓é（）]/.test(character);

describe('text that files can hold', () => {
  it('has no controls, half characters or turned directions, and one kind of line break', () => {
    expect(clean('a\u0000\u0008\ud800b\r\nc\u2028d\te\u202e\ufeff\uffff\ufdd0\u{10fffe}')).toBe('ab\nc\nd e');
  });

  it('keeps what people write, emoji and rare characters too', () => {
    expect(clean('王小明 👩‍👧 𠮷 한글 é')).toBe('王小明 👩‍👧 𠮷 한글 é');
  });

  it('is valid in XML, whatever it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(clean(text)).not.toMatch(/[^\n\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u);
      }),
    );
  });

  it('is one line where it must be', () => {
    expect(oneLine(' a\n b  c ')).toBe('a b c');
  });
});

describe('text in the characters of a font', () => {
  it('says 〓 for what it lacks, once a character', () => {
    expect(drawable('王😀小한', draws)).toBe('王〓小〓');
    expect(drawable('👩‍👧', draws)).toBe('〓〓');
  });

  it('writes a letter plainly rather than not at all', () => {
    expect(drawable('Dvořák Łukasz ﬁn ⋯ ☐', draws)).toBe('Dvorak Lukasz fin … □'.replace('ak ', 'ak '));
  });

  it('joins a letter and its accent where the font has them as one', () => {
    expect(drawable('e\u0301', draws)).toBe('é');
  });

  it('has nothing that the font lacks, whatever it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) =>
        [...drawable(clean(text), draws)].every((each) => each === '\n' || draws(each)),
      ),
    );
  });

  it('takes narrow quotation marks beside Latin letters, wide ones between Han characters', () => {
    const shown = [...narrowed('O’Donnell，“王”')].map((each) => WIDE[each] ?? each.replace(/[’“”]/, 'wide'));
    expect(shown.join('')).toBe('O’Donnell，wide王wide');
  });
});
