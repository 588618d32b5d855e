import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { ARCHIVE_FORMAT, type ArchivedTable, type ArchiveHead } from './archive';
import { BackupError } from './backup-error';
import type { ContentFigures } from './content';

/** How much of a table is handed over at a time: one INSERT, within what SQLite allows a statement. */
const MAX_PARAMETERS = 32_766;
const MAX_ROWS = 500;
const MAX_BYTES = 2 ** 20;

export interface ArchivedRows extends ArchivedTable {
  rows: (string | number | boolean | null)[][];
}

/** Reads an archive to its end and compares it with its figures. Throws BackupError where it is not whole. */
export async function verifyArchive(file: string): Promise<{ head: ArchiveHead; figures: ContentFigures }> {
  const head = await readHead(file);
  const rows = readArchive(file);
  for (;;) {
    const { done, value } = await rows.next();
    if (done) return { head, figures: value };
  }
}

/** The rows in the order of the file; at the end, the figures that they were found to have. */
export async function* readArchive(file: string): AsyncGenerator<ArchivedRows, ContentFigures> {
  const scan = new Scan(file);
  for await (const line of linesOf(file)) {
    const full = scan.take(line);
    if (full) yield full;
  }
  return scan.figures();
}

/** Gathers lines into batches, counting and hashing them, and compares that with the end line. */
class Scan {
  private readonly hash = createHash('sha256');
  private readonly counted: Record<string, number> = {};
  private batch: ArchivedRows | null = null;
  private bytes = 0;
  private number = 0;
  private end: ContentFigures | null = null;

  constructor(private readonly file: string) {}

  /** Takes a line; answers the batch that it ended, if any. */
  take(line: Buffer): ArchivedRows | null {
    this.number += 1;
    if (this.number === 1) return null;
    if (this.end) throw damaged(this.file, 'something follows its end');
    const value = parse(this.file, line);
    const ended = Array.isArray(value) ? this.endFullBatch() : this.endBatch();
    if (isEnd(value)) {
      this.end = value;
      return ended;
    }
    this.hash.update(line).update('\n');
    this.bytes += line.length;
    if (Array.isArray(value)) this.addRow(value as ArchivedRows['rows'][number]);
    else if (isTable(value)) this.openTable(value);
    else throw damaged(this.file, `line ${this.number} is neither a table nor a row`);
    return ended;
  }

  /** The figures found; throws where the end line is missing or says otherwise. */
  figures(): ContentFigures {
    if (!this.end) throw damaged(this.file, 'its end is missing');
    const found = { rows: this.counted, sha256: this.hash.digest('hex') };
    const { rows, sha256 } = this.end;
    if (JSON.stringify(found) !== JSON.stringify({ rows, sha256 })) throw damaged(this.file, 'its checksum is wrong');
    return found;
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
    if (head.format !== ARCHIVE_FORMAT) throw madeByNewer(head.product ?? '?');
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

function isEnd(value: unknown): value is ContentFigures {
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
