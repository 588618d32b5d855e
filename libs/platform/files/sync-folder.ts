import { constants } from 'node:fs';
import { open } from 'node:fs/promises';

/** A new name must survive a power cut too. Windows can't open a folder, and needs no such thing. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, constants.O_RDONLY).catch(() => null);
  if (!handle) return;
  await handle.sync().finally(() => handle.close());
}
