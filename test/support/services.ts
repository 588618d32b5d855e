import { spawnSync } from 'node:child_process';
import { userInfo } from 'node:os';
import { join } from 'node:path';

const ROOT = join(__dirname, '..', '..');
const PROBE_MS = 5000;

const ASK_POSTGRES = `const { Client } = require('pg');
const client = new Client({ connectionString: process.argv[1], connectionTimeoutMillis: 2000 });
client.connect().then(() => client.end()).catch(() => process.exit(1));`;

const ASK_REDIS = `const socket = require('node:net').connect(6379, '127.0.0.1', () => socket.write('PING\\r\\n'));
socket.setTimeout(2000, () => process.exit(1)).on('error', () => process.exit(1));
socket.on('data', (data) => process.exit(String(data).startsWith('+PONG') ? 0 : 1));`;

/** An address whose user may create databases: TEST_DATABASE_URL, or a server on this machine; null where none answers. */
export function postgresUrl(): string | null {
  if (process.env.TEST_DATABASE_URL) return process.env.TEST_DATABASE_URL;
  const here = `postgres://${encodeURIComponent(userInfo().username)}@127.0.0.1:5432/postgres`;
  if (answers(ASK_POSTGRES, here)) return here;
  leaveOut(
    'PostgreSQL',
    'apt-get install postgresql, create a role named as you with CREATEDB, or set TEST_DATABASE_URL',
  );
  return null;
}

/** TEST_REDIS_URL, or a Redis on this machine; null where none answers. */
export function redisUrl(): string | null {
  if (process.env.TEST_REDIS_URL) return process.env.TEST_REDIS_URL;
  if (answers(ASK_REDIS)) return 'redis://127.0.0.1:6379';
  leaveOut('Redis', 'apt-get install redis-server, or set TEST_REDIS_URL');
  return null;
}

/** TEST_SWIFT_PYTHON, or this machine's Python where it has OpenStack Swift; null where it has not. */
export function swiftPython(): string | null {
  if (process.env.TEST_SWIFT_PYTHON) return process.env.TEST_SWIFT_PYTHON;
  const asked = spawnSync('/usr/bin/python3', ['-c', 'import swift.common.middleware.s3api'], { timeout: PROBE_MS });
  if (asked.status === 0) return '/usr/bin/python3';
  leaveOut('OpenStack Swift', 'apt-get install python3-swift, or set TEST_SWIFT_PYTHON to a Python that has it');
  return null;
}

/** Asked in a child process: suites are declared before anything asynchronous may run. */
function answers(script: string, ...args: string[]): boolean {
  return spawnSync(process.execPath, ['-e', script, ...args], { cwd: ROOT, timeout: PROBE_MS }).status === 0;
}

function leaveOut(service: string, remedy: string): void {
  const text = `${service} does not answer, its suites are left out. To have them: ${remedy}.`;
  if (process.env.CI === 'true') throw new Error(text);
  process.stderr.write(`${text}\n`);
}
