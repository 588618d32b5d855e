import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '@convener/platform';

const ROOT = join(__dirname, '..', '..');

export interface CliEnd {
  /** Null where a signal ended it. */
  code: number | null;
  output: string;
  /** The most memory it has had at once, in MB; 0 where the system does not tell. */
  peakMb: number;
  ms: number;
}

/** A built command as an operator runs it, on the database of `config`. */
export class Cli {
  output = '';
  private peakMb = 0;
  private readonly start = Date.now();
  private readonly child: ChildProcess;

  constructor(command: 'backup' | 'restore' | 'reset-link' | 'files-check', config: Config, ...args: string[]) {
    const file = join(ROOT, `dist/apps/cli/${command}.js`);
    if (!existsSync(file)) throw new Error(`${file} is missing: npm run build`);
    const env = { ...process.env, ...placeOf(config), REDIS_URL: '', SMTP_URL: '' };
    this.child = spawn(process.execPath, [file, ...args], { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'pipe'] });
    for (const stream of [this.child.stdout, this.child.stderr])
      stream?.setEncoding('utf8').on('data', (chunk: string) => (this.output += chunk));
  }

  get running(): boolean {
    return this.child.exitCode === null && this.child.signalCode === null;
  }

  kill(): void {
    this.child.kill('SIGKILL');
  }

  async end(): Promise<CliEnd> {
    const watch = setInterval(() => this.measure(), 50);
    if (this.running) await once(this.child, 'close');
    clearInterval(watch);
    return { code: this.child.exitCode, output: this.output, peakMb: this.peakMb, ms: Date.now() - this.start };
  }

  private measure(): void {
    try {
      const peak = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${this.child.pid}/status`, 'utf8'));
      this.peakMb = Math.max(this.peakMb, Math.round(Number(peak?.[1] ?? 0) / 1024));
    } catch {
      // Gone, or no Linux.
    }
  }
}

/** Where rows and files are. */
function placeOf(config: Config): Record<string, string> {
  return {
    DATABASE_URL: config.databaseUrl ?? '',
    DATA_DIR: config.dataDir,
    FILES_S3_ENDPOINT: config.filesS3Endpoint ?? '',
    FILES_S3_BUCKET: config.filesS3Bucket ?? '',
    FILES_S3_REGION: config.filesS3Region ?? '',
    FILES_S3_ACCESS_KEY_ID: config.filesS3AccessKeyId ?? '',
    FILES_S3_SECRET_ACCESS_KEY: config.filesS3SecretAccessKey ?? '',
    FILES_S3_PREFIX: config.filesS3Prefix ?? '',
    FILES_S3_ADDRESSING: config.filesS3Addressing ?? '',
  };
}

/** Runs a command to its end. */
export function cli(...command: ConstructorParameters<typeof Cli>): Promise<CliEnd> {
  return new Cli(...command).end();
}
