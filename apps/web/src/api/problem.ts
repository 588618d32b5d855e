import type { components } from './schema';

export type Problem = components['schemas']['Problem'];

/** A refusal or failure of the server, with its problem document (RFC 9457). Status 0: the server was not reached. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly problem: (Problem & Record<string, unknown>) | null,
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

export const isUnreachable = (error: unknown) => error instanceof ApiError && error.status === 0;
export const isNotFound = (error: unknown) => error instanceof ApiError && error.status === 404;
export const isSignedOut = (error: unknown) => error instanceof ApiError && error.status === 401;
