import type { MyWork } from '../../api/types';
import { byBucket, byProject, withKept } from './groups';

const row = (id: string, part: Partial<MyWork>) => ({ id, dueDay: null, bucket: 'later', ...part }) as MyWork;
const ids = (rows: readonly MyWork[]) => rows.map(({ id }) => id);

describe('my work in groups', () => {
  const late = row('late', { bucket: 'overdue', projectId: 'b', projectName: '乙', dueDay: '2028-06-01' });
  const soon = row('soon', { bucket: 'week', projectId: 'a', projectName: '甲', dueDay: '2028-06-05' });
  const waits = row('waits', { bucket: 'waiting', projectId: 'b', projectName: '乙', dueDay: '2028-06-02' });

  it('is by urgency', () => {
    const groups = byBucket([soon, late, waits]).filter(({ rows }) => rows.length > 0);
    expect(groups.map(({ bucket, rows }) => [bucket, ids(rows)])).toEqual([
      ['overdue', ['late']],
      ['week', ['soon']],
      ['waiting', ['waits']],
    ]);
  });

  it('is by project, the one that burns first', () => {
    expect(byProject([waits, soon, late]).map(({ name, rows }) => [name, ids(rows)])).toEqual([
      ['乙', ['late', 'waits']],
      ['甲', ['soon']],
    ]);
  });

  it('keeps what was just finished where it was, once', () => {
    const done = row('done', { dueDay: '2028-06-03' });
    expect(ids(withKept([late, soon], [done]))).toEqual(['late', 'done', 'soon']);
    expect(withKept([late], [{ ...late, title: '舊' }])).toEqual([late]);
  });
});
