import { followUpReceiver, followUpsFor } from './follow-up';
import type { SubjectPlan } from './subjects';

const nine = Date.parse('2028-05-02T09:00:00+08:00');
const waiting: SubjectPlan = {
  ref: { type: 'work-item', id: 'i1' },
  dueDay: '2028-06-01',
  open: false,
  personId: 'p1',
  followUpDay: '2028-05-02',
};
const followUps = (subject: SubjectPlan, now: number) => followUpsFor(subject, '09:00', 'Asia/Taipei', now);

describe('the nudge to ask again', () => {
  it('comes on the morning of the follow-up day, and never once that has passed', () => {
    expect(followUps(waiting, nine - 1)).toMatchObject([{ kind: 'follow-up', dueDay: '2028-05-02', fireAt: nine }]);
    expect(followUps(waiting, nine)).toEqual([]);
  });

  it('is for nobody where nothing is waited for, or nobody has the work', () => {
    expect(followUps({ ...waiting, followUpDay: null }, 0)).toEqual([]);
    expect(followUps({ ...waiting, personId: null }, 0)).toEqual([]);
  });

  it('holds while its subject waits until that day, whatever else is due', () => {
    const fired = { ...followUps(waiting, 0)[0]!, personId: 'p1' };
    expect(followUpReceiver(fired, { ...waiting, personId: 'p2' })).toBe('p2');
    expect(followUpReceiver(fired, { ...waiting, followUpDay: '2028-05-09' })).toBeNull();
    expect(followUpReceiver(fired, { ...waiting, followUpDay: null })).toBeNull();
  });
});
