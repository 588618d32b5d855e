import type { BoardTeam } from '../../../api/types';
import { changeFor, selectionOf, whichOf } from './handOut';

const team = { team: { id: 'agenda' } } as BoardTeam;

describe('handing out a cell of the board', () => {
  it('takes what is ticked, else what nobody has, else all, unless something else was said', () => {
    expect(whichOf(null, { unassigned: 2, chosen: 1, all: 5 })).toBe('chosen');
    expect(whichOf(null, { unassigned: 2, chosen: 0, all: 5 })).toBe('unassigned');
    expect(whichOf(null, { unassigned: 0, chosen: 0, all: 5 })).toBe('all');
    expect(whichOf('all', { unassigned: 2, chosen: 1, all: 5 })).toBe('all');
  });

  it('falls back where others have left nothing of what was said', () => {
    expect(whichOf('chosen', { unassigned: 2, chosen: 0, all: 5 })).toBe('unassigned');
  });

  it('names a whole cell instead of listing what is on the screen', () => {
    expect(selectionOf('all', team, 'before', [])).toEqual({ teamId: 'agenda', stage: 'before' });
    expect(selectionOf('unassigned', { team: null } as BoardTeam, 'before', [])).toEqual({
      ...{ teamId: null, stage: 'before', unassigned: true },
    });
    expect(selectionOf('chosen', team, 'before', ['x'])).toEqual({ workItemIds: ['x'] });
  });

  it('puts what another sub-team gets into its pool, and changes nothing before somebody is named', () => {
    const to = { person: null, team: null };
    expect(changeFor({ ...to, kind: 'team', team: 'stage' })).toEqual({ teamId: 'stage', assigneeId: null });
    expect(changeFor({ ...to, kind: 'pool' })).toEqual({ assigneeId: null });
    expect([changeFor({ ...to, kind: 'person' }), changeFor({ ...to, kind: 'team' })]).toEqual([null, null]);
  });
});
