import { useState } from 'react';
import { behindIn, type Group } from './groups';

/** Groups that are all behind us start folded, unless the list is narrowed down or rows are being chosen. */
export function useFolding(foldable: boolean, of: string) {
  const [unfolded, setUnfolded] = useState<ReadonlySet<string>>(new Set());
  const keyOf = ({ key }: Group) => `${of}:${key}`;
  const folds = (group: Group) => foldable && behindIn(group) === group.rows.length;
  return {
    folds,
    isOpen: (group: Group) => !folds(group) || unfolded.has(keyOf(group)),
    toggle: (group: Group) =>
      setUnfolded((now) => {
        const next = new Set(now);
        if (!next.delete(keyOf(group))) next.add(keyOf(group));
        return next;
      }),
  };
}
