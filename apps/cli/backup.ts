import 'reflect-metadata';
import { existsSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { SystemClock } from '@convener/kernel';
import {
  type Config,
  createDataSource,
  dataSourceOptions,
  fileStoreOf,
  loadConfig,
  nothingThere,
  writeBackup,
} from '@convener/platform';
import { productVersion, run, say } from './backup/command';

/**
 * Who is signed in, and links that give rights to whoever opens them: an old copy must not let anybody in. Invitations
 * are kept: they are listed and can be withdrawn.
 */
const LEFT_OUT = ['sessions', 'setup_links', 'password_resets', 'account_mails'];

/** `npm run backup [-- file]`: every row into one archive, while Convener runs on. */
async function main(): Promise<void> {
  const config = loadConfig(process.env);
  const at = new SystemClock().now();
  const file =
    process.argv[2] === undefined ? usualFile(config, at) : resolve(process.env.INIT_CWD ?? '.', process.argv[2]);
  const options = dataSourceOptions(config);
  // Opening it would make one.
  if (options.type === 'better-sqlite3' && !existsSync(options.database)) throw nothingThere();
  const dataSource = await createDataSource(options).initialize();
  try {
    const files = fileStoreOf(config);
    const order = { file, product: productVersion(), at, leaveOut: LEFT_OUT, files };
    const { rows, files: found } = await writeBackup(dataSource, order);
    const count = Object.values(rows).reduce((sum, n) => sum + n, 0);
    const size = `${(statSync(file).size / 1e6).toFixed(1)} MB`;
    say(
      `備份完成：${count} 筆資料、${found.count} 個檔案，${size}。`,
      `The backup is done: ${count} rows and ${found.count} files, ${size}.`,
      file,
      '內含密碼雜湊與所有專案資料，請存放在只有管理者讀得到的地方；設定（環境變數）不在其中。',
      'It holds password hashes and all project data: keep it where only administrators can read it. Settings (environment variables) are not in it.',
    );
    const wrong = found.missing.length + found.changed.length;
    if (wrong > 0)
      say(
        `注意：${wrong} 個檔案遺失或已損壞，備份裡也一樣；npm run files:check 會列出。`,
        `Note: ${wrong} files are missing or damaged, in the backup too; npm run files:check lists them.`,
      );
  } finally {
    await dataSource.destroy();
  }
}

/** The time in UTC: a machine's own zone may change. */
function usualFile({ dataDir }: Config, at: number): string {
  const time = new Date(at)
    .toISOString()
    .replace(/\.\d+Z$/, 'Z')
    .replaceAll(':', '');
  return join(dataDir, 'backups', `convener-${time}.ndjson.gz`);
}

run(main);
