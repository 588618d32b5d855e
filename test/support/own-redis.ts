import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { freePort } from './free-port';
import { until } from './until';

/** A Redis of a drill's own, on a free port and a folder of its own, to flush, stop and kill. Append-only, as in docker-compose.yml. */
export class OwnRedis {
  private server: ChildProcess | null = null;

  private constructor(
    private readonly port: number,
    private readonly folder: string,
  ) {}

  static async open(): Promise<OwnRedis> {
    const redis = new OwnRedis(await freePort(), mkdtempSync(join(tmpdir(), 'convener-redis-')));
    await redis.start();
    return redis;
  }

  get url(): string {
    return `redis://127.0.0.1:${this.port}`;
  }

  /** Starts it (again) on the same port and folder. */
  async start(): Promise<void> {
    const settings = ['--bind', '127.0.0.1', '--port', String(this.port), '--dir', this.folder];
    const durable = ['--appendonly', 'yes', '--maxmemory-policy', 'noeviction', '--save', ''];
    this.server = spawn('redis-server', [...settings, ...durable], { stdio: 'ignore' });
    await until(() => this.ask((redis) => redis.ping()).catch(() => null), 'Redis to answer');
  }

  async stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
    const { server } = this;
    this.server = null;
    if (!server || server.exitCode !== null) return;
    server.kill(signal);
    await once(server, 'exit');
  }

  async flush(): Promise<void> {
    await this.ask((redis) => redis.flushall());
  }

  async close(): Promise<void> {
    await this.stop('SIGKILL');
    // A child that was writing its file when its parent was killed still ends it.
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }

  private async ask<T>(question: (redis: Redis) => Promise<T>): Promise<T> {
    const redis = new Redis(this.url, { lazyConnect: true, retryStrategy: () => null, maxRetriesPerRequest: 0 });
    redis.on('error', () => undefined);
    try {
      await redis.connect();
      return await question(redis);
    } finally {
      redis.disconnect();
    }
  }
}
