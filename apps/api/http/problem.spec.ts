import { conflict, TransientError } from '@convener/kernel';
import { QueryFailedError } from 'typeorm';
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
    'SQLITE_CONSTRAINT_UNIQUE',
    'SQLITE_CONSTRAINT_PRIMARYKEY',
    'SQLITE_CONSTRAINT_FOREIGNKEY',
    '23505',
    '23503',
  ])('takes the lost race %s for a conflict', (code) =>
    expect(problemOf(databaseError(code))).toMatchObject({ status: 409, type: '/problems/conflict' }),
  );

  it.each(['SQLITE_BUSY', '40001', '40P01'])('asks to try again after %s', (code) =>
    expect(problemOf(databaseError(code))).toMatchObject({ status: 503, type: '/problems/try-again' }),
  );

  it('asks to try again when something outside fails in passing', () =>
    expect(problemOf(new TransientError('away'))).toMatchObject({ status: 503 }));

  it.each([databaseError('42P01'), new Error('secret'), 'a thrown word', null])('keeps %s to itself', (error) =>
    expect(problemOf(error)).toEqual({
      type: '/problems/internal',
      status: 500,
      title: expect.any(String),
      titleEn: expect.any(String),
    }),
  );
});
