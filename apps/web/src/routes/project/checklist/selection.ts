import type { BulkSelection } from '../../../api/types';

/** What is chosen for a bulk change: these rows, or all that the filter leaves but these. */
export interface Selected {
  all: boolean;
  ids: ReadonlySet<string>;
}

export const NOTHING: Selected = { all: false, ids: new Set() };
export const EVERYTHING: Selected = { all: true, ids: new Set() };

export const isChosen = ({ all, ids }: Selected, id: string): boolean => all !== ids.has(id);

export function toggled(selected: Selected, ids: readonly string[], on: boolean): Selected {
  const next = new Set(selected.ids);
  for (const id of ids) {
    if (on !== selected.all) next.add(id);
    else next.delete(id);
  }
  return { ...selected, ids: next };
}

/** `total`: how many there are to choose from. */
export const countOf = ({ all, ids }: Selected, total: number): number => (all ? total - ids.size : ids.size);

/** What lies between two rows, both included, in the order in which they are shown. */
export function between(order: readonly string[], from: string, to: string): readonly string[] {
  const [a, b] = [order.indexOf(from), order.indexOf(to)];
  if (b < 0) return [];
  if (a < 0) return [to];
  return order.slice(Math.min(a, b), Math.max(a, b) + 1);
}

/** As the server is asked for it. */
export function selectionOf({ all, ids }: Selected, filter: BulkSelection['filter']): BulkSelection {
  return all ? { filter, except: [...ids] } : { workItemIds: [...ids] };
}
