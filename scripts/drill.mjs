import { build } from './build.mjs';
import { installMissing } from './install.mjs';
import { node, requireNode, tool } from './run.mjs';
import { findServices } from './services.mjs';

/**
 * `npm run drill [-- name …]`: the drills of test/drill (and the fuzz of test/routes) at full length, one at a time,
 * each printing its figures. `npm test` runs the same ones short.
 */
requireNode();
await installMissing();
const { code, output } = await build('server');
if (code !== 0) {
  console.error(output);
  process.exit(1);
}
const { env } = await findServices();
const names = process.argv.slice(2);
const wanted = names.length > 0 ? names : ['test/drill', 'test/routes/fuzz'];
const args = [tool('jest'), '--config', 'jest.drill.config.js', '--runInBand', ...wanted];
const result = await node(args, { show: 'errors', env: { ...env, NODE_ENV: 'test', DRILL: 'full' } });
process.exitCode = result.code;
