/** The fields of `changes` that differ from `row`, as they were and as they become; null when none does. */
export function difference<T extends object>(
  row: T,
  changes: Partial<T>,
): { before: Record<string, unknown>; after: Record<string, unknown> } | null {
  const keys = (Object.keys(changes) as (keyof T & string)[]).filter(
    (key) => changes[key] !== undefined && JSON.stringify(changes[key]) !== JSON.stringify(row[key]),
  );
  if (keys.length === 0) return null;
  return {
    before: Object.fromEntries(keys.map((key) => [key, row[key]])),
    after: Object.fromEntries(keys.map((key) => [key, changes[key]])),
  };
}
