import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Config } from '../config/config';
import { DiskFileStore } from './disk-file-store';
import type { FileStore } from './file-store';

type Place = Pick<Config, 'dataDir'>;

/** Where files wait until they are whole: below the same folder as the store, so that a rename never crosses a disk. */
export function incomingFolder({ dataDir }: Place): string {
  return join(dataDir, 'files', 'incoming');
}

/** The store of an installation, also for commands that run beside it. */
export function fileStoreOf({ dataDir }: Place): FileStore {
  return new DiskFileStore(join(dataDir, 'files', 'store'));
}

/** For a restore. */
export async function filePlace(config: Place): Promise<{ store: FileStore; waiting: string }> {
  const waiting = incomingFolder(config);
  await mkdir(waiting, { recursive: true, mode: 0o700 });
  return { store: fileStoreOf(config), waiting };
}
