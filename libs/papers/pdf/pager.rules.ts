import type { Pen } from './pen';

/** A piece of a document that is never broken: a line, a row, a photo with its caption. Points. */
export interface Slab {
  height: number;
  draw(pen: Pen, x: number, y: number): void;
  /** Room above it, left out at the top of a page. */
  gap?: number;
  /** Never the last of its page while something follows that fits with it. */
  keep?: boolean;
  /** Drawn again above it where it begins a page. */
  head?: readonly Slab[];
  /** Begins a page. */
  fresh?: boolean;
  /** Of the page that it stands on; another one begins where it changes. */
  sheet?: Sheet;
  /** Found again by the table of contents. */
  mark?: string;
}

export interface Sheet {
  width: number;
  height: number;
  left: number;
  top: number;
  bottom: number;
  /** Without header and footer, as cards are. */
  bare?: boolean;
}

export interface Placed {
  slab: Slab;
  y: number;
}

export interface PagePlan {
  sheet: Sheet;
  placed: Placed[];
}

/**
 * Which slab stands on which page, and where. Slabs that keep with the next move to the next page together with it, unless
 * they are taller than a page together. A slab taller than a page begins one and is cut there.
 */
export function paged(slabs: readonly Slab[], sheet: Sheet): PagePlan[] {
  const pages: PagePlan[] = [];
  let page: PagePlan = { sheet: slabs[0]?.sheet ?? sheet, placed: [] };
  let y = page.sheet.top;
  pages.push(page);
  const turn = (next: Sheet) => {
    page = { sheet: next, placed: [] };
    y = next.top;
    pages.push(page);
  };
  for (let at = 0; at < slabs.length; at += 1) {
    const slab = slabs[at]!;
    const own = slab.sheet ?? sheet;
    const started = page.placed.length > 0;
    const room = page.sheet.height - page.sheet.bottom - y;
    const leaves = own !== page.sheet || (started && (slab.fresh || needed(slabs, at, own) > room + 0.01));
    if (leaves && started) turn(own);
    else if (leaves) [page.sheet, y] = [own, own.top];
    for (const head of page.placed.length === 0 ? (slab.head ?? []) : []) {
      page.placed.push({ slab: head, y });
      y += head.height;
    }
    if (page.placed.length > 0 && page.placed.at(-1)!.slab !== slab.head?.at(-1)) y += slab.gap ?? 0;
    page.placed.push({ slab, y });
    y += slab.height;
  }
  return pages;
}

/** The last of the pieces so far stay with what comes next: a line to sign on that stands alone belongs to nothing. */
export function tie(slabs: Slab[], last: number): void {
  for (let at = Math.max(0, slabs.length - last); at < slabs.length; at += 1) slabs[at] = { ...slabs[at]!, keep: true };
}

/** Height of a slab and all that must follow it on its page. */
function needed(slabs: readonly Slab[], from: number, sheet: Sheet): number {
  const most = sheet.height - sheet.bottom - sheet.top;
  let height = (slabs[from]!.gap ?? 0) + slabs[from]!.height;
  for (let at = from; slabs[at]!.keep && slabs[at + 1]; at += 1) {
    const next = slabs[at + 1]!;
    if (next.fresh || (next.sheet ?? sheet) !== sheet) break;
    const together = height + (next.gap ?? 0) + next.height;
    if (together > most) break;
    height = together;
  }
  return height;
}
