/** End of central directory, and an entry of it (APPNOTE.TXT 4.3.12 and 4.3.16). */
const END = 0x06054b50;
const ENTRY = 0x02014b50;
const END_BYTES = 22;
const ENTRY_BYTES = 46;
const LONGEST_COMMENT = 0xffff;

/** What the directory of a ZIP archive says of one of its files. Nothing of it is known to be true. */
export interface ArchiveEntry {
  name: string;
  encrypted: boolean;
  /** 0 stored, 8 deflated. */
  method: number;
  crc: number;
  /** Bytes in the archive, and when unpacked. */
  packed: number;
  unpacked: number;
  /** Where its local header stands. */
  at: number;
}

/** Whether anything in the content's last stretch looks like the end of a ZIP archive. */
export function endsAsArchive(content: Buffer): boolean {
  return content.subarray(-(END_BYTES + LONGEST_COMMENT)).includes(Buffer.from([0x50, 0x4b, 5, 6]));
}

/**
 * What a ZIP archive says it holds; nothing is unpacked. Null where it is not one archive from its first byte to its
 * last: something before, between or behind would be a second file under the same name.
 */
export function archiveEntries(content: Buffer): ArchiveEntry[] | null {
  const end = endOf(content);
  if (end === null) return null;
  const count = content.readUInt16LE(end + 10);
  const size = content.readUInt32LE(end + 12);
  let at = content.readUInt32LE(end + 16);
  if (at + size !== end || content.readUInt32LE(0) !== 0x04034b50) return null;
  const entries: ArchiveEntry[] = [];
  for (; entries.length < count;) {
    if (at + ENTRY_BYTES > end || content.readUInt32LE(at) !== ENTRY) return null;
    const short = (offset: number) => content.readUInt16LE(at + offset);
    const long = (offset: number) => content.readUInt32LE(at + offset);
    const nameEnd = at + ENTRY_BYTES + short(28);
    entries.push({
      ...{ name: content.toString('utf8', at + ENTRY_BYTES, nameEnd), encrypted: (short(8) & 1) === 1 },
      ...{ method: short(10), crc: long(16), packed: long(20), unpacked: long(24), at: long(42) },
    });
    at = nameEnd + short(30) + short(32);
  }
  return at === end ? entries : null;
}

/** Where the end record stands that reaches exactly to the last byte. */
function endOf(content: Buffer): number | null {
  const least = Math.max(0, content.length - END_BYTES - LONGEST_COMMENT);
  for (let at = content.length - END_BYTES; at >= least; at -= 1)
    if (content.readUInt32LE(at) === END && at + END_BYTES + content.readUInt16LE(at + 20) === content.length)
      return at;
  return null;
}
