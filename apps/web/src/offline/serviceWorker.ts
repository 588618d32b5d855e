import { cell } from '../app/cell';

/** Whether a newer version has taken over behind this page. */
export const newVersion = cell(false);

/** How often a page that stays open asks for a newer version. */
const LOOK_MS = 60 * 60_000;

/** Lets the app start without a network. Browsers allow that behind https and on the machine itself only. */
export async function startServiceWorker(): Promise<void> {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  const workers = navigator.serviceWorker;
  const hadOne = workers.controller !== null;
  workers.addEventListener('controllerchange', () => {
    newVersion.set(hadOne);
  });
  const registration = await workers.register('/sw.js');
  setInterval(() => void registration.update().catch(() => undefined), LOOK_MS);
}
