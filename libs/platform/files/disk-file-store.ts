import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { FileMissing, FileStore, isKey, requireKey, type StoredFile } from './file-store';
import { freeBytes } from './free-bytes';
import { syncFolder } from './sync-folder';

/** Keeps files in a folder, spread over 256 by the end of their keys. */
export class DiskFileStore extends FileStore {
  readonly kind = 'disk';

  constructor(private readonly folder: string) {
    super();
  }

  async put(key: string, path: string): Promise<void> {
    const target = this.pathOf(key);
    const handle = await open(path, 'r+');
    await handle.sync().finally(() => handle.close());
    await mkdir(dirname(target), { recursive: true, mode: 0o700 });
    await rename(path, target);
    await syncFolder(dirname(target));
  }

  async read(key: string): Promise<Readable> {
    try {
      const handle = await open(this.pathOf(key), 'r');
      return handle.createReadStream();
    } catch (error) {
      throw isMissing(error) ? new FileMissing(key) : error;
    }
  }

  async remove(key: string): Promise<void> {
    await rm(this.pathOf(key), { force: true });
  }

  async *list(): AsyncGenerator<StoredFile> {
    for (const shard of await namesIn(this.folder)) {
      for (const key of await namesIn(join(this.folder, shard))) {
        // Somebody's .DS_Store is not ours to list, nor to remove.
        if (!isKey(key) || key.slice(-2) !== shard) continue;
        const found = await stat(join(this.folder, shard, key)).catch(() => null);
        if (found) yield { key, bytes: found.size, storedAt: found.mtimeMs };
      }
    }
  }

  room(): Promise<number> {
    return freeBytes(this.folder);
  }

  /** A disk that is full or can't be written is told of by whoever watches the database's, which is the same one. */
  async check(): Promise<void> {
    await this.room();
  }

  private pathOf(key: string): string {
    return join(this.folder, requireKey(key).slice(-2), key);
  }
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder)).sort();
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}

function isMissing(error: unknown): boolean {
  const { code } = error as NodeJS.ErrnoException;
  return code === 'ENOENT' || code === 'ENOTDIR';
}
