import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { buildStale } from './build.mjs';
import { installMissing } from './install.mjs';
import { requireNode, ROOT } from './run.mjs';
import { findServices } from './services.mjs';

/** `npm run bench [-- options]`: our server and the bare database side by side. docs/performance.md says how. */
requireNode();
await installMissing();
await buildStale('server', 'web');
const { env } = await findServices();
const args = ['--require', join(ROOT, 'test/support/ts-register.js'), join(ROOT, 'test/bench/main.ts')];
const bench = spawn(process.execPath, [...args, ...process.argv.slice(2)], {
  cwd: ROOT,
  env: { ...process.env, ...env },
  stdio: 'inherit',
});
const [code] = await once(bench, 'exit');
process.exitCode = code ?? 1;
