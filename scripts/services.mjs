import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { connect } from 'node:net';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { ROOT } from './run.mjs';

const WAIT_MS = 2000;

/** First the build without a window of its own, where there is one: it shows the same pages with a quarter less work. */
const CHROMIUMS = [
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** What tests can use beyond Node: where it is looked for, which tests say that they use it, and how to get it. */
const SERVICES = [
  {
    name: 'Chromium',
    env: 'CHROMIUM_PATH',
    find: async () => CHROMIUMS.find((path) => existsSync(path)) ?? null,
    used: (file) => file.startsWith('test/browser/'),
    remedy: 'apt-get install chromium-headless-shell fonts-noto-cjk, or set CHROMIUM_PATH',
  },
  {
    name: 'Redis',
    env: 'TEST_REDIS_URL',
    find: async () => ((await redisAnswers()) ? 'redis://127.0.0.1:6379' : null),
    used: (_file, text) => text.includes('redisUrl('),
    remedy: 'apt-get install redis-server, or set TEST_REDIS_URL',
  },
  {
    name: 'PostgreSQL',
    env: 'TEST_DATABASE_URL',
    find: findPostgres,
    used: (_file, text) => text.includes('databaseKinds(') || text.includes('postgresUrl('),
    remedy: 'apt-get install postgresql, create a role named as you with CREATEDB, or set TEST_DATABASE_URL',
  },
  {
    name: 'OpenStack Swift (an S3 service)',
    env: 'TEST_SWIFT_PYTHON',
    find: async () => (hasSwift() ? '/usr/bin/python3' : null),
    used: (_file, text) => text.includes('swiftPython('),
    remedy: 'apt-get install python3-swift, or set TEST_SWIFT_PYTHON to a Python that has it',
  },
];

/**
 * Looks for what this machine has. `env` leads the tests to what was found; `missing` names the rest with its suites.
 * Needs the installed packages.
 */
export async function findServices() {
  const found = await Promise.all(SERVICES.map(async (service) => [service, await locate(service)]));
  const files = testFiles('test').map((file) => [file, readFileSync(join(ROOT, file), 'utf8')]);
  return {
    env: Object.fromEntries(found.filter(([, where]) => where).map(([{ env }, where]) => [env, where])),
    missing: found
      .filter(([, where]) => !where)
      .map(([{ name, remedy, used }]) => ({
        name,
        remedy,
        suites: files.filter((f) => used(...f)).map(([file]) => file),
      })),
  };
}

async function locate({ env, find }) {
  return process.env[env] || (await find());
}

/** Spec files, and the worlds that they share; not the support that asks for the services. */
function testFiles(folder) {
  if (!existsSync(join(ROOT, folder))) return [];
  return readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return path === 'test/support' ? [] : testFiles(path);
    return entry.name.endsWith('.ts') ? [path] : [];
  });
}

function redisAnswers() {
  return new Promise((resolve) => {
    const socket = connect(6379, '127.0.0.1', () => socket.write('PING\r\n'));
    const end = (answer) => {
      socket.destroy();
      resolve(answer);
    };
    socket.setTimeout(WAIT_MS, () => end(false)).on('error', () => end(false));
    socket.on('data', (data) => end(String(data).startsWith('+PONG')));
  });
}

/** The tests start one of their own from it. */
function hasSwift() {
  const ask = 'import swift.common.middleware.s3api';
  return spawnSync('/usr/bin/python3', ['-c', ask], { stdio: 'ignore', timeout: 5 * WAIT_MS }).status === 0;
}

async function findPostgres() {
  const { Client } = createRequire(join(ROOT, 'package.json'))('pg');
  const url = `postgres://${encodeURIComponent(userInfo().username)}@127.0.0.1:5432/postgres`;
  const client = new Client({ connectionString: url, connectionTimeoutMillis: WAIT_MS });
  try {
    await client.connect();
    await client.end();
    return url;
  } catch {
    return null;
  }
}
