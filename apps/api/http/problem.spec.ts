import { conflict, TransientError } from '@convener/kernel';
import { FileStoreAway, FileStoreRefused } from '@convener/platform';
import { QueryFailedError, QueryRunnerAlreadyReleasedError } from 'typeorm';
import { problemOf } from './problem';

const databaseError = (code: string) => new QueryFailedError('INSERT …', [], Object.assign(new Error('no'), { code }));

describe('problemOf', () => {
  it('says what the caller did, with the further members of the type', () => {
    const error = conflict('not-ready', { zh: '還缺東西。', en: 'Something is missing.' }, { missing: ['O1.1.1'] });
    expect(problemOf(error)).toEqual({
      type: '/problems/not-ready',
      status: 409,
      title: '還缺東西。',
      titleEn: 'Something is missing.',
      missing: ['O1.1.1'],
    });
  });

  it.each([
    ['conflict', 409, 'SQLITE_CONSTRAINT_UNIQUE SQLITE_CONSTRAINT_PRIMARYKEY SQLITE_CONSTRAINT_FOREIGNKEY 23505 23503'],
    ['try-again', 503, 'SQLITE_BUSY SQLITE_BUSY_SNAPSHOT 40001 40P01 55P03 53300'],
    ['database-away', 503, '08000 08006 57P01 57P02 57P03 ECONNREFUSED ECONNRESET EPIPE ETIMEDOUT ENOTFOUND'],
    ['storage-full', 503, 'SQLITE_FULL 53100 ENOSPC'],
    ['storage-read-only', 503, 'SQLITE_READONLY SQLITE_READONLY_DBMOVED 25006 EROFS'],
    ['storage-failed', 503, 'SQLITE_IOERR SQLITE_IOERR_WRITE SQLITE_CANTOPEN 58030'],
  ])('answers %s (%d) to %s', (type, status, codes) => {
    for (const code of codes.split(' ')) {
      const raw = Object.assign(new Error('no'), { code });
      for (const error of [raw, databaseError(code)])
        expect([code, problemOf(error)]).toMatchObject([code, { type: `/problems/${type}`, status }]);
    }
  });

  it.each([
    ['database-away', 'Connection terminated unexpectedly'],
    ['database-away', 'Connection terminated due to connection timeout'],
    ['database-away', 'Client has encountered a connection error and is not queryable'],
    ['try-again', 'timeout exceeded when trying to connect'],
  ])('answers %s to what pg says without a code: %s', (type, message) =>
    expect(problemOf(new Error(message))).toMatchObject({ type: `/problems/${type}`, status: 503 }),
  );

  it('takes a connection that broke inside a transaction for one that is away', () =>
    expect(problemOf(new QueryRunnerAlreadyReleasedError())).toMatchObject({ type: '/problems/database-away' }));

  it('says in both languages what to do, and when', () => {
    for (const code of ['SQLITE_BUSY', '57P01', 'SQLITE_FULL', 'SQLITE_READONLY', 'SQLITE_IOERR']) {
      const { title, titleEn, retryAfter } = problemOf(databaseError(code));
      expect(title).toMatch(/請/);
      expect(titleEn).toMatch(/again|Tell/);
      expect(retryAfter).toBeGreaterThan(0);
    }
  });

  it('says what is wrong with the store of the files without its details', () => {
    const away = problemOf(new FileStoreAway('10.0.0.7 refused'));
    expect(away).toMatchObject({ type: '/problems/file-store-away', status: 503, retryAfter: 5 });
    const refused = problemOf(new FileStoreRefused('wrong-key', 'AKIA is not known'));
    expect(refused).toMatchObject({ type: '/problems/file-store-refused', status: 503, retryAfter: 30 });
    expect(JSON.stringify([away, refused])).not.toMatch(/10\.0\.0\.7|AKIA/);
  });

  it('asks to try again when something outside fails in passing', () =>
    expect(problemOf(new TransientError('away'))).toMatchObject({ status: 503 }));

  it.each([
    databaseError('42P01'),
    databaseError('57014'),
    databaseError('XX000'),
    new Error('secret'),
    'a thrown word',
    null,
  ])('keeps %s to itself', (error) =>
    expect(problemOf(error)).toEqual({
      type: '/problems/internal',
      status: 500,
      title: expect.any(String),
      titleEn: expect.any(String),
    }),
  );
});
