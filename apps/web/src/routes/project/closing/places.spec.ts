import type { OpenThing } from '../../../api/types';
import { byKind, isCounted, settledAt } from './places';

const thing = (more: Partial<OpenThing>): OpenThing => ({
  ...{ kind: 'deliverable', id: 'd', title: '合約', titleEn: null, measure: 1, dueDay: null },
  ...{ workItemId: null, registerId: null, ...more },
});

describe('what is open before closing', () => {
  it('leads to where it is settled', () => {
    expect(settledAt('p', thing({ workItemId: 'w' }))).toMatchObject({ params: { projectId: 'p', itemId: 'w' } });
    expect(settledAt('p', thing({ kind: 'unpaid', registerId: 'r' }))).toMatchObject({ params: { registerId: 'r' } });
    expect(settledAt('p', thing({ kind: 'recurring' })).to).toContain('schedule');
    expect(settledAt('p', thing({ kind: 'milestone' })).to).toContain('settings');
  });

  it('stands by kind, and tells how much of it only where that is more than one thing', () => {
    const things = [thing({ id: 'a' }), thing({ id: 'b', kind: 'checks' }), thing({ id: 'c' })];
    expect(byKind(things).map(({ kind, things: own }) => [kind, own.length])).toEqual([
      ['deliverable', 2],
      ['checks', 1],
    ]);
    expect(things.map(isCounted)).toEqual([false, true, false]);
  });
});
