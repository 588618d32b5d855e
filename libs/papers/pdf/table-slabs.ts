import { alignOf, isWhole, shownCell } from '../cells.rules';
import { type ColumnWidths, columnWidths } from '../column-widths.rules';
import { inOurFont, measured } from '../glyphs';
import { CELL_PADDING, COLOURS, SIZES, TALL_ROW, TONES } from '../looks';
import type { Cell, Facts, Missing, Table, TableColumn } from '../paper';
import { oneLine } from '../text.rules';
import { wordsOf } from '../words';
import type { PaperLanguage } from '../paper';
import { brokenLines, shortened } from './lines.rules';
import type { Slab } from './pager.rules';
import { type Ink, leading, widthIn } from './pen';
import { type Frame, paragraph } from './text-slabs';

export interface Box {
  lines: string[];
  width: number;
  ink: Ink;
  fill?: string | undefined;
}

/** One row of boxes; over several slabs where it is taller than a page can hold. Lines stand in the middle of a row that is taller than they. */
export function rowSlabs(
  boxes: readonly Box[],
  room: number,
  { colour = COLOURS.rule, thickness = 0.5, tall = 0 } = {},
): Slab[] {
  const high = leading(Math.max(...boxes.map(({ ink }) => ink.size)));
  const count = Math.max(1, ...boxes.map(({ lines }) => lines.length));
  const most = Math.max(1, Math.floor((room - 2 * CELL_PADDING.edge) / high));
  const slabs: Slab[] = [];
  for (let from = 0; from < count; from += most) {
    const height = Math.max(tall, Math.min(most, count - from) * high + 2 * CELL_PADDING.edge);
    slabs.push({
      height,
      draw: (pen, x, y) => {
        let left = x;
        for (const { lines, width, ink, fill } of boxes) {
          if (fill) pen.fill(left, y, width, height, fill);
          const part = lines.slice(from, from + most);
          const top = tall > 0 ? (height - part.length * high) / 2 : CELL_PADDING.edge;
          part.forEach((line, at) => {
            const inner = width - 2 * CELL_PADDING.side;
            pen.line(line, left + CELL_PADDING.side, y + top + at * high, inner, ink);
          });
          left += width;
        }
        left = x;
        for (const { width } of boxes) {
          pen.frame(left, y, width, height, colour, thickness);
          left += width;
        }
      },
    });
  }
  return slabs;
}

export function widthsFor(table: Table, room: number): ColumnWidths {
  return columnWidths(table, room, measured);
}

export function tableSlabs(table: Table, frame: Frame, plan: ColumnWidths, language: PaperLanguage): Slab[] {
  const { size } = plan;
  const head = rowSlabs(
    table.columns.map((column, at) =>
      box(column.label, plan.widths[at]!, { size, bold: true, align: alignOf(column) }, COLOURS.head),
    ),
    frame.room / 2,
  )[0]!;
  const grouped = table.rows.some((row) => 'group' in row);
  const room = frame.room - head.height - (grouped ? leading(size) + 2 * CELL_PADDING.edge : 0);
  const body = bodySlabs(table, { frame, plan, room, language });
  if (table.rows.length === 0)
    body.push(...rowSlabs([box(table.empty, frame.width, { size, colour: COLOURS.quiet })], room));
  const totals = table.totals ? rowSlabs(boxesOf(table.columns, table.totals, plan, true), room) : [];
  if (totals.length > 0 && body.length > 0) body[body.length - 1] = kept(body.at(-1)!);
  const repeated = together([...body, ...totals]).map((slab) => ({ ...slab, head: [head, ...(slab.head ?? [])] }));
  return [
    ...captionSlabs(table.caption, frame),
    { ...head, keep: true, ...(!table.caption && { gap: 8 }) },
    ...repeated,
  ];
}

interface Laying {
  frame: Frame;
  plan: ColumnWidths;
  room: number;
  language: PaperLanguage;
}

