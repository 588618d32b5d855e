import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { ARCHIVE_FORMAT, type ArchivedFile, type ArchivedTable, type ArchiveHead, type FileFigures } from './archive';
import { BackupError } from './backup-error';
import type { ContentFigures } from './content';

/** How much of a table is handed over at a time: one INSERT, within what SQLite allows a statement. */
const MAX_PARAMETERS = 32_766;
const MAX_ROWS = 500;
const MAX_BYTES = 2 ** 20;

export interface ArchivedRows extends ArchivedTable {
  rows: (string | number | boolean | null)[][];
}

/** A stretch of a file; the first of each is empty. */
export interface ArchivedChunk {
  key: string;
  chunk: Buffer;
}

export interface ArchiveFigures extends ContentFigures {
  files: FileFigures;
}

/** Of an archive from before there were files. */
const NO_FILES: FileFigures = { count: 0, sha256: createHash('sha256').digest('hex') };

/** Reads an archive to its end and compares it with its figures. Throws BackupError where it is not whole. */
export async function verifyArchive(file: string): Promise<{ head: ArchiveHead; figures: ArchiveFigures }> {
  const head = await readHead(file);
  const rows = readArchive(file);
  for (;;) {
    const { done, value } = await rows.next();
    if (done) return { head, figures: value };
  }
}

/** Rows and files in the order of the archive; at the end, the figures that they were found to have. */
export async function* readArchive(file: string): AsyncGenerator<ArchivedRows | ArchivedChunk, ArchiveFigures> {
  const scan = new Scan(file);
  for await (const line of linesOf(file)) yield* scan.take(line);
  return scan.figures();
}

/** Gathers lines into batches, counting and hashing them, and compares that with the end line. */
class Scan {
  private readonly hash = createHash('sha256');
  private readonly counted: Record<string, number> = {};
  private batch: ArchivedRows | null = null;
  private bytes = 0;
  private number = 0;
  private readonly fileHash = createHash('sha256');
  private files = 0;
  private key: string | null = null;
  private end: Partial<ArchiveFigures> | null = null;

  constructor(private readonly file: string) {}

  /** Takes a line; hands over what is complete with it. */
  *take(line: Buffer): Generator<ArchivedRows | ArchivedChunk> {
    this.number += 1;
    if (this.number === 1) return;
    if (this.end) throw damaged(this.file, 'something follows its end');
    const value = parse(this.file, line);
    const ended = Array.isArray(value) ? this.endFullBatch() : this.endBatch();
    if (ended) yield ended;
    if (isEnd(value)) this.end = value;
    else if (typeof value === 'string' || isFile(value)) yield this.chunkOf(line, value);
    else this.takeContent(line, value);
  }

  /** The figures found; throws where the end line is missing or says otherwise. */
  figures(): ArchiveFigures {
    if (!this.end) throw damaged(this.file, 'its end is missing');
    const files = { count: this.files, sha256: this.fileHash.digest('hex') };
    const found = { rows: this.counted, sha256: this.hash.digest('hex'), files };
    const { rows, sha256, files: told = NO_FILES } = this.end;
    if (JSON.stringify(found) !== JSON.stringify({ rows, sha256, files: told }))
      throw damaged(this.file, 'its checksum is wrong');
    return found;
  }

  private takeContent(line: Buffer, value: unknown): void {
    this.hash.update(line).update('\n');
    this.bytes += line.length;
    if (Array.isArray(value)) this.addRow(value as ArchivedRows['rows'][number]);
    else if (isTable(value)) this.openTable(value);
    else throw damaged(this.file, `line ${this.number} is neither a table nor a row`);
  }

  private chunkOf(line: Buffer, value: string | ArchivedFile): ArchivedChunk {
    this.fileHash.update(line).update('\n');
    if (typeof value !== 'string') {
      this.key = value.file;
      this.files += 1;
    }
    if (this.key === null) throw damaged(this.file, `line ${this.number} belongs to no file`);
    return { key: this.key, chunk: typeof value === 'string' ? Buffer.from(value, 'base64') : Buffer.alloc(0) };
  }

