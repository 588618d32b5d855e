import { PAGE } from '../looks';
import type { Block, Paper, PaperLanguage, Table } from '../paper';
import { cardSlabs } from './card-slabs';
import { barsSlabs, ganttSlabs } from './chart-slabs';
import { type PagePlan, paged, type Sheet, type Slab, tie } from './pager.rules';
import { type PicturePaths, pictureSlabs, signatureSlabs } from './picture-slabs';
import { factSlabs, missingSlabs, tableSlabs, widthsFor } from './table-slabs';
import { type Chapter, contentsSlabs, type Frame, headingSlabs, itemSlabs, textSlabs, titleSlabs } from './text-slabs';

export interface Book {
  pages: PagePlan[];
  chapters: Chapter[];
  /** Counted from 1. */
  pageOf(mark: string): number;
}

const UPRIGHT: Sheet = { width: PAGE.width, height: PAGE.height, left: PAGE.side, top: PAGE.top, bottom: PAGE.bottom };
const LYING: Sheet = { ...UPRIGHT, width: PAGE.height, height: PAGE.width };

function frameOf(sheet: Sheet): Frame {
  return { left: sheet.left, width: sheet.width - 2 * sheet.left, room: sheet.height - sheet.top - sheet.bottom };
}

/** Width between the margins, in points. */
export function usableWidth(page: Paper['page']): number {
  return frameOf(page === 'portrait' ? UPRIGHT : LYING).width;
}

/** Headings in their order, with the names by which they are found again. */
export function chaptersOf(blocks: readonly Block[]): Chapter[] {
  const headings = blocks.filter((block) => block.type === 'heading');
  return headings.map(({ level, text }, at) => ({ mark: `h${at + 1}`, level, text }));
}

/** A cleaned paper, laid out on pages and not yet drawn. */
export function bookOf(paper: Paper, pictures: PicturePaths): Book {
  const sheet = paper.page === 'portrait' ? UPRIGHT : LYING;
  const chapters = chaptersOf(paper.blocks);
  const numbers = new Map<string, number>();
  const pageOf = (mark: string) => numbers.get(mark) ?? 1;
  const slabs = cardsOnly(paper) || paper.plain ? [] : titleSlabs(paper, frameOf(sheet));
  let headings = 0;
  let fresh = false;
  let before: Block | undefined;
  for (const block of paper.blocks) {
    if (block.type === 'break') {
      fresh = true;
      continue;
    }
    const mark = block.type === 'heading' ? chapters[headings++]!.mark : '';
    const made = slabsOf(block, { paper, pictures, sheet, chapters, pageOf, mark });
    if (fresh && made[0]) made[0] = { ...made[0], fresh: true };
    if (made.length > 0) {
      tie(slabs, fresh ? 0 : tiedBefore(block, before));
      [fresh, before] = [false, block];
    }
    for (const slab of made) slabs.push(slab);
  }
  const pages = paged(slabs, sheet);
  for (const [at, { placed }] of pages.entries())
    for (const { slab } of placed) if (slab.mark !== undefined) numbers.set(slab.mark, at + 1);
  return { pages, chapters, pageOf };
}

/** How many pieces before a block go along with it: what is signed, and what a note is about. */
function tiedBefore(block: Block, before: Block | undefined): number {
  if (block.type === 'signatures') return 2;
  const isNote = block.type === 'text' && block.tone === 'note';
  return isNote && (before?.type === 'table' || before?.type === 'bars') ? 1 : 0;
}

/** Sheets of badges have no title page. */
export function cardsOnly({ blocks }: Paper): boolean {
  return blocks.length > 0 && blocks.every(({ type }) => type === 'cards');
}

interface Making {
  paper: Paper;
  pictures: PicturePaths;
  sheet: Sheet;
  chapters: readonly Chapter[];
  pageOf(mark: string): number;
  mark: string;
}

function slabsOf(block: Exclude<Block, { type: 'break' }>, making: Making): Slab[] {
  const { paper, pictures, sheet, chapters, pageOf, mark } = making;
  const { language } = paper;
  const frame = frameOf(sheet);
  switch (block.type) {
    case 'heading':
      return headingSlabs(block, mark, frame, paper.plain);
    case 'text':
      return textSlabs(block, frame, paper.plain);
    case 'items':
      return itemSlabs(block, frame);
    case 'facts':
      return factSlabs(block, frame);
    case 'table':
      return turnedTable(block, sheet, language);
    case 'gantt':
      return ganttSlabs(block, language, frame);
    case 'bars':
      return barsSlabs(block, frame);
    case 'pictures':
      return pictureSlabs(block, pictures, language, frame);
    case 'missing':
      return missingSlabs(block, language, frame);
    case 'signatures':
      return signatureSlabs(block, language, frame);
    case 'cards':
      return cardSlabs(block);
    case 'contents':
      return contentsSlabs(block, chapters, frame, pageOf);
  }
}

/** A table too wide for its page in the smallest type stands on a page that lies down. */
function turnedTable(table: Table, sheet: Sheet, language: PaperLanguage): Slab[] {
  const plan = widthsFor(table, frameOf(sheet).width);
  if (!plan.wide || sheet === LYING) return tableSlabs(table, frameOf(sheet), plan, language);
  const turned = tableSlabs(table, frameOf(LYING), widthsFor(table, frameOf(LYING).width), language);
  return turned.map((slab) => ({ ...slab, sheet: LYING }));
}
