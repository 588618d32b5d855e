/**
 * A number from 0 to below 1 that is always the same for the same text: the demo differs from row to row, yet is the
 * same story each time.
 */
export function chance(text: string): number {
  let hash = 0x811c9dc5;
  for (const char of text) hash = Math.imul(hash ^ char.codePointAt(0)!, 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return ((hash ^ (hash >>> 13)) >>> 0) / 2 ** 32;
}

/** One of several, by the same rule. */
export function pick<T>(from: readonly T[], text: string): T {
  return from[Math.floor(chance(text) * from.length)]!;
}
