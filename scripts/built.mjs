import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildStale } from './build.mjs';
import { installMissing } from './install.mjs';
import { requireNode, ROOT } from './run.mjs';

/** `node scripts/built.mjs dist/apps/cli/x.js [arguments]`: runs a built command, built anew where its sources changed. */
const [script, ...rest] = process.argv.slice(2);
requireNode();
await installMissing();
await buildStale('server');
const file = resolve(join(ROOT, script));
process.argv = [process.argv[0], file, ...rest];
process.chdir(ROOT);
await import(pathToFileURL(file).href);