/** A group that goes on over the page is named there again. */
function bodySlabs({ rows, columns, tall }: Table, { frame, plan, room, language }: Laying): Slab[] {
  const ink: Ink = { size: plan.size, bold: true };
  const named = (text: string) => rowSlabs([box(text, frame.width, ink, COLOURS.group)], room);
  let again: Slab[] = [];
  return rows.flatMap((row) => {
    if (!('group' in row)) {
      const slabs = rowSlabs(boxesOf(columns, row.cells, plan, false), room, { tall: tall ? TALL_ROW : 0 });
      const head = again;
      return slabs.map((slab) => ({ ...slab, head }));
    }
    const goesOn = wordsOf(language).goesOn;
    const space = frame.width - 2 * CELL_PADDING.side - widthIn(ink)(goesOn);
    again = named(shortened(inOurFont(oneLine(row.group)), space, widthIn(ink)) + goesOn);
    return named(row.group).map(kept);
  });
}

/** Rows that stay on one page; of more, none stands alone below the head or above the end. */
const SHORT = 8;

function together(slabs: readonly Slab[]): Slab[] {
  const last = slabs.length - 1;
  return slabs.map((slab, at) =>
    at < last && (slabs.length <= SHORT || at === 0 || at === last - 1) ? kept(slab) : slab,
  );
}

export function captionSlabs(caption: string | undefined, frame: Frame): Slab[] {
  if (!caption) return [];
  const slabs = paragraph(caption, frame, { size: SIZES.text, bold: true }, { gap: 10 });
  return slabs.map(kept);
}

function kept(slab: Slab): Slab {
  return { ...slab, keep: true };
}

function boxesOf(columns: readonly TableColumn[], cells: readonly Cell[], plan: ColumnWidths, totals: boolean): Box[] {
  return columns.map((column, at) => {
    const { text, tone } = shownCell(cells[at]);
    const { colour, bold, fill } = tone ? TONES[tone] : { colour: COLOURS.ink, bold: false, fill: undefined };
    const ink: Ink = { size: plan.size, bold: bold || totals, colour, align: alignOf(column) };
    const made = box(text, plan.widths[at]!, ink, fill ?? (totals ? COLOURS.group : undefined));
    return isWhole(column) && !plan.wide ? { ...made, lines: inOurFont(text).split('\n') } : made;
  });
}

function box(text: string, width: number, ink: Ink, fill?: string): Box {
  return { lines: brokenLines(inOurFont(text), width - 2 * CELL_PADDING.side, widthIn(ink)), width, ink, fill };
}

export function factSlabs({ rows }: Facts, frame: Frame): Slab[] {
  const ink: Ink = { size: SIZES.text };
  const bold: Ink = { ...ink, bold: true };
  const labels = rows.map(({ label }) => widthIn(bold)(inOurFont(label)));
  const width = Math.min(Math.max(...labels, 40) + 2 * CELL_PADDING.side + 1, frame.width * 0.35);
  const slabs = rows.flatMap(({ label, value }) =>
    rowSlabs([box(label, width, bold, COLOURS.group), box(value, frame.width - width, ink)], frame.room),
  );
  return together(slabs).map((slab, at) => (at === 0 ? { ...slab, gap: 8 } : slab));
}

/** A box that nobody takes for a part of the text. */
export function missingSlabs({ what, where }: Missing, language: PaperLanguage, frame: Frame): Slab[] {
  const words = wordsOf(language);
  const ink: Ink = { size: SIZES.text, colour: COLOURS.missing };
  const text = `${words.missing}${what}\n${where}`;
  const slabs = rowSlabs([box(text, frame.width, ink, COLOURS.missingFill)], frame.room, {
    colour: COLOURS.missing,
    thickness: 1,
  });
  return slabs.map((slab, at) => (at === 0 ? { ...slab, gap: 8 } : slab));
}
