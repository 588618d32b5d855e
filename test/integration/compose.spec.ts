import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describeConfig, loadConfig } from '@convener/platform';
import { parse } from 'yaml';

interface Service {
  image?: string;
  build?: string;
  command?: string[];
  environment?: Record<string, string>;
  depends_on?: Record<string, object>;
  volumes?: string[];
  stop_grace_period?: string;
}

/** Settings that compose leaves at their defaults, each for a reason: a Redis of its own needs no prefix of its own. */
const LEFT_AT_DEFAULT = ['QUEUE_PREFIX'];
/** HTTP is the API's alone, and only its proxy, its first start and its figures are spoken of in settings. */
const OF_THE_API = ['HOST', 'METRICS_TOKEN', 'PORT', 'SETUP_TOKEN', 'TRUST_PROXY'];

const ROOT = join(__dirname, '../..');
const read = (file: string) => readFileSync(join(ROOT, file), 'utf8');
const { services, volumes } = parse(read('docker-compose.yml'), { merge: true }) as {
  services: Record<string, Service>;
  volumes: Record<string, unknown>;
};

/** What docker would put in for `${NAME:-default}`, `${NAME:?why}` and `${NAME}`; a default may itself name one. */
function filled(text: string, env: Record<string, string>): string {
  const inner = text.replace(/\$\{(\w+)\}/g, (_, name: string) => env[name] ?? '');
  return inner.replace(/\$\{(\w+)(?::-([^}]*)|:\?[^}]*)\}/g, (_, name: string, fallback = '') => env[name] || fallback);
}

describe('docker-compose.yml (no Docker engine runs in the tests)', () => {
  const settings = describeConfig({}).map(({ name }) => name);

  it('has API, worker, PostgreSQL, Redis and Caddy', () => {
    expect(Object.keys(services).sort()).toEqual(['api', 'caddy', 'postgres', 'redis', 'worker']);
    expect(Number(/^postgres:(\d+)/.exec(services.postgres?.image ?? '')?.[1])).toBeGreaterThanOrEqual(15);
    expect(services.redis?.command).toEqual(expect.arrayContaining(['--appendonly', 'yes', 'noeviction']));
  });

  it.each(['api', 'worker'])('gives %s settings that exist and hold', (name) => {
    const environment = services[name]?.environment ?? {};
    expect(Object.keys(environment).filter((key) => !settings.includes(key))).toEqual([]);
    const given = { CONVENER_DOMAIN: 'convener.example.org', POSTGRES_PASSWORD: 'secret' };
    const env = Object.entries(environment).map(([key, value]) => [key, filled(value, given)]);
    const config = loadConfig(Object.fromEntries(env) as Record<string, string>);
    expect(config).toMatchObject({
      publicUrl: 'https://convener.example.org',
      databaseUrl: 'postgres://convener:secret@postgres:5432/convener',
      redisUrl: 'redis://redis:6379',
      smtpUrl: null,
      mailFrom: 'Convener <convener@convener.example.org>',
    });
  });

  it('gives every setting to API and worker, but for those that are named here', () => {
    const given = (name: string) => Object.keys(services[name]?.environment ?? {});
    const missing = (name: string) => settings.filter((setting) => !given(name).includes(setting));
    expect(missing('api')).toEqual(LEFT_AT_DEFAULT);
    expect(missing('worker').sort()).toEqual([...LEFT_AT_DEFAULT, ...OF_THE_API].sort());
  });

  it('gives API and worker one database, one Redis and one folder', () => {
    const shared = (name: string) => {
      const { DATABASE_URL, REDIS_URL, DATA_DIR } = services[name]?.environment ?? {};
      return { DATABASE_URL, REDIS_URL, DATA_DIR, volumes: services[name]?.volumes };
    };
    expect(shared('worker')).toEqual(shared('api'));
  });

  it('the image sets only settings that exist and hold', () => {
    const line = /^ENV (.+)$/m.exec(read('Dockerfile'))?.[1] ?? '';
    const { NODE_ENV, ...env } = Object.fromEntries(line.split(' ').map((pair) => pair.split('=') as [string, string]));
    expect(NODE_ENV).toBe('production');
    expect(Object.keys(env).filter((key) => !settings.includes(key))).toEqual([]);
    expect(loadConfig(env)).toMatchObject({ host: '0.0.0.0', port: 3000, dataDir: '/data' });
  });

  it('grants a stop more time than it may take', () => {
    const source = read('libs/platform/process/stop-on-signal.ts');
    const patience = Number(/PATIENCE_MS = ([\d_]+)/.exec(source)?.[1]?.replaceAll('_', ''));
    for (const name of ['api', 'worker'])
      expect(Number.parseInt(services[name]?.stop_grace_period ?? '10s')).toBeGreaterThan(patience / 1000);
  });

  it('names only services, volumes and files that are there', () => {
    for (const { depends_on: needs = {}, volumes: mounts = [], build } of Object.values(services)) {
      expect(Object.keys(services)).toEqual(expect.arrayContaining(Object.keys(needs)));
      for (const source of mounts.map((mount) => mount.split(':')[0] ?? '')) {
        if (source.startsWith('./')) expect(existsSync(join(ROOT, source))).toBe(true);
        else expect(Object.keys(volumes)).toContain(source);
      }
      if (build) expect(existsSync(join(ROOT, build, 'Dockerfile'))).toBe(true);
    }
  });

  it('starts what the build makes, from an image that lacks nothing', () => {
    const image = read('Dockerfile');
    for (const app of ['api', 'worker']) expect(existsSync(join(ROOT, `apps/${app}/main.ts`))).toBe(true);
    expect(image).toContain('CMD ["node", "dist/apps/api/main.js"]');
    expect(services.worker?.command).toEqual(['node', 'dist/apps/worker/main.js']);
    expect(image).toMatch(/^USER node$/m);
    expect(image).toMatch(/^HEALTHCHECK /m);
    expect(image).toMatch(/^COPY seeds /m);
  });
});
