import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AwsClient } from 'aws4fetch';
import { loadConfig, type S3Settings, s3Settings } from '@convener/platform';
import { freePort } from '../free-port';
import { until } from '../until';

const SECRET = 'a-secret-for-tests';

/** An S3 service of a test's own, on a free port and a folder of its own: to stop, kill and start again. */
export class Swift {
  private server: ChildProcess | null = null;
  private buckets = 0;

  private constructor(
    private readonly python: string,
    readonly port: number,
    private readonly folder: string,
  ) {}

  static async open(python: string): Promise<Swift> {
    const swift = new Swift(python, await freePort(), mkdtempSync(join(tmpdir(), 'convener-swift-')));
    await swift.start();
    return swift;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Starts it (again) on the same port and folder. */
  async start(): Promise<void> {
    mkdirSync(this.folder, { recursive: true });
    const script = join(__dirname, 'server.py');
    const args = [script, this.folder, String(this.port), 'tester', SECRET];
    const server = spawn(this.python, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [server.stdout, server.stderr])
      stream.on('data', (chunk: Buffer) => (output += String(chunk)));
    this.server = server;
    await until(() => output.includes('ready') || server.exitCode !== null, 'Swift to be ready');
    if (server.exitCode !== null) throw new Error(`Swift ended instead of starting:\n${output}`);
  }

  async kill(): Promise<void> {
    const { server } = this;
    this.server = null;
    if (!server || server.exitCode !== null) return;
    const exit = once(server, 'exit');
    server.kill('SIGKILL');
    await exit;
  }

  async close(): Promise<void> {
    await this.kill();
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** Environment variables that lead to a new empty bucket. */
  async bucket(): Promise<Record<string, string>> {
    const env = {
      FILES_S3_ENDPOINT: this.url,
      FILES_S3_BUCKET: `bucket-${(this.buckets += 1)}`,
      FILES_S3_ACCESS_KEY_ID: 'test:tester',
      FILES_S3_SECRET_ACCESS_KEY: SECRET,
    };
    const made = await this.ask(`/${env.FILES_S3_BUCKET}`, { method: 'PUT' });
    if (!made.ok) throw new Error(`Swift makes no bucket: ${made.status} ${await made.text()}`);
    return env;
  }

  /** What no file store does, in the name of its owner. */
  ask(path: string, init: RequestInit): Promise<Response> {
    const access = { accessKeyId: 'test:tester', secretAccessKey: SECRET, region: 'us-east-1', service: 's3' };
    return new AwsClient({ ...access, retries: 0 }).fetch(`${this.url}${path}`, init);
  }
}

export function settingsOf(env: Record<string, string>): S3Settings {
  const settings = s3Settings(loadConfig(env));
  if (!settings) throw new Error('These settings name no bucket');
  return settings;
}

/** A bucket of any service, by TEST_S3_URL=https://key:secret@host/bucket?region=…, to see whether it suits; null where none is given. */
export function otherS3(): S3Settings | null {
  if (!process.env.TEST_S3_URL) return null;
  const { origin, pathname, username, password, searchParams } = new URL(process.env.TEST_S3_URL);
  return settingsOf({
    FILES_S3_ENDPOINT: origin,
    FILES_S3_BUCKET: pathname.slice(1),
    FILES_S3_REGION: searchParams.get('region') ?? '',
    FILES_S3_ACCESS_KEY_ID: decodeURIComponent(username),
    FILES_S3_SECRET_ACCESS_KEY: decodeURIComponent(password),
  });
}
