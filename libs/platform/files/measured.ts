import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';

export interface Measures {
  bytes: number;
  sha256: string;
}

/** Size and digest of a finished file. */
export async function measured(path: string): Promise<Measures> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    hash.update(chunk);
  }
  return { bytes, sha256: hash.digest('hex') };
}
