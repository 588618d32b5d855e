import { type Bilingual, CallerError, type FieldProblem, TransientError } from '@convener/kernel';
import { type DatabaseFault, databaseFault, FileStoreAway, FileStoreRefused } from '@convener/platform';
import { HttpException } from '@nestjs/common';

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

/** A part of the installation does not work, so that requests should go elsewhere: 503, with what each part says. */
export class NotReady extends Error {
  constructor(
    readonly text: Bilingual,
    readonly parts: Record<string, string>,
  ) {
    super(text.en);
  }
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
  'database-away': {
    zh: '資料庫暫時連不上，請稍後再試。剛才的變更可能沒有存下來，請重新整理後確認。',
    en: 'The database cannot be reached. Try again shortly. Your last change may not have been saved: reload and look.',
  },
  'storage-full': {
    zh: '伺服器的磁碟已滿，暫時不能儲存，資料仍可查看。請通知管理者清出空間，之後會自動恢復。',
    en: 'The disk of the server is full: nothing can be saved, reading still works. Tell whoever runs it to free space; it then recovers by itself.',
  },
  'storage-read-only': {
    zh: '伺服器的資料目前只能讀取，暫時不能儲存。請通知管理者檢查資料夾或資料庫的寫入權限。',
    en: 'The data of the server can only be read, nothing can be saved. Tell whoever runs it to check that its folder or database may be written.',
  },
  'storage-failed': {
    zh: '伺服器的磁碟發生錯誤，暫時不能存取資料。請通知管理者檢查磁碟。',
    en: 'The disk of the server fails. Tell whoever runs it to check the disk.',
  },
  'file-store-away': {
    zh: '檔案儲存空間暫時連不上，檔案沒有存下來或拿不到，請稍後再試。其他功能照常。',
    en: 'The store of the files cannot be reached: the file was not kept, or cannot be fetched. Try again shortly; everything else works.',
  },
  'file-store-refused': {
    zh: '檔案儲存空間的設定有問題，暫時不能存取檔案。請通知管理者查看伺服器紀錄，其他功能照常。',
    en: 'The store of the files is not set up right, so files can be neither kept nor fetched. Tell whoever runs the server to look at its log; everything else works.',
  },
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

const BY_FAULT: Record<DatabaseFault, { type: KnownType; status: number }> = {
  race: { type: 'conflict', status: 409 },
  busy: { type: 'try-again', status: 503 },
  away: { type: 'database-away', status: 503 },
  full: { type: 'storage-full', status: 503 },
  'read-only': { type: 'storage-read-only', status: 503 },
  'disk-failed': { type: 'storage-failed', status: 503 },
};

/** After how many seconds it is worth trying again; a disk takes somebody to look after it. */
const RETRY_AFTER: Partial<Record<KnownType, number>> = {
  'try-again': 2,
  'database-away': 5,
  'storage-full': 30,
  'storage-read-only': 30,
  'storage-failed': 30,
  'file-store-away': 5,
  'file-store-refused': 30,
};

/** The answer to any error that reaches the edge. Details of our own faults stay inside (status 500). */
export function problemOf(error: unknown): Problem {
  if (error instanceof CallerError) return fromCallerError(error);
  if (error instanceof NotReady) return notReady(error);
  if (error instanceof FileStoreAway) return known('file-store-away', 503);
  if (error instanceof FileStoreRefused) return known('file-store-refused', 503);
  if (error instanceof TransientError) return known('try-again', 503);
  const fault = databaseFault(error);
  if (fault) return known(BY_FAULT[fault].type, BY_FAULT[fault].status);
  if (error instanceof HttpException) return fromHttp(error);
  const status = statusOf(error);
  return status !== null && status < 500 ? fromStatus(status, codeOf(error)) : known('internal', 500);
}

function fromCallerError({ extra, type, status, text, fields }: CallerError): Problem {
  const problem = { ...extra, type: `/problems/${type}`, status, title: text.zh, titleEn: text.en };
  return fields.length > 0 ? { ...problem, fields } : problem;
}

function notReady({ text, parts }: NotReady): Problem {
  return { ...parts, type: '/problems/not-ready', status: 503, title: text.zh, titleEn: text.en, retryAfter: 5 };
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
  const problem = { type: `/problems/${type}`, status, title: TEXTS[type].zh, titleEn: TEXTS[type].en };
  const retryAfter = RETRY_AFTER[type];
  return retryAfter === undefined ? problem : { ...problem, retryAfter };
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
