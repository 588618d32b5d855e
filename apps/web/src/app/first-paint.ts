import { showTheme } from './appearance';

/** A script of its own before everything else, so that nobody sees a flash of the other theme. */
showTheme();
