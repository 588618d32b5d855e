import type { FieldProblem } from '@convener/kernel';
import { isSummed, type RegisterColumn } from '@convener/register-presets';
import type { KeptCell } from './cells.rules';
import type { Cells } from './cells-of-row.rules';

export const BETTER = ['higher', 'lower'] as const;
export const MOST_WEIGHT = 10;

/** How much a column counts where rows are compared, in whole steps from 0, and which of its ends is the good one. */
export interface Weight {
  column: string;
  weight: number;
  better: (typeof BETTER)[number];
}

export interface ComparedRow {
  id: string;
  name: string;
  /** From 0 to 100, with one decimal. */
  score: number;
  /** From 1 on; rows with the same score share one, and the next is left out. */
  rank: number;
  /** Weighted columns in which it has no cell: they score 0. */
  missing: string[];
  /** What each weighted column gives, from 0 to 1. */
  parts: { column: string; score: number }[];
}

/** What is wrong with the weights of a list, by JSON pointer. */
export function weightProblems(columns: readonly RegisterColumn[], weights: readonly Weight[]): FieldProblem[] {
  const byKey = new Map(columns.map((column) => [column.key, column]));
  return weights.flatMap(({ column: key }, at) => {
    const pointer = `/weights/${at}/column`;
    const column = byKey.get(key);
    if (!column) return [{ pointer, ...NO_COLUMN }];
    // A score tells what its cells are, also to those who don't see them.
    if (column.personal) return [{ pointer, ...PERSONAL }];
    if (!isSummed(column) && column.type !== 'yes-no') return [{ pointer, ...NOT_COMPARED }];
    return weights.findIndex((other) => other.column === key) < at ? [{ pointer, ...TWICE }] : [];
  });
}

/** The rows that are given, best first; those that are alike in the order in which they are given. */
export function compared(
  weights: readonly Weight[],
  rows: readonly { id: string; name: string; cells: Cells }[],
): ComparedRow[] {
  const scales = weights.map(({ column, better }) =>
    scaleOf(
      rows.map(({ cells }) => cells[column]),
      better,
    ),
  );
  const all = weights.reduce((sum, { weight }) => sum + weight, 0);
  const scored = rows.map(({ id, name, cells }) => {
    const scores = weights.map(({ column }, at) => scales[at]!(cells[column]));
    const sum = weights.reduce((before, { weight }, at) => before + weight * scores[at]!, 0);
    return {
      ...{ id, name, score: all === 0 ? 0 : rounded((sum / all) * 100, 10) },
      missing: weights.map(({ column }) => column).filter((column) => cells[column] === undefined),
      parts: weights.map(({ column }, at) => ({ column, score: rounded(scores[at]!, 1000) })),
    };
  });
  const sorted = scored.sort((one, other) => other.score - one.score);
  return sorted.map((row) => ({ ...row, rank: sorted.findIndex(({ score }) => score === row.score) + 1 }));
}

type Cell = KeptCell | undefined;

/** What a cell scores among those of its column; where all are alike, nobody is behind. */
function scaleOf(cells: readonly Cell[], better: Weight['better']): (cell: Cell) => number {
  const numbers = cells.filter((cell) => typeof cell === 'number');
  const [least, most] = [Math.min(...numbers), Math.max(...numbers)];
  const place = (cell: KeptCell) => {
    // Yes and no have fixed ends: a thing that no row has is not scored as if all had it.
    if (typeof cell === 'string') return cell === 'yes' ? 1 : 0;
    return (cell - least) / (most - least);
  };
  return (cell) => {
    if (cell === undefined) return 0;
    if (typeof cell === 'number' && most === least) return 1;
    return better === 'higher' ? place(cell) : 1 - place(cell);
  };
}

function rounded(value: number, parts: number): number {
  return Math.round(value * parts) / parts;
}

const NO_COLUMN = { zh: '這份清單沒有這個欄位。', en: 'The list has no such column.' };
const PERSONAL = { zh: '個人資料欄位不能用來比較。', en: 'A column that is personal can’t be compared.' };
const NOT_COMPARED = {
  zh: '只有數字、金額和是否欄位可以比較。',
  en: 'Only columns of numbers, money, or yes and no can be compared.',
};
const TWICE = { zh: '這個欄位已經有權重了。', en: 'This column has a weight already.' };
