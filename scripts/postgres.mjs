import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { ROOT } from './run.mjs';

const DEBIAN = '/usr/lib/postgresql';
const START_MS = 20_000;

/** Nothing of a test has to outlive a power cut. Suites make and drop hundreds of databases, each waiting for the disk. */
const HASTE = ['fsync=off', 'full_page_writes=off', 'synchronous_commit=off'];

/**
 * A PostgreSQL cluster for one run of the tests, with its data in `folder`. Answers its URL and how to stop it, or null
 * where PostgreSQL's server is not installed as Debian does, or won't start: the tests then use the one that answers.
 */
export async function startPostgres(folder) {
  const bin = binaries();
  if (bin === null) return null;
  const home = join(folder, 'postgres');
  mkdirSync(home);
  // As another user, it makes its data's folder in here by itself.
  chmodSync(home, 0o777);
  const data = join(home, 'data');
  const init = [
    join(bin, 'initdb'),
    '-D',
    data,
    '--auth=trust',
    '--username=convener',
    '--encoding=UTF8',
    '--locale=C.UTF-8',
    '--no-sync',
  ];
  if (spawnSync(...asServerUser(init), { stdio: 'ignore' }).status !== 0) return null;
  const port = await freePort();
  const settings = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', ...HASTE].flatMap((one) => ['-c', one]);
  const command = asServerUser([join(bin, 'postgres'), '-D', data, '-p', String(port), ...settings]);
  const server = spawn(...command, { stdio: 'ignore' });
  const stop = () =>
    void spawnSync(...asServerUser([join(bin, 'pg_ctl'), 'stop', '-D', data, '-m', 'immediate', '-w']));
  const url = `postgres://convener@127.0.0.1:${port}/postgres`;
  if (await answers(url, server)) return { url, stop };
  stop();
  return null;
}

function binaries() {
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN).sort((a, b) => Number(b) - Number(a)) : [];
  return versions.map((one) => join(DEBIAN, one, 'bin')).find((one) => existsSync(join(one, 'initdb'))) ?? null;
}

/** PostgreSQL refuses to run as root; Debian's package brings a user for it. */
function asServerUser([first, ...rest]) {
  return process.getuid?.() === 0 ? ['runuser', ['-u', 'postgres', '--', first, ...rest]] : [first, rest];
}

async function answers(url, server) {
  const { Client } = createRequire(join(ROOT, 'package.json'))('pg');
  for (const end = Date.now() + START_MS; Date.now() < end && server.exitCode === null;) {
    const client = new Client({ connectionString: url, connectionTimeoutMillis: 2000 });
    client.on('error', () => undefined);
    const there = await client.connect().then(
      () => true,
      () => false,
    );
    await client.end().catch(() => undefined);
    if (there) return true;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return false;
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer().on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
