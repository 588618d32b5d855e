import { randomBytes } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { access, link, mkdir, rename, unlink } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { DataSource, QueryRunner } from 'typeorm';
import { Database } from '../database/database';
import { foreignKeysHold } from '../database/foreign-keys';
import type { FileStore } from '../files/file-store';
import { syncFolder } from '../files/sync-folder';
import { ARCHIVE_FORMAT, type ArchiveHead } from './archive';
import { verifyArchive } from './archive-reader';
import { BackupError } from './backup-error';
import { type ContentFigures, contentLines } from './content';
import { fileLines, type FilesFound } from './files';
import { databaseKind, migrationsIn, tablesOf } from './tables';

export interface BackupOrder {
  /** Where to; never overwritten. */
  file: string;
  /** Version of the product, for whoever restores it. */
  product: string;
  /** Epoch ms. */
  at: number;
  /** Tables whose rows stay behind. */
  leaveOut: readonly string[];
  /** Where the files are that rows name; without it they stay behind. */
  files?: FileStore;
}

/** What went into an archive. */
export interface BackupFigures extends ContentFigures {
  files: FilesFound;
}

/**
 * Writes every row that is committed now into one archive; others may write meanwhile. The file gets its name only
 * when it is complete, on the disk and read back. Throws BackupError where there is nothing to back up, the file
 * exists, or the database is damaged.
 */
export async function writeBackup(dataSource: DataSource, order: BackupOrder): Promise<BackupFigures> {
  if (await exists(order.file)) throw alreadyThere(order.file);
  await mkdir(dirname(order.file), { recursive: true, mode: 0o700 });
  const part = `${order.file}.${randomBytes(4).toString('hex')}.part`;
  try {
    const files = await new Database(dataSource).read(async ({ queryRunner }) => {
      if (!queryRunner) throw new Error('Database.read() has given a manager without its runner');
      let found: FilesFound | null = null;
      await writeLines(
        part,
        linesOf(queryRunner, order, (files) => (found = files)),
      );
      return found as FilesFound | null;
    });
    const { figures } = await verifyArchive(part);
    await giveName(part, order.file);
    return { ...figures, files: { missing: [], changed: [], ...files, ...figures.files } };
  } catch (error) {
    throw isCorrupt(error) ? damagedDatabase(error.message) : error;
  } finally {
    await unlink(part).catch(() => undefined);
  }
}

async function* linesOf(
  runner: QueryRunner,
  { product, at, leaveOut, files }: BackupOrder,
  found: (files: FilesFound) => void,
): AsyncGenerator<string> {
  const migrations = await migrationsIn(runner);
  if (migrations.length === 0) throw nothingThere();
  await refuseDamaged(runner);
  const from = databaseKind(runner);
  const madeAt = new Date(at).toISOString();
  const head: ArchiveHead = { convener: 'backup', format: ARCHIVE_FORMAT, product, madeAt, from, migrations };
  yield `${JSON.stringify(head)}\n`;
  const figures = yield* contentLines(runner, await tablesOf(runner, leaveOut));
  const kept = yield* fileLines(runner, files ?? null);
  found(kept);
  yield `${JSON.stringify({ ...figures, files: { count: kept.count, sha256: kept.sha256 } })}\n`;
}

/** Rows that can't be trusted must not push good backups out of an operator's rotation. */
async function refuseDamaged(runner: QueryRunner): Promise<void> {
  if (databaseKind(runner) !== 'sqlite') return;
  const found = (await runner.query('PRAGMA integrity_check(5)')) as { integrity_check: string }[];
  const problems = found.map((row) => row.integrity_check).filter((text) => text !== 'ok');
  if (problems.length > 0) throw damagedDatabase(problems.join('; '));
  await foreignKeysHold(runner.manager);
}

/** SQLite's own word, from the check or from a read: some damage stops the check itself. */
function isCorrupt(error: unknown): error is Error {
  const { code, driverError } = error as { code?: string; driverError?: { code?: string } };
  return /^SQLITE_(CORRUPT|NOTADB)/.test(driverError?.code ?? code ?? '');
}

function damagedDatabase(why: string): BackupError {
  return new BackupError({
    zh: `資料庫檔案已損壞，沒有製作備份。請保留它的複本，並還原最近一份完好的備份。（${why}）`,
    en: `The database file is damaged, so no backup was made. Keep a copy of it and restore the latest good backup. (${why})`,
  });
}

/** Readable by its owner only: an archive holds password hashes and everything that projects know. */
async function writeLines(file: string, lines: AsyncIterable<string>): Promise<void> {
  const sink = createWriteStream(file, { flags: 'wx', mode: 0o600, flush: true });
  await pipeline(Readable.from(lines), createGzip(), sink);
}

/** A link fails where the name is taken, as a rename does not; file systems without links (FAT) get the rename. */
async function giveName(part: string, file: string): Promise<void> {
  try {
    await link(part, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') throw alreadyThere(file);
    await rename(part, file);
  }
  await syncFolder(dirname(file));
}

function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}

export function nothingThere(): BackupError {
  return new BackupError({
    zh: '這裡還沒有資料庫，沒有東西可以備份。請確認 DATA_DIR 或 DATABASE_URL 與伺服器的設定相同（npm run config）。',
    en: 'There is no database yet, so there is nothing to back up. Check that DATA_DIR or DATABASE_URL is what the server uses (npm run config).',
  });
}

function alreadyThere(file: string): BackupError {
  return new BackupError({
    zh: `${file} 已經存在，不會覆寫。請改用別的檔名。`,
    en: `${file} already exists and is not overwritten. Give another name.`,
  });
}
