import { inOurFont } from '../glyphs';
import { COLOURS } from '../looks';
import type { Card } from '../paper';
import { brokenLines } from './lines.rules';
import { type Ink, widthIn } from './pen';

const SMALLEST = 0.3;
const LEAST_UNTORN = 0.5;
export const CARD_LEADING = 1.35;

export interface CardFit {
  /** By which the sizes of the lines are multiplied. */
  scale: number;
  lines: { text: string; ink: Ink; high: number }[];
}

/** Smaller until all of it stands on the card and no word is torn; what still doesn't is left out from below. */
export function cardFit(lines: Card['lines'], width: number, room: number): CardFit {
  for (let scale = 1; ; scale -= 0.1) {
    let torn = false;
    const laid = lines.flatMap(({ text, size, bold, tone }) => {
      const ink: Ink = {
        size: Math.max(1, size) * scale,
        bold: bold ?? false,
        colour: tone === 'quiet' ? COLOURS.quiet : COLOURS.ink,
      };
      const drawn = inOurFont(text);
      torn ||= drawn
        .split(/[\s-]/)
        .some((word) => /^[\u0021-\u024f]+$/.test(word) && widthIn(ink)(word) > width - ink.size * 0.4);
      const broken = brokenLines(drawn, width, widthIn(ink));
      return broken.map((line) => ({ text: line, ink, high: ink.size * CARD_LEADING }));
    });
    const used = laid.reduce((total, line) => total + line.high, 0);
    if (used <= room && (!torn || scale < LEAST_UNTORN)) return { scale, lines: laid };
    if (scale <= SMALLEST) return { scale, lines: laid.slice(0, Math.floor((laid.length * room) / used)) };
  }
}
