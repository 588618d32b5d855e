import { useState } from 'react';
import { between, EVERYTHING, isChosen, NOTHING, type Selected, toggled } from './selection';

export interface Selection {
  selected: Selected;
  has: (id: string) => boolean;
  toggle: (ids: readonly string[], on: boolean) => void;
  /** Takes up everything from where the last row was toggled to this one. */
  extend: (order: readonly string[], to: string) => void;
  everything: () => void;
  clear: () => void;
}

interface Held {
  of: string;
  selected: Selected;
  anchor: string | null;
}

/** The rows that are chosen for a bulk change. Under another filter (`of`) nothing is. */
export function useSelection(of: string): Selection {
  const [held, setHeld] = useState<Held>({ of, selected: NOTHING, anchor: null });
  const now = held.of === of ? held : { of, selected: NOTHING, anchor: null };
  return {
    selected: now.selected,
    has: (id) => isChosen(now.selected, id),
    toggle: (ids, on) => setHeld({ of, selected: toggled(now.selected, ids, on), anchor: ids.at(-1) ?? now.anchor }),
    extend: (order, to) => {
      const range = between(order, now.anchor ?? to, to);
      setHeld({ of, selected: toggled(now.selected, range, true), anchor: now.anchor ?? to });
    },
    everything: () => setHeld({ of, selected: EVERYTHING, anchor: null }),
    clear: () => setHeld({ of, selected: NOTHING, anchor: null }),
  };
}
