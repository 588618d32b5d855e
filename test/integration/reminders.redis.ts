import { randomBytes } from 'node:crypto';
import Redis from 'ioredis';

/** Keys of a test's own in a Redis that others use too. */
export class OwnRedis {
  readonly prefix = `convener-test-${randomBytes(6).toString('hex')}`;

  constructor(private readonly url: string) {}

  get env(): Record<string, string> {
    return { REDIS_URL: this.url, QUEUE_PREFIX: this.prefix };
  }

  /** Deletes what the queue has left. */
  async drop(): Promise<void> {
    const redis = new Redis(this.url);
    const keys = await redis.keys(`${this.prefix}:*`);
    if (keys.length > 0) await redis.del(keys);
    await redis.quit();
  }
}
