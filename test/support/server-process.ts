import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { freePort } from './free-port';
import { until } from './until';

const ROOT = join(__dirname, '..', '..');
const ENTRIES = { api: 'dist/apps/api/main.js', worker: 'dist/apps/worker/main.js' } as const;
export const SETUP_TOKEN = 'a-setup-token-for-processes';

/** The built API or worker as a process of its own, as an operator runs it; to stop and to kill. */
export class ServerProcess {
  /** Everything printed so far. */
  output = '';

  private constructor(
    readonly address: string,
    private readonly child: ChildProcess,
  ) {
    for (const stream of [child.stdout, child.stderr])
      stream?.setEncoding('utf8').on('data', (chunk: string) => (this.output += chunk));
  }

  /** The API, answering on a free port (or the one given, so that a client finds it again after a kill). */
  static async api(env: Record<string, string>, port?: number): Promise<ServerProcess> {
    const chosen = port ?? (await freePort());
    const address = `http://127.0.0.1:${chosen}`;
    const server = spawnEntry('api', address, { PORT: String(chosen), SETUP_TOKEN, PUBLIC_URL: address, ...env });
    const ready = async () => (await fetch(`${address}/api/health`).catch(() => null))?.ok === true;
    await server.up(ready);
    return server;
  }

  /** A worker, ready for jobs. Needs REDIS_URL. */
  static async worker(env: Record<string, string>): Promise<ServerProcess> {
    const server = spawnEntry('worker', '', env);
    await server.up(() => server.output.includes('worker is ready'));
    return server;
  }

  get pid(): number {
    return this.child.pid ?? 0;
  }

  get running(): boolean {
    return this.child.exitCode === null && this.child.signalCode === null;
  }

  /** Sends the signal and waits for the end. Answers the exit code; null where the signal itself ended it. */
  async end(signal: NodeJS.Signals = 'SIGTERM'): Promise<number | null> {
    if (this.running) {
      const exit = once(this.child, 'exit');
      this.child.kill(signal);
      await exit;
    }
    return this.child.exitCode;
  }

  private async up(ready: () => boolean | Promise<boolean>): Promise<void> {
    try {
      await until(() => !this.running || ready(), 'the process to be ready');
    } catch (error) {
      await this.end('SIGKILL');
      throw error;
    }
    if (!this.running) throw new Error(`The process ended instead of starting:\n${this.output}`);
  }

  static from(address: string, child: ChildProcess): ServerProcess {
    return new ServerProcess(address, child);
  }
}

function spawnEntry(entry: keyof typeof ENTRIES, address: string, env: Record<string, string>): ServerProcess {
  const file = join(ROOT, ENTRIES[entry]);
  if (!existsSync(file)) throw new Error(`${ENTRIES[entry]} is missing: npm run build`);
  const none = { DATABASE_URL: '', REDIS_URL: '', SMTP_URL: '' };
  const settings = { HOST: '127.0.0.1', LOG_LEVEL: 'warn', NODE_ENV: 'production' };
  const child = spawn(process.execPath, [file], {
    cwd: ROOT,
    env: { ...process.env, ...none, ...settings, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return ServerProcess.from(address, child);
}
