import encodeQR from 'qr';
import { COLOURS, PAGE } from '../looks';
import type { Card, Cards } from '../paper';
import { UNDRAWN } from '../text.rules';
import { cardFit } from './card-fit';
import type { Sheet, Slab } from './pager.rules';
import { type Pen, widthIn } from './pen';

const MM = 72 / 25.4;
const EDGE = 5 * MM;

/** As many cards a sheet as fit, with marks to cut them; or pages of their very size. */
export function cardSlabs({ width, height, sheet, frame, items }: Cards): Slab[] {
  const [wide, high] = [Math.max(10, width) * MM, Math.max(10, height) * MM];
  const columns = Math.floor((PAGE.width - 2 * EDGE) / wide);
  const rows = Math.floor((PAGE.height - 2 * EDGE) / high);
  const alone = sheet === 'card' || columns < 1 || rows < 1;
  if (alone) {
    const page: Sheet = { width: wide, height: high, left: 0, top: 0, bottom: 0, bare: true };
    return items.map((card) => ({
      height: high,
      fresh: true,
      sheet: page,
      draw: (pen, x, y) => {
        if (frame) drawFrame(pen, x, y, wide, high);
        drawCard(pen, card, x, y, wide, high);
      },
    }));
  }
  const left = (PAGE.width - columns * wide) / 2;
  const top = (PAGE.height - rows * high) / 2;
  const page: Sheet = { width: PAGE.width, height: PAGE.height, left, top, bottom: top, bare: true };
  const slabs: Slab[] = [];
  for (let from = 0; from < items.length; from += columns) {
    const row = items.slice(from, from + columns);
    slabs.push({
      height: high,
      sheet: page,
      draw: (pen, x, y) =>
        row.forEach((card, at) => {
          drawCuts(pen, x + at * wide, y, wide, high);
          drawCard(pen, card, x + at * wide, y, wide, high);
        }),
    });
  }
  return slabs;
}

/** Short lines at the corners, outside of nothing that is read. */
function drawCuts(pen: Pen, x: number, y: number, wide: number, high: number): void {
  for (const [cx, cy] of [
    [x, y],
    [x + wide, y],
    [x, y + high],
    [x + wide, y + high],
  ] as const) {
    pen.rule(cx - 5, cy, cx + 5, cy, COLOURS.rule, 0.3);
    pen.rule(cx, cy - 5, cx, cy + 5, COLOURS.rule, 0.3);
  }
}

/** Two lines, the outer one heavier. */
function drawFrame(pen: Pen, x: number, y: number, wide: number, high: number): void {
  const outer = 12 * MM;
  const inner = outer + 1.5 * MM;
  pen.frame(x + outer, y + outer, wide - 2 * outer, high - 2 * outer, COLOURS.accent, 2);
  pen.frame(x + inner, y + inner, wide - 2 * inner, high - 2 * inner, COLOURS.accent, 0.6);
}

/** On a card that lies, a code stands beside what is aligned at the start; elsewhere below. */
function drawCard(pen: Pen, { lines, code, align }: Card, x: number, y: number, wide: number, high: number): void {
  const pad = Math.min(4 * MM, wide * 0.08);
  const beside = code !== undefined && align === 'start' && wide > high * 1.3;
  const side = code === undefined ? 0 : Math.min(wide - 2 * pad, high * (beside ? 0.5 : 0.42), 32 * MM);
  const width = wide - 2 * pad - (beside ? side + pad / 2 : 0);
  const room = high - 2 * pad - (side > 0 && !beside ? side + pad / 2 : 0);
  const laid = cardFit(lines, width, room).lines;
  const used = laid.reduce((total, line) => total + line.high, 0);
  let top = y + pad + Math.max(0, (room - used) / 2);
  for (const { text, ink, high: own } of laid) {
    const free = align === 'center' ? (width - widthIn(ink)(text)) / 2 : 0;
    pen.write(text, x + pad + free, top + (own - ink.size) / 2 + ink.size * 0.88, ink);
    top += own;
  }
  if (side === 0) return;
  if (beside) return drawCode(pen, code!, x + wide - pad - side, y + (high - side) / 2, side);
  drawCode(pen, code!, align === 'center' ? x + (wide - side) / 2 : x + pad, y + high - pad - side, side);
}

function drawCode(pen: Pen, code: string, x: number, y: number, side: number): void {
  const modules = modulesOf(code);
  if (!modules) return pen.write(UNDRAWN, x, y + 12, { size: 12 });
  const unit = side / modules.length;
  const dark = modules.flatMap((row, at) =>
    row.flatMap((on, column) => (on ? [[x + column * unit, y + at * unit] as const] : [])),
  );
  // A hair wider than they are, or printers leave white lines between them.
  pen.squares(dark, unit * 1.02);
}

/** Null where the text is more than any code holds. */
function modulesOf(code: string): boolean[][] | null {
  try {
    return encodeQR(code, 'raw', { ecc: 'medium', border: 2 });
  } catch {
    return null;
  }
}
