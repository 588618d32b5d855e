import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, existsSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { freePort } from '../support/free-port';
import { SETUP_TOKEN } from '../support/server-process';

const ROOT = join(__dirname, '../..');
const PATIENCE_MS = 60_000;
const LOOK_MS = 3;
/** Linux counts processor time in hundredths of a second. */
const TICK_MS = 10;

export interface Started {
  server: BuiltProcess;
  /** From the spawn to the first 200 of /api/ready. */
  readyMs: number;
}

/** The built API or worker, as an operator runs it: production settings, its log in a file. */
export class BuiltProcess {
  private constructor(
    readonly port: number,
    private readonly child: ChildProcess,
    private readonly log: string,
  ) {}

  static async api(env: Record<string, string>, log: string, flags: readonly string[] = []): Promise<Started> {
    const port = await freePort();
    const begin = performance.now();
    const address = { PORT: String(port), PUBLIC_URL: `http://127.0.0.1:${port}`, SETUP_TOKEN };
    const server = new BuiltProcess(port, start('dist/apps/api/main.js', { ...address, ...env }, log, flags), log);
    await server.until(async () => (await fetch(`${server.address}/api/ready`).catch(() => null))?.ok === true);
    return { server, readyMs: performance.now() - begin };
  }

  static async worker(env: Record<string, string>, log: string, flags: readonly string[] = []): Promise<BuiltProcess> {
    const worker = new BuiltProcess(0, start('dist/apps/worker/main.js', env, log, flags), log);
    await worker.until(async () => readFileSync(log, 'utf8').includes('worker is ready'));
    return worker;
  }

  get address(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Resident memory in MB; not a number where the system doesn't tell it as Linux does. */
  memory(): number {
    return Number(/^VmRSS:\s+(\d+) kB/m.exec(this.told('status'))?.[1]) / 1024;
  }

  /** Milliseconds of processor time so far, in steps of ten: what a busy machine does not falsify. */
  processorMs(): number {
    const fields = this.told('stat').split(') ')[1]?.split(' ');
    return fields ? (Number(fields[11]) + Number(fields[12])) * TICK_MS : NaN;
  }

  async stop(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const exit = once(this.child, 'exit');
    this.child.kill('SIGTERM');
    await exit;
  }

  /** What Linux tells of the process. */
  private told(file: 'stat' | 'status'): string {
    const path = `/proc/${this.child.pid}/${file}`;
    return existsSync(path) ? readFileSync(path, 'utf8') : '';
  }

  private async until(ready: () => Promise<boolean>): Promise<void> {
    const end = performance.now() + PATIENCE_MS;
    while (!(await ready())) {
      if (this.child.exitCode === null && performance.now() < end) await new Promise((go) => setTimeout(go, LOOK_MS));
      else throw new Error(`The server did not get ready:\n${readFileSync(this.log, 'utf8').slice(-4000)}`);
    }
  }
}

function start(entry: string, env: Record<string, string>, log: string, flags: readonly string[]): ChildProcess {
  const file = openSync(log, 'a');
  const settings = { DATABASE_URL: '', REDIS_URL: '', SMTP_URL: '', HOST: '127.0.0.1', NODE_ENV: 'production' };
  const child = spawn(process.execPath, [...flags, join(ROOT, entry)], {
    cwd: ROOT,
    env: { ...process.env, ...settings, LOG_LEVEL: 'info', ...env },
    stdio: ['ignore', file, file],
  });
  closeSync(file);
  return child;
}
