import 'reflect-metadata';
import { dayAt, instantAt, SystemClock } from '@convener/kernel';
import { type Config, ConfigError, Database, loadConfig } from '@convener/platform';
import { NestFactory } from '@nestjs/core';
import { addCast, castIsThere, type Credentials } from './demo/cast';
import { openingDay, startDay, type Told, ZONE } from './demo/conference';
import { DemoModule } from './demo/demo.module';
import { StoryClock } from './demo/story-clock';
import { tell } from './demo/story';

const PROBE_MS = 2000;

/**
 * `npm run demo`: an example conference half-way through, made by the same services as a real one; with `-- --closed` one that
 * is over, with its documents and its closing report.
 */
async function main(): Promise<number> {
  const options = process.argv.slice(2);
  if (options.some((option) => option !== '--closed')) return say(USAGE, 2);
  const told: Told = options.length > 0 ? 'closed' : 'running';
  // Neither mail nor jobs of the story may leave this process.
  const config = loadConfig({ ...process.env, SMTP_URL: '', REDIS_URL: '' });
  if (await serverRuns(config)) return say(STOP_FIRST, 1);
  const present = new SystemClock().now();
  const start = startDay(openingDay(dayAt(present, ZONE), told));
  const clock = new StoryClock(instantAt(start, '09:30', ZONE));
  const app = await NestFactory.createApplicationContext(DemoModule.forRoot(config, clock), {
    logger: ['error', 'warn'],
    abortOnError: false,
  });
  try {
    if (await castIsThere(app.get(Database))) return say(alreadyThere(config));
    say(['示範專案產生中，約需一分鐘 … / Making the demo, this takes about a minute …']);
    const { cast, credentials } = await addCast(app);
    const projectId = await tell(app, clock, cast, present, told);
    return say(welcome(config, credentials, projectId));
  } finally {
    await app.close();
  }
}

/** A running server would send the story's reminders by its own clock, all at once. */
async function serverRuns({ host, port }: Config): Promise<boolean> {
  const here = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host;
  try {
    const answer = await fetch(`http://${here.includes(':') ? `[${here}]` : here}:${port}/api/health`, {
      signal: AbortSignal.timeout(PROBE_MS),
    });
    return answer.ok;
  } catch {
    return false;
  }
}

const USAGE = [
  'npm run demo：籌備到一半的會議。npm run demo -- --closed：辦完並結案的會議。',
  'npm run demo: a conference half-way through. npm run demo -- --closed: one that is over and closed.',
];

const STOP_FIRST = [
  'Convener 正在執行。請先停止它（Ctrl+C），再執行一次 npm run demo，然後重新啟動。',
  'Convener is running. Stop it first (Ctrl+C), run npm run demo again, then start it anew.',
];

function alreadyThere(config: Config): string[] {
  const where = config.databaseUrl === null ? config.dataDir : 'DATABASE_URL';
  const [zh, en] =
    config.databaseUrl === null
      ? [
          `要重新開始：停止 Convener，刪除資料夾 ${where}（全部資料都會消失）`,
          `stop Convener, delete the folder ${where} (with everything in it)`,
        ]
      : [
          `要重新開始：清空 ${where} 的資料庫（全部資料都會消失）`,
          `empty the database of ${where} (with everything in it)`,
        ];
  return [
    '這個資料庫已經有示範專案，密碼只在產生時顯示過一次。',
    'The demo is already in this database; its passwords were shown once, when it was made.',
    `${zh}，再執行 npm run demo。`,
    `To start over: ${en} and run npm run demo again.`,
  ];
}

function welcome(config: Config, people: Credentials[], projectId: string): string[] {
  const columns = ['name', 'role', 'email', 'password'] as const;
  const rows = [{ name: '姓名', role: '角色 role', email: 'e-mail', password: '密碼 password' }, ...people];
  const widths = columns.map((column) => Math.max(...rows.map((row) => width(row[column]))));
  const line = (row: Credentials) => columns.map((column, index) => pad(row[column], widths[index]!)).join('  ');
  return [
    '',
    ...rows.map((row) => line(row).trimEnd()),
    '',
    '啟動 npm start 後，到這裡登入 / Start it with npm start, then sign in at:',
    config.publicUrl,
    '示範專案 / The demo project:',
    `${config.publicUrl}/projects/${projectId}`,
    '密碼只顯示這一次。 / The passwords are shown this once.',
    '',
  ];
}

/** Chinese characters take two columns of a terminal. */
function width(text: string): number {
  return [...text].reduce((sum, char) => sum + (char.codePointAt(0)! >= 0x2e80 ? 2 : 1), 0);
}

function pad(text: string, to: number): string {
  return text + ' '.repeat(Math.max(0, to - width(text)));
}

/** Prints, and answers the exit code. */
function say(lines: string[], code = 0): number {
  process.stdout.write(`${lines.join('\n')}\n`);
  return code;
}

main().then(
  (code) => (process.exitCode = code),
  (error: unknown) => {
    console.error(error instanceof ConfigError ? error.message : error);
    process.exitCode = 1;
  },
);
