import {
  AlignmentType,
  BorderStyle,
  Footer,
  Header,
  type ISectionOptions,
  PageBorderDisplay,
  PageBorderOffsetFrom,
  PageNumber,
  PageOrientation,
  Paragraph,
  type TableOfContents,
  TabStopType,
  TextRun,
} from 'docx';
import { COLOURS, PAGE, SIZES } from '../looks';
import type { Paper } from '../paper';
import { oneLine } from '../text.rules';
import { wordsOf } from '../words';
import { gap, runs, twips } from './atoms';
import type { Made } from './tables';

export type Child = Made[number] | TableOfContents;

/** A run of blocks on pages of one size. */
export interface Part {
  /** Left and above, where there is neither header nor footer. */
  edge?: number;
  top?: number;
  width: number;
  height: number;
  /** Around each page. */
  frame?: boolean;
  bare: boolean;
  children: Child[];
}

/** The size of the pages, what stands at their head and foot, and the frame of a certificate. */
export function sectionOf(
  { width, height, bare, frame = false, children, edge = 0, top = 0 }: Part,
  paper: Paper,
  first: boolean,
): ISectionOptions {
  const lying = width > height && !bare;
  const margin = bare
    ? {
        top: twips(top),
        bottom: frame ? twips(top) : 0,
        left: twips(edge),
        right: frame ? twips(edge) : 0,
        // LibreOffice draws the frame around the foot too, wherever that is.
        header: frame ? twips(top - 2) : 0,
        footer: frame ? twips(top - 2) : 0,
        gutter: 0,
      }
    : {
        top: twips(PAGE.top),
        bottom: twips(PAGE.bottom),
        left: twips(PAGE.side),
        right: twips(PAGE.side),
        header: twips(34),
        footer: twips(28),
        gutter: 0,
      };
  // The library turns the page itself.
  const size = lying
    ? { width: twips(height), height: twips(width), orientation: PageOrientation.LANDSCAPE }
    : { width: twips(width), height: twips(height), orientation: PageOrientation.PORTRAIT };
  const right = bare ? width : width - 2 * PAGE.side;
  // A line of its own height would push what fills the page on to the next one.
  const empty = bare ? gap(1) : new Paragraph({ children: [] });
  const edgeless = bare || paper.plain === true;
  return {
    properties: { page: { size, margin, ...(frame && { borders: FRAME }) }, titlePage: first && !edgeless },
    headers: {
      default: new Header({ children: [edgeless ? empty : headerOf(paper)] }),
      ...(first && !edgeless && { first: new Header({ children: [empty] }) }),
    },
    footers: {
      default: new Footer({ children: [edgeless ? empty : footerOf(paper, right)] }),
      ...(first && !edgeless && { first: new Footer({ children: [footerOf(paper, right)] }) }),
    },
    children: children as ISectionOptions['children'],
  };
}

// The most that Word takes between a frame and the edge.
const side = { style: BorderStyle.DOUBLE, size: 12, color: COLOURS.accent, space: 31 };
const FRAME = {
  pageBorders: { display: PageBorderDisplay.ALL_PAGES, offsetFrom: PageBorderOffsetFrom.PAGE },
  pageBorderTop: side,
  pageBorderLeft: side,
  pageBorderBottom: side,
  pageBorderRight: side,
};

const EDGE = { style: BorderStyle.SINGLE, size: 4, color: COLOURS.rule, space: 4 };

function headerOf({ title }: Paper): Paragraph {
  const letters = { size: SIZES.foot, colour: COLOURS.quiet };
  return new Paragraph({
    alignment: AlignmentType.RIGHT,
    border: { bottom: EDGE },
    children: runs(oneLine(title), letters),
  });
}

function footerOf({ stamp, language }: Paper, right: number): Paragraph {
  const words = wordsOf(language);
  const made = `${stamp.project} · ${stamp.template} v${stamp.version} · ${words.made} ${stamp.made}`;
  const [before, between, after] = words.page('\u0000', '\u0000').split('\u0000') as [string, string, string];
  return new Paragraph({
    border: { top: EDGE },
    tabStops: [{ type: TabStopType.RIGHT, position: twips(right) }],
    children: [
      new TextRun({
        size: SIZES.foot * 2,
        color: COLOURS.quiet,
        children: [oneLine(made), '\t', before, PageNumber.CURRENT, between, PageNumber.TOTAL_PAGES, after],
      }),
    ],
  });
}
