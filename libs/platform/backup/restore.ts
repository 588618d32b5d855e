import { type DataSource, MigrationExecutor, type QueryRunner } from 'typeorm';
import { foreignKeysHold } from '../database/foreign-keys';
import { changeSchema } from '../database/migrate';
import type { ArchiveHead } from './archive';
import { type ArchivedRows, type ArchiveFigures, madeByNewer, readArchive, verifyArchive } from './archive-reader';
import { BackupError } from './backup-error';
import { contentFigures, type ContentFigures } from './content';
import { type FilePlace, FileRestorer } from './files';
import { databaseKind, tableNames, tablesOf } from './tables';

/**
 * Fills an empty database from an archive, whichever database that came from, and brings it to this product's schema.
 * One transaction: all of it or nothing. Throws BackupError where the archive is damaged or of a newer product, where
 * the database is not empty, or where what was loaded is not what the archive holds. Files go where `files` says.
 */
export async function restoreBackup(
  dataSource: DataSource,
  file: string,
  files: FilePlace | null = null,
): Promise<{ head: ArchiveHead; figures: ArchiveFigures }> {
  const { head, figures } = await verifyArchive(file);
  const known = dataSource.migrations.map(({ name }) => name);
  if (head.migrations.some((name) => !known.includes(name))) throw madeByNewer(head.product);
  await changeSchema(dataSource, async (runner) => {
    const executor = new MigrationExecutor(dataSource, runner);
    await refuseFull(runner);
    for (const migration of await executor.getPendingMigrations()) {
      if (head.migrations.includes(migration.name)) await executor.executeMigration(migration);
    }
    await load(runner, file, figures, files);
    await executor.executePendingMigrations();
    await foreignKeysHold(runner.manager);
  });
  return { head, figures };
}

async function load(
  runner: QueryRunner,
  file: string,
  figures: ContentFigures,
  place: FilePlace | null,
): Promise<void> {
  const files = place && new FileRestorer(place);
  try {
    for await (const part of readArchive(file))
      if ('key' in part) await files?.take(part);
      else await insert(runner, part);
    await files?.finish();
  } finally {
    await files?.abandon();
  }
  // In the archive's order of tables and columns, so that equal rows give the same checksum.
  const tables = await tablesOf(runner);
  const loaded = await contentFigures(
    runner,
    tables.filter(({ name }) => name in figures.rows),
  );
  if (loaded.sha256 !== figures.sha256) throw notTheSame(loaded, figures);
}

async function insert(runner: QueryRunner, { table, columns, rows }: ArchivedRows): Promise<void> {
  let parameter = 0;
  const one = databaseKind(runner) === 'postgres' ? () => `$${(parameter += 1)}` : () => '?';
  const tuples = rows.map((row) => `(${row.map(one).join(',')})`);
  const names = columns.map(({ name }) => `"${name}"`);
  await runner.query(`INSERT INTO "${table}" (${names.join(',')}) VALUES ${tuples.join(',')}`, rows.flat());
}

async function refuseFull(runner: QueryRunner): Promise<void> {
  const found: string[] = [];
  for (const name of await tableNames(runner)) {
    const [row] = (await runner.query(`SELECT COUNT(*) AS n FROM "${name}"`)) as { n: number | string }[];
    found.push(`${name} ${row?.n}`);
  }
  if (found.length === 0) return;
  const postgres = databaseKind(runner) === 'postgres';
  throw new BackupError({
    zh: `只能還原到空的資料庫，這裡已經有資料表與筆數：${found.join('、')}。${postgres ? '請建立一個新的資料庫，並讓 DATABASE_URL 指向它。' : '請停止 Convener，把 DATA_DIR 中的 convener.sqlite、convener.sqlite-wal、convener.sqlite-shm 移到別處，再試一次。'}`,
    en: `A backup is restored into an empty database only. Here are already these tables and rows: ${found.join(', ')}. ${postgres ? 'Create a new database and let DATABASE_URL name it.' : 'Stop Convener, move convener.sqlite, convener.sqlite-wal and convener.sqlite-shm out of DATA_DIR, and try again.'}`,
  });
}

function notTheSame(loaded: ContentFigures, { rows }: ContentFigures): BackupError {
  const names = Object.keys(rows).filter((name) => loaded.rows[name] !== rows[name]);
  const where = names.map((name) => `${name} ${loaded.rows[name]}/${rows[name]}`).join(', ') || 'values differ';
  return new BackupError({
    zh: `載入的資料與備份內容不一致（${where}），已全部取消，資料庫仍是空的。`,
    en: `What was loaded is not what the backup holds (${where}). All of it was undone; the database is still empty.`,
  });
}
