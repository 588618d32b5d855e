import type { components } from './schema';

export type Problem = components['schemas']['Problem'];

/** A refusal or failure of the server, with its problem document (RFC 9457). Status 0: the server was not reached. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly problem: (Problem & Record<string, unknown>) | null,
    /** The request had a key: sent again under it, nothing happens twice. */
    readonly keyed = false,
  ) {
    super(problem?.titleEn ?? problem?.title ?? `HTTP ${status}`);
  }
}

/** What the server says is wrong, in the reader's language; null where it gave no text. */
export function problemText(error: unknown, locale: string): string | null {
  if (!(error instanceof ApiError) || !error.problem) return null;
  const { title, titleEn, detail, detailEn } = error.problem;
  if (locale === 'en') return [titleEn ?? title, detailEn].filter(Boolean).join(' ');
  return [title, detail].filter(Boolean).join(' ');
}

/** The server's field errors by JSON pointer (`/anchors/moveIn`), in the reader's language. */
export function fieldErrors(error: unknown, locale: string): Record<string, string> {
  const fields = error instanceof ApiError ? (error.problem?.fields ?? []) : [];
  const byPointer: Record<string, string> = {};
  for (const { pointer, zh, en } of fields) byPointer[pointer] ??= locale === 'en' ? en : zh;
  return byPointer;
}

/** The same by what stands behind `prefix` in the pointer: `/cells/` gives them by column. */
export function wrongFields(error: unknown, locale: string, prefix: string): Record<string, string> {
  const all = Object.entries(fieldErrors(error, locale)).filter(([pointer]) => pointer.startsWith(prefix));
  return Object.fromEntries(all.map(([pointer, text]) => [pointer.slice(prefix.length), text]));
}

/** The present state that comes with "somebody was faster" (412); null for any other error. */
export function currentOf<Thing>(error: unknown): Thing | null {
  if (!(error instanceof ApiError) || error.status !== 412) return null;
  return (error.problem?.current as Thing | undefined) ?? null;
}

/** The server away or busy for a moment. */
export const isPassing = (error: unknown) => error instanceof ApiError && (error.status === 0 || error.status >= 502);
/** A keyed request that got no clear answer, or whose first arrival is still being answered. */
export const isWorthRepeating = (error: unknown) =>
  error instanceof ApiError && error.keyed && (isPassing(error) || error.problem?.type === '/problems/in-flight');
/** What is on screen is older than what the server has. */
export const isOutdated = (error: unknown) => error instanceof ApiError && [409, 412].includes(error.status);
export const isUnreachable = (error: unknown) => error instanceof ApiError && error.status === 0;
export const isNotFound = (error: unknown) => error instanceof ApiError && error.status === 404;
/** Gone: a link that was used, has run out, or was replaced. */
export const isOver = (error: unknown) => error instanceof ApiError && error.status === 410;
export const isSignedOut = (error: unknown) => error instanceof ApiError && error.status === 401;
