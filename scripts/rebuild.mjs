import { build } from './build.mjs';
import { installMissing } from './install.mjs';
import { requireNode } from './run.mjs';

/** `npm run build`: server and web into dist, whether or not they are stale. */
requireNode();
await installMissing();
const results = await Promise.all(['server', 'web'].map(build));
for (const { output } of results) process.stdout.write(output);
process.exitCode = results.some(({ code }) => code !== 0) ? 1 : 0;
