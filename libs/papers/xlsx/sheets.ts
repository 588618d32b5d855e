import { getCellAddress } from 'write-excel-file/utility';
import type { CellObject } from 'write-excel-file/node';
import { shownCell } from '../cells.rules';
import { COLOURS, TALL_ROW } from '../looks';
import type { Block, Paper, Table, TableColumn } from '../paper';
import { alignLook, GROUP, HEAD, LINES, text, valueOf, width, WIDEST } from './cells';
import { barsSheet, ganttSheet, outlinedOf } from './charts';
import { sheetName } from './sheet-names.rules';
import type { WorkSheet } from './work-sheet';

/** Width of a column to be written in, by its weight. */
const BY_HAND = 14;

/** A sheet for each table and chart, named by its caption or the heading above it; where there are none, one with the texts. */
export function sheetsOf(paper: Paper): WorkSheet[] {
  const taken = new Set<string>();
  const named = (wanted: string) => {
    const name = sheetName(wanted, taken);
    taken.add(name.toLowerCase());
    return name;
  };
  const sheets: WorkSheet[] = [];
  let heading = paper.title;
  for (const block of paper.blocks) {
    if (block.type === 'heading') heading = block.text;
    if (block.type === 'table') sheets.push({ sheet: named(block.caption ?? heading), ...tableSheet(block) });
    if (block.type === 'gantt') sheets.push({ sheet: named(block.caption ?? heading), ...ganttSheet(block, paper) });
    if (block.type === 'bars') sheets.push({ sheet: named(block.caption ?? heading), ...barsSheet(block) });
  }
  return sheets.length > 0 ? sheets : [{ sheet: named(paper.title), ...textSheet(paper) }];
}

function tableSheet(table: Table): Omit<WorkSheet, 'sheet'> {
  const { columns, rows, totals, empty, tall } = table;
  const heads = columns.map((column) => text(column.label, { ...HEAD, ...alignLook(column) }) ?? { ...HEAD });
  const body = rows.map((row) =>
    'group' in row
      ? columns.map((_, at) => (at === 0 ? text(row.group, { ...GROUP, wrap: false }) : { ...GROUP }))
      : tallRow(
          columns.map((column, at) => valueOf(row.cells[at], column, bodyLook(column))),
          tall,
        ),
  );
  if (rows.length === 0) body.push([text(empty, { textColor: `#${COLOURS.quiet}` })]);
  if (totals) body.push(columns.map((column, at) => valueOf(totals[at], column, GROUP)));
  const widths = columns.map(({ label, byHand, weight = 1 }, at) => {
    const texts = rows.map((row) => ('group' in row ? '' : shownCell(row.cells[at]).text));
    const needed = width([label, ...texts, shownCell(totals?.[at]).text]);
    return { width: byHand ? Math.max(needed, BY_HAND * weight) : needed };
  });
  const grouped = rows.some((row) => 'group' in row);
  const last = getCellAddress(rows.length, columns.length - 1);
  return {
    data: [heads, ...body],
    columns: widths,
    stickyRowsCount: 1,
    // Sorted, rows would leave the heading that they belong to: those are folded instead.
    ...(rows.length > 0 && columns.length > 0 && !grouped && { filter: `A1:${last}` }),
    outlined: outlinedOf(rows, 1),
    sums: sumsOf(table),
  };
}

function bodyLook({ kind }: TableColumn) {
  return { ...LINES, alignVertical: 'center' as const, ...(kind === 'text' && { wrap: true }) };
}

/** Totals that are the sum of what stands above them go on adding up when somebody changes a number. */
function sumsOf({ columns, rows, totals }: Table): ReadonlyMap<string, string> {
  const sums = new Map<string, string>();
  for (const [at, { kind }] of columns.entries()) {
    const total = shownCell(totals?.[at]);
    const above = rows.flatMap((row) => ('group' in row ? [] : [shownCell(row.cells[at])]));
    const numbers = above.flatMap(({ value }) => (typeof value === 'number' ? [value] : []));
    const shares = [total, ...above].some(({ text: written }) => written.endsWith('%'));
    if ((kind !== 'money' && kind !== 'number') || typeof total.value !== 'number' || shares) continue;
    if (numbers.length === 0 || Math.abs(numbers.reduce((sum, one) => sum + one, 0) - total.value) > 0.001) continue;
    sums.set(getCellAddress(rows.length + 1, at), `SUM(${getCellAddress(1, at)}:${getCellAddress(rows.length, at)})`);
  }
  return sums;
}

/** The library takes the height of a row from any of its cells. */
function tallRow(cells: (CellObject | null)[], tall = false): (CellObject | null)[] {
  return tall ? cells.map((cell) => ({ ...cell, height: TALL_ROW })) : cells;
}

/** What can be said in lines, for a paper whose workbook somebody wants all the same. */
function textSheet({ title, blocks }: Paper): Omit<WorkSheet, 'sheet'> {
  const data = [[text(title, { fontWeight: 'bold' })], ...blocks.flatMap(lines)];
  return { data, columns: [{ width: 24 }, { width: WIDEST }] };
}

function lines(block: Block): (CellObject | null)[][] {
  if (block.type === 'heading') return [[text(block.text, { fontWeight: 'bold' })]];
  if (block.type === 'text') return block.text.split('\n').map((line) => [text(line)]);
  if (block.type === 'items') return block.items.map((item) => [text(item)]);
  if (block.type === 'facts')
    return block.rows.map(({ label, value }) => [text(label, { fontWeight: 'bold' }), text(value)]);
  if (block.type === 'missing') return [[text(block.what), text(block.where)]];
  if (block.type === 'cards') return block.items.map((card) => card.lines.map((line) => text(line.text)));
  return [];
}
