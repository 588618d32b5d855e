import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { type Config, Mailer, Poller, seedsFolder } from '@convener/platform';
import { SetupService } from '@convener/accounts';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { StandardsLibrary } from '@convener/standards';
import { BuiltInTemplates, loadTemplates, loadWorkflows } from '@convener/templates';
import { Test, type TestingModuleBuilder } from '@nestjs/testing';
import type { INestApplicationContext, ModuleMetadata } from '@nestjs/common';
import { AppModule } from '../../apps/api/app.module';
import { APP_OPTIONS, type AppOverrides, readyApp } from '../../apps/api/create-app';
import { createAdapter } from '../../apps/api/http/adapter';
import { WorkerModule } from '../../apps/worker/worker.module';
import { Client, ok } from './client';
import { type DatabaseKind, databaseKinds, sqlite } from './database';
import { FakeClock } from './fake-clock';
import { MemoryMailer } from './memory-mailer';
import { recordRoutes, type ServedRoute } from './router';
import { redisUrl } from './services';

export const PASSWORD = 'a password for tests';

export interface TestAppOptions extends Omit<AppOverrides, 'clock'> {
  /** Environment variables, such as PUBLIC_URL or REDIS_URL. */
  env?: Record<string, string>;
  /** Further modules, for instance with routes to try the shell on. */
  imports?: ModuleMetadata['imports'];
  /** SQLite and jobs in the process itself, unless the whole run is on the scale path: see `usualPlace`. */
  database?: DatabaseKind;
  clock?: FakeClock;
  /** Mails go where the settings say instead of into `mailer`. */
  realMail?: boolean;
}

export interface SignedInClient {
  client: Client;
  id: string;
  email: string;
}

/** The real application on a database of its own, with a clock to move and mails to read. */
export class TestApp {
  constructor(
    readonly app: NestFastifyApplication,
    readonly clock: FakeClock,
    readonly mailer: MemoryMailer,
    /** Every route that the router has taken. */
    readonly routes: readonly ServedRoute[],
    private readonly drop: () => Promise<void>,
  ) {}

  private admin: SignedInClient | null = null;
  private people = 0;

  /** Somebody not signed in. */
  client(headers?: Record<string, string>): Client {
    return new Client(this.app, headers);
  }

  /** The token of a fresh set-up link. */
  async setupToken(): Promise<string> {
    const link = await this.app.get(SetupService).openLink();
    if (link === null) throw new Error('There already is somebody');
    return new URL(link).searchParams.get('token') ?? '';
  }

  /** The admin, set up on the first call. */
  async setUpAdmin(): Promise<SignedInClient> {
    if (this.admin) return this.admin;
    const client = this.client();
    const email = 'admin@example.test';
    const given = { token: await this.setupToken(), name: '管理者', email, password: PASSWORD, ownDevice: true };
    this.admin = { client, email, id: ok(await client.post<{ id: string }>('/api/setup', given)).body.id };
    return this.admin;
  }

  /** A new person, signed in; a workspace member unless the invitation says otherwise. */
  async addPerson(
    name: string,
    invitation: object = { workspaceRole: 'member' },
    inviter?: Client,
  ): Promise<SignedInClient> {
    const from = inviter ?? (await this.setUpAdmin()).client;
    const { link } = ok(await from.post<{ link: string }>('/api/invitations', invitation)).body;
    const token = link.split('/').at(-1);
    const client = this.client();
    const email = `person${(this.people += 1)}@example.test`;
    const given = { name, email, password: PASSWORD, ownDevice: true };
    return {
      client,
      email,
      id: ok(await client.post<{ id: string }>(`/api/invitations/${token}/accept`, given)).body.id,
    };
  }

  /** Another browser of a person, on a device of their own: on another it would be signed out after three hours. */
  async signIn(email: string, password = PASSWORD): Promise<Client> {
    const client = this.client();
    ok(await client.post('/api/session', { email, password, ownDevice: true }));
    return client;
  }

  async close(): Promise<void> {
    await this.app.close();
    await this.drop();
  }
}

export async function startTestApp(options: TestAppOptions = {}): Promise<TestApp> {
  const { imports = [], clock = new FakeClock(), webRoot, database: chosen, env: given, ...rest } = options;
  const { realMail = false, ...platform } = rest;
  const { database, env, worker } = chosen ? { database: chosen, env: {}, worker: false } : usualPlace();
  const { config, drop } = await database.create({ LOG_LEVEL: 'silent', ...env, ...given });
  const mailer = new MemoryMailer();
  const root = AppModule.forRoot(config, { ...platform, clock });
  const parts: INestApplicationContext[] = [];
  const end = async () => {
    for (const part of parts) await part.close();
    await drop();
  };
  try {
    const parent = Test.createTestingModule({ imports: [root, ...imports] });
    if (!realMail) parent.overrideProvider(Mailer).useValue(mailer);
    const module = await withReadSeeds(parent).compile();
    const adapter = createAdapter(config);
    const routes = recordRoutes(adapter);
    const app = module.createNestApplication<NestFastifyApplication>(adapter, APP_OPTIONS);
    await readyApp(app, config, webRoot);
    if (worker) parts.push(await aWorker(config, { clock, mailer: realMail ? null : mailer }));
    return new TestApp(app, clock, mailer, routes, end);
  } catch (error) {
    await end();
    throw error;
  }
}

let seeds: { standards: StandardsLibrary; templates: BuiltInTemplates } | undefined;

/** Every application of a suite has the same seeds, and reading them is half the time of a start: they are read once. */
function withReadSeeds(module: TestingModuleBuilder): TestingModuleBuilder {
  if (!seeds) {
    const standards = StandardsLibrary.read(join(seedsFolder(), 'standards'));
    const folder = join(seedsFolder(), 'templates');
    const templates = new BuiltInTemplates(loadTemplates(folder, standards.all()), loadWorkflows(folder));
    seeds = { standards, templates };
  }
  return module
    .overrideProvider(StandardsLibrary)
    .useValue(seeds.standards)
    .overrideProvider(BuiltInTemplates)
    .useValue(seeds.templates);
}

/**
 * Where suites run that don't say where: SQLite and one process, or, with TEST_ON=scale, PostgreSQL and Redis with a
 * worker beside the API. `npm test` runs the route suites both ways.
 */
function usualPlace(): { database: DatabaseKind; env: Record<string, string>; worker: boolean } {
  if (process.env.TEST_ON !== 'scale') return { database: sqlite(), env: {}, worker: false };
  const [, postgres] = databaseKinds();
  const redis = redisUrl();
  if (!postgres || redis === null) throw new Error('TEST_ON=scale needs PostgreSQL and Redis');
  const prefix = `convener-test-${randomBytes(6).toString('hex')}`;
  return { database: postgres, env: { REDIS_URL: redis, QUEUE_PREFIX: prefix }, worker: true };
}

/** The worker's side of an application: the same database, clock and mails. Without `polls` it sweeps when told to. */
export async function aWorker(
  config: Config,
  { clock, mailer }: { clock: FakeClock; mailer: MemoryMailer | null },
  polls = true,
): Promise<INestApplicationContext> {
  const nothing = () => undefined;
  const module = Test.createTestingModule({ imports: [WorkerModule.forRoot(config, { clock })] });
  if (mailer) module.overrideProvider(Mailer).useValue(mailer);
  if (!polls) module.overrideProvider(Poller).useValue({ every: nothing, start: nothing });
  return (await withReadSeeds(module).compile()).init();
}
