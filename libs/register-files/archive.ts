import { archiveEntries, type ArchiveEntry, unpackEntry } from '@convener/platform';
import { brokenWorkbook, lockedWorkbook, swells } from './refusals';

const MOST_ENTRIES = 2000;
/** All that is unpacked of one file. Ten thousand rows of forty columns take about half of it. */
const MOST_UNPACKED = 64 * 1024 * 1024;

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
    const unpacked = await unpackEntry(this.content, entry);
    if (!unpacked) throw brokenWorkbook();
    return unpacked.toString('utf8');
  }
}
