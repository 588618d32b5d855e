import { loadConfig } from '@convener/platform';
import { Logger } from '@nestjs/common';
import type { DatabaseProbe } from './database-probe';
import { HealthController } from './health.controller';
import type { DatabaseState } from './health.dto';
import { problemOf } from './problem';
import { QueueProbe } from './queue-probe';

const NO_REDIS = { REDIS_URL: 'redis://127.0.0.1:1' };

/** What /api/ready answers with a database in this state, or one that throws it. */
async function ready(database: DatabaseState | Error, env: Record<string, string> = {}) {
  const check = async () => {
    if (database instanceof Error) throw database;
    return database;
  };
  const controller = new HealthController({ check } as unknown as DatabaseProbe, new QueueProbe(loadConfig(env)));
  return controller.ready().catch(problemOf);
}

describe('readiness', () => {
  beforeAll(() => Logger.overrideLogger(false));

  it('needs no Redis where none is configured', async () =>
    expect(await ready('sqlite')).toEqual({ status: 'ready', database: 'sqlite', queue: 'in-process' }));

  it('is refused while the configured Redis does not answer, and says so', async () =>
    expect(await ready('postgres', NO_REDIS)).toEqual({
      type: '/problems/not-ready',
      status: 503,
      title: 'Redis 沒有回應。',
      titleEn: 'Redis does not answer.',
      database: 'postgres',
      queue: 'away',
      retryAfter: 5,
    }));

  it.each(['full', 'read-only'] as const)('is refused while the database is %s, and says so', async (state) =>
    expect(await ready(state)).toMatchObject({ status: 503, database: state, queue: 'in-process' }),
  );

  it('names both where neither answers', async () =>
    expect(await ready(new Error('gone'), NO_REDIS)).toMatchObject({
      status: 503,
      titleEn: 'The database does not answer. Redis does not answer.',
      database: 'away',
      queue: 'away',
    }));
});
