import { mediaHook } from './mediaHook';

/** Whether the window is as narrow as a phone's; the same width as in the style sheets. A sheet of paper is no phone. */
export const useIsPhone = mediaHook('screen and (max-width: 767px)');
