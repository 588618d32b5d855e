import { mediaHook } from './mediaHook';

/** Whether the page is being laid out for paper. */
export const usePrinting = mediaHook('print');
