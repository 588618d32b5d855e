/** What an archive tells apart: the two databases name and store these differently. */
export type ColumnKind = 'boolean' | 'integer' | 'text';

const KINDS: readonly [declared: RegExp, kind: ColumnKind][] = [
  [/^(text|varchar|character varying)\b/i, 'text'],
  [/^(smallint|integer|bigint)$/i, 'integer'],
  [/^boolean$/i, 'boolean'],
];

/** The kind of a column by its declared type. Throws on a type that no backup has had to carry yet. */
export function columnKind(declared: string): ColumnKind {
  const found = KINDS.find(([pattern]) => pattern.test(declared));
  if (!found) throw new Error(`Backups do not know columns of type "${declared}": teach them in columns.ts`);
  return found[1];
}

/**
 * A value as the driver gives it, as it stands in an archive: the same from both databases. Whole numbers beyond 2^53
 * become text, because JSON.parse would round them; both databases take that text for an integer column.
 */
export function archived(kind: ColumnKind, value: unknown): string | number | boolean | null {
  if (value === null) return null;
  const found = CONVERSIONS[kind](value);
  if (found !== undefined) return found;
  throw new Error(`A ${typeof value} stands in a column for ${kind}: a backup would not be faithful`);
}

const CONVERSIONS: Record<ColumnKind, (value: unknown) => string | number | boolean | undefined> = {
  text: (value) => (typeof value === 'string' ? value : undefined),
  boolean: (value) => {
    if (typeof value === 'boolean') return value;
    return value === 0n || value === 1n ? value === 1n : undefined;
  },
  integer: (value) => {
    if (typeof value === 'number') return Number.isSafeInteger(value) ? value : undefined;
    // bigint: SQLite through safeIntegers; text: a bigint column of PostgreSQL.
    if (typeof value !== 'bigint' && !(typeof value === 'string' && /^-?\d+$/.test(value))) return undefined;
    const number = Number(value);
    return Number.isSafeInteger(number) ? number : String(value);
  },
};
