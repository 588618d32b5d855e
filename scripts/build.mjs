import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { node, ROOT, tool } from './run.mjs';

const COMMON = ['package-lock.json', 'package.json'];

/** What can be built: from which sources, by which command, and a file that shows that it was. */
const TARGETS = {
  server: {
    sources: [
      ...COMMON,
      'apps/api',
      'apps/worker',
      'apps/cli',
      'libs',
      'tsconfig.json',
      'tsconfig.build.json',
      'nest-cli.json',
    ],
    result: 'dist/apps/api/main.js',
    command: () => [tool('@nestjs/cli', 'nest'), 'build'],
  },
  web: {
    sources: [...COMMON, 'apps/web'],
    result: 'dist/web/index.html',
    command: () => [tool('vite'), 'build', 'apps/web', '--logLevel', 'warn'],
  },
};

/** Builds one target now. Answers exit code and output; remembers a success for `buildStale`. */
export async function build(name) {
  const { sources, command } = TARGETS[name];
  // Taken before: what is edited while it builds makes it stale again.
  const state = stateOf(sources);
  const result = await node(command());
  if (result.code === 0) {
    mkdirSync(join(ROOT, 'dist'), { recursive: true });
    writeFileSync(stampOf(name), state);
  }
  return result;
}

/** Builds, side by side, those targets whose sources have changed since. Ends the process where one fails. */
export async function buildStale(...names) {
  const stale = names.filter(isStale);
  if (stale.length === 0) return;
  console.log(`Building ${stale.join(' and ')} …`);
  const results = await Promise.all(stale.map(build));
  const failed = results.filter(({ code }) => code !== 0);
  for (const { output } of failed) console.error(output);
  if (failed.length > 0) process.exit(1);
}

function isStale(name) {
  const { sources, result } = TARGETS[name];
  const stamp = stampOf(name);
  if (!existsSync(join(ROOT, result)) || !existsSync(stamp)) return true;
  return readFileSync(stamp, 'utf8') !== stateOf(sources);
}

function stampOf(name) {
  return join(ROOT, 'dist', `.${name}.stamp`);
}

/** A digest of path, size and time of change of every source file; reading them all would take longer than a start may. */
function stateOf(sources) {
  const hash = createHash('sha256');
  for (const file of sources.flatMap(filesIn)) {
    const { size, mtimeMs } = statSync(join(ROOT, file));
    hash.update(`${file} ${size} ${mtimeMs}\n`);
  }
  return hash.digest('hex');
}

function filesIn(path) {
  if (!statSync(join(ROOT, path)).isDirectory()) return [path];
  return readdirSync(join(ROOT, path), { withFileTypes: true })
    .filter(({ name }) => !name.startsWith('.') && !/\.spec\.tsx?$/.test(name))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap(({ name }) => filesIn(`${path}/${name}`));
}
