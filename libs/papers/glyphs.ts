import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { create, type Font, type Glyph } from 'fontkit';
import type { Measure } from './column-widths.rules';
import { drawable, narrowed, WIDE } from './text.rules';

/** One weight of Noto Sans Hant. Each character has one glyph and one width: nothing is shaped, so what is measured is drawn. */
export class Typeface {
  private readonly font: Font;
  private readonly known = new Map<string, { id: number; em: number }>();

  constructor(readonly file: Buffer) {
    this.font = create(file);
  }

  draws(character: string): boolean {
    return this.font.hasGlyphForCodePoint(character.codePointAt(0)!);
  }

  glyph(character: string): { id: number; em: number } {
    let glyph = this.known.get(character);
    if (!glyph) {
      const { id, advanceWidth } = this.found(character);
      glyph = { id, em: advanceWidth / this.font.unitsPerEm };
      this.known.set(character, glyph);
    }
    return glyph;
  }

  private found(character: string): Glyph {
    const wide = WIDE[character];
    if (wide !== undefined) return this.font.layout(wide, ['pwid']).glyphs[0]!;
    return this.font.glyphForCodePoint(character.codePointAt(0)!);
  }

  /** In ems. */
  width(text: string): number {
    let width = 0;
    for (const character of text) width += this.glyph(character).em;
    return width;
  }
}

export interface Typefaces {
  regular: Typeface;
  bold: Typeface;
}

let loaded: Typefaces | undefined;

/** Read once a thread: 6 MB each. */
export function typefaces(): Typefaces {
  loaded ??= { regular: typeface('Regular'), bold: typeface('Bold') };
  return loaded;
}

function typeface(weight: string): Typeface {
  const folder = join(dirname(require.resolve('@embedpdf/fonts-tc')), '..', 'fonts');
  return new Typeface(readFileSync(join(folder, `NotoSansHant-${weight}.otf`)));
}

/** The text in characters that both weights draw. */
export function inOurFont(text: string): string {
  const { regular, bold } = typefaces();
  return narrowed(drawable(text, (character) => regular.draws(character) && bold.draws(character)));
}

/** By which columns get their widths, in every format. */
export const measured: Measure = (text, bold = false) => {
  const { regular, bold: heavy } = typefaces();
  return (bold ? heavy : regular).width(inOurFont(text));
};
