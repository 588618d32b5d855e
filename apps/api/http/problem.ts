import { type Bilingual, CallerError, type FieldProblem, TransientError } from '@convener/kernel';
import { HttpException } from '@nestjs/common';
import { QueryFailedError } from 'typeorm';

/** RFC 9457 problem details: `title` in zh-TW, `titleEn` beside it, and further members as the type has them. */
export interface Problem {
  /** Stable, `/problems/<name>`. */
  type: string;
  status: number;
  title: string;
  titleEn: string;
  fields?: FieldProblem[];
  requestId?: string;
  [member: string]: unknown;
}

const TEXTS = {
  'bad-request': { zh: '請求的格式不正確。', en: 'The request is not well formed.' },
  'malformed-json': { zh: '內容不是正確的 JSON。', en: 'The body is not valid JSON.' },
  'foreign-origin': { zh: '不接受來自其他網站的請求。', en: 'Requests from other sites are refused.' },
  'not-found': { zh: '找不到這個位址。', en: 'There is nothing at this address.' },
  'body-too-large': { zh: '送出的內容太大。', en: 'The body is too large.' },
  'unsupported-media-type': { zh: '只接受 application/json。', en: 'Only application/json is accepted.' },
  conflict: {
    zh: '這和其他資料衝突，可能有人剛剛改過，請重新整理。',
    en: 'This conflicts with other data; reload it.',
  },
  'try-again': { zh: '服務暫時忙碌，請稍後再試。', en: 'The service is busy. Try again shortly.' },
  internal: { zh: '系統發生錯誤，我們已經記下。', en: 'Something went wrong here; it has been logged.' },
} satisfies Record<string, Bilingual>;

type KnownType = keyof typeof TEXTS;

const BY_STATUS: Partial<Record<number, KnownType>> = {
  403: 'foreign-origin',
  404: 'not-found',
  413: 'body-too-large',
  415: 'unsupported-media-type',
  503: 'try-again',
};

/** Unique and foreign-key violations of SQLite and PostgreSQL: what a race leaves when both looked first. */
const RACE_CODES = new Set([
  'SQLITE_CONSTRAINT_UNIQUE',
  'SQLITE_CONSTRAINT_PRIMARYKEY',
  'SQLITE_CONSTRAINT_FOREIGNKEY',
  '23505',
  '23503',
]);
/** The database was busy, or stopped one of two transactions that waited for each other. */
const BUSY_CODES = new Set(['SQLITE_BUSY', '40001', '40P01', '55P03']);

/** The answer to any error that reaches the edge. Details of our own faults stay inside (status 500). */
export function problemOf(error: unknown): Problem {
  if (error instanceof CallerError) return fromCallerError(error);
  if (error instanceof TransientError) return known('try-again', 503);
  if (error instanceof QueryFailedError) return fromDatabase(error);
  if (error instanceof HttpException) return fromHttp(error);
  const status = statusOf(error);
  return status !== null && status < 500 ? fromStatus(status, codeOf(error)) : known('internal', 500);
}

function fromCallerError({ extra, type, status, text, fields }: CallerError): Problem {
  const problem = { ...extra, type: `/problems/${type}`, status, title: text.zh, titleEn: text.en };
  return fields.length > 0 ? { ...problem, fields } : problem;
}

function fromDatabase(error: QueryFailedError): Problem {
  const code = codeOf(error.driverError) ?? '';
  if (RACE_CODES.has(code)) return known('conflict', 409);
  return BUSY_CODES.has(code) ? known('try-again', 503) : known('internal', 500);
}

function fromHttp(error: HttpException): Problem {
  return error.getStatus() >= 500 && error.getStatus() !== 503
    ? known('internal', 500)
    : fromStatus(error.getStatus(), codeOf(error.cause));
}

function fromStatus(status: number, code: string | null): Problem {
  if (status === 400 && code !== null && /JSON/.test(code)) return known('malformed-json', 400);
  return known(BY_STATUS[status] ?? 'bad-request', status);
}

function known(type: KnownType, status: number): Problem {
  return { type: `/problems/${type}`, status, title: TEXTS[type].zh, titleEn: TEXTS[type].en };
}

function statusOf(error: unknown): number | null {
  const status = member(error, 'statusCode');
  return typeof status === 'number' && status >= 400 && status < 600 ? status : null;
}

function codeOf(error: unknown): string | null {
  if (error instanceof SyntaxError) return 'JSON';
  const code = member(error, 'code');
  return typeof code === 'string' ? code : null;
}

function member(error: unknown, key: string): unknown {
  return typeof error === 'object' && error !== null ? (error as Record<string, unknown>)[key] : undefined;
}
