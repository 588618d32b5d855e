import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { node, npm, ROOT } from './run.mjs';

const LOCK = join(ROOT, 'package-lock.json');
/** What npm itself writes at the end of an install. */
const NPM_MARK = join(ROOT, 'node_modules/.package-lock.json');
/** Ours: for which lock file, and for which Node, the packages are known to be complete. */
const MARK = join(ROOT, 'node_modules/.convener-installed');
/** npm writes its two lock files one after the other; so much apart they are of one install. */
const SAME_INSTALL_MS = 5000;

const LOAD_SQLITE = "new (require('better-sqlite3'))(':memory:').close()";

/** Installs packages that are missing or older than package-lock.json. Ends the process, saying why, where it can't. */
export async function installMissing() {
  const wanted = `${createHash('sha256').update(readFileSync(LOCK)).digest('hex')} node-${process.versions.modules}`;
  if (existsSync(MARK) && readFileSync(MARK, 'utf8') === wanted) return;
  if (!installedByHand()) await installAll();
  await requireSqlite();
  writeFileSync(MARK, wanted);
}

function installedByHand() {
  return existsSync(NPM_MARK) && statSync(NPM_MARK).mtimeMs >= statSync(LOCK).mtimeMs - SAME_INSTALL_MS;
}

async function installAll() {
  console.log('Installing packages (once; this takes a minute or two) …');
  const { code, output } = await npm(['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error']);
  if (code === 0) return;
  console.error(output);
  if (/better-sqlite3|node-gyp/.test(output)) explainCompiler();
  console.error('npm could not install the packages; what it says stands above.');
  process.exit(1);
}

/** better-sqlite3 is native code: after another Node, or an install without scripts, it has to be built again. */
async function requireSqlite() {
  if (await sqliteLoads()) return;
  console.log('Building better-sqlite3 for this Node.js …');
  const { output } = await npm(['rebuild', 'better-sqlite3', '--ignore-scripts=false', '--foreground-scripts']);
  if (await sqliteLoads()) return;
  console.error(output);
  explainCompiler();
  process.exit(1);
}

async function sqliteLoads() {
  return (await node(['-e', LOAD_SQLITE])).code === 0;
}

function explainCompiler() {
  console.error(
    [
      'SQLite comes as C++ source and could not be built here. It needs a C++ compiler, make and Python 3:',
      '  Debian, Ubuntu:  sudo apt-get install build-essential python3',
      '  Fedora:          sudo dnf install gcc-c++ make python3',
      '  macOS:           xcode-select --install',
      '  Windows:         Visual Studio Build Tools with "Desktop development with C++", and Python 3',
      'Then run the same command again.',
    ].join('\n'),
  );
}
