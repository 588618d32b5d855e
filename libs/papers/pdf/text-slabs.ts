import { inOurFont } from '../glyphs';
import { COLOURS, SIZES } from '../looks';
import type { Contents, Heading, Items, Paper, Text } from '../paper';
import { oneLine } from '../text.rules';
import { brokenLines, shortened } from './lines.rules';
import type { Slab } from './pager.rules';
import { type Ink, leading, widthIn } from './pen';

/** Where a page's text stands. */
export interface Frame {
  left: number;
  width: number;
  /** Most that one slab may take. */
  room: number;
}

/** Lines of a paragraph, so that neither its first nor its last stands alone on a page. */
export function paragraph(text: string, frame: Frame, ink: Ink, { indent = 0, gap = 0 } = {}): Slab[] {
  const width = frame.width - indent;
  const lines = brokenLines(inOurFont(text), width, widthIn(ink));
  return lines.map((line, at) => ({
    height: leading(ink.size),
    ...(at === 0 && { gap }),
    keep: lines.length > 1 && (at === 0 || at === lines.length - 2),
    draw: (pen, x, y) => pen.line(line, x + indent, y, width, ink),
  }));
}

export function titleSlabs({ title, subtitle }: Pick<Paper, 'title' | 'subtitle'>, frame: Frame): Slab[] {
  const ink: Ink = { size: SIZES.title, bold: true, align: 'center', colour: COLOURS.accent };
  const under: Ink = { size: SIZES.subtitle, align: 'center', colour: COLOURS.quiet };
  const rule: Slab = {
    height: 14,
    draw: (pen, x, y) => pen.rule(x, y + 7, x + frame.width, y + 7, COLOURS.accent, 1),
  };
  return [...paragraph(title, frame, ink), ...subtitle.flatMap((line) => paragraph(line, frame, under)), rule];
}

const HEADINGS = { 1: { size: SIZES.h1, gap: 20 }, 2: { size: SIZES.h2, gap: 14 }, 3: { size: SIZES.h3, gap: 10 } };

/** `centred` as a letter has it: without a rule below. */
export function headingSlabs({ level, text }: Heading, mark: string, frame: Frame, centred = false): Slab[] {
  const { size, gap } = centred ? { size: SIZES.title, gap: 20 } : HEADINGS[level];
  const lines = paragraph(
    text,
    frame,
    { size, bold: true, colour: level === 3 ? COLOURS.ink : COLOURS.accent, align: centred ? 'center' : 'left' },
    { gap },
  );
  const end: Slab = {
    height: centred ? 20 : level === 1 ? 6 : 2,
    keep: true,
    draw: (pen, x, y) => level === 1 && !centred && pen.rule(x, y + 1, x + frame.width, y + 1, COLOURS.accent, 0.75),
  };
  return [...lines.map((line, at) => ({ ...line, keep: true, ...(at === 0 && { mark }) })), end];
}

/** `letter`: in the type and with the room that one reads a letter in. */
export function textSlabs({ text, tone }: Text, frame: Frame, letter = false): Slab[] {
  const size = letter ? SIZES.letter : SIZES.text;
  const ink: Ink = tone === 'note' ? { size: SIZES.note, colour: COLOURS.quiet } : { size, bold: tone === 'strong' };
  const gap = letter || tone === 'strong' ? 8 : 4;
  const slabs = text.split('\n').flatMap((line) => paragraph(line, frame, ink, { gap }));
  // What is said strongly is what the next is about.
  return tone === 'strong' ? slabs.map((slab) => ({ ...slab, keep: true })) : slabs;
}

export function itemSlabs({ items, numbered }: Items, frame: Frame): Slab[] {
  const ink: Ink = { size: SIZES.text };
  const signs = items.map((_, at) => (numbered ? `${at + 1}.` : '•'));
  const indent = Math.max(...signs.map(widthIn(ink)), 6) + 6;
  return items.flatMap((item, at) => {
    const lines = paragraph(item, frame, ink, { indent, gap: 3 });
    const [first, ...rest] = lines;
    return [
      {
        ...first!,
        draw: (pen, x, y) => {
          pen.line(signs[at]!, x, y, indent - 6, { ...ink, align: numbered ? 'right' : 'left' });
          first!.draw(pen, x, y);
        },
      } satisfies Slab,
      ...rest,
    ];
  });
}

export interface Chapter {
  mark: string;
  level: number;
  text: string;
}

/** Page numbers are known only when everything has its place, and are asked for while drawing. */
export function contentsSlabs(
  { label }: Contents,
  chapters: readonly Chapter[],
  frame: Frame,
  pageOf: (mark: string) => number,
): Slab[] {
  const head = paragraph(label, frame, { size: SIZES.h2, bold: true, colour: COLOURS.accent }, { gap: 12 });
  const lines = chapters.filter(({ level }) => level < 3).map((chapter) => contentsLine(chapter, frame, pageOf));
  return [...head.map((line) => ({ ...line, keep: lines.length > 0 })), ...lines];
}

function contentsLine({ mark, level, text }: Chapter, frame: Frame, pageOf: (mark: string) => number): Slab {
  const ink: Ink = { size: SIZES.text, bold: level === 1 };
  const widthOf = widthIn(ink);
  const indent = (level - 1) * 18;
  const shown = shortened(inOurFont(oneLine(text)), frame.width - indent - 50, widthOf);
  return {
    height: leading(ink.size) + 2,
    draw: (pen, x, y) => {
      const number = String(pageOf(mark));
      pen.line(shown, x + indent, y, frame.width, ink);
      pen.line(number, x, y, frame.width, { ...ink, align: 'right' });
      const from = x + indent + widthOf(shown) + 6;
      const dots = Math.floor((x + frame.width - widthOf(number) - 6 - from) / 5);
      const end = x + frame.width - widthOf(number) - 6;
      for (let dot = 0; dot < dots; dot += 1)
        pen.fill(end - dot * 5, y + leading(ink.size) * 0.68, 0.8, 0.8, COLOURS.quiet);
      pen.link(x, y, frame.width, leading(ink.size), mark);
    },
  };
}
