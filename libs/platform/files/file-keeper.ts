import { randomUUID } from 'node:crypto';
import type { Readable } from 'node:stream';
import { CallerError } from '@convener/kernel';
import { Injectable, Logger } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Config } from '../config/config';
import { Database } from '../database/database';
import { databaseFault } from '../database/faults';
import { FileInspector, type Inspected } from './file-inspector';
import { noRoom } from './file-problems';
import { FileMissing, FileStore } from './file-store';
import { Incoming, type Received } from './incoming';
import { FILE_TABLES, namedFiles } from './named-files';

const MB = 1024 * 1024;
/** So many bytes stay free for the database, which shares the disk. */
const LEAST_ROOM = 100 * MB;

/** Names a file in a transaction: answers its key, or null where it is not wanted. */
export type NameFile = (em: EntityManager, file: Inspected & { key: string }) => Promise<string | null>;

/** Keeps files together with the rows that name them: a file comes before its row, and goes after it. */
@Injectable()
export class FileKeeper {
  private readonly logger = new Logger(FileKeeper.name);

  constructor(
    private readonly database: Database,
    private readonly config: Config,
    private readonly store: FileStore,
    private readonly inspector: FileInspector,
    private readonly incoming: Incoming,
  ) {}

  /** Bytes that the files of one project may take. */
  get mostOfProject(): number {
    return this.config.projectFilesMb * MB;
  }

  /** Throws where the disk has no room for one file more beside those that are on their way. */
  async requireRoom(): Promise<void> {
    const expected = (1 + this.incoming.receiving) * this.config.fileMaxMb * MB;
    const room = Math.min(await this.store.room(), await this.incoming.room());
    if (room < LEAST_ROOM + expected) throw noRoom();
  }

  /** Keeps what was received and is what it should be, and names it. Where anything fails, nothing is left. */
  async keep(received: Received, name: NameFile): Promise<void> {
    const inspected = await this.inspector.inspect(received);
    const key = randomUUID();
    try {
      await this.store.put(key, inspected.path);
      const named = await this.database.write((em) => name(em, { ...inspected, key }));
      // The same file again, or the same request: the answer stands, and this copy is one too many.
      if (named !== key) await this.store.remove(key);
    } catch (error) {
      // Where the database went away the commit may still come: a file too many is found by files:check, a lost one by nobody.
      if (databaseFault(error) !== 'away') await this.forget(key);
      throw error;
    } finally {
      await this.incoming.discard(inspected.path);
    }
  }

  /** The content of a file that a row names. */
  async open(key: string): Promise<Readable> {
    try {
      return await this.store.read(key);
    } catch (error) {
      throw error instanceof FileMissing ? gone() : error;
    }
  }

  /** After the transaction that has deleted their rows. What can't be removed now is found by files:check. */
  async removeAll(keys: readonly string[]): Promise<void> {
    for (const key of keys)
      await this.store
        .remove(key)
        .catch((error: unknown) => this.logger.warn(`A removed file is left over, see files:check: ${String(error)}`));
  }

  /** After a failure. A commit whose answer was lost may have named the file, so the rows are asked first. */
  private async forget(key: string): Promise<void> {
    const keys = FILE_TABLES.map(() => key);
    const isNamed = await this.database.select(namedFiles('store_key', FILE_TABLES, 'store_key = ?'), keys).then(
      (rows) => rows.length > 0,
      () => true,
    );
    if (!isNamed) await this.store.remove(key).catch(() => undefined);
  }
}

const gone = () =>
  new CallerError(410, 'file-missing', {
    zh: '伺服器上找不到這個檔案的內容。請通知管理者（npm run files:check），或重新上傳。',
    en: 'The content of this file is not on the server. Tell whoever runs it (npm run files:check), or upload it again.',
  });
