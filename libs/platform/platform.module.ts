import { BullModule } from '@nestjs/bullmq';
import { type DynamicModule, Module, type Provider } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Redis } from 'ioredis';
import { Clock, SystemClock } from '@convener/kernel';
import { Config } from './config/config';
import { connect } from './database/connect';
import { dataSourceOptions } from './database/data-source';
import { Database } from './database/database';
import { FileInspector } from './files/file-inspector';
import { FileKeeper } from './files/file-keeper';
import { FileStore } from './files/file-store';
import { FileStoreHealth } from './files/file-store-health';
import { fileStoreOf } from './files/files-folder';
import { Incoming } from './files/incoming';
import { ForgetKeys } from './idempotency/forget-keys.service';
import { OnceRequests } from './idempotency/once-requests';
import { InProcessLive } from './live/in-process-live';
import { Live } from './live/live';
import { RedisLive } from './live/redis-live';
import { Mailer } from './mail/mailer';
import { OutboxMailer } from './mail/outbox-mailer';
import { OutgoingMail } from './mail/outgoing-mail.entity';
import { SmtpMailer } from './mail/smtp-mailer';
import { BULL_QUEUE, BullJobProcessor, BullJobQueue, RETRY_POLICY } from './queue/bull-queue';
import { InProcessJobQueue } from './queue/in-process-queue';
import { JobQueue, RETRY, type RetryPolicy } from './queue/job-queue';
import { Poller } from './queue/poller';
import { QueueHealth } from './queue/queue-health';

/** What tests put in place of the real thing. */
export interface PlatformOverrides {
  clock?: Clock;
  /** Shorter waits between the tries of a failing job. */
  retry?: RetryPolicy;
}

const OFFERED = [
  ...[Config, Clock, Database, Poller, Mailer, JobQueue, Live, OnceRequests, QueueHealth],
  ...[FileStore, FileInspector, FileKeeper, Incoming],
];

/** The outside world, for every module. */
@Module({})
export class PlatformModule {
  static forRoot(config: Config, overrides: PlatformOverrides = {}): DynamicModule {
    const queue = queueParts(config, overrides.retry ?? RETRY);
    return {
      module: PlatformModule,
      global: true,
      imports: [databaseModule(config), TypeOrmModule.forFeature([OutgoingMail]), ...queue.imports],
      providers: [
        { provide: Config, useValue: config },
        { provide: Clock, useValue: overrides.clock ?? new SystemClock() },
        Database,
        Poller,
        OnceRequests,
        ForgetKeys,
        QueueHealth,
        mailer(config),
        Incoming,
        FileInspector,
        FileKeeper,
        FileStoreHealth,
        { provide: FileStore, useFactory: () => fileStoreOf(config) },
        ...queue.providers,
      ],
      exports: [...OFFERED, TypeOrmModule],
    };
  }
}

/** Connects and migrates, so that nothing of the application ever sees an old schema. */
function databaseModule(config: Config): DynamicModule {
  return TypeOrmModule.forRootAsync({
    useFactory: () => ({
      ...dataSourceOptions(config),
      autoLoadEntities: true,
      // connect() knows which failures pass, and says what is wrong with the others; Nest would only repeat them.
      retryAttempts: 1,
      toRetry: () => false,
    }),
    dataSourceFactory: async (options) => {
      if (!options) throw new Error('TypeOrmModule gave no options');
      return connect(options);
    },
  });
}

function mailer(config: Config): Provider {
  const { smtpUrl, mailFrom } = config;
  if (smtpUrl === null) return { provide: Mailer, useClass: OutboxMailer };
  return { provide: Mailer, useFactory: () => new SmtpMailer(smtpUrl, mailFrom) };
}

function queueParts(config: Config, retry: RetryPolicy): { imports: DynamicModule[]; providers: Provider[] } {
  if (config.redisUrl === null) {
    return {
      imports: [],
      providers: [
        { provide: JobQueue, useFactory: () => new InProcessJobQueue(retry) },
        { provide: Live, useFactory: () => new InProcessLive() },
      ],
    };
  }
  const root = BullModule.forRootAsync({
    imports: [redisModule(config.redisUrl)],
    inject: [Redis],
    useFactory: (redis: Redis) => ({ connection: redis, prefix: config.queuePrefix }),
    // JobRunner registers the worker, and only where jobs are run.
    extraOptions: { manualRegistration: true },
  });
  return {
    imports: [root, BullModule.registerQueue({ name: BULL_QUEUE })],
    providers: [
      { provide: RETRY_POLICY, useValue: retry },
      BullJobProcessor,
      { provide: JobQueue, useClass: BullJobQueue },
      {
        provide: Live,
        inject: [Redis],
        useFactory: (redis: Redis) => new RedisLive(redis, `${config.queuePrefix}:live`),
      },
    ],
  };
}

/** One connection for adding and for the worker, ours to close: BullMQ cannot close one whose Redis is away. */
function redisModule(url: string): DynamicModule {
  const redis = {
    provide: Redis,
    useFactory: () => new Redis(url, { maxRetriesPerRequest: null, disconnectTimeout: 200 }),
  };
  return { module: RedisModule, global: true, providers: [redis], exports: [redis] };
}

@Module({})
class RedisModule {}
