import { promisify } from 'node:util';
import { crc32, inflateRaw } from 'node:zlib';
import type { ArchiveEntry } from './archive-entries';

const inflated = promisify<Buffer, { maxOutputLength: number }, Buffer>(inflateRaw);

/** A local header without its name and what follows that. */
const LOCAL_BYTES = 30;

/**
 * The content of one file of a ZIP archive, and never more than it claims to have: the caller adds up what is claimed.
 * Null where it is not what the directory says.
 */
export async function unpackEntry(content: Buffer, entry: ArchiveEntry): Promise<Buffer | null> {
  const { at, method, packed, unpacked, crc } = entry;
  if (at + LOCAL_BYTES > content.length) return null;
  const start = at + LOCAL_BYTES + content.readUInt16LE(at + 26) + content.readUInt16LE(at + 28);
  const data = content.subarray(start, start + packed);
  if (method !== 0 && method !== 8) return null;
  // One byte more than it claims is an error of zlib's.
  const found =
    method === 0 ? data : await inflated(data, { maxOutputLength: Math.max(1, unpacked) }).catch(() => null);
  return found && found.length === unpacked && crc32(found) === crc ? found : null;
}
