import { useEffect, useRef } from 'react';
import { bind, type Key } from './bindings';

/**
 * Keys of a part of the page while it is shown: taken only where nobody types and no dialog is open, listed behind `?`.
 * `keys` may be new at every drawing.
 */
export function useKeys(title: string, keys: readonly Key[]): void {
  const latest = useRef({ title, keys });
  useEffect(() => {
    latest.current = { title, keys };
  });
  useEffect(() => bind(() => latest.current), []);
}
