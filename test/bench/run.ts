import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DatabaseKind, databaseKinds, type OwnDatabase } from '../support/database';
import { OwnRedis } from '../support/own-redis';
import type { Options } from './args';
import { type Bare, openBare } from './bare';
import type { Figure, Gauge } from './gauge';
import { JOBS } from './jobs';
import { Load } from './load';
import { printProfile } from './profile';
import type { Run } from './report';
import { Sink } from './sink';
import { BuiltProcess } from './site';
import { SIZES } from './sizes';
import { World } from './world';

/** Everything measured on one database. `tell` gets a word on what is going on. */
export async function runOn(kind: Run['kind'], options: Options, tell: (text: string) => void): Promise<Run> {
  const site = await Site.open(kind, options);
  try {
    return { kind, figures: await Promise.race([measureAll(site, kind, options, tell), interrupted()]) };
  } finally {
    await site.close();
  }
}

async function measureAll(site: Site, kind: string, options: Options, tell: (text: string) => void): Promise<Figure[]> {
  tell(`${kind}: filling the database, size ${options.size} …`);
  await site.fill();
  const figures: Figure[] = [];
  for (const job of JOBS) {
    if (options.only && !options.only.includes(job.name)) continue;
    tell(`${kind}: ${job.name} …`);
    figures.push(...(await site.measure(job)));
  }
  return figures;
}

/** Rejects on Ctrl+C, so that servers, Redis and database are cleared away all the same. */
function interrupted(): Promise<never> {
  return new Promise((_resolve, reject) => {
    for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => reject(new Error('Interrupted')));
  });
}

/** One database with the servers on it and the load beside it. */
class Site {
  private readonly folder = mkdtempSync(join(tmpdir(), 'convener-bench-'));
  private readonly load = new Load();
  private servers: BuiltProcess[] = [];
  private bare: Bare | null = null;
  private world!: World;

  private constructor(
    private readonly options: Options,
    private readonly database: OwnDatabase,
    private readonly redis: OwnRedis | null,
    private readonly sink: Sink,
  ) {}

  static async open(kind: Run['kind'], options: Options): Promise<Site> {
    const database = await found(kind).create();
    const redis = kind === 'postgres' ? await OwnRedis.open() : null;
    return new Site(options, database, redis, await Sink.open());
  }

  async fill(): Promise<void> {
    await this.start();
    this.bare = await this.openBare();
    this.world = await World.build(this.bare, this.servers[0]!.address, SIZES[this.options.size]);
    // A small world only shows that the jobs run; otherwise the server forgets what it did for the filling.
    if (this.options.size !== 'S') await this.start();
  }

  async measure(job: (typeof JOBS)[number]): Promise<Figure[]> {
    const { rounds, size, profile } = this.options;
    const small = size === 'S';
    if (profile) await this.start();
    const { world, load, sink } = this;
    const gauge: Gauge = {
      ...{ world, load, sink, servers: this.servers, rounds, small },
      openBare: () => this.openBare(),
      restart: () => this.start(),
    };
    const from = process.hrtime.bigint();
    const figures = await job.run(gauge);
    const to = process.hrtime.bigint();
    if (!profile) return figures;
    await this.stop();
    for (const part of this.parts) printProfile(this.profiles(part), `${job.name}, ${part}`, from, to);
    await this.start();
    return figures;
  }

  async close(): Promise<void> {
    await this.stop();
    await this.bare?.close();
    this.load.close();
    this.sink.close();
    await this.redis?.close();
    await this.database.drop();
    rmSync(this.folder, { recursive: true, force: true });
  }

  private get parts(): ('api' | 'worker')[] {
    return this.redis ? ['api', 'worker'] : ['api'];
  }

  private profiles(part: string): string {
    return join(this.folder, part);
  }

  private openBare(): Promise<Bare> {
    return openBare(this.database.config);
  }

  private async stop(): Promise<void> {
    for (const server of this.servers.splice(0)) await server.stop();
  }

  /** Starts the servers (again); answers the milliseconds until the API was ready. */
  private async start(): Promise<number> {
    await this.stop();
    const { databaseUrl, dataDir } = this.database.config;
    const env: Record<string, string> = { DATA_DIR: dataDir, SMTP_URL: this.sink.url };
    if (databaseUrl !== null) env.DATABASE_URL = databaseUrl;
    if (this.redis) env.REDIS_URL = this.redis.url;
    const flags = (part: string) => (this.options.profile ? ['--cpu-prof', '--cpu-prof-dir', this.profiles(part)] : []);
    const { server, readyMs } = await BuiltProcess.api(env, join(this.folder, 'api.log'), flags('api'));
    this.servers.push(server);
    const log = join(this.folder, `worker-${server.port}.log`);
    if (this.redis) this.servers.push(await BuiltProcess.worker(env, log, flags('worker')));
    if (this.world) this.world.address = server.address;
    return readyMs;
  }
}

function found(kind: Run['kind']): DatabaseKind {
  const name = kind === 'sqlite' ? 'SQLite' : 'PostgreSQL';
  const database = databaseKinds().find((one) => one.name === name);
  if (!database) throw new Error(`${name} does not answer`);
  return database;
}
