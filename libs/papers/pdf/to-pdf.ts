import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import { setImmediate } from 'node:timers/promises';
import PDFDocument from 'pdfkit';
import { inOurFont } from '../glyphs';
import { COLOURS, PAGE, SIZES } from '../looks';
import type { Paper } from '../paper';
import { cleaned, oneLine } from '../text.rules';
import { wordsOf } from '../words';
import { bookOf } from './book';
import { shortened } from './lines.rules';
import type { PagePlan } from './pager.rules';
import { Pen, widthIn } from './pen';
import type { PicturePaths } from './picture-slabs';

/** How much of a file waits in memory before drawing goes on. */
const WAITING = 2 * 1024 * 1024;

/** Writes the paper as a PDF with its fonts in it. Drawn page by page while it is written: photos never gather in memory. */
export async function toPdf(
  dirty: Paper,
  pictures: PicturePaths,
  path: string,
  onProgress: (share: number) => void = () => undefined,
): Promise<void> {
  const paper = cleaned(dirty);
  const { pages, chapters } = bookOf(paper, pictures);
  const doc = new PDFDocument(documentOptions(paper));
  const file = createWriteStream(path, { flags: 'wx' });
  doc.pipe(file);
  const pen = new Pen(doc);
  const titles = new Map(chapters.map(({ mark, text, level }) => [mark, { text, level }]));
  const parents: PDFKit.PDFOutline[] = [doc.outline];
  for (const [at, page] of pages.entries()) {
    doc.addPage({ size: [page.sheet.width, page.sheet.height], margin: 0 });
    for (const { slab, y } of page.placed) {
      const title = slab.mark === undefined ? undefined : titles.get(slab.mark);
      if (slab.mark !== undefined) pen.anchor(slab.mark, y);
      if (title) outlined(parents, title);
      slab.draw(pen, page.sheet.left, y);
    }
    if (!page.sheet.bare && !paper.plain) drawEdges(pen, paper, page, at + 1, pages.length);
    onProgress((at + 1) / pages.length);
    if (doc.readableLength > WAITING || file.writableNeedDrain) await drained(doc, file);
  }
  doc.end();
  await finished(file);
}

async function drained(doc: PDFKit.PDFDocument, file: NodeJS.WritableStream): Promise<void> {
  await setImmediate();
  while (doc.readableLength > WAITING) await once(file, 'drain');
}

function documentOptions({ title, language, stamp }: Paper): PDFKit.PDFDocumentOptions {
  return {
    autoFirstPage: false,
    lang: language,
    displayTitle: true,
    pdfVersion: '1.7',
    info: {
      Title: oneLine(title),
      Subject: oneLine(stamp.project),
      Creator: 'Convener',
      Producer: 'Convener',
      // The identity of the file is made from these, so that one paper is always the same file.
      CreationDate: new Date(stamp.madeAt),
      ModDate: new Date(stamp.madeAt),
    },
  };
}

/** Bookmarks beside the pages; a heading without one above it hangs where it can. */
function outlined(parents: PDFKit.PDFOutline[], { text, level }: { text: string; level: number }): void {
  const depth = Math.min(level, parents.length);
  parents.length = depth;
  parents.push(parents[depth - 1]!.addItem(oneLine(text) || '—'));
}

function drawEdges(
  pen: Pen,
  { title, stamp, language }: Paper,
  { sheet }: PagePlan,
  number: number,
  pages: number,
): void {
  const words = wordsOf(language);
  const ink = { size: SIZES.foot, colour: COLOURS.quiet };
  const width = sheet.width - 2 * sheet.left;
  if (number > 1) {
    const head = shortened(inOurFont(oneLine(title)), width, widthIn(ink));
    pen.line(head, sheet.left, 34, width, { ...ink, align: 'right' });
    pen.rule(sheet.left, 49, sheet.left + width, 49);
  }
  const page = words.page(number, pages);
  const made = `${stamp.project} · ${stamp.template} v${stamp.version} · ${words.made} ${stamp.made}`;
  const room = width - widthIn(ink)(page) - 16;
  const foot = sheet.height - PAGE.bottom + 16;
  pen.rule(sheet.left, foot, sheet.left + width, foot);
  pen.line(shortened(inOurFont(oneLine(made)), room, widthIn(ink)), sheet.left, foot + 4, room, ink);
  pen.line(page, sheet.left, foot + 4, width, { ...ink, align: 'right' });
}
