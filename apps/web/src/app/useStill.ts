import { mediaHook } from './mediaHook';

/** Whether the person asked their device that nothing moves; the same as in the style sheets. */
export const useStill = mediaHook('(prefers-reduced-motion: reduce)');
