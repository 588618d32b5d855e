import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Test, type TestingModule } from '@nestjs/testing';
import { TransientError } from '@convener/kernel';
import {
  Database,
  defineJob,
  HandlesJob,
  JobQueue,
  JobsModule,
  OutgoingMail,
  PlatformModule,
} from '@convener/platform';
import Redis from 'ioredis';
import { type OwnDatabase, sqlite } from '../support/database';
import { redisUrl } from '../support/services';
import { TcpProxy } from '../support/tcp-proxy';

const noteJob = defineJob<{ text: string; left?: unknown }>('test.note');
const failJob = defineJob<{ text: string; times: number; kind: 'transient' | 'lasting' }>('test.fail');
const slowJob = defineJob<{ ms: number }>('test.slow');
const writeJob = defineJob<{ id: string }>('test.write');

let log: unknown[] = [];

@HandlesJob(noteJob)
@Injectable()
class Note {
  async run(payload: { text: string }): Promise<void> {
    log.push(payload);
  }
}

@HandlesJob(failJob)
@Injectable()
class Fail {
  async run({ text, times, kind }: { text: string; times: number; kind: string }): Promise<void> {
    log.push(text);
    if (log.filter((entry) => entry === text).length > times) return;
    throw kind === 'transient' ? new TransientError('away') : new Error('broken');
  }
}

@HandlesJob(slowJob)
@Injectable()
class Slow {
  async run({ ms }: { ms: number }): Promise<void> {
    log.push('begun');
    await new Promise((resolve) => setTimeout(resolve, ms));
    log.push('ended');
  }
}

@HandlesJob(writeJob)
@Injectable()
class Write {
  constructor(private readonly database: Database) {}

  async run({ id }: { id: string }): Promise<void> {
    const mail = { id, messageKey: id, recipient: 'a@b', subject: '', text: '', html: '', createdAt: 0 };
    await this.database.write((em) => em.insert(OutgoingMail, mail));
    log.push(id);
  }
}

const RETRY = { attempts: 3, backoffMs: 20 };

async function boot(own: OwnDatabase): Promise<TestingModule> {
  const app = await Test.createTestingModule({
    imports: [PlatformModule.forRoot(own.config, { retry: RETRY }), JobsModule.forRoot({ run: true })],
    providers: [Note, Fail, Slow, Write],
  }).compile();
  app.useLogger(false);
  return app.init();
}

async function until(holds: () => boolean): Promise<void> {
  for (let tries = 0; tries < 500 && !holds(); tries += 1) await new Promise((resolve) => setTimeout(resolve, 10));
  expect(holds()).toBe(true);
}

const aWhile = () => new Promise((resolve) => setTimeout(resolve, 200));
const redis = redisUrl();
const prefix = `convener-test-${randomBytes(4).toString('hex')}`;
const adapters: { name: string; env: Record<string, string> }[] = [{ name: 'in-process', env: {} }];
if (redis !== null) adapters.push({ name: 'BullMQ', env: { REDIS_URL: redis, QUEUE_PREFIX: prefix } });

