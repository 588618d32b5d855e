import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Config } from '../config/config';
import { s3Settings } from '../config/s3-settings';
import { DiskFileStore } from './disk-file-store';
import type { FileStore } from './file-store';
import { S3FileStore } from './s3/s3-file-store';

type Place = Pick<Config, 'dataDir'>;

/** Where files wait until they are whole: below the same folder as the disk's store, so that a rename never crosses a disk. */
export function incomingFolder({ dataDir }: Place): string {
  return join(dataDir, 'files', 'incoming');
}

/** The store of an installation, also for commands that run beside it: in a bucket where the settings name one. */
export function fileStoreOf(config: Config): FileStore {
  const s3 = s3Settings(config);
  return s3 ? new S3FileStore(s3) : new DiskFileStore(join(config.dataDir, 'files', 'store'));
}

/** For a restore. */
export async function filePlace(config: Config): Promise<{ store: FileStore; waiting: string }> {
  const waiting = incomingFolder(config);
  await mkdir(waiting, { recursive: true, mode: 0o700 });
  return { store: fileStoreOf(config), waiting };
}
