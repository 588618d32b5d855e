import type { PreviewItem } from '../../api/types';
import { planGroups } from './planGroups';

const item = (place: string, stage: string, team: string, startDay: string) =>
  ({ place, stage, team, startDay, dueDay: startDay }) as PreviewItem;
const plan = {
  items: [
    item('c', 'closing', 'desk', '2028-05-10'),
    item('b', 'before', 'desk', '2028-04-02'),
    item('a', 'before', 'venue', '2028-04-01'),
  ],
  teams: ['venue', 'desk', 'idle'].map((key) => ({ key, name: key, nameEn: key })),
};
const shown = (by: 'stage' | 'team') =>
  planGroups(plan, by).map(({ key, items }) => [key, items.map(({ place }) => place).join('')]);

describe('the work of a plan', () => {
  it('stands by stage in their order, the earliest first', () => {
    expect(shown('stage')).toEqual([
      ['before', 'ab'],
      ['closing', 'c'],
    ]);
  });

  it('stands by sub-team, without those that have none', () => {
    expect(shown('team')).toEqual([
      ['venue', 'a'],
      ['desk', 'bc'],
    ]);
  });
});