describe.each(adapters)('the job queue: $name', ({ env }) => {
  let own: OwnDatabase;
  let app: TestingModule;
  let queue: JobQueue;

  beforeAll(async () => {
    own = await sqlite().create(env);
    app = await boot(own);
    queue = app.get(JobQueue);
  });
  beforeEach(() => (log = []));
  afterAll(async () => {
    await app.close();
    await own.drop();
    if (env.REDIS_URL) await forgetKeys(env.REDIS_URL);
  });

  it('runs a job with what JSON carries of its payload', async () => {
    await queue.add(noteJob, { text: '報到', left: undefined });
    await until(() => log.length === 1);
    expect(log).toEqual([{ text: '報到' }]);
    expect(Object.keys(log[0] as object)).toEqual(['text']);
  });

  it('runs every job once', async () => {
    const texts = Array.from({ length: 30 }, (_, n) => `n${n}`);
    await Promise.all(texts.map((text) => queue.add(noteJob, { text }, text)));
    await until(() => log.length >= 30);
    await aWhile();
    expect(log.map((entry) => (entry as { text: string }).text).sort()).toEqual([...texts].sort());
  });

  it('drops a job whose key waits or runs, and takes it again afterwards', async () => {
    await queue.add(slowJob, { ms: 100 }, 'same: 1');
    await queue.add(slowJob, { ms: 100 }, 'same: 1');
    await until(() => log.includes('begun'));
    await queue.add(slowJob, { ms: 100 }, 'same: 1');
    await until(() => log.includes('ended'));
    await aWhile();
    expect(log).toEqual(['begun', 'ended']);
    await queue.add(slowJob, { ms: 0 }, 'same: 1');
    await until(() => log.length === 4);
  });

  it('takes one key for two kinds of job', async () => {
    await queue.add(noteJob, { text: 'a' }, '1');
    await queue.add(failJob, { text: 'b', times: 0, kind: 'lasting' }, '1');
    await until(() => log.length === 2);
  });

  it('tries again what failed for a passing reason', async () => {
    await queue.add(failJob, { text: 'twice', times: 2, kind: 'transient' });
    await until(() => log.length === 3);
  });

  it('gives up after the last try, and the key is free', async () => {
    await queue.add(failJob, { text: 'never', times: 99, kind: 'transient' }, 'never');
    await until(() => log.length === 3);
    await aWhile();
    expect(log).toEqual(['never', 'never', 'never']);
    await queue.add(noteJob, { text: 'another kind' }, 'never');
    await queue.add(failJob, { text: 'again', times: 0, kind: 'transient' }, 'never');
    await until(() => log.length === 5);
  });

  it('does not try again what is broken, and goes on with the rest', async () => {
    await queue.add(failJob, { text: 'broken', times: 99, kind: 'lasting' }, 'broken');
    await queue.add(noteJob, { text: 'after' });
    await until(() => log.length === 2);
    await aWhile();
    expect(log).toHaveLength(2);
    await queue.add(noteJob, { text: 'free' }, 'broken');
    await until(() => log.length === 3);
  });

  it('runs a job outside the transaction that was open when it was added', async () => {
    await app.get(Database).write(async () => {
      await queue.add(writeJob, { id: 'row' });
      await aWhile();
    });
    await until(() => log.includes('row'));
  });

  it('waits on shutdown for what is running', async () => {
    await queue.add(slowJob, { ms: 150 });
    await until(() => log.includes('begun'));
    await app.close();
    expect(log).toEqual(['begun', 'ended']);
    app = await boot(own);
  });
});

describe('the job queue without its Redis', () => {
  it('boots, fails to add with a TransientError, and shuts down', async () => {
    const own = await sqlite().create({ REDIS_URL: 'redis://127.0.0.1:1' });
    const app = await boot(own);
    await expect(app.get(JobQueue).add(noteJob, { text: 'lost' })).rejects.toBeInstanceOf(TransientError);
    await app.close();
    await own.drop();
  }, 20_000);
});

const withRedis = redis === null ? describe.skip : describe;

withRedis('the job queue while its Redis goes away', () => {
  // A pause of BullMQ's own outlives a close without Redis; Jest would complain about it.
  afterAll(() => new Promise((resolve) => setTimeout(resolve, 5200)), 10_000);

  it('fails to add, then goes on where it was, and shuts down without Redis', async () => {
    const proxy = new TcpProxy(new URL(redis ?? ''));
    const own = await sqlite().create({ REDIS_URL: await proxy.open(), QUEUE_PREFIX: `${prefix}-away` });
    const app = await boot(own);
    const queue = app.get(JobQueue);
    log = [];
    await queue.add(noteJob, { text: 'before' });
    await until(() => log.length === 1);
    await proxy.cut();
    await expect(queue.add(noteJob, { text: 'meanwhile' }, 'm')).rejects.toBeInstanceOf(TransientError);
    await proxy.open();
    await queue.add(noteJob, { text: 'after' }, 'a').catch(() => queue.add(noteJob, { text: 'after' }, 'a'));
    await until(() => log.some((entry) => (entry as { text: string }).text === 'after'));
    await proxy.cut();
    await app.close();
    await own.drop();
    await forgetKeys(redis ?? '');
  }, 30_000);
});

async function forgetKeys(url: string): Promise<void> {
  const client = new Redis(url);
  const keys = await client.keys(`${prefix}*`);
  if (keys.length > 0) await client.del(keys);
  await client.quit();
}
