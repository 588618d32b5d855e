/** Sorts tables so that each comes after all that it references, by name where that leaves a choice. */
export function loadingOrder<T extends { name: string; references: readonly string[] }>(tables: readonly T[]): T[] {
  const waiting = [...tables].sort((a, b) => (a.name < b.name ? -1 : 1));
  const placed = new Set<string>();
  const ordered: T[] = [];
  while (waiting.length > 0) {
    const next = waiting.findIndex(({ references }) => references.every((name) => placed.has(name)));
    const [table] = next === -1 ? [] : waiting.splice(next, 1);
    if (!table) throw new Error(`No order to load these tables in: ${waiting.map(({ name }) => name).join(', ')}`);
    placed.add(table.name);
    ordered.push(table);
  }
  return ordered;
}
