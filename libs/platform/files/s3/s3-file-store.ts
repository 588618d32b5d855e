import { rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import type { S3Settings } from '../../config/s3-settings';
import { measured } from '../measured';
import { FileStoreAway } from '../file-store-faults';
import { FileMissing, FileStore, isKey, requireKey, type StoredFile } from '../file-store';
import { listPage } from './s3-answers';
import { reasonOf, S3Client, type S3Request, textOf } from './s3-client';
import { S3Refusal, storeFault } from './s3-refusal';

/** A page has a thousand objects of some hundred bytes each. */
const LONGEST_PAGE = 8 * 1024 * 1024;

/** Keeps files in a bucket of any service that speaks S3. What it throws are FileMissing, FileStoreAway and FileStoreRefused. */
export class S3FileStore extends FileStore {
  readonly kind = 's3';
  private readonly client: S3Client;
  private readonly folder: string;

  constructor(settings: S3Settings) {
    super();
    this.client = new S3Client(settings);
    this.folder = settings.prefix === null ? '' : `${settings.prefix}/`;
  }

  /** In one request with its length and digest: the service keeps all of it or nothing. */
  async put(key: string, path: string): Promise<void> {
    const name = this.nameOf(key);
    await this.ask({ method: 'PUT', name, body: { path, ...(await measured(path)) } });
    await rm(path, { force: true });
  }

  async read(key: string): Promise<Readable> {
    const answer = await this.client.send({ method: 'GET', name: this.nameOf(key) }).catch((error: unknown) => {
      throw isMissing(error) ? new FileMissing(key) : faultOf(error);
    });
    const content = Readable.from(toldInWords(answer), { objectMode: false });
    // A reader that leaves before it has begun ends no generator.
    content.once('close', () => answer.destroy());
    return content;
  }

  async remove(key: string): Promise<void> {
    const answer = await this.client.send({ method: 'DELETE', name: this.nameOf(key) }).catch((error: unknown) => {
      if (!isMissing(error)) throw faultOf(error);
    });
    answer?.resume();
  }

  async *list(): AsyncGenerator<StoredFile> {
    let next: string | null = null;
    do {
      const page = await this.page(next === null ? {} : { 'continuation-token': next });
      for (const { name, bytes, at } of page.objects) {
        const key = name.slice(this.folder.length);
        if (name.startsWith(this.folder) && isKey(key)) yield { key, bytes, storedAt: at };
      }
      next = page.next;
    } while (next !== null);
  }

  /** A bucket has no end that anybody could ask for. */
  async room(): Promise<number> {
    return Infinity;
  }

  async check(): Promise<void> {
    await this.page({ 'max-keys': '1' }, true);
  }

  private async page(query: Record<string, string>, once = false) {
    // What others keep deeper in the bucket is not paged through.
    const all = { 'list-type': '2', delimiter: '/', ...(this.folder && { prefix: this.folder }), ...query };
    const answer = await this.ask({ method: 'GET', query: all, once });
    try {
      return listPage(answer);
    } catch (error) {
      throw new FileStoreAway(`its list cannot be read: ${reasonOf(error)}`, { cause: error });
    }
  }

  private async ask(request: S3Request): Promise<string> {
    try {
      return await textOf(await this.client.send(request), LONGEST_PAGE);
    } catch (error) {
      throw faultOf(error);
    }
  }

  private nameOf(key: string): string {
    return `${this.folder}${requireKey(key)}`;
  }
}

/** In the store's own words only: a wrong address that answers 404 to everything must not make all files look lost. */
function isMissing(error: unknown): boolean {
  return error instanceof S3Refusal && error.words.code === 'NoSuchKey';
}

function faultOf(error: unknown): unknown {
  return error instanceof S3Refusal ? storeFault(error) : error;
}

async function* toldInWords(answer: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  try {
    yield* answer;
  } catch (error) {
    throw new FileStoreAway(`it broke off inside a file: ${reasonOf(error)}`, { cause: error });
  }
}
