import type { OfferedChange } from './template-offer';
import { neededTeams } from './template-take';

const items = [
  { place: 's/T1.1', team: 'venue' },
  { place: 's/T1.2', team: 'programme' },
  { place: 's/T1.3', team: 'registration' },
] as never;
const change = (what: string, place: string, item: string | null = null) => ({ what, place, item }) as OfferedChange;

describe('a newer version needs the sub-teams', () => {
  it('of work that is added or moved, and of the work that new parts stand in', () => {
    const chosen = [change('added', 's/T1.1'), change('added', 's/O1.2.1', 's/T1.2')];
    expect([...neededTeams({ items }, chosen)]).toEqual(['venue', 'programme']);
    expect([...neededTeams({ items }, [change('moved', 's/T1.3')])]).toEqual(['registration']);
  });

  it('of nothing that is only reworded or left out', () => {
    const chosen = [change('reworded', 's/T1.1'), change('left-out', 's/T1.2')];
    expect([...neededTeams({ items }, chosen)]).toEqual([]);
  });
});
