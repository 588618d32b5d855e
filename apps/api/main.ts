import { join } from 'node:path';
import 'reflect-metadata';
import { SetupService } from '@convener/accounts';
import { type Config, loadConfig, startFailure, stopOnSignal } from '@convener/platform';
import { createApp } from './create-app';

/** Where the build puts the web app, seen from dist/apps/api. */
const WEB_ROOT = join(__dirname, '../../web');

async function main(): Promise<void> {
  const config = loadConfig(process.env);
  const app = await createApp(config, { webRoot: WEB_ROOT });
  stopOnSignal(app);
  // Before anybody can ask: whoever waits for the first answer may use the link at once.
  const setupLink = await app.get(SetupService).openLink();
  await app.listen({ port: config.port, host: config.host });
  print(banner(config, setupLink));
}

/** What whoever has just started it wants to know; the link alone on its line, to copy. */
function banner(config: Config, setupLink: string | null): string[] {
  const lines = ['', `Convener 會展專案工作台  ${config.publicUrl}`];
  if (setupLink === null) return [...lines, ''];
  return [
    ...lines,
    '',
    '第一次使用，請打開這個一次性的設定連結：',
    'First run: open this one-time set-up link:',
    '',
    setupLink,
    '',
  ];
}

function print(lines: string[]): void {
  process.stdout.write(`${lines.join('\n')}\n`);
}

main().catch((error: unknown) => {
  // What the operator can mend is one clear text; a stack would only hide it.
  console.error(startFailure(error));
  process.exit(1);
});
