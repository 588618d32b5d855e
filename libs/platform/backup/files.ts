import { createHash } from 'node:crypto';
import { open, rm } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import type { QueryRunner } from 'typeorm';
import { FileMissing, type FileStore, requireKey } from '../files/file-store';
import { HOUSE_FILE_TABLES, namedFiles } from '../files/named-files';
import type { FileFigures } from './archive';
import type { ArchivedChunk } from './archive-reader';
import { tableNames } from './tables';

/** Files that are not as their rows say; a backup carries what there is. */
export interface FilesFound extends FileFigures {
  missing: string[];
  changed: string[];
}

interface FileRow {
  key: string;
  sha256: string;
}

/**
 * The lines of an archive about files: for each one that names it, then its content in base64. Of the rows that the
 * transaction sees; a file that is removed meanwhile counts as missing.
 */
export async function* fileLines(runner: QueryRunner, store: FileStore | null): AsyncGenerator<string, FilesFound> {
  const hash = createHash('sha256');
  const missing: string[] = [];
  const changed: string[] = [];
  let count = 0;
  for (const { key, sha256 } of store ? await fileRows(runner) : []) {
    const content = await store!.read(key).catch((error: unknown) => absent(error));
    if (!content) {
      missing.push(key);
      continue;
    }
    const own = createHash('sha256');
    const line = `${JSON.stringify({ file: key })}\n`;
    hash.update(line);
    yield line;
    for await (const chunk of content as AsyncIterable<Buffer>) {
      const text = `"${chunk.toString('base64')}"\n`;
      own.update(chunk);
      hash.update(text);
      yield text;
    }
    count += 1;
    if (own.digest('hex') !== sha256) changed.push(key);
  }
  return { count, sha256: hash.digest('hex'), missing, changed };
}

function absent(error: unknown): null {
  if (error instanceof FileMissing) return null;
  throw error;
}

async function fileRows(runner: QueryRunner): Promise<FileRow[]> {
  // A backup of an older schema has fewer tables.
  const tables = await tableNames(runner);
  const house = HOUSE_FILE_TABLES.filter((table) => tables.includes(table));
  const sql = [
    namedFiles('store_key AS key, sha256', tables),
    ...house.map((table) => `SELECT store_key AS key, sha256 FROM ${table}`),
  ].filter(Boolean);
  return sql.length === 0 ? [] : ((await runner.query(`${sql.join(' UNION ALL ')} ORDER BY key`)) as FileRow[]);
}

/** Where restored files go, and a folder on the same disk where they wait until they are whole. */
export interface FilePlace {
  store: FileStore;
  waiting: string;
}

/**
 * Puts the files of an archive into a store. Where the restore then fails they are left without rows, for
 * `npm run files:check` to find: what stood under the same key before must not be removed with them.
 */
export class FileRestorer {
  private current: { key: string; path: string; handle: FileHandle } | null = null;

  constructor(private readonly place: FilePlace) {}

  async take({ key, chunk }: ArchivedChunk): Promise<void> {
    if (this.current?.key !== key) {
      await this.finish();
      const path = join(this.place.waiting, `${requireKey(key)}.part`);
      await rm(path, { force: true });
      this.current = { key, path, handle: await open(path, 'wx', 0o600) };
    }
    await this.current!.handle.appendFile(chunk);
  }

  /** Keeps the last one. */
  async finish(): Promise<void> {
    if (!this.current) return;
    const { key, path, handle } = this.current;
    this.current = null;
    await handle.close();
    await this.place.store.put(key, path);
  }

  /** After a failure. */
  async abandon(): Promise<void> {
    if (!this.current) return;
    await this.current.handle.close();
    await rm(this.current.path, { force: true });
  }
}
