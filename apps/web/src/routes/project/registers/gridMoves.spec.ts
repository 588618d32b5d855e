import { nextPlace, placeAfter, rowOf } from './gridMoves';

const extent = { rows: 100, columns: 5, page: 20 };
const at = { row: 50, column: 2 };
const after = (key: string, mod = false, from = at) => placeAfter({ key, mod }, from, extent);

describe('keys move as in a spreadsheet', () => {
  it.each([
    ['ArrowDown', false, { row: 51, column: 2 }],
    ['ArrowLeft', false, { row: 50, column: 1 }],
    ['PageUp', false, { row: 30, column: 2 }],
    ['Home', false, { row: 50, column: 0 }],
    ['End', false, { row: 50, column: 4 }],
    ['Home', true, { row: 0, column: 0 }],
    ['End', true, { row: 99, column: 4 }],
  ] as const)('%s (with Ctrl: %s)', (key, mod, place) => {
    expect(after(key, mod)).toEqual(place);
  });

  it('and never out of the grid', () => {
    expect(after('ArrowUp', false, { row: 0, column: 0 })).toEqual({ row: 0, column: 0 });
    expect(after('PageDown', false, { row: 95, column: 4 })).toEqual({ row: 99, column: 4 });
  });

  it('while other keys stay what they are', () => {
    expect(after('a')).toBeNull();
    expect(after('ArrowDown', true)).toBeNull();
  });
});

describe('Tab goes from cell to cell', () => {
  it('and from the last of a row to the next row', () => {
    expect(nextPlace({ row: 3, column: 4 }, false, extent)).toEqual({ row: 4, column: 0 });
    expect(nextPlace({ row: 3, column: 0 }, true, extent)).toEqual({ row: 2, column: 4 });
  });

  it('and stays on the very last one', () => {
    expect(nextPlace({ row: 99, column: 4 }, false, extent)).toEqual({ row: 99, column: 4 });
  });
});

describe('a cell that stays with its row', () => {
  const rows = ['a', 'b', 'c'].map((id) => ({ id }));

  it('is where its row is, wherever that was moved', () => {
    expect(rowOf({ row: 0, column: 1, id: 'c' }, rows)).toBe(2);
    expect(rowOf({ row: 2, column: 1, id: 'c' }, rows)).toBe(2);
  });

  it('is the one that came in its place where its row is gone, and the last where none came', () => {
    expect(rowOf({ row: 1, column: 1, id: 'x' }, rows)).toBe(1);
    expect(rowOf({ row: 3, column: 1, id: 'x' }, rows)).toBe(2);
    expect(rowOf({ row: 3, column: 1, id: 'x' }, [])).toBe(0);
  });
});
