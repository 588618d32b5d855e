import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { copyFile, stat } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { Injectable } from '@nestjs/common';
import { PAPER_MEDIA_TYPES } from '@convener/papers';
import { databaseFault, FileMissing, fileName, FileStore, Incoming } from '@convener/platform';
import type { Composed } from './composing';
import { type Finished, Leases, Unwanted } from './leases';
import type { MadeDocument } from './made-document.entity';
import { documentName } from './made-document.rules';

/** Files of made documents, on their way into the store and back. */
@Injectable()
export class MadeFiles {
  constructor(
    private readonly leases: Leases,
    private readonly store: FileStore,
    private readonly incoming: Incoming,
  ) {}

  /**
   * What a maker before this one has kept, fetched to `path`; null where there is nothing, or not all of it. Making it anew
   * would be another file, and another version of the evidence that it may be already.
   */
  async before(row: MadeDocument, path: string): Promise<Finished | null> {
    const { name, mediaType, bytes, sha256, storeKey } = row;
    if (storeKey === null) return null;
    try {
      await pipeline(await this.store.read(storeKey), createWriteStream(path, { mode: 0o600 }));
    } catch (error) {
      if (error instanceof FileMissing) return null;
      throw error;
    }
    if ((await digestOf(path)) === sha256) return { name, mediaType, bytes, sha256, storeKey };
    await this.incoming.discard(path);
    return null;
  }

  /** The store first, then the row: a file without a row is found by files:check, a row without a file by nobody. */
  async keep(row: MadeDocument, { paper, about }: Composed, path: string, signal: AbortSignal): Promise<Finished> {
    const mediaType = PAPER_MEDIA_TYPES[row.format];
    const storeKey = randomUUID();
    const finished: Finished = {
      name: fileName(documentName(about.project.name, paper.title, about.today), mediaType),
      ...{ mediaType, storeKey, sha256: await digestOf(path), bytes: (await stat(path)).size },
    };
    signal.throwIfAborted();
    const copy = await this.incoming.newPath();
    try {
      await copyFile(path, copy);
      await this.store.put(storeKey, copy);
      // What it shows is known now, after whatever reads for a format of its own.
      if (!(await this.leases.keep(row, finished, about.shown))) throw new Unwanted();
    } catch (error) {
      if (databaseFault(error) !== 'away') await this.store.remove(storeKey).catch(() => undefined);
      throw error;
    } finally {
      await this.incoming.discard(copy);
    }
    // What was kept before and is not whole any more.
    if (row.storeKey !== null) await this.store.remove(row.storeKey).catch(() => undefined);
    return finished;
  }
}

async function digestOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}
