import type { Board } from '../../../api/types';
import { loadRows, mostOf, weekEnds } from './load';

const load = (weeks: number[]) => ({ open: 9, past: 2, weeks, later: 1, undated: 0 });
const board = {
  people: [
    { person: { id: 'wang', name: '王' }, teamIds: ['agenda'], heavyWeeks: [1], ...load([0, 5]) },
    { person: { id: 'chen', name: '陳' }, teamIds: [], heavyWeeks: [], ...load([1, 0]) },
  ],
  pools: [{ team: { id: 'agenda', name: '議事組', nameEn: null }, ...load([40, 0]) }],
} as Pick<Board, 'people' | 'pools'> as Board;

describe('the load on the board', () => {
  it('lists people before what nobody has, and of one sub-team its own alone', () => {
    expect(loadRows(board, undefined).map(({ key }) => key)).toEqual(['wang', 'chen', 'pool agenda']);
    expect(loadRows(board, 'agenda').map(({ key }) => key)).toEqual(['wang', 'pool agenda']);
    expect(loadRows(board, 'stage')).toEqual([]);
  });

  it('measures bars by the most that a person has, not by what waits in a pool', () => {
    expect(mostOf(loadRows(board, undefined))).toBe(5);
    expect(mostOf([])).toBe(4);
  });

  it('knows the Sunday of each week, also over a change of clocks and the end of a year', () => {
    expect(weekEnds(['2026-12-28', '2027-03-08'])).toEqual([
      { from: '2026-12-28', to: '2027-01-03' },
      { from: '2027-03-08', to: '2027-03-14' },
    ]);
  });
});
