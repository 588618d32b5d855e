/** Predecessors that wait for themselves in the end, each told as the way round: `A → B → A`. */
export function cycleProblems(items: readonly { place: string; after: readonly string[] }[]): string[] {
  const after = new Map(items.map((item) => [item.place, item.after]));
  const settled = new Set<string>();
  const problems: string[] = [];
  const visit = (place: string, way: readonly string[]): void => {
    const start = way.indexOf(place);
    if (start >= 0) {
      problems.push(`predecessors go round: ${[...way.slice(start), place].join(' → ')}`);
      return;
    }
    if (settled.has(place)) return;
    for (const before of after.get(place) ?? []) visit(before, [...way, place]);
    settled.add(place);
  };
  for (const { place } of items) visit(place, []);
  return problems;
}
