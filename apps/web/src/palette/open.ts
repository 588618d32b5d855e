import { cell } from '../app/cell';

/** Whether the command palette is shown; opened by its key and by the buttons of the navigation. */
export const palette = cell(false);
