import { Config } from '@convener/platform';
import { Injectable } from '@nestjs/common';
import { Redis } from 'ioredis';

const PATIENCE_MS = 2000;

/** Asks whether jobs can be handed over. */
@Injectable()
export class QueueProbe {
  constructor(private readonly config: Config) {}

  /** Where jobs go. Throws when Redis is configured and does not answer within two seconds. */
  async check(): Promise<'redis' | 'in-process'> {
    if (this.config.redisUrl === null) return 'in-process';
    const redis = new Redis(this.config.redisUrl, {
      lazyConnect: true,
      connectTimeout: PATIENCE_MS,
      commandTimeout: PATIENCE_MS,
      retryStrategy: () => null,
    });
    // What goes wrong rejects below; without a listener ioredis prints it as well.
    redis.on('error', () => undefined);
    try {
      await redis.connect();
      await redis.ping();
      return 'redis';
    } finally {
      redis.disconnect();
    }
  }
}
