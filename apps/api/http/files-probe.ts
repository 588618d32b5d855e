import { FileStore, FileStoreRefused } from '@convener/platform';
import { Injectable } from '@nestjs/common';
import type { FilesState } from './health.dto';

/** Asks whether files can be kept and handed out. Writes nothing. */
@Injectable()
export class FilesProbe {
  constructor(private readonly store: FileStore) {}

  /** Where files are, or why they are refused there. Throws where the store does not answer. */
  async check(): Promise<FilesState> {
    try {
      await this.store.check();
      return this.store.kind;
    } catch (error) {
      if (error instanceof FileStoreRefused) return error.why;
      throw error;
    }
  }
}
