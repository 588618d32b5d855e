const listeners = new Set<() => void>();
let answered = true;
const tell = () => listeners.forEach((listener) => listener());

/**
 * Whether the server answers. A browser calls itself online as soon as it has any network; in a hall that may lead
 * nowhere, so what came of the last request counts too.
 */
export const reach = {
  noted(did: boolean) {
    if (did === answered) return;
    answered = did;
    tell();
  },
  subscribe: (listener: () => void) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  },
  holds: () => navigator.onLine && answered,
};

for (const change of ['online', 'offline']) window.addEventListener(change, tell);
