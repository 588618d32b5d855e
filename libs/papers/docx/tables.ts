import type { Paragraph, Table as WordTable } from 'docx';
import { alignOf, shownCell } from '../cells.rules';
import { type ColumnWidths, columnWidths, type Measure } from '../column-widths.rules';
import { measured } from '../glyphs';
import { COLOURS, SIZES, TALL_ROW, TONES } from '../looks';
import type { Cell, Facts, Missing, PaperLanguage, Signatures, Table } from '../paper';
import { wordsOf } from '../words';
import { cell, cellLine, type CellLook, gap, paragraph, row, table } from './atoms';

/** Word's own font is a little wider than the one that is measured. */
const WIDER = 1.1;

export function widthsInWord(block: Table, room: number): ColumnWidths {
  return columnWidths(block, room, inWord);
}

/** Quotation marks may be as wide as Han characters there. */
const inWord: Measure = (text, bold) => measured(text.replace(/[‘’“”]/g, '　'), bold) * WIDER;

export type Made = (Paragraph | WordTable)[];

export function captionOf(caption: string | undefined): Made {
  return caption ? [paragraph(caption, { bold: true }, { keepNext: true, spacing: { before: 160, after: 60 } })] : [];
}

/**
 * The head is repeated on each page; the last row stays with the totals, and never stands alone under a head. `closed`
 * says that signatures follow, which want something above them that is signed.
 */
export function tableBlock(block: Table, room: number, { widths, size }: ColumnWidths, closed = false): Made {
  const { columns, rows, totals, empty, tall } = block;
  const line = { spacing: cellLine(size) };
  const last = rows.length - 1;
  const kept = (at: number) => at === last - 1 || (at === last && (totals !== undefined || closed));
  const heads = columns.map((column, at) =>
    cell([paragraph(column.label, { size, bold: true }, { ...line, align: alignOf(column), keepNext: true })], {
      width: widths[at]!,
      fill: COLOURS.head,
    }),
  );
  const whole = (text: string, look: { bold?: boolean; fill?: string; colour?: string }, keepNext = false) =>
    row([
      cell([paragraph(text, { size, ...look }, { ...line, keepNext })], {
        width: room,
        fill: look.fill,
        span: columns.length,
      }),
    ]);
  const made = rows.map((each, at) =>
    'group' in each
      ? whole(each.group, { bold: true, fill: COLOURS.group }, true)
      : row(cellsOf(block, each.cells, { widths, size }, { keepNext: kept(at) }), tall ? { atLeast: TALL_ROW } : {}),
  );
  if (rows.length === 0) made.push(whole(empty, { colour: COLOURS.quiet }, totals !== undefined || closed));
  if (totals) made.push(row(cellsOf(block, totals, { widths, size }, { totals: true, keepNext: closed })));
  return [...captionOf(block.caption), table(widths, [row(heads, { head: true }), ...made]), gap(6, closed)];
}

function cellsOf(
  { columns, tall }: Table,
  cells: readonly Cell[],
  { widths, size }: Pick<ColumnWidths, 'widths' | 'size'>,
  { keepNext = false, totals = false },
) {
  return columns.map((column, at) => {
    const { text, tone } = shownCell(cells[at]);
    const look = tone ? TONES[tone] : undefined;
    const letters = { size, bold: totals || look?.bold === true, ...(look && { colour: look.colour }) };
    const inside = paragraph(text, letters, { align: alignOf(column), keepNext, spacing: cellLine(size) });
    const fill = look?.fill ?? (totals ? COLOURS.group : undefined);
    return cell([inside], { width: widths[at]!, fill, middle: tall === true && !totals });
  });
}

/** Short, and read together: none of it is left behind on the page before. */
export function factsBlock({ rows }: Facts, room: number, closed = false): Made {
  const labels = rows.map(({ label }) => measured(label, true) * SIZES.text * WIDER);
  const width = Math.min(Math.max(...labels, 40) + 10, room * 0.35);
  if (rows.length === 0) return [];
  const made = rows.map(({ label, value }, at) => {
    const near = { spacing: cellLine(SIZES.text), keepNext: closed || at < rows.length - 1 };
    return row([
      cell([paragraph(label, { bold: true }, near)], { width, fill: COLOURS.group }),
      cell([paragraph(value, {}, near)], { width: room - width }),
    ]);
  });
  return [gap(6, true), table([width, room - width], made), gap(6, closed)];
}

export function missingBlock({ what, where }: Missing, language: PaperLanguage, room: number): Made {
  const words = wordsOf(language);
  const text = `${words.missing}${what}\n${where}`;
  const inside = paragraph(text, { colour: COLOURS.missing }, { spacing: { before: 0, after: 0 } });
  const framed = table([room], [row([cell([inside], { width: room, fill: COLOURS.missingFill })])], {
    colour: COLOURS.missing,
  });
  return [gap(6, true), framed, gap()];
}

/** Points between two lines to sign on. */
const APART = 24;

export function signaturesBlock({ labels }: Signatures, language: PaperLanguage, room: number): Made {
  if (labels.length === 0) return [];
  // Whoever signs alone has half of the page for it.
  const columns = labels.length < 3 || labels.length === 4 ? 2 : 3;
  const width = (room - APART * (columns - 1)) / columns;
  const widths = Array.from({ length: 2 * columns - 1 }, (_, at) => (at % 2 === 0 ? width : APART));
  const rows = [];
  for (let from = 0; from < labels.length; from += columns) {
    const put = (text: (label: string) => string, borders?: CellLook['borders']) =>
      widths.map((own, at) => {
        const label = at % 2 === 0 ? labels[from + at / 2] : undefined;
        const inside = paragraph(label === undefined ? '' : text(label), {}, { keepNext: true });
        return cell([inside], { width: own, lines: false, ...(label !== undefined && borders && { borders }) });
      });
    rows.push(row(put((label) => `${label}\n\n`, { bottom: { color: COLOURS.ink, size: 6 } })));
    rows.push(row(put(() => wordsOf(language).date)));
  }
  return [gap(14, true), table(widths, rows, { lines: false }), gap()];
}
