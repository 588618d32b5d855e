import {
  AlignmentType,
  Bookmark,
  BookmarkEnd,
  BookmarkStart,
  BorderStyle,
  Document,
  HeadingLevel,
  LineRuleType,
  PageBreak,
  Paragraph,
  TableOfContents,
} from 'docx';
import { COLOURS, PAGE, SIZES } from '../looks';
import type { Block, Contents, Heading, Paper, Text } from '../paper';
import { type Book, bookOf, cardsOnly, usableWidth } from '../pdf/book';
import type { PicturePaths } from '../pdf/picture-slabs';
import { cleaned, oneLine } from '../text.rules';
import { paragraph, runs, twips } from './atoms';
import { cardSheet, codePictures } from './cards';
import { barsBlock, ganttBlock } from './charts';
import { type Media, picturesBlock } from './pictures';
import { kindOf, seal } from './seal';
import { type Child, type Part, sectionOf } from './sections';
import { DOTS, NUMBERING, NUMBERS, stylesFor } from './styles';
import { factsBlock, missingBlock, signaturesBlock, tableBlock, widthsInWord } from './tables';

/** Writes the paper as a document to go on with in Word: headings, tables and fields, not pictures of them. */
export async function toDocx(
  dirty: Paper,
  pictures: PicturePaths,
  path: string,
  onProgress: (share: number) => void = () => undefined,
): Promise<void> {
  const paper = cleaned(dirty);
  const made = await codePictures(paper);
  const kinds = new Map<string, 'jpg' | 'png'>([...made.keys()].map((id) => [id, 'png']));
  for (const fileId of filesOf(paper)) {
    const kind = await kindOf(pictures[fileId]);
    if (kind) kinds.set(fileId, kind);
  }
  let drawings = 0;
  const media: Media = { kinds, next: () => (drawings += 1) };
  const parts = partsOf(paper, media, bookOf(paper, pictures));
  onProgress(0.3);
  const document = new Document({
    title: oneLine(paper.title),
    subject: oneLine(paper.stamp.project),
    creator: 'Convener',
    lastModifiedBy: 'Convener',
    styles: stylesFor(paper.language),
    numbering: NUMBERING,
    sections: parts.map((part, at) => sectionOf(part, paper, at === 0)),
  });
  const contentsWidth = twips(usableWidth(paper.page));
  await seal(document, path, { madeAt: paper.stamp.madeAt, contentsWidth, paths: pictures, made });
  onProgress(1);
}

function filesOf({ blocks }: Paper): Set<string> {
  return new Set(blocks.flatMap((block) => (block.type === 'pictures' ? block.items.map(({ fileId }) => fileId) : [])));
}

function partsOf(paper: Paper, media: Media, book: Book): Part[] {
  const own = (): Part => {
    const lying = paper.page === 'landscape';
    return {
      width: lying ? PAGE.height : PAGE.width,
      height: lying ? PAGE.width : PAGE.height,
      bare: false,
      children: [],
    };
  };
  const parts = [own()];
  if (!cardsOnly(paper) && !paper.plain) parts[0]!.children.push(...titleOf(paper));
  let headings = 0;
  let lists = 0;
  let fresh = false;
  for (const [at, block] of paper.blocks.entries()) {
    const closed = paper.blocks[at + 1]?.type === 'signatures';
    // Headings begin their page themselves; a break of its own would leave an empty line above them.
    if (block.type === 'break' && paper.blocks[at + 1]?.type === 'heading') {
      fresh = true;
      continue;
    }
    if (block.type === 'cards') {
      parts.push({ ...cardSheet(block, media), bare: true }, own());
      continue;
    }
    if (block.type === 'table' && paper.page === 'portrait' && widthsInWord(block, usableWidth('portrait')).wide) {
      const room = usableWidth('landscape');
      const children = tableBlock(block, room, widthsInWord(block, room), closed);
      parts.push({ width: PAGE.height, height: PAGE.width, bare: false, children }, own());
      continue;
    }
    if (block.type === 'heading') headings += 1;
    if (block.type === 'items') lists += 1;
    const making = { paper, media, book, mark: `h${headings}`, list: lists, fresh, closed };
    parts.at(-1)!.children.push(...childrenOf(block, making));
    fresh = false;
  }
  const filled = parts.filter(({ children }) => children.length > 0);
  return filled.length > 0 ? filled : [own()];
}

