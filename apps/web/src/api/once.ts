/** Requests to these are done once by the server, however often they arrive under one key; a preview and a search do nothing. */
const KNOWN =
  /^\/api\/(projects|work-items|deliverables|checks|evidence|teams|milestones|recurring|lessons|comments|house-templates|letter-templates|record-entries|registers|register-rows|run-sheet-cues|run-sheet-delays|cell-files|surveys(?!\/\{id\}\/(?:links\/|hall-link))|documents|me\/reminder-rules)(\/(?!.*(?:preview|personal-data\/search)$)|$)/;

const keys = new WeakMap<object, string>();

/**
 * The options of a request with an Idempotency-Key. Every action of a user has its own options object and so its own
 * key; the library that repeats a failed one hands over the same object, which gets the same key.
 */
export function withKey<Init extends { headers?: unknown }>(path: string, init: Init | undefined): Init | undefined {
  if (!KNOWN.test(path)) return init;
  const key = (init && keys.get(init)) ?? newKey();
  if (init) keys.set(init, key);
  return { ...init, headers: { ...(init?.headers as object | undefined), 'Idempotency-Key': key } } as Init;
}

/** 122 random bits as a UUID. Browsers have randomUUID only behind https, and a hall's laptop serves plain http. */
export function newKey(source: Pick<Crypto, 'getRandomValues'> & { randomUUID?: () => string } = crypto): string {
  if (source.randomUUID) return source.randomUUID();
  const bytes = source.getRandomValues(new Uint8Array(16));
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/, '$1-$2-4$3-8$4-$5');
}
