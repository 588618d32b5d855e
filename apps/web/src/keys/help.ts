import { cell } from '../app/cell';

/** Whether the keys of the page are listed now; opened by `?`, and by whatever else leads there. */
export const keysHelp = cell(false);
