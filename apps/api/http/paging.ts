import { badRequest } from '@convener/kernel';
import { PageQuery } from './paging.dto';

export { PageQuery };

/** The sort key of the last row of a page: the next page starts after it. */
export type CursorKey = readonly (string | number)[];

const DEFAULT_LIMIT = 50;

/** One page; `next` is null on the last. */
export interface Page<T> {
  items: T[];
  next: string | null;
}

export function encodeCursor(key: CursorKey): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}

interface Parts {
  string: string;
  number: number;
  /** What rows are sorted by that are sorted by a column of either. */
  either: string | number;
}
type KeyOf<Shape extends readonly (keyof Parts)[]> = { [I in keyof Shape]: Parts[Shape[I]] };

/** JSON writes infinity as 1e999. */
const FITS: Record<keyof Parts, (part: unknown) => boolean> = {
  string: (part) => typeof part === 'string',
  number: (part) => Number.isFinite(part),
  either: (part) => FITS.string(part) || FITS.number(part),
};

/** The key in a cursor, checked against the types of `shape`; null without a cursor. Throws 400 on a forged one. */
export function decodeCursor<const Shape extends readonly (keyof Parts)[]>(
  cursor: string | undefined,
  shape: Shape,
): KeyOf<Shape> | null {
  if (cursor === undefined) return null;
  const key = parse(cursor);
  const fits =
    Array.isArray(key) && key.length === shape.length && shape.every((type, index) => FITS[type](key[index]));
  if (!fits) throw badCursor();
  return key as unknown as KeyOf<Shape>;
}

export function limitOf(query: PageQuery): number {
  return query.limit ?? DEFAULT_LIMIT;
}

/** A page of rows that were read with one more than `limit`, which tells whether there is a next page. */
export function pageOf<Row, Item>(
  rows: readonly Row[],
  limit: number,
  keyOf: (row: Row) => CursorKey,
  present: (row: Row) => Item,
): Page<Item> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return { items: shown.map(present), next: rows.length > limit && last ? encodeCursor(keyOf(last)) : null };
}

function parse(cursor: string): unknown {
  try {
    const text = Buffer.from(cursor, 'base64url').toString('utf8');
    // PostgreSQL takes no NUL character, also not as a parameter.
    return text.includes('\\u0000') ? null : JSON.parse(text);
  } catch {
    return null;
  }
}

export function badCursor() {
  const text = { zh: '分頁記號不正確，請從第一頁開始。', en: 'The cursor is not valid; start from the first page.' };
  return badRequest('bad-cursor', text, [{ pointer: '/cursor', ...text }]);
}
