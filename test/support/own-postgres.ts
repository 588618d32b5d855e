import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { freePort } from './free-port';
import { until } from './until';

const DEBIAN = '/usr/lib/postgresql';

/** Where initdb and postgres are; null where this machine has only a client, or a server elsewhere. */
function binaries(): string | null {
  const folders = existsSync(DEBIAN) ? readdirSync(DEBIAN).map((version) => join(DEBIAN, version, 'bin')) : [];
  return folders.find((folder) => existsSync(join(folder, 'initdb'))) ?? null;
}

/** PostgreSQL refuses to run as root; Debian's package brings a user for it. */
function asServerUser(command: string[]): [string, string[]] {
  const [first = '', ...rest] = command;
  return process.getuid?.() === 0 ? ['runuser', ['-u', 'postgres', '--', ...command]] : [first, rest];
}

/** A PostgreSQL cluster of a drill's own, on a free port, to stop, freeze and kill. */
export class OwnPostgres {
  private server: ChildProcess | null = null;

  private constructor(
    private readonly bin: string,
    private readonly port: number,
    private readonly folder: string,
  ) {}

  /** Null, with a word on how to have it, where PostgreSQL's server is not installed. */
  static async open(): Promise<OwnPostgres | null> {
    const bin = binaries();
    if (bin === null) {
      process.stderr.write('No initdb under /usr/lib/postgresql: drills that stop PostgreSQL are left out.\n');
      return null;
    }
    const folder = mkdtempSync(join(tmpdir(), 'convener-postgres-'));
    chmodSync(folder, 0o777);
    const postgres = new OwnPostgres(bin, await freePort(), folder);
    const trust = ['--auth=trust', '--username=convener', '--encoding=UTF8', '--no-sync'];
    const made = spawnSync(...asServerUser([join(bin, 'initdb'), '-D', postgres.data, ...trust]), { encoding: 'utf8' });
    if (made.status !== 0) throw new Error(`initdb failed: ${made.stderr}`);
    await postgres.start();
    return postgres;
  }

  get url(): string {
    return `postgres://convener@127.0.0.1:${this.port}/postgres`;
  }

  private get data(): string {
    return join(this.folder, 'data');
  }

  /** Starts it (again) on the same port and folder. */
  async start(): Promise<void> {
    const settings = ['-p', String(this.port), '-c', 'listen_addresses=127.0.0.1', '-c', `unix_socket_directories=`];
    const command = asServerUser([join(this.bin, 'postgres'), '-D', this.data, ...settings]);
    this.server = spawn(...command, { stdio: 'ignore' });
    await until(
      () =>
        this.ask('SELECT 1')
          .then(() => true)
          .catch(() => false),
      'PostgreSQL to answer',
    );
  }

  /** `fast` ends its connections and then itself, `immediate` ends as in a crash. */
  async stop(mode: 'fast' | 'immediate' = 'fast'): Promise<void> {
    const { server } = this;
    this.server = null;
    if (!server || server.exitCode !== null) return;
    const exit = once(server, 'exit');
    spawnSync(...asServerUser([join(this.bin, 'pg_ctl'), 'stop', '-D', this.data, '-m', mode, '-w']));
    await exit;
  }

  async ask<R extends object>(statement: string): Promise<R[]> {
    const client = new Client({ connectionString: this.url, connectionTimeoutMillis: 2000 });
    client.on('error', () => undefined);
    await client.connect();
    return client
      .query<R>(statement)
      .then(({ rows }) => rows)
      .finally(() => client.end());
  }

  async close(): Promise<void> {
    await this.stop('immediate');
    rmSync(this.folder, { recursive: true, force: true });
  }
}
