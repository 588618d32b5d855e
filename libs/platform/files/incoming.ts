import { createHash, randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Config } from '../config/config';
import { Poller } from '../queue/poller';
import { emptyFile, fileTooLarge } from './file-problems';
import { freeBytes } from './free-bytes';
import { incomingFolder } from './files-folder';
import type { Measures } from './measured';

const HOUR_MS = 60 * 60_000;
/** No upload takes so long: what is older was left by a process that was killed. */
const LEFT_BEHIND_MS = 24 * HOUR_MS;

/** What came from outside and is not kept yet. */
export interface Received extends Measures {
  path: string;
}

/** The folder in which files wait until they are whole, known to be harmless, and kept. */
@Injectable()
export class Incoming implements OnModuleInit {
  private readonly folder: string;
  private underWay = 0;

  constructor(
    config: Config,
    private readonly poller: Poller,
  ) {
    this.folder = incomingFolder(config);
  }

  onModuleInit(): void {
    this.poller.every('half-received files', HOUR_MS, () => this.sweep());
  }

  /** Bytes that can still be received, whatever room the store has. */
  room(): Promise<number> {
    return freeBytes(this.folder);
  }

  /** How many files are being received just now. */
  get receiving(): number {
    return this.underWay;
  }

  /** Takes in a stream; where it breaks off, is empty or has more than `most` bytes, nothing of it is left. */
  async receive(stream: Readable, most: number): Promise<Received> {
    const path = await this.newPath();
    const hash = createHash('sha256');
    let bytes = 0;
    const measure = new Transform({
      transform(chunk: Buffer, _encoding, done) {
        bytes += chunk.length;
        hash.update(chunk);
        done(bytes > most ? fileTooLarge(most) : null, chunk);
      },
    });
    this.underWay += 1;
    try {
      await pipeline(stream, measure, createWriteStream(path, { flags: 'wx', mode: 0o600 }));
      if (bytes === 0) throw emptyFile();
      return { path, bytes, sha256: hash.digest('hex') };
    } catch (error) {
      await this.discard(path);
      throw error;
    } finally {
      this.underWay -= 1;
    }
  }

  /** A place for something that is made here, such as an image written anew. */
  async newPath(): Promise<string> {
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    return join(this.folder, `${randomUUID()}.part`);
  }

  async discard(path: string): Promise<void> {
    await rm(path, { force: true });
  }

  private async sweep(): Promise<void> {
    const names = await readdir(this.folder).catch(() => []);
    if (names.length === 0) return;
    const now = await this.diskTime();
    for (const path of names.map((name) => join(this.folder, name))) {
      const found = await stat(path).catch(() => null);
      if (found && found.mtimeMs < now - LEFT_BEHIND_MS) await this.discard(path);
    }
  }

  /** Now (epoch ms) as the folder's file system tells it: by another clock, what is just being written looks old. */
  private async diskTime(): Promise<number> {
    const path = await this.newPath();
    await writeFile(path, '', { mode: 0o600 });
    return stat(path)
      .then(({ mtimeMs }) => mtimeMs)
      .finally(() => this.discard(path));
  }
}
