import { mkdir, statfs } from 'node:fs/promises';

/** So many bytes does the disk of this folder still take; the folder is made where it is missing. */
export async function freeBytes(folder: string): Promise<number> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
}
