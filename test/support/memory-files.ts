import { readFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { FileMissing, FileStore, requireKey, type StoredFile } from '@convener/platform';

/** Keeps files as long as the test runs. */
export class MemoryFileStore extends FileStore {
  readonly kind = 'disk';
  private readonly files = new Map<string, { content: Buffer; storedAt: number }>();

  async put(key: string, path: string): Promise<void> {
    this.files.set(requireKey(key), { content: await readFile(path), storedAt: Date.now() });
  }

  async read(key: string): Promise<Readable> {
    const found = this.files.get(requireKey(key));
    if (!found) throw new FileMissing(key);
    return Readable.from([found.content]);
  }

  async remove(key: string): Promise<void> {
    this.files.delete(requireKey(key));
  }

  async *list(): AsyncGenerator<StoredFile> {
    for (const [key, { content, storedAt }] of this.files) yield { key, bytes: content.length, storedAt };
  }

  async room(): Promise<number> {
    return Infinity;
  }

  async check(): Promise<void> {}
}
