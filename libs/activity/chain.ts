import { createHash } from 'node:crypto';

/** The fields of an entry that its hash covers, in the order in which it covers them: every column but the hash. */
export const CHAINED_FIELDS = [
  'id',
  'projectId',
  'seq',
  'at',
  'actorId',
  'action',
  'subjectType',
  'subjectId',
  'subjectTitle',
  'before',
  'after',
  'batchId',
  'personalDigest',
] as const;

/** An entry as it is stored: `before` and `after` are the very text in the database. */
export type ChainedEntry = Record<(typeof CHAINED_FIELDS)[number], unknown>;

/** Where a project's chain ends. An empty chain has seq 0 and an empty hash. */
export interface Head {
  seq: number;
  hash: string;
}

export const EMPTY_CHAIN: Head = { seq: 0, hash: '' };

/** The hash of an entry that follows the entry with hash `previous`: SHA-256 in hex over one JSON array. */
export function hashOf(previous: string, entry: ChainedEntry): string {
  return sha256(JSON.stringify([previous, ...CHAINED_FIELDS.map((field) => asText(entry[field]))]));
}

/** The entries with their place and hash behind `head`, and the head that they make. */
export function chained<E extends Omit<ChainedEntry, 'seq'>>(
  head: Head,
  entries: readonly E[],
): { entries: (E & Head)[]; head: Head } {
  let last = head;
  const links = entries.map((entry) => {
    const placed = { ...entry, seq: last.seq + 1 };
    last = { seq: placed.seq, hash: hashOf(last.hash, placed) };
    return { ...placed, hash: last.hash };
  });
  return { entries: links, head: last };
}

export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** One form for a number, whether the database hands it over as number or as text; anything odd keeps its kind. */
function asText(value: unknown): unknown {
  if (value === null || value === undefined) return null;
  return typeof value === 'number' || typeof value === 'bigint' || typeof value === 'string' ? String(value) : [value];
}
