/** Cuts a list into parts of at most so many. */
export function inBatches<T>(things: readonly T[], most: number): T[][] {
  const count = Math.ceil(things.length / most);
  return Array.from({ length: count }, (_, index) => things.slice(index * most, (index + 1) * most));
}

/** Cuts a list, in its order, into parts whose weights sum up to at most so much; a heavier thing stands alone. */
export function byWeight<T>(things: readonly T[], weightOf: (thing: T) => number, most: number): T[][] {
  const parts: T[][] = [];
  let room = 0;
  for (const thing of things) {
    const weight = weightOf(thing);
    if (weight > room || parts.length === 0) {
      parts.push([]);
      room = most;
    }
    parts.at(-1)!.push(thing);
    room -= weight;
  }
  return parts;
}
