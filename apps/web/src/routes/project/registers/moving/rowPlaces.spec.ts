import { behindDropped, behindOf, withMoved } from './rowPlaces';

const IDS = ['a', 'b', 'c', 'd'];
const rows = IDS.map((id) => ({ id }));
const order = (id: string, after: string | null) => withMoved(rows, id, after).map((row) => row.id);

describe('a row that is moved', () => {
  it('goes to the top, up, or down, as far as there is a way', () => {
    expect(behindOf(IDS, 2, 'top')).toBeNull();
    expect(behindOf(IDS, 2, 'up')).toBe('a');
    expect(behindOf(IDS, 1, 'up')).toBeNull();
    expect(behindOf(IDS, 1, 'down')).toBe('c');
    expect(behindOf(IDS, 0, 'top')).toBeUndefined();
    expect(behindOf(IDS, 0, 'up')).toBeUndefined();
    expect(behindOf(IDS, 3, 'down')).toBeUndefined();
    expect(behindOf(IDS, -1, 'down')).toBeUndefined();
  });

  it('goes where it is dropped: above or below another', () => {
    expect(behindDropped(IDS, 3, 0, false)).toBeNull();
    expect(behindDropped(IDS, 3, 0, true)).toBe('a');
    expect(behindDropped(IDS, 0, 2, true)).toBe('c');
    expect(behindDropped(IDS, 0, 2, false)).toBe('b');
    expect(behindDropped(IDS, 1, 1, true)).toBeUndefined();
    expect(behindDropped(IDS, 1, 0, true)).toBeUndefined();
    expect(behindDropped(IDS, 1, 2, false)).toBeUndefined();
  });

  it('is shown there at once', () => {
    expect(order('c', null)).toEqual(['c', 'a', 'b', 'd']);
    expect(order('a', 'c')).toEqual(['b', 'c', 'a', 'd']);
    expect(order('d', 'a')).toEqual(['a', 'd', 'b', 'c']);
    expect(order('x', 'a')).toEqual(IDS);
  });
});
