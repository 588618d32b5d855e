import type { Readable } from 'node:stream';

export interface StoredFile {
  key: string;
  bytes: number;
  /** Epoch ms. */
  storedAt: number;
}

/** Nothing is kept under this key. */
export class FileMissing extends Error {
  constructor(key: string) {
    super(`No file is kept under ${key}`);
  }
}

/** Names of our own making: nothing that somebody has typed ever becomes part of a path. */
const KEY = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export const isKey = (name: string) => KEY.test(name);

export function requireKey(key: string): string {
  if (!isKey(key)) throw new Error('A key of the file store is a UUID in small letters');
  return key;
}

/**
 * Keeps the files that people hand over, each under a UUID. A kept file is never changed. One elsewhere throws FileStoreAway
 * and FileStoreRefused from everything.
 */
export abstract class FileStore {
  abstract readonly kind: 'disk' | 's3';

  /**
   * Keeps a finished local file, which it may move away. The key holds nothing until all of the file is safe from a
   * power cut.
   */
  abstract put(key: string, path: string): Promise<void>;

  /** The content from its beginning; where it breaks off, the stream fails. Throws FileMissing. */
  abstract read(key: string): Promise<Readable>;

  /** Removing what is not there is done already. */
  abstract remove(key: string): Promise<void>;

  abstract list(): AsyncIterable<StoredFile>;

  /** Bytes that can still be kept; Infinity where the store knows no end. */
  abstract room(): Promise<number>;

  /** Throws FileStoreAway or FileStoreRefused where the store can't be used now. */
  abstract check(): Promise<void>;
}
