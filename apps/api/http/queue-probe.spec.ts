import { Database, loadConfig } from '@convener/platform';
import { Logger, ServiceUnavailableException } from '@nestjs/common';
import { HealthController } from './health.controller';
import { QueueProbe } from './queue-probe';

const answering = { kind: 'sqlite', read: async () => [] } as unknown as Database;
const probe = (env: Record<string, string>) => new QueueProbe(loadConfig(env));

describe('readiness', () => {
  beforeAll(() => Logger.overrideLogger(false));

  it('needs no Redis where none is configured', async () => {
    const ready = await new HealthController(answering, probe({})).ready();
    expect(ready).toEqual({ status: 'ready', database: 'sqlite', queue: 'in-process' });
  });

  it('is refused while the configured Redis does not answer', async () => {
    const controller = new HealthController(answering, probe({ REDIS_URL: 'redis://127.0.0.1:1' }));
    await expect(controller.ready()).rejects.toThrow(ServiceUnavailableException);
  });

  it('is refused while the database does not answer', async () => {
    const broken = { kind: 'sqlite', read: () => Promise.reject(new Error('gone')) } as unknown as Database;
    await expect(new HealthController(broken, probe({})).ready()).rejects.toThrow(ServiceUnavailableException);
  });
});
