/** End of central directory, and an entry of it (APPNOTE.TXT 4.3.12 and 4.3.16). */
const END = 0x06054b50;
const ENTRY = 0x02014b50;
const END_BYTES = 22;
const LONGEST_COMMENT = 0xffff;

export interface ArchiveNames {
  names: string[];
  /** Bytes that its entries claim to have when unpacked. */
  unpacked: number;
}

/** Whether anything in the content's last stretch looks like the end of a ZIP archive. */
export function endsAsArchive(content: Buffer): boolean {
  return content.subarray(-(END_BYTES + LONGEST_COMMENT)).includes(Buffer.from([0x50, 0x4b, 5, 6]));
}

/**
 * What a ZIP archive says it holds; nothing is unpacked. Null where it is not one archive from its first byte to its
 * last: something before, between or behind would be a second file under the same name.
 */
export function archiveNames(content: Buffer): ArchiveNames | null {
  const end = endOf(content);
  if (end === null) return null;
  const count = content.readUInt16LE(end + 10);
  const size = content.readUInt32LE(end + 12);
  let at = content.readUInt32LE(end + 16);
  if (at + size !== end || content.readUInt32LE(0) !== 0x04034b50) return null;
  const names: string[] = [];
  let unpacked = 0;
  for (; names.length < count;) {
    if (at + 46 > end || content.readUInt32LE(at) !== ENTRY) return null;
    const [name, extra, comment] = [28, 30, 32].map((offset) => content.readUInt16LE(at + offset)) as [
      number,
      number,
      number,
    ];
    names.push(content.toString('utf8', at + 46, at + 46 + name));
    unpacked += content.readUInt32LE(at + 24);
    at += 46 + name + extra + comment;
  }
  return at === end ? { names, unpacked } : null;
}

/** Where the end record stands that reaches exactly to the last byte. */
function endOf(content: Buffer): number | null {
  const least = Math.max(0, content.length - END_BYTES - LONGEST_COMMENT);
  for (let at = content.length - END_BYTES; at >= least; at -= 1)
    if (content.readUInt32LE(at) === END && at + END_BYTES + content.readUInt16LE(at + 20) === content.length)
      return at;
  return null;
}
