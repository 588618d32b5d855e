import { FileStoreAway, FileStoreRefused, type StoreRefusal } from '../file-store-faults';
import type { RefusalWords } from './s3-answers';

const BY_CODE: Record<string, StoreRefusal> = {
  InvalidAccessKeyId: 'wrong-key',
  SignatureDoesNotMatch: 'wrong-key',
  InvalidToken: 'wrong-key',
  NoSuchBucket: 'no-bucket',
  PermanentRedirect: 'wrong-region',
  TemporaryRedirect: 'wrong-region',
  AuthorizationHeaderMalformed: 'wrong-region',
  RequestTimeTooSkewed: 'wrong-clock',
};
/** The store's own word for having waited in vain for the body of a request, with status 400. */
const TRANSIENT_CODES = ['RequestTimeout', 'SlowDown', 'InternalError', 'ServiceUnavailable'];

/** An answer other than 2xx. */
export class S3Refusal extends Error {
  constructor(
    readonly status: number,
    readonly words: RefusalWords,
  ) {
    super(`${status} ${words.code}: ${words.message}`);
  }

  get passes(): boolean {
    return this.status >= 500 || this.status === 429 || TRANSIENT_CODES.includes(this.words.code);
  }
}

/** What a refusal means for whoever uses the store. */
export function storeFault(refusal: S3Refusal): FileStoreAway | FileStoreRefused {
  if (refusal.passes) return new FileStoreAway(refusal.message, { cause: refusal });
  return new FileStoreRefused(whyOf(refusal), refusal.message);
}

function whyOf({ status, words }: S3Refusal): StoreRefusal {
  const known = BY_CODE[words.code];
  if (known) return known;
  if (status >= 300 && status < 400) return 'wrong-region';
  return status === 401 || status === 403 ? 'forbidden' : 'refused';
}
