import { MOST_ROWS } from '@convener/registers';

/** Bytes of a file that is read in. */
export const MOST_FILE_BYTES = 10 * 1024 * 1024;
/** Columns with anything in them. */
export const MOST_FILE_COLUMNS = 200;
/** Titles and notes may stand above the headings. */
export const MOST_FILE_ROWS = MOST_ROWS + 50;
