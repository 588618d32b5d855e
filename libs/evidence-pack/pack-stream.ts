import { createHash } from 'node:crypto';
import { PassThrough, type Readable, Transform } from 'node:stream';
import { finished, pipeline } from 'node:stream/promises';
import { Injectable, Logger } from '@nestjs/common';
import type { SignedIn } from '@convener/access';
import { CallerError, Clock, dayAt } from '@convener/kernel';
import { FileMissing, FileStore } from '@convener/platform';
import { csvOf, RegisterFilesQueries } from '@convener/register-files';
import { ZipFile } from 'yazl';
import { checksums, INDEX_HEADINGS, indexCells, type Packed, type PackLine, packLines } from './pack-index.rules';
import { type Pack, PackQueries } from './pack.queries';

/** So many packs at once: each reads every file of a project from the disk. */
const MOST_AT_ONCE = 2;
/** What is packed already gets no smaller, and costs as much as the rest of the way. */
const GETS_SMALLER = /^text\//;

/** Writes evidence packs: one file after the other from the store into the ZIP, as fast as the reader takes it. */
@Injectable()
export class PackStream {
  private readonly logger = new Logger(PackStream.name);
  private running = 0;

  constructor(
    private readonly queries: PackQueries,
    private readonly lists: RegisterFilesQueries,
    private readonly store: FileStore,
    private readonly clock: Clock,
  ) {}

  /** Throws 429 while others are being written. A reader who goes away ends it. */
  async open(person: SignedIn, projectId: string): Promise<{ name: string; content: Readable }> {
    const pack = await this.queries.ofProject(person, projectId);
    if (this.running >= MOST_AT_ONCE) throw busy();
    this.running += 1;
    const zip = new ZipFile();
    const content = new PassThrough();
    const carried = pipeline(zip.outputStream, content).catch(() => undefined);
    this.write(zip, content, person, pack)
      .catch((error: unknown) => {
        this.logger.warn(`An evidence pack broke off: ${String(error)}`);
        content.destroy(error instanceof Error ? error : new Error(String(error)));
      })
      .finally(() => carried.finally(() => (this.running -= 1)));
    return { name: `${pack.project.name} 佐證包 ${dayAt(this.clock.now(), pack.project.zone)}.zip`, content };
  }

  private async write(
    zip: ZipFile,
    content: PassThrough,
    person: SignedIn,
    { project, deliverables }: Pack,
  ): Promise<void> {
    const lines = packLines(deliverables);
    const packed = new Map<string, Packed>();
    const at = new Date(this.clock.now());
    for (const line of lines) {
      if (content.destroyed) return;
      if (line.path === '' || packed.has(line.path)) continue;
      packed.set(line.path, await this.put(zip, content, person, line, at));
    }
    const cells = lines.map((line) => indexCells(line, packed.get(line.path), project.zone));
    const index = csvOf({ headings: INDEX_HEADINGS, widths: [], rows: cells });
    zip.addBuffer(Buffer.from(index), '索引.csv', { mtime: at });
    zip.addBuffer(Buffer.from(checksums(packed)), 'SHA256SUMS', { mtime: at });
    zip.end();
  }

  private async put(
    zip: ZipFile,
    content: PassThrough,
    person: SignedIn,
    { evidence, path }: PackLine,
    at: Date,
  ): Promise<Packed> {
    const { file, registerId, addedAt } = evidence!;
    if (registerId !== undefined) {
      const list = Buffer.from(csvOf(await this.lists.table(person, registerId)));
      zip.addBuffer(list, path, { mtime: at });
      return { sha256: createHash('sha256').update(list).digest('hex'), bytes: list.length };
    }
    const source = await this.store.read(file!.storeKey).catch((error: unknown) => {
      if (error instanceof FileMissing) return null;
      throw error;
    });
    if (!source) return { lacks: '伺服器上找不到檔案' };
    const measured = new Measured();
    const compress = GETS_SMALLER.test(file!.mediaType);
    zip.addReadStream(measured, path, { mtime: new Date(addedAt ?? at), compress });
    const left = () => source.destroy();
    content.once('close', left);
    try {
      await pipeline(source, measured);
      await finished(measured);
    } finally {
      content.off('close', left);
    }
    return measured.result();
  }
}

/** Passes a file on and takes its digest as it goes. */
class Measured extends Transform {
  private readonly hash = createHash('sha256');
  private bytes = 0;

  override _transform(chunk: Buffer, _encoding: string, done: (error: null, chunk: Buffer) => void): void {
    this.hash.update(chunk);
    this.bytes += chunk.length;
    done(null, chunk);
  }

  result(): Packed {
    return { sha256: this.hash.digest('hex'), bytes: this.bytes };
  }
}

const busy = () =>
  new CallerError(429, 'packs-busy', {
    zh: '目前有其他佐證包正在下載，請稍後再試。',
    en: 'Other evidence packs are being written just now. Try again in a moment.',
  });
