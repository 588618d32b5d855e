import 'reflect-metadata';
import { resolve } from 'node:path';
import { BackupError, createDataSource, dataSourceOptions, loadConfig, restoreBackup } from '@convener/platform';
import { run, say } from './backup/command';

/** `npm run restore -- file`: an archive of `npm run backup` into the empty database that the settings name. */
async function main(): Promise<void> {
  const given = process.argv[2];
  if (given === undefined) throw noFile();
  const dataSource = await createDataSource(dataSourceOptions(loadConfig(process.env))).initialize();
  try {
    say('檢查備份檔並載入中 …', 'Checking the backup and loading it …');
    const { head, figures } = await restoreBackup(dataSource, resolve(process.env.INIT_CWD ?? '.', given));
    const count = Object.values(figures.rows).reduce((sum, n) => sum + n, 0);
    say(
      `還原完成：${count} 筆資料，備份時間 ${head.madeAt}（Convener ${head.product}），內容逐筆核對無誤。`,
      `The restore is done: ${count} rows as of ${head.madeAt} (Convener ${head.product}), each compared with the backup.`,
      '所有人都要重新登入。',
      'Everybody has to sign in again.',
    );
  } finally {
    await dataSource.destroy();
  }
}

function noFile(): BackupError {
  return new BackupError({
    zh: '請指定備份檔：npm run restore -- 檔名',
    en: 'Name the backup: npm run restore -- file',
  });
}

run(main);
