import { FileStoreAway, FileStoreRefused, type FileStore, loadConfig } from '@convener/platform';
import { Logger } from '@nestjs/common';
import type { DatabaseProbe } from './database-probe';
import { FilesProbe } from './files-probe';
import { HealthController } from './health.controller';
import type { DatabaseState } from './health.dto';
import { problemOf } from './problem';
import { QueueProbe } from './queue-probe';

const NO_REDIS = { REDIS_URL: 'redis://127.0.0.1:1' };

/** What /api/ready answers with a database in this state, or one that throws it, and a file store that throws. */
async function ready(database: DatabaseState | Error, env: Record<string, string> = {}, files?: Error) {
  const check = async () => {
    if (database instanceof Error) throw database;
    return database;
  };
  const store = {
    kind: 's3',
    check: async () => void (await (files && Promise.reject(files))),
  } as unknown as FileStore;
  const controller = new HealthController(
    { check } as unknown as DatabaseProbe,
    new QueueProbe(loadConfig(env)),
    new FilesProbe(store),
  );
  return controller.ready().catch(problemOf);
}

describe('readiness', () => {
  beforeAll(() => Logger.overrideLogger(false));

  it('needs no Redis where none is configured', async () =>
    expect(await ready('sqlite')).toEqual({ status: 'ready', database: 'sqlite', queue: 'in-process', files: 's3' }));

  it('is refused while the configured Redis does not answer, and says so', async () =>
    expect(await ready('postgres', NO_REDIS)).toEqual({
      type: '/problems/not-ready',
      status: 503,
      title: 'Redis 沒有回應。',
      titleEn: 'Redis does not answer.',
      database: 'postgres',
      queue: 'away',
      files: 's3',
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

  it.each([
    ['away', new FileStoreAway('ECONNREFUSED'), '沒有回應'],
    ['wrong-key', new FileStoreRefused('wrong-key', '403'), 'FILES_S3_SECRET_ACCESS_KEY'],
    ['no-bucket', new FileStoreRefused('no-bucket', '404'), 'FILES_S3_BUCKET'],
    ['wrong-clock', new FileStoreRefused('wrong-clock', '403'), '校準'],
  ])('is refused while the file store is %s, and says what to mend', async (files, error, text) =>
    expect(await ready('sqlite', {}, error)).toMatchObject({
      ...{ status: 503, database: 'sqlite', queue: 'in-process', files },
      title: expect.stringContaining(text),
    }),
  );
});
