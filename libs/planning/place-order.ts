import { POSITION_STEP } from '@convener/projects';

interface Standing {
  place: string | null;
  position: number;
}

/**
 * Positions for new rows so that each stands right behind the one that comes before it in the template's order, in front
 * of all where none does. `order` is every place of the template; `step` the distance that rows leave for moving. Where
 * there is no gap a new row shares its neighbour's position: lists go by position, then by id, and its id is the later.
 */
export function positionsByPlace(
  there: readonly Standing[],
  fresh: readonly string[],
  order: readonly string[],
  step = POSITION_STEP,
): Map<string, number> {
  const rank = new Map(order.map((place, index) => [place, index]));
  const rows = [...there].sort((a, b) => a.position - b.position);
  const found = new Map<string, number>();
  const byRank = [...fresh].sort((a, b) => (rank.get(a) ?? 0) - (rank.get(b) ?? 0));
  for (const place of byRank) {
    const own = rank.get(place) ?? 0;
    const index = rows.findLastIndex((row) => row.place !== null && (rank.get(row.place) ?? Infinity) < own);
    const position = between(rows[index]?.position, rows[index + 1]?.position, step);
    rows.splice(index + 1, 0, { place, position });
    found.set(place, position);
  }
  return found;
}

function between(before: number | undefined, next: number | undefined, step: number): number {
  if (before === undefined) return next === undefined ? 0 : next - step;
  return next === undefined ? before + step : Math.floor((before + next) / 2);
}
