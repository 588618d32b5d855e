import { Injectable } from '@nestjs/common';
import { redrawn } from './images';
import { Incoming, type Received } from './incoming';
import { measured } from './measured';
import { isImage } from './media-types';
import { recognise } from './recognise';

/** A file that may be kept. */
export interface Inspected extends Received {
  /** By content. */
  mediaType: string;
  /** Of what came, before a picture was drawn anew: by it the same file is known again. */
  givenSha256: string;
  width: number | null;
  height: number | null;
}

/** Makes of what came from outside what may be kept: of a known kind, and pictures drawn anew. */
@Injectable()
export class FileInspector {
  private last: Promise<unknown> = Promise.resolve();

  constructor(private readonly incoming: Incoming) {}

  /** Throws a problem that says what is wrong. The caller discards both what it gave and what it gets. */
  async inspect(received: Received): Promise<Inspected> {
    const mediaType = await this.inTurn(() => recognise(received.path));
    const plain = { ...received, mediaType, givenSha256: received.sha256, width: null, height: null };
    if (!isImage(mediaType)) return plain;
    const path = await this.incoming.newPath();
    try {
      const size = await redrawn(received.path, path, mediaType);
      return { ...plain, ...size, ...(await measured(path)), path };
    } catch (error) {
      await this.incoming.discard(path);
      throw error;
    }
  }

  /** Recognising reads a file as a whole: one at a time, or the uploads of a deadline would fill the memory together. */
  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const mine = this.last.then(work);
    this.last = mine.catch(() => undefined);
    return mine;
  }
}
