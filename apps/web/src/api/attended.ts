/** So long (ms) after the last touch or key nobody may sit there any more. */
const ATTENDED_MS = 10 * 60_000;

let touched = performance.now();
const touch = () => {
  touched = performance.now();
};
for (const event of ['pointerdown', 'keydown', 'wheel']) window.addEventListener(event, touch, { passive: true });

/** Whether somebody has used the page lately. What it fetches by itself must not keep an idle session alive. */
export const isAttended = () => performance.now() - touched < ATTENDED_MS;
