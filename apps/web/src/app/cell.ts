/** One value that components follow with useSyncExternalStore, and that other code may set. */
export function cell<T>(initial: T) {
  const listeners = new Set<() => void>();
  let value = initial;
  return {
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    snapshot: () => value,
    set: (next: T) => {
      value = next;
      listeners.forEach((listener) => listener());
    },
  };
}
