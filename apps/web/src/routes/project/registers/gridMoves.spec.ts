import { nextPlace, placeAfter } from './gridMoves';

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
