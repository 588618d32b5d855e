import { crc32, inflateRawSync } from 'node:zlib';
import { archiveEntries } from '@convener/platform';

const LOCAL_BYTES = 30;

/** The files of a ZIP archive by their paths, each held against its checksum. */
export function unzipped(content: Buffer): Map<string, Buffer> {
  const entries = archiveEntries(content);
  if (!entries) throw new Error('This is no ZIP archive from its first byte to its last');
  return new Map(
    entries.map(({ name, at, method, packed, crc }) => {
      const start = at + LOCAL_BYTES + content.readUInt16LE(at + 26) + content.readUInt16LE(at + 28);
      const data = content.subarray(start, start + packed);
      const file = method === 8 ? inflateRawSync(data) : data;
      if (crc32(file) !== crc) throw new Error(`${name} is not as its checksum says`);
      return [name, file];
    }),
  );
}
