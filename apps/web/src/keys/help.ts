const listeners = new Set<() => void>();
let open = false;

/** Whether the keys of the page are listed now; opened by `?`, and by whatever else leads there. */
export const keysHelp = {
  subscribe: (listener: () => void) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  },
  snapshot: () => open,
  show: (shown: boolean) => {
    open = shown;
    listeners.forEach((listener) => listener());
  },
};
