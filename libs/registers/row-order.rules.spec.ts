import { rowMove } from './row-order.rules';

/** The list as it is read after a move, by the names of its rows. */
function moved(positions: Record<string, number>, row: string, behind: string | null): string[] {
  const move = rowMove(positions[row]!, behind === null ? 0 : positions[behind]!);
  const after = Object.entries(positions).map(([name, at]): [string, number] => {
    if (!move) return [name, at];
    if (name === row) return [name, move.to];
    return [name, at >= move.first && at <= move.last ? at + move.by : at];
  });
  expect(new Set(after.map(([, at]) => at)).size).toBe(after.length);
  return after.sort(([, a], [, b]) => a - b).map(([name]) => name);
}

const FOUR = { a: 1, b: 2, c: 3, d: 4 };

describe('moving a row in its list', () => {
  it('goes to the top, and the others stay in their order', () => {
    expect(moved(FOUR, 'c', null)).toEqual(['c', 'a', 'b', 'd']);
  });

  it('goes up behind another', () => {
    expect(moved(FOUR, 'd', 'a')).toEqual(['a', 'd', 'b', 'c']);
  });

  it('goes down behind another, to the end too', () => {
    expect(moved(FOUR, 'a', 'b')).toEqual(['b', 'a', 'c', 'd']);
    expect(moved(FOUR, 'a', 'd')).toEqual(['b', 'c', 'd', 'a']);
  });

  it('changes nothing where the row stands there already', () => {
    expect(rowMove(2, 1)).toBeNull();
    expect(rowMove(1, 0)).toBeNull();
    expect(rowMove(3, 3)).toBeNull();
  });

  it('copes with the gaps that removed rows leave', () => {
    const gaps = { a: 2, b: 5, c: 9 };
    expect(moved(gaps, 'c', null)).toEqual(['c', 'a', 'b']);
    expect(moved(gaps, 'a', 'c')).toEqual(['b', 'c', 'a']);
    expect(moved(gaps, 'c', 'a')).toEqual(['a', 'c', 'b']);
  });
});
