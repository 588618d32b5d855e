import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ok } from '../support/client';
import type { Client } from '../support/client';
import { databaseKinds } from '../support/database';
import { sized, tell } from '../support/drill';
import { OwnRedis } from '../support/own-redis';
import { aRemoteProject, setUpAt } from '../support/process-office';
import { ServerProcess } from '../support/server-process';
import { redisUrl } from '../support/services';

jest.setTimeout(180_000);

const CLIENTS = sized(12, 30);
const ROUNDS = sized(1, 5);
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

interface Asked {
  /** A status; `refused` where there was nobody to connect to; `cut` where a request went out and no answer came. */
  outcome: string;
  closes: boolean;
}

/** One request over a connection that is kept for the next. */
function ask(
  agent: Agent,
  address: string,
  cookie: string,
  method: string,
  path: string,
  body?: object,
): Promise<Asked> {
  return new Promise((resolve) => {
    const headers = { cookie, 'x-requested-with': 'convener', ...(body ? { 'content-type': 'application/json' } : {}) };
    const asked = request(address + path, { agent, method, headers }, (response) => {
      response.resume();
      response.on('error', () => resolve({ outcome: 'cut', closes: true }));
      response.on('end', () => {
        const outcome = response.complete ? String(response.statusCode) : 'cut';
        resolve({ outcome, closes: response.headers.connection === 'close' });
      });
    });
    asked.on('error', (error: NodeJS.ErrnoException) =>
      resolve({ outcome: error.code === 'ECONNREFUSED' ? 'refused' : `cut (${error.code})`, closes: true }),
    );
    asked.end(body && JSON.stringify(body));
  });
}

