const listeners = new Set<() => void>();
let open = false;

/** Whether the command palette is shown; opened by its key and by the buttons of the navigation. */
export const palette = {
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
