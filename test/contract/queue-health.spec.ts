import { type Config, InProcessJobQueue, QueueHealth } from '@convener/platform';
import { Logger } from '@nestjs/common';
import { Queue } from 'bullmq';
import { Redis } from 'ioredis';
import { OwnRedis } from '../support/own-redis';
import { redisUrl } from '../support/services';
import { until } from '../support/until';

const config = (url: string | null) => ({ redisUrl: url, queuePrefix: 'health' }) as Config;
const health = (url: string | null) => new QueueHealth(config(url), new InProcessJobQueue());

it('jobs of the process itself need no Redis', async () => {
  expect(await health(null).state()).toEqual({ kind: 'in-process', reachable: true, waiting: 0, warnings: [] });
});

(redisUrl() === null ? describe.skip : describe)('a Redis for jobs', () => {
  let server: OwnRedis;
  let redis: Redis;

  beforeAll(async () => {
    server = await OwnRedis.open();
    redis = new Redis(server.url);
    redis.on('error', () => undefined);
  });
  afterAll(async () => {
    redis.disconnect();
    await server.close();
  });

  const set = async (settings: Record<string, string>) => {
    for (const [name, value] of Object.entries(settings)) await redis.config('SET', name, value);
  };

  it('that is as it should be is told to work, with the jobs that wait', async () => {
    const connection = new Redis(server.url, { maxRetriesPerRequest: null });
    const queue = new Queue('jobs', { connection, prefix: 'health' });
    await queue.add('a', {});
    await queue.add('b', {});
    expect(await health(server.url).state()).toEqual({ kind: 'redis', reachable: true, waiting: 2, warnings: [] });
    await queue.close();
    connection.disconnect();
  });

  it('that throws jobs out, or forgets them, is warned of at the start', async () => {
    await set({ 'maxmemory-policy': 'allkeys-lru', appendonly: 'no', save: '' });
    expect((await health(server.url).state()).warnings).toEqual(['evicts', 'forgets']);
    const warn = jest.spyOn(Logger.prototype, 'warn').mockImplementation(() => undefined);
    health(server.url).onApplicationBootstrap();
    await until(() => warn.mock.calls.length === 2, 'two warnings');
    expect(warn.mock.calls.map(([text]) => String(text)).join()).toContain('maxmemory-policy noeviction');
    warn.mockRestore();
  });

  it('that forbids CONFIG is asked by INFO, and what that does not say is said to be unchecked', async () => {
    await redis.call('ACL', 'SETUSER', 'app', 'on', '>pw', '~*', '&*', '+@all', '-config');
    const managed = server.url.replace('redis://', 'redis://app:pw@');
    expect((await health(managed).state()).warnings).toEqual(['evicts', 'unchecked']);
    await set({ 'maxmemory-policy': 'noeviction', appendonly: 'yes' });
    expect((await health(managed).state()).warnings).toEqual([]);
  });

  it('that is away is an answer too', async () => {
    expect(await health('redis://127.0.0.1:1').state()).toMatchObject({ reachable: false, waiting: null });
  });
});
