import { NOTHING } from '@convener/projects';
import { type BoardItem, boardRow } from './board.rules';

const TODAY = '2027-03-10';
const item = (given: Partial<BoardItem> = {}): BoardItem => ({
  ...{ stage: 'before', teamId: 'agenda', assigneeId: null, status: 'to-do', dueDay: null, tally: NOTHING },
  ...given,
});
const handedIn = { ...NOTHING, deliverables: { total: 2, settled: 0, submitted: 2 } };

describe('a row of the board', () => {
  it('tells every stage in order, also where nothing is to be done, and all of them together', () => {
    const { cells, all } = boardRow([item(), item({ stage: 'closing', status: 'done' })], TODAY);
    expect(cells.map(({ stage, open, done }) => [stage, open, done])).toEqual([
      ['proposal', 0, 0],
      ['preparation', 0, 0],
      ['before', 1, 0],
      ['during', 0, 0],
      ['after', 0, 0],
      ['closing', 0, 1],
    ]);
    expect(all).toMatchObject({ open: 1, done: 1 });
  });

  it('counts what is overdue and what nobody has among the open ones alone', () => {
    const items = [
      item({ dueDay: '2027-03-09', assigneeId: 'wang' }),
      item({ dueDay: TODAY, status: 'waiting' }),
      item({ dueDay: '2027-03-09', status: 'done' }),
    ];
    expect(boardRow(items, TODAY).all).toEqual({ open: 2, done: 1, overdue: 1, unassigned: 1, toAccept: 0 });
  });

  it('calls nothing overdue while the project rests', () => {
    expect(boardRow([item({ dueDay: '2027-03-09' })], null).all.overdue).toBe(0);
  });

  it('counts each deliverable that waits for its accepter, but not those of what is not applicable', () => {
    const items = [item({ tally: handedIn }), item({ tally: handedIn, status: 'not-applicable' })];
    expect(boardRow(items, TODAY).all).toEqual({ open: 1, done: 0, overdue: 0, unassigned: 1, toAccept: 2 });
  });
});