  private openTable({ table, columns }: ArchivedTable): void {
    this.counted[table] = 0;
    this.batch = { table, columns, rows: [] };
  }

  private addRow(row: ArchivedRows['rows'][number]): void {
    if (row.length !== this.batch?.columns.length)
      throw damaged(this.file, `line ${this.number} is no row of its table`);
    this.batch.rows.push(row);
    this.counted[this.batch.table]! += 1;
  }

  private endFullBatch(): ArchivedRows | null {
    const { batch } = this;
    if (!batch) return null;
    const room = Math.min(MAX_ROWS, Math.floor(MAX_PARAMETERS / batch.columns.length));
    return batch.rows.length >= room || this.bytes > MAX_BYTES ? this.endBatch() : null;
  }

  private endBatch(): ArchivedRows | null {
    const { batch } = this;
    if (!batch || batch.rows.length === 0) return null;
    this.batch = { ...batch, rows: [] };
    this.bytes = 0;
    return batch;
  }
}

async function readHead(file: string): Promise<ArchiveHead> {
  for await (const line of linesOf(file)) {
    const head = parse(file, line) as Partial<ArchiveHead> | null;
    if (head?.convener !== 'backup' || !Array.isArray(head.migrations)) break;
    if (!(Number(head.format) <= ARCHIVE_FORMAT)) throw madeByNewer(head.product ?? '?');
    return head as ArchiveHead;
  }
  throw new BackupError({
    zh: `${file} 不是 Convener 的備份檔。`,
    en: `${file} is no backup of Convener.`,
  });
}

/** Lines as bytes, without their end. A stream that breaks off becomes a BackupError. */
async function* linesOf(file: string): AsyncGenerator<Buffer> {
  const gunzip = createGunzip();
  // Its errors come out of the loop below.
  pipeline(createReadStream(file), gunzip, () => undefined);
  let rest: Buffer[] = [];
  try {
    for await (const chunk of gunzip as AsyncIterable<Buffer>) {
      let start = 0;
      for (let at = chunk.indexOf(10); at !== -1; at = chunk.indexOf(10, start)) {
        yield Buffer.concat([...rest, chunk.subarray(start, at)]);
        rest = [];
        start = at + 1;
      }
      rest.push(chunk.subarray(start));
    }
  } catch (error) {
    throw readError(file, error as NodeJS.ErrnoException);
  }
}

function isTable(value: unknown): value is ArchivedTable {
  return typeof value === 'object' && value !== null && 'table' in value && 'columns' in value;
}

function isFile(value: unknown): value is ArchivedFile {
  return typeof value === 'object' && value !== null && 'file' in value;
}

function isEnd(value: unknown): value is Partial<ArchiveFigures> {
  return typeof value === 'object' && value !== null && 'sha256' in value;
}

function parse(file: string, line: Buffer): unknown {
  try {
    return JSON.parse(line.toString('utf8')) as unknown;
  } catch {
    throw damaged(file, 'it holds a line that is not JSON');
  }
}

/** Of a file that a newer Convener wrote. */
export function madeByNewer(product: string): BackupError {
  return new BackupError({
    zh: `這份備份由較新的 Convener（${product}）製作。請先把 Convener 更新到該版本或更新的版本，再還原。`,
    en: `This backup was made by a newer Convener (${product}). Update Convener to that version or a later one, then restore.`,
  });
}

function readError(file: string, error: NodeJS.ErrnoException): Error {
  if (error.code === 'ENOENT' || error.code === 'EISDIR' || error.code === 'EACCES') {
    return new BackupError({ zh: `讀不到檔案 ${file}。`, en: `The file ${file} can't be read (${error.code}).` });
  }
  return error.code?.startsWith('Z_') ? damaged(file, error.message) : error;
}

function damaged(file: string, why: string): BackupError {
  return new BackupError({
    zh: `備份檔 ${file} 不完整或已損壞，請改用另一份。`,
    en: `The backup ${file} is cut off or damaged (${why}). Use another one.`,
  });
}
