import 'reflect-metadata';
import { Person } from '@convener/access';
import { PasswordEvent, PasswordReset, resetLinkAtServer } from '@convener/accounts';
import { SystemClock } from '@convener/kernel';
import { ConfigError, createDataSource, Database, dataSourceOptions, loadConfig } from '@convener/platform';

/** `npm run reset-link -- e-mail`: a link that sets a new password, for whoever can sign in no more and gets no mail. */
async function main(): Promise<number> {
  const email = process.argv[2];
  if (email === undefined)
    return complain('請指定電子郵件 / Name the e-mail: npm run reset-link -- somebody@example.org');
  const config = loadConfig(process.env);
  const entities = [Person, PasswordReset, PasswordEvent];
  const dataSource = await createDataSource({ ...dataSourceOptions(config), entities }).initialize();
  try {
    const { publicUrl } = config;
    const asked = { email, publicUrl, now: new SystemClock().now() };
    const link = await new Database(dataSource).write((em) => resetLinkAtServer(em, asked));
    if (link === null) return complain(`沒有可登入的人使用 ${email}。 / Nobody who may sign in has ${email}.`);
    process.stdout.write(`30 分鐘內有效，只能使用一次 / For 30 minutes, for one use:\n\n${link}\n`);
    return 0;
  } finally {
    await dataSource.destroy();
  }
}

function complain(text: string): number {
  process.stderr.write(`${text}\n`);
  return 1;
}

main().then(
  (code) => (process.exitCode = code),
  (error: unknown) => (process.exitCode = complain(error instanceof ConfigError ? error.message : String(error))),
);
