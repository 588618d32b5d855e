import {
  AlignmentType,
  BorderStyle,
  HeightRule,
  type IParagraphOptions,
  type IRunOptions,
  type ISpacingProperties,
  LineRuleType,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import { CELL_PADDING, COLOURS } from '../looks';
import { HAN_FONT } from './styles';

/** Word counts in twentieths of a point, letters in halves. */
export function twips(points: number): number {
  return Math.round(points * 20);
}

export interface Letters {
  size?: number;
  bold?: boolean;
  colour?: string;
}

const CELL_LEADING = 1.45;

export type Align = 'left' | 'right' | 'center';
const ALIGN = { left: AlignmentType.LEFT, right: AlignmentType.RIGHT, center: AlignmentType.CENTER } as const;

/** Boxes to tick, empty and filled: Latin fonts have one of them, and smaller. */
const BOXES = /([□■]+)/;

/** Line breaks stay line breaks. */
export function runs(text: string, { size, bold, colour }: Letters = {}): TextRun[] {
  const look: IRunOptions = {
    ...(size !== undefined && { size: Math.round(size * 2) }),
    ...(bold && { bold }),
    ...(colour !== undefined && { color: colour }),
  };
  return text.split('\n').flatMap((line, at) =>
    line.split(BOXES).map((part, within) => {
      const box = BOXES.test(part) && { font: HAN_FONT };
      return new TextRun({ text: part, ...look, ...box, ...(at > 0 && within === 0 && { break: 1 }) });
    }),
  );
}

export function paragraph(
  text: string,
  letters: Letters = {},
  options: IParagraphOptions & { align?: Align } = {},
): Paragraph {
  const { align, ...rest } = options;
  return new Paragraph({ children: runs(text, letters), ...(align && { alignment: ALIGN[align] }), ...rest });
}

/** Lines of a cell: as high as Han letters want them, or a day stands higher than the name beside it. */
export function cellLine(size: number): ISpacingProperties {
  return { before: 0, after: 0, line: twips(size * CELL_LEADING), lineRule: LineRuleType.AT_LEAST };
}

/** Word wants a paragraph behind a table: two that touch become one. Above a block it keeps a heading with it. */
export function gap(points = 6, keepNext = false): Paragraph {
  return new Paragraph({
    children: [],
    keepNext,
    spacing: { before: 0, after: 0, line: twips(points), lineRule: 'exact' },
  });
}

const NO_LINE = { style: BorderStyle.NONE, size: 0, color: 'auto' };
export const NO_LINES = { top: NO_LINE, bottom: NO_LINE, left: NO_LINE, right: NO_LINE };

export interface CellLook {
  width: number;
  fill?: string | undefined;
  span?: number;
  lines?: boolean;
  /** Colour and eighths of a point of lines that differ. */
  borders?: Partial<Record<'top' | 'bottom' | 'left' | 'right', { color: string; size: number }>>;
  padding?: number;
  /** Whether what it says stands in the middle of its height. */
  middle?: boolean;
}

export function cell(
  children: (Paragraph | Table)[],
  { width, fill, span, lines = true, borders, padding = CELL_PADDING.side, middle = false }: CellLook,
): TableCell {
  const special = Object.entries(borders ?? {}).map(([side, line]) => [side, { style: BorderStyle.SINGLE, ...line }]);
  return new TableCell({
    children,
    width: { size: twips(width), type: WidthType.DXA },
    verticalAlign: middle ? VerticalAlignTable.CENTER : VerticalAlignTable.TOP,
    margins: {
      marginUnitType: WidthType.DXA,
      left: twips(padding),
      right: twips(padding),
      top: twips(padding === 0 ? 0 : 2),
      bottom: twips(padding === 0 ? 0 : 2),
    },
    ...(fill && { shading: { type: ShadingType.CLEAR, color: 'auto', fill } }),
    ...(span !== undefined && span > 1 && { columnSpan: span }),
    ...(!lines || special.length > 0
      ? { borders: { ...(lines ? {} : NO_LINES), ...Object.fromEntries(special) } }
      : {}),
  });
}

export interface RowLook {
  head?: boolean;
  /** Exact height in points. */
  height?: number;
  /** Points that it has though its cells need less. */
  atLeast?: number;
}

export function row(children: TableCell[], { head = false, height, atLeast }: RowLook = {}): TableRow {
  return new TableRow({
    children,
    cantSplit: true,
    ...(head && { tableHeader: true }),
    ...(height !== undefined && { height: { value: twips(height), rule: HeightRule.EXACT } }),
    ...(atLeast !== undefined && { height: { value: twips(atLeast), rule: HeightRule.ATLEAST } }),
  });
}

export function table(
  widths: readonly number[],
  rows: TableRow[],
  { lines = true, colour = COLOURS.rule } = {},
): Table {
  const line = lines ? { style: BorderStyle.SINGLE, size: 4, color: colour } : NO_LINE;
  return new Table({
    rows,
    columnWidths: widths.map(twips),
    width: { size: widths.reduce((total, width) => total + twips(width), 0), type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    borders: { top: line, bottom: line, left: line, right: line, insideHorizontal: line, insideVertical: line },
  });
}
