import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A file system of a few megabytes, to fill up. Only root may mount one. */
export class TinyDisk {
  private constructor(readonly folder: string) {}

  /** Null, with a word on how to have it, where this user may not mount. */
  static open(megabytes: number): TinyDisk | null {
    const folder = mkdtempSync(join(tmpdir(), 'convener-disk-'));
    const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder]);
    if (status === 0) return new TinyDisk(folder);
    rmSync(folder, { recursive: true });
    process.stderr.write(
      'Mounting a tmpfs is not allowed here (it takes root on Linux): drills of a full disk are left out.\n',
    );
    return null;
  }

  /** Takes all space but so many bytes. */
  fill(leaving: number): void {
    const { bavail, bsize } = statfsSync(this.folder);
    writeFileSync(this.ballast, Buffer.alloc(Math.max(0, bavail * bsize - leaving)));
  }

  free(): void {
    rmSync(this.ballast, { force: true });
  }

  readOnly(): void {
    spawnSync('mount', ['-o', 'remount,ro', this.folder]);
  }

  close(): void {
    spawnSync('umount', ['-l', this.folder]);
    rmSync(this.folder, { recursive: true, force: true });
  }

  private get ballast(): string {
    return join(this.folder, 'ballast');
  }
}
