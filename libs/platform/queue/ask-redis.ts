import { Redis } from 'ioredis';

const PATIENCE_MS = 2000;

/** Asks Redis something over a connection of its own. Throws where it does not answer within two seconds. */
export async function askRedis<T>(url: string, ask: (redis: Redis) => Promise<T>): Promise<T> {
  const redis = new Redis(url, {
    lazyConnect: true,
    connectTimeout: PATIENCE_MS,
    commandTimeout: PATIENCE_MS,
    retryStrategy: () => null,
  });
  // What goes wrong rejects below; without a listener ioredis prints it as well.
  redis.on('error', () => undefined);
  try {
    await redis.connect();
    return await ask(redis);
  } finally {
    redis.disconnect();
  }
}
