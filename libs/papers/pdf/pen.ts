import { COLOURS, LEADING } from '../looks';
import { type Typeface, typefaces } from '../glyphs';
import { WIDE } from '../text.rules';

export interface Ink {
  size: number;
  bold?: boolean;
  colour?: string;
  align?: 'left' | 'right' | 'center';
}

/** What pdfkit keeps of an embedded font: which glyphs go into the file, their widths, and what text they stand for. */
interface EmbeddedFont {
  id: string;
  subset: { includeGlyph(id: number): number };
  widths: number[];
  unicode: number[][];
  ref(): unknown;
}

type Document = PDFKit.PDFDocument & {
  _font: EmbeddedFont;
  page: { fonts: Record<string, unknown> };
  addContent(operators: string): void;
};

/** Height of a line of that size. */
export function leading(size: number): number {
  return size * LEADING;
}

/**
 * Draws on the pages of one PDF: points from the top left. Text goes into the file glyph by glyph, as it was measured:
 * pdfkit's own `text` shapes each line anew, which takes most of the time of a long document and moves letters.
 */
export class Pen {
  private readonly fonts: { regular: EmbeddedFont; bold: EmbeddedFont };
  private readonly doc: Document;

  constructor(doc: PDFKit.PDFDocument) {
    this.doc = doc as Document;
    this.fonts = { regular: this.embedded('regular'), bold: this.embedded('bold') };
  }

  private embedded(weight: 'regular' | 'bold'): EmbeddedFont {
    // The source is copied: pdfkit hands it to a reader of its own.
    this.doc.registerFont(weight, typefaces()[weight].file as unknown as PDFKit.Mixins.PDFFontSource);
    this.doc.font(weight);
    return this.doc._font;
  }

  /** One line in a box of that width, whose height is `leading(size)`. */
  line(text: string, x: number, y: number, width: number, ink: Ink): void {
    if (text.trim() === '') return;
    const free = ink.align && ink.align !== 'left' ? width - widthIn(ink)(text) : 0;
    const left = ink.align === 'center' ? x + free / 2 : x + free;
    this.write(text, left, y + (leading(ink.size) - ink.size) / 2 + ink.size * 0.88, ink);
  }

  /** At a baseline. */
  write(text: string, x: number, y: number, ink: Ink): void {
    const weight = ink.bold ? 'bold' : 'regular';
    const font = this.fonts[weight];
    const codes = [...text].map((character) => this.code(character, typefaces()[weight], font)).join('');
    this.doc.page.fonts[font.id] ??= font.ref();
    this.doc.fillColor(`#${ink.colour ?? COLOURS.ink}`);
    this.doc.addContent(`BT /${font.id} ${round(ink.size)} Tf 1 0 0 -1 ${round(x)} ${round(y)} Tm <${codes}> Tj ET`);
  }

  private code(character: string, typeface: Typeface, font: EmbeddedFont): string {
    const { id, em } = typeface.glyph(character);
    const code = font.subset.includeGlyph(id);
    font.widths[code] ??= em * 1000;
    font.unicode[code] ??= [(WIDE[character] ?? character).codePointAt(0)!];
    return code.toString(16).padStart(4, '0');
  }

  fill(x: number, y: number, width: number, height: number, colour: string): void {
    this.doc.rect(x, y, width, height).fill(`#${colour}`);
  }

  frame(x: number, y: number, width: number, height: number, colour: string, thickness = 0.5): void {
    this.doc.lineWidth(thickness).rect(x, y, width, height).stroke(`#${colour}`);
  }

  rule(x1: number, y1: number, x2: number, y2: number, colour: string = COLOURS.rule, thickness = 0.5): void {
    this.doc.lineWidth(thickness).moveTo(x1, y1).lineTo(x2, y2).stroke(`#${colour}`);
  }

  diamond(x: number, y: number, radius: number, colour: string): void {
    this.doc.polygon([x, y - radius], [x + radius, y], [x, y + radius], [x - radius, y]).fill(`#${colour}`);
  }

  /** Many squares of one colour, as a QR code has. */
  squares(places: readonly (readonly [number, number])[], side: number): void {
    for (const [x, y] of places) this.doc.rect(x, y, side, side);
    this.doc.fill('#000000');
  }

  picture(path: string, x: number, y: number, width: number, height: number): void {
    this.doc.image(path, x, y, { width, height });
  }

  link(x: number, y: number, width: number, height: number, mark: string): void {
    this.doc.goTo(x, y, width, height, mark);
  }

  anchor(mark: string, y: number): void {
    this.doc.addNamedDestination(mark, 'XYZ', null, y, null);
  }
}

/** Measures lines of that size and weight, in points. */
export function widthIn({ size, bold }: Pick<Ink, 'size' | 'bold'>): (text: string) => number {
  const { regular, bold: heavy } = typefaces();
  const typeface = bold ? heavy : regular;
  return (text) => typeface.width(text) * size;
}

function round(number: number): number {
  return Math.round(number * 100) / 100;
}
