import type { Lesson } from '../../api/types';
import { bodyOf, draftOf, EMPTY, isReady } from './draft';

const typed = { ...EMPTY, text: ' 太晚了 ' };

describe('a lesson as it is typed', () => {
  it('sends what it proposes only at a task', () => {
    const facts = { text: '太晚了', kind: 'to-change', audience: 'house' };
    expect(bodyOf({ ...typed, what: 'leave-out' }, false)).toEqual(facts);
    expect(bodyOf(typed, true)).toEqual({ ...facts, proposal: null });
    expect(bodyOf({ ...typed, what: 'days', days: 14 }, true)).toMatchObject({ proposal: { what: 'days', days: -14 } });
    expect(bodyOf({ ...typed, what: 'days', days: 3, later: true }, true)).toMatchObject({ proposal: { days: 3 } });
    expect(bodyOf({ ...typed, what: 'note', words: ' 早付 ' }, true)).toMatchObject({
      proposal: { what: 'note', text: '早付' },
    });
  });

  it('is what was saved when it is opened again', () => {
    const saved = { text: '太晚', kind: 'risk', audience: 'event', proposal: { what: 'days', days: -14 } } as Lesson;
    expect(draftOf(saved)).toMatchObject({ kind: 'risk', audience: 'event', what: 'days', days: 14, later: false });
    expect(draftOf({ ...saved, proposal: null })).toMatchObject({ what: null });
  });

  it('is ready once it says something, also in what it adds', () => {
    expect([isReady(EMPTY), isReady(typed), isReady({ ...typed, what: 'note' })]).toEqual([false, true, false]);
    expect(isReady({ ...typed, what: 'add-task', words: '付押金' })).toBe(true);
  });
});
