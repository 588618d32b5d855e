import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { FileStore } from './file-store';

/** Says at the start what is wrong with the file store, rather than to the first person who uploads a photo. */
@Injectable()
export class FileStoreHealth implements OnApplicationBootstrap {
  private readonly log = new Logger('Files');

  constructor(private readonly store: FileStore) {}

  /** In the background: everything but files works without the store. */
  onApplicationBootstrap(): void {
    this.store
      .check()
      .catch((error: unknown) => this.log.error(error instanceof Error ? error.message : String(error)));
  }
}