function titleOf({ title, subtitle }: Paper): Paragraph[] {
  const rule = { bottom: { style: BorderStyle.SINGLE, size: 8, color: COLOURS.accent, space: 6 } };
  const lines = subtitle.map((line) =>
    paragraph(line, { size: SIZES.subtitle, colour: COLOURS.quiet }, { align: 'center' }),
  );
  return [
    new Paragraph({ children: runs(title), heading: HeadingLevel.TITLE }),
    ...lines,
    new Paragraph({ children: [], border: rule, spacing: { before: 0, after: 120 } }),
  ];
}

interface Making {
  paper: Paper;
  media: Media;
  book: Book;
  mark: string;
  list: number;
  /** Begins a page. */
  fresh: boolean;
  /** Stays with the signatures behind it. */
  closed: boolean;
}

function childrenOf(
  block: Exclude<Block, { type: 'cards' }>,
  { paper, media, book, mark, list, fresh, closed }: Making,
): Child[] {
  const { language } = paper;
  const room = usableWidth(paper.page);
  switch (block.type) {
    case 'heading':
      return [headingOf(block, mark, fresh, paper.plain)];
    case 'text':
      return textOf(block, paper.plain === true, closed);
    case 'items': {
      const numbering = { reference: block.numbered ? NUMBERS : DOTS, level: 0, instance: list };
      const near = { numbering, spacing: { before: 20, after: 20 }, keepNext: closed };
      return block.items.map((item) => paragraph(item, {}, near));
    }
    case 'facts':
      return factsBlock(block, room, closed);
    case 'table':
      return tableBlock(block, room, widthsInWord(block, room), closed);
    case 'gantt':
      return ganttBlock(block, language, room);
    case 'bars':
      return barsBlock(block, room);
    case 'pictures':
      return picturesBlock(block, media, language, room);
    case 'missing':
      return missingBlock(block, language, room);
    case 'signatures':
      return signaturesBlock(block, language, room);
    case 'contents':
      return contentsOf(block, book);
    case 'break':
      return [
        new Paragraph({
          children: [new PageBreak()],
          spacing: { before: 0, after: 0, line: 20, lineRule: LineRuleType.EXACT },
        }),
      ];
  }
}

function textOf({ text, tone }: Text, letter: boolean, closed: boolean): Paragraph[] {
  const look =
    tone === 'note'
      ? { size: SIZES.note, colour: COLOURS.quiet }
      : { ...(letter && { size: SIZES.letter }), bold: tone === 'strong' };
  const spacing = letter ? { spacing: { before: 100, after: 100 } } : {};
  return text.split('\n').map((line) => paragraph(line, look, { keepNext: closed || tone === 'strong', ...spacing }));
}

const LEVELS = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 };

function headingOf({ level, text }: Heading, mark: string, fresh: boolean, centred = false): Paragraph {
  const rule = { bottom: { style: BorderStyle.SINGLE, size: 6, color: COLOURS.accent, space: 2 } };
  // Numbered here: the library counts on from the document before.
  const number = Number(mark.slice(1));
  const numbered = { start: new BookmarkStart(mark, number), end: new BookmarkEnd(number) };
  const children = [Object.assign(new Bookmark({ id: mark, children: runs(oneLine(text)) }), numbered)];
  return new Paragraph({
    heading: LEVELS[level],
    children,
    ...(level === 1 && !centred && { border: rule }),
    ...(centred && { alignment: AlignmentType.CENTER, spacing: { before: 240, after: 320 } }),
    pageBreakBefore: fresh,
  });
}

/**
 * A field that Word fills in anew when the document is opened. Until then, and where nothing ever fills it in, it says
 * the pages of the PDF, which are near.
 */
function contentsOf({ label }: Contents, { chapters, pageOf }: Book): Child[] {
  const entries = chapters.filter(({ level }) => level < 3);
  const head = paragraph(
    label,
    { size: SIZES.h2, bold: true, colour: COLOURS.accent },
    { keepNext: true, spacing: { before: 120, after: 80 } },
  );
  if (entries.length === 0) return [head];
  const cachedEntries = entries.map(({ mark, level, text }) => ({
    title: oneLine(text),
    level,
    page: pageOf(mark),
    href: mark,
  }));
  return [
    head,
    new TableOfContents(oneLine(label), { hyperlink: true, headingStyleRange: '1-2', cachedEntries, beginDirty: true }),
  ];
}