/** Asks one thing after the other, reading and writing, until the server is gone. Answers every outcome. */
async function work(server: ServerProcess, admin: Client, itemsPath: string, n: number): Promise<Asked[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const cookie = [...admin.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const outcomes: Asked[] = [];
  for (let count = 0; outcomes.at(-1)?.outcome !== 'refused'; count += 1) {
    const writes = (n + count) % 2 === 0;
    const body = { title: `第 ${n} 人第 ${count} 件`, stage: 'before' };
    outcomes.push(
      writes
        ? await ask(agent, server.address, cookie, 'POST', itemsPath, body)
        : await ask(agent, server.address, cookie, 'GET', '/api/me/work'),
    );
    if (outcomes.at(-1)?.outcome.startsWith('cut')) break;
  }
  agent.destroy();
  return outcomes;
}

/** Sends half a request, and the rest once the signal has been sent. Answers what came back. */
async function halfSent(server: ServerProcess, admin: Client, itemsPath: string) {
  const cookie = [...admin.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const body = Buffer.from(JSON.stringify({ title: '一半', stage: 'before' }));
  const socket = connect(Number(new URL(server.address).port), '127.0.0.1');
  let answer = '';
  socket.on('data', (chunk) => (answer += String(chunk)));
  const closed = new Promise<void>((resolve) => socket.on('close', () => resolve()).on('error', () => resolve()));
  const head = [
    'Host: convener',
    'X-Requested-With: convener',
    `Cookie: ${cookie}`,
    'Content-Type: application/json',
    `Content-Length: ${body.length}`,
  ];
  socket.write([`POST ${itemsPath} HTTP/1.1`, ...head, '', ''].join('\r\n'));
  socket.write(body.subarray(0, 10));
  await pause(100);
  return {
    finish: async () => {
      socket.write(body.subarray(10));
      await closed;
      return answer;
    },
  };
}

describe.each(databaseKinds())('SIGTERM under load on $name', ({ name, create }) => {
  it('every request gets its answer, no new one is taken, and the process ends with 0', async () => {
    const figures = {
      answered: 0,
      'with Connection: close': 0,
      refused: 0,
      cut: 0,
      'not 2xx': 0,
      'slowest stop ms': 0,
    };
    const { config, drop } = await create();
    const env = { DATA_DIR: config.dataDir, DATABASE_URL: config.databaseUrl ?? '' };
    let server = await ServerProcess.api(env);
    const port = Number(new URL(server.address).port);
    try {
      const admin = await setUpAt(server.address);
      const project = await aRemoteProject(admin);
      const items = `/api/projects/${project.id}/work-items`;
      let written = 0;
      for (let round = 0; round < ROUNDS; round += 1) {
        if (!server.running) server = await ServerProcess.api(env, port);
        const working = Promise.all(Array.from({ length: CLIENTS }, (_, n) => work(server, admin, items, n)));
        const half = await halfSent(server, admin, items);
        await pause(400 + 100 * round);
        const signalled = Date.now();
        const end = server.end('SIGTERM');
        await pause(300);
        expect(await half.finish()).toMatch(/^HTTP\/1\.1 201 /);
        expect(await end).toBe(0);
        figures['slowest stop ms'] = Math.max(figures['slowest stop ms'], Date.now() - signalled);
        const outcomes = (await working).flat();
        const told = outcomes.filter(({ outcome }) => /^\d/.test(outcome));
        written += 1 + told.filter(({ outcome }) => outcome === '201').length;
        figures.answered += told.length;
        figures['with Connection: close'] += told.filter(({ closes }) => closes).length;
        figures.refused += outcomes.filter(({ outcome }) => outcome === 'refused').length;
        figures.cut += outcomes.filter(({ outcome }) => outcome.startsWith('cut')).length;
        figures['not 2xx'] += told.filter(({ outcome }) => !outcome.startsWith('2')).length;
      }
      expect(figures).toMatchObject({ cut: 0, 'not 2xx': 0, refused: CLIENTS * ROUNDS });
      expect(figures['with Connection: close']).toBeGreaterThan(0);
      if (name === 'SQLite') expect(walSize(config.dataDir)).toBe(0);
      server = await ServerProcess.api(env, port);
      expect(await countItems(admin, items)).toBe(written);
    } finally {
      tell(`shutdown on ${name}`, figures);
      await server.end('SIGKILL');
      await drop();
    }
  });

  /** The own items of a project, over all pages. */
  async function countItems(admin: Client, path: string): Promise<number> {
    let count = 0;
    for (let cursor: string | null = ''; cursor !== null;) {
      const page: { items: { title: string }[]; next: string | null } = ok(
        await admin.get<{ items: { title: string }[]; next: string | null }>(
          `${path}?limit=200${cursor && `&cursor=${encodeURIComponent(cursor)}`}`,
        ),
      ).body;
      count += page.items.filter(({ title }) => /^第 \d+ 人第|^一半$/.test(title)).length;
      cursor = page.next;
    }
    return count;
  }
});

/** What is not yet in the main file: a stop leaves nothing there. */
function walSize(folder: string): number {
  const file = join(folder, 'convener.sqlite-wal');
  return existsSync(file) ? statSync(file).size : 0;
}

const [, postgres] = databaseKinds();
(postgres && redisUrl() ? describe : describe.skip)('SIGTERM to a worker', () => {
  it('ends its running jobs first, and itself with 0; also while Redis is away', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'convener-worker-'));
    const redis = await OwnRedis.open();
    const { config, drop } = await postgres!.create();
    const env = { DATABASE_URL: config.databaseUrl ?? '', REDIS_URL: redis.url, DATA_DIR: folder };
    const worker = await ServerProcess.worker(env);
    const other = await ServerProcess.worker(env);
    try {
      expect(await worker.end('SIGTERM')).toBe(0);
      await redis.stop('SIGKILL');
      expect(await other.end('SIGINT')).toBe(0);
    } finally {
      for (const one of [worker, other]) await one.end('SIGKILL');
      await redis.close();
      await drop();
      rmSync(folder, { recursive: true });
    }
  });
});
