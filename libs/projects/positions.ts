import { POSITION_STEP } from './project-rows';

export interface Placed {
  id: string;
  place: string | null;
  position: number;
}

/**
 * Where new work items go among those of a project: each behind the nearest one before it in the template's order that
 * the project has, at the front where it has none. Where a gap is used up all rows are spread out again: then `moved` names
 * the new positions of those that were there. `present` is in the project's order.
 */
export function positionsFor(
  present: readonly Placed[],
  order: readonly string[],
  added: readonly string[],
): { added: Map<string, number>; moved: { id: string; position: number }[] } {
  const byPlace = new Map(present.flatMap((row) => (row.place === null ? [] : [[row.place, row.id] as const])));
  const behind = anchoredTo(byPlace, order, new Set(added));
  const rows: (Placed | NewRow)[] = (behind.get(null) ?? []).map(asNew);
  for (const row of present) rows.push(row, ...(behind.get(row.id) ?? []).map(asNew));
  const positions = filled(rows) ?? rows.map((_, index) => index * POSITION_STEP);
  const result = { added: new Map<string, number>(), moved: [] as { id: string; position: number }[] };
  rows.forEach((row, index) => {
    const position = positions[index]!;
    if (row.id === null) result.added.set(row.place, position);
    else if (row.position !== position) result.moved.push({ id: row.id, position });
  });
  return result;
}

interface NewRow {
  id: null;
  place: string;
  position: null;
}

const asNew = (place: string): NewRow => ({ id: null, place, position: null });

/** The new places by the row that they stand behind; null for the front. */
function anchoredTo(
  present: ReadonlyMap<string, string>,
  order: readonly string[],
  added: ReadonlySet<string>,
): Map<string | null, string[]> {
  const behind = new Map<string | null, string[]>();
  let last: string | null = null;
  for (const place of order) {
    const id = present.get(place);
    if (id !== undefined) last = id;
    else if (added.has(place)) behind.set(last, [...(behind.get(last) ?? []), place]);
  }
  return behind;
}

/** Positions in the gaps between the rows that stay; null where one is too narrow. */
function filled(rows: readonly (Placed | NewRow)[]): number[] | null {
  const positions = rows.map(({ position }) => position);
  for (let start = 0; start < rows.length;) {
    if (positions[start] !== null) {
      start += 1;
      continue;
    }
    let end = start;
    while (end < rows.length && positions[end] === null) end += 1;
    const count = end - start;
    const next = positions[end] ?? null;
    const before = positions[start - 1] ?? (next === null ? -POSITION_STEP : next - (count + 1) * POSITION_STEP);
    const until = next ?? before + (count + 1) * POSITION_STEP;
    const step = Math.floor((until - before) / (count + 1));
    if (step < 1) return null;
    for (let index = 0; index < count; index += 1) positions[start + index] = before + step * (index + 1);
    start = end;
  }
  return positions as number[];
}

/** The position of the `index`-th row put behind the last one that there is. */
export function positionAtEnd(last: number | null, index: number): number {
  return (last ?? -POSITION_STEP) + (index + 1) * POSITION_STEP;
}
