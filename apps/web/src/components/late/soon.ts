/** How long a page stands before it fetches the parts that nobody has asked for yet. */
const AFTER_MS = 2_000;
const SIGNS = ['keydown', 'pointerdown'] as const;
/** What the touch itself asks for is shown first; a phone is busy with little else for long. */
const whenIdle = (run: () => void) =>
  typeof requestIdleCallback === 'function' ? requestIdleCallback(run, { timeout: 300 }) : setTimeout(run, 150);

/**
 * When antd's heavier parts may come: with the first touch or key, or when the page has stood for a moment. Until then
 * plain fields of the same size stand in their place, so that what a first visit is about is there sooner.
 */
export const soon = new Promise<void>((resolve) => {
  const begin = () => {
    for (const sign of SIGNS) window.removeEventListener(sign, begin, true);
    whenIdle(resolve);
  };
  const wait = () => setTimeout(begin, AFTER_MS);
  for (const sign of SIGNS) window.addEventListener(sign, begin, { capture: true, passive: true });
  if (document.readyState === 'complete') wait();
  else window.addEventListener('load', wait, { once: true });
});
