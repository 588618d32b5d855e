import type { Entry } from './rank';

/** Goes somewhere, or does something. */
export interface PaletteEntry extends Entry {
  href?: string;
  run?: () => void;
}
