import { promisify } from 'node:util';
import { crc32, inflateRaw } from 'node:zlib';
import { archiveEntries, type ArchiveEntry } from '@convener/platform';
import { brokenWorkbook, lockedWorkbook, swells } from './refusals';

const inflated = promisify<Buffer, { maxOutputLength: number }, Buffer>(inflateRaw);

const MOST_ENTRIES = 2000;
/** All that is unpacked of one file. Ten thousand rows of forty columns take about half of it. */
const MOST_UNPACKED = 64 * 1024 * 1024;
/** A local header without its name and what follows that. */
const LOCAL_BYTES = 30;

/** A ZIP archive of which single files are unpacked when they are asked for, and never more than they claim to have. */
export class Archive {
  private readonly entries: ReadonlyMap<string, ArchiveEntry>;
  private left = MOST_UNPACKED;

  constructor(private readonly content: Buffer) {
    const entries = archiveEntries(content);
    if (!entries) throw brokenWorkbook();
    if (entries.length > MOST_ENTRIES) throw swells();
    this.entries = new Map(entries.map((entry) => [entry.name, entry]));
  }

  has(name: string): boolean {
    return this.entries.has(name);
  }

  /** A file's text; throws where it isn't there. */
  async text(name: string): Promise<string> {
    const entry = this.entries.get(name);
    if (!entry) throw brokenWorkbook();
    if (entry.encrypted) throw lockedWorkbook();
    if (entry.unpacked > this.left) throw swells();
    this.left -= entry.unpacked;
    const unpacked = await this.unpack(entry);
    if (unpacked.length !== entry.unpacked || crc32(unpacked) !== entry.crc) throw brokenWorkbook();
    return unpacked.toString('utf8');
  }

  private async unpack({ at, method, packed, unpacked }: ArchiveEntry): Promise<Buffer> {
    if (at + LOCAL_BYTES > this.content.length) throw brokenWorkbook();
    const start = at + LOCAL_BYTES + this.content.readUInt16LE(at + 26) + this.content.readUInt16LE(at + 28);
    const data = this.content.subarray(start, start + packed);
    if (method === 0) return data;
    if (method !== 8) throw brokenWorkbook();
    // One byte more than it claims is an error of zlib's.
    return inflated(data, { maxOutputLength: Math.max(1, unpacked) }).catch(() => {
      throw brokenWorkbook();
    });
  }
}
