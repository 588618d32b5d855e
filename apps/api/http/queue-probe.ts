import { askRedis, Config } from '@convener/platform';
import { Injectable } from '@nestjs/common';

/** Asks whether jobs can be handed over. */
@Injectable()
export class QueueProbe {
  constructor(private readonly config: Config) {}

  /** Where jobs go. Throws when Redis is configured and does not answer within two seconds. */
  async check(): Promise<'redis' | 'in-process'> {
    if (this.config.redisUrl === null) return 'in-process';
    await askRedis(this.config.redisUrl, (redis) => redis.ping());
    return 'redis';
  }
}
