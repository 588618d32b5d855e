import { inOurFont } from '../glyphs';
import { COLOURS, SIZES } from '../looks';
import type { PaperLanguage, Picture, Pictures, Signatures } from '../paper';
import { wordsOf } from '../words';
import { brokenLines } from './lines.rules';
import type { Slab } from './pager.rules';
import { type Ink, leading, type Pen, widthIn } from './pen';
import type { Frame } from './text-slabs';

/** Paths of prepared JPEG or PNG files by the ids of their evidence files. */
export type PicturePaths = Readonly<Record<string, string>>;

const GAP = 10;
const TALLEST = { 1: 330, 2: 200, 3: 140 };
const MOST_LINES = 8;
const CAPTION: Ink = { size: SIZES.note, align: 'center', colour: COLOURS.quiet };

/** Rows of photos, each with its caption under it: neither leaves the other. */
export function pictureSlabs(
  { columns, items }: Pictures,
  paths: PicturePaths,
  language: PaperLanguage,
  frame: Frame,
): Slab[] {
  const width = (frame.width - GAP * (columns - 1)) / columns;
  const slabs: Slab[] = [];
  for (let from = 0; from < items.length; from += columns) {
    const row = items.slice(from, from + columns).map((item) => placed(item, width, TALLEST[columns]));
    const tallest = Math.max(...row.map(({ height }) => height));
    const lines = Math.max(...row.map(({ caption }) => caption.length));
    slabs.push({
      gap: from === 0 ? 8 : 2,
      height: tallest + 3 + lines * leading(CAPTION.size) + 6,
      draw: (pen, x, y) =>
        row.forEach((picture, at) => {
          const left = x + at * (width + GAP);
          const path = paths[picture.fileId];
          drawPicture(pen, path, left + (width - picture.width) / 2, y + tallest - picture.height, picture, language);
          picture.caption.forEach((line, index) =>
            pen.line(line, left, y + tallest + 3 + index * leading(CAPTION.size), width, CAPTION),
          );
        }),
    });
  }
  return slabs;
}

function placed({ fileId, caption, width, height }: Picture, room: number, tallest: number) {
  // A photo of unknown size is drawn as most are.
  const [wide, high] = width > 0 && height > 0 ? [width, height] : [4, 3];
  const scale = Math.min(room / wide, tallest / high);
  const lines = brokenLines(inOurFont(caption), room, widthIn(CAPTION));
  return { fileId, caption: lines.slice(0, MOST_LINES), width: wide * scale, height: high * scale };
}

/** One photo that can't be read costs its place, never the document. */
function drawPicture(
  pen: Pen,
  path: string | undefined,
  x: number,
  y: number,
  { width, height }: { width: number; height: number },
  language: PaperLanguage,
): void {
  try {
    if (path === undefined) throw new Error('No picture has been prepared.');
    pen.picture(path, x, y, width, height);
  } catch {
    pen.frame(x, y, width, height, COLOURS.missing);
    const ink: Ink = { size: SIZES.note, align: 'center', colour: COLOURS.missing };
    pen.line(wordsOf(language).unreadable, x, y + height / 2 - leading(ink.size) / 2, width, ink);
  }
}

/** Lines to sign on, two a row where there are many. */
export function signatureSlabs({ labels }: Signatures, language: PaperLanguage, frame: Frame): Slab[] {
  const columns = labels.length < 3 ? Math.max(1, labels.length) : labels.length === 4 ? 2 : 3;
  const width = (frame.width - 24 * (columns - 1)) / columns;
  const ink: Ink = { size: SIZES.text };
  const slabs: Slab[] = [];
  for (let from = 0; from < labels.length; from += columns) {
    const row = labels
      .slice(from, from + columns)
      .map((label) => brokenLines(inOurFont(label), width, widthIn(ink)).slice(0, 3));
    const lines = Math.max(...row.map(({ length }) => length));
    slabs.push({
      gap: 14,
      height: lines * leading(ink.size) + 44 + leading(SIZES.note),
      draw: (pen, x, y) =>
        row.forEach((label, at) => {
          const left = x + at * (width + 24);
          label.forEach((line, index) => pen.line(line, left, y + index * leading(ink.size), width, ink));
          const under = y + lines * leading(ink.size) + 40;
          pen.rule(left, under, left + width, under, COLOURS.ink, 0.6);
          pen.line(wordsOf(language).date, left, under + 3, width, { size: SIZES.note, colour: COLOURS.quiet });
        }),
    });
  }
  return slabs;
}
