import { NOTHING } from '@convener/projects';
import { medianOf, performanceOf } from './performance.rules';
import { lateWork, reachedOf, waitingWork } from './progress.rules';
import { anAbout, bookedDeliverable, bookedWork } from '../../test/support/builders.documents';

const TODAY = '2028-05-10';
const nothing = () => NOTHING;
/** Noon in Taipei. */
const noon = (day: string) => Date.parse(`${day}T04:00:00Z`);

describe('what a group of work has reached', () => {
  const work = [
    bookedWork({ id: 'a', status: 'done', dueDay: '2028-05-01' }),
    bookedWork({ id: 'b', status: 'doing', dueDay: '2028-05-09' }),
    bookedWork({ id: 'c', status: 'done', dueDay: '2028-06-01' }),
    bookedWork({ id: 'd', status: 'to-do', dueDay: null }),
  ];

  it('is measured by what was due until today, and by all of it', () => {
    expect(reachedOf({ name: '會前', work }, TODAY, TODAY, nothing)).toMatchObject({
      ...{ total: 4, planned: 2, plannedDone: 1, onPlan: 50, done: 2, rate: 50, late: 1 },
    });
  });

  it('has no rate where there is nothing to reach', () => {
    expect(reachedOf({ name: '會中', work: [] }, TODAY, TODAY, nothing)).toMatchObject({ onPlan: null, rate: null });
  });

  it('late work is told by the day that passed first, its own or its deliverable’s, the latest first', () => {
    const owed = { ...NOTHING, nextDueDay: '2028-05-04' };
    const late = lateWork(work, TODAY, (id) => (id === 'd' ? owed : NOTHING));
    expect(late.map(({ work: { item }, due, days }) => [item.id, due, days])).toEqual([
      ['d', '2028-05-04', 6],
      ['b', '2028-05-09', 1],
    ]);
    expect(lateWork(work, null, nothing)).toEqual([]);
  });

  it('what waits longest comes first', () => {
    const waits = (id: string, waitingSince: number | null) => bookedWork({ id, status: 'waiting', waitingSince });
    const found = waitingWork([waits('a', null), waits('b', 20), waits('c', 10), ...work]);
    expect(found.map(({ item }) => item.id)).toEqual(['c', 'b', 'a']);
  });
});

describe('what a sub-team did', () => {
  const done = (id: string, dueDay: string | null, day: string | null) =>
    bookedWork({ id, status: 'done', dueDay, doneAt: day === null ? null : noon(day) });

  it('counts work on time and late by its due day, and what can’t be measured apart', () => {
    const work = [
      done('a', '2028-05-01', '2028-05-01'),
      done('b', '2028-05-01', '2028-05-03'),
      done('c', '2028-05-01', '2028-05-06'),
      done('d', null, '2028-05-06'),
      done('e', '2028-05-01', null),
      bookedWork({ id: 'f', dueDay: '2028-05-02' }),
    ];
    expect(performanceOf(anAbout(), { name: '議事組', work, people: 4 }, TODAY, nothing, new Map())).toMatchObject({
      ...{ total: 6, onTime: 1, doneLate: 2, doneUnmeasured: 2, open: 1, openLate: 1, medianDaysLate: 3.5 },
      ...{ people: 4, load: 0.3 },
    });
  });

  it('tells what was accepted at first from what came back, and has no load where nobody is', () => {
    const deliverables = [
      bookedDeliverable('first', 'accepted'),
      bookedDeliverable('second', 'delivered'),
      bookedDeliverable('twice', 'accepted'),
      bookedDeliverable('back', 'returned'),
    ];
    const returns = new Map([
      ['twice', 2],
      ['back', 1],
    ]);
    const work = [bookedWork({}, { deliverables })];
    expect(performanceOf(anAbout(), { name: '', work, people: 0 }, TODAY, nothing, returns)).toMatchObject({
      ...{ firstTry: 2, afterReturn: 1, returns: 3, load: null, medianDaysLate: null },
    });
  });

  it('the median of an even number lies between the middle two', () => {
    expect([[], [5], [3, 1], [9, 1, 2]].map(medianOf)).toEqual([null, 5, 2, 2]);
  });
});
