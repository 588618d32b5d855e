/** Whether a newer version has taken over behind this page. */
let ready = false;
const listeners = new Set<() => void>();

export const newVersion = {
  subscribe: (listener: () => void) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  },
  snapshot: () => ready,
};

/** How often a page that stays open asks for a newer version. */
const LOOK_MS = 60 * 60_000;

/** Lets the app start without a network. Browsers allow that behind https and on the machine itself only. */
export async function startServiceWorker(): Promise<void> {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  const workers = navigator.serviceWorker;
  const hadOne = workers.controller !== null;
  workers.addEventListener('controllerchange', () => {
    ready = hadOne;
    for (const listener of listeners) listener();
  });
  const registration = await workers.register('/sw.js');
  setInterval(() => void registration.update().catch(() => undefined), LOOK_MS);
}
