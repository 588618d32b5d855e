import 'reflect-metadata';
import { resolve } from 'node:path';
import { verifyActivity } from '@convener/activity';
import {
  BackupError,
  createDataSource,
  Database,
  dataSourceOptions,
  filePlace,
  loadConfig,
  restoreBackup,
} from '@convener/platform';
import { run, say } from './backup/command';

/** `npm run restore -- file`: an archive of `npm run backup` into the empty database that the settings name. */
async function main(): Promise<void> {
  const given = process.argv[2];
  if (given === undefined) throw noFile();
  const config = loadConfig(process.env);
  const dataSource = await createDataSource(dataSourceOptions(config)).initialize();
  try {
    say('檢查備份檔並載入中 …', 'Checking the backup and loading it …');
    const place = await filePlace(config);
    const { head, figures } = await restoreBackup(dataSource, resolve(process.env.INIT_CWD ?? '.', given), place);
    const count = Object.values(figures.rows).reduce((sum, n) => sum + n, 0);
    say(
      `還原完成：${count} 筆資料、${figures.files.count} 個檔案，備份時間 ${head.madeAt}（Convener ${head.product}），內容逐筆核對無誤。`,
      `The restore is done: ${count} rows and ${figures.files.count} files as of ${head.madeAt} (Convener ${head.product}), each compared with the backup.`,
      '所有人都要重新登入。',
      'Everybody has to sign in again.',
    );
    await verifyChains(new Database(dataSource));
  } finally {
    await dataSource.destroy();
  }
}

/** A log that was tampered with before the backup is restored as it was, and said so. */
async function verifyChains(database: Database): Promise<void> {
  const { broken, entries, projects } = await verifyActivity(database);
  if (broken.length === 0) {
    return say(
      `${projects} 個專案的 ${entries} 筆活動紀錄環環相扣，與寫入時一致。`,
      `The ${entries} activity entries of ${projects} projects are as they were written.`,
    );
  }
  process.exitCode = 1;
  say(
    `${broken.length} 個專案的活動紀錄與寫入時不一致：npm run activity:verify 會列出。`,
    `The activity of ${broken.length} projects is not as it was written: npm run activity:verify lists it.`,
  );
}

function noFile(): BackupError {
  return new BackupError({
    zh: '請指定備份檔：npm run restore -- 檔名',
    en: 'Name the backup: npm run restore -- file',
  });
}

run(main);
