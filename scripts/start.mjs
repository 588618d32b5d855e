import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildStale } from './build.mjs';
import { installMissing } from './install.mjs';
import { requireNode, ROOT } from './run.mjs';

/** `npm start`: installs and builds what is missing or stale, then runs API, jobs and web in this one process. */
requireNode();
await installMissing();
await buildStale('server', 'web');
console.log('Starting …');
process.chdir(ROOT);
await import(pathToFileURL(join(ROOT, 'dist/apps/api/main.js')).href);
