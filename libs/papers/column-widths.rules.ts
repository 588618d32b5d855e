import { isWhole, shownCell } from './cells.rules';
import { CELL_PADDING, SIZES } from './looks';
import type { Table } from './paper';

/** Width of a text on one line, in ems. */
export type Measure = (text: string, bold?: boolean) => number;

/** `wide` says that even the smallest type breaks what should stay whole: the table wants a page that lies down. */
export interface ColumnWidths {
  widths: number[];
  size: number;
  wide: boolean;
}

const SMALLEST = 7;
/** Ems under which a column of texts is no column: four characters. */
const NARROWEST = 4;
/** What a column to be written in takes where it can, by its weight: two characters written by hand. */
const BY_HAND = 4;
/** A heading is never broken inside a word for want of a rounding error. */
const SLACK = 0.05;
const WIDEST_WORD = 12;

interface Need {
  whole: boolean;
  weight: number;
  least: number;
  wanted: number;
  /** The longest word, heading and all. */
  word: number;
  /** The longest word of the heading. */
  headWord: number;
}

/**
 * Points for each column, as wide as the room together. What must stay whole gets what it needs, texts share the rest
 * by weight, but none gets more than it can fill while another lacks it. Type shrinks from 9.5 to 7 points before
 * anything is broken; then names break between words, and at last everything gives way in proportion: a table is never
 * wider than its room.
 */
export function columnWidths(
  table: Pick<Table, 'columns' | 'rows' | 'totals'>,
  room: number,
  measure: Measure,
): ColumnWidths {
  const needs = table.columns.map((_, at) => needOf(table, at, measure));
  for (let size = SIZES.table; size >= SMALLEST; size -= 0.5) {
    const least = needs.map((need) => need.least * size + 2 * CELL_PADDING.side);
    if (sum(least) <= room) return { widths: shared(needs, least, size, room), size, wide: false };
  }
  const yielding = needs.map((need) => ({ ...need, least: Math.min(need.least, Math.max(need.word, 1)) }));
  const least = yielding.map((need) => need.least * SMALLEST + 2 * CELL_PADDING.side);
  if (sum(least) <= room) return { widths: shared(yielding, least, SMALLEST, room), size: SMALLEST, wide: true };
  return { widths: givenWay(yielding, least, room), size: SMALLEST, wide: true };
}

/** Cells give way first, in proportion; the words of headings only where not even they fit side by side. */
function givenWay(needs: readonly Need[], least: readonly number[], room: number): number[] {
  const heads = needs.map(({ headWord }) => headWord * SMALLEST + 2 * CELL_PADDING.side);
  const left = room - sum(heads);
  if (left <= 0) return heads.map((width) => (width * room) / sum(heads));
  const above = least.map((width, at) => Math.max(0, width - heads[at]!));
  return heads.map((width, at) => width + (above[at]! * left) / sum(above));
}

function needOf(
  { columns, rows, totals }: Pick<Table, 'columns' | 'rows' | 'totals'>,
  at: number,
  measure: Measure,
): Need {
  const column = columns[at]!;
  const whole = isWhole(column);
  let wanted = 0;
  let word = 0;
  const meet = (text: string, bold: boolean) => {
    for (const line of text.split('\n')) wanted = Math.max(wanted, measure(line, bold));
    word = Math.max(word, longestWord(text, measure, bold));
  };
  for (const row of rows) {
    if ('group' in row) continue;
    const { text, tone } = shownCell(row.cells[at]);
    meet(text, tone !== undefined);
  }
  if (totals) meet(shownCell(totals[at]).text, true);
  const label = measure(column.label, true);
  // A heading may take two lines, but none of its words is broken.
  const head = Math.max(longestWord(column.label, measure, true), Math.min(label, label / 2 + 1)) + SLACK;
  const headWord = longestWord(column.label, measure, true) + SLACK;
  const weight = column.weight ?? 1;
  if (column.byHand) {
    const least = Math.max(wanted, head, BY_HAND * Math.min(weight, 2));
    return { whole: false, weight, least, wanted: Infinity, word: Math.max(word, head), headWord };
  }
  const least = whole
    ? Math.max(wanted, head)
    : Math.max(head, Math.min(NARROWEST, Math.max(wanted, 1)), Math.min(word, WIDEST_WORD));
  return { whole, weight, least, wanted: Math.max(least, wanted, label), word: Math.max(word, head), headWord };
}

function longestWord(text: string, measure: Measure, bold: boolean): number {
  const words = text.match(/[\u0021-\u024f]+/g) ?? [];
  return words.reduce((longest, word) => Math.max(longest, measure(word, bold)), 0);
}

/** Texts are given so many times what they need before all columns share the rest: figures stand near what they are of. */
const AMPLE = 2;

/** Room that is left goes to texts that lack it, by weight; what nobody lacks to texts that are not ample yet, then to all. */
function shared(needs: Need[], least: number[], size: number, room: number): number[] {
  const widths = [...least];
  const all = needs.map((_, at) => at);
  const texts = all.filter((at) => !needs[at]!.whole);
  const rounds = [
    { of: all, times: 1 },
    { of: texts, times: AMPLE },
    { of: all, times: Infinity },
  ];
  for (const { of, times } of rounds) {
    const lacks = (at: number) => needs[at]!.wanted * times * size + 2 * CELL_PADDING.side - widths[at]!;
    for (let left = room - sum(widths); left > 0.01; left = room - sum(widths)) {
      const takers = of.filter((at) => lacks(at) > 0.01);
      if (takers.length === 0) break;
      const weights = sum(takers.map((at) => needs[at]!.weight));
      for (const at of takers) widths[at]! += Math.min((left * needs[at]!.weight) / weights, lacks(at));
    }
  }
  return widths;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
