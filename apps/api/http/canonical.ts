/** A parsed JSON body as text that is the same for the same content, in whatever order its members came. */
export function canonical(body: unknown): string {
  return JSON.stringify(body, (_key, value: unknown) => (isRecord(value) ? sorted(value) : value)) ?? '';
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function sorted(record: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
}
