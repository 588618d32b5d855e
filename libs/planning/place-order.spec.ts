import { positionsByPlace } from './place-order';

const order = ['a', 'b', 'c', 'd'];
const at = (place: string | null, position: number) => ({ place, position });

describe('the place of a new row', () => {
  it('is right behind the one before it in the template, whatever stands between in the project', () => {
    const there = [at('a', 0), at(null, 100), at('d', 1024)];
    expect([...positionsByPlace(there, ['b', 'c'], order)]).toEqual([
      ['b', 50],
      ['c', 75],
    ]);
  });

  it('is in front of all, or behind all, where nothing else is there', () => {
    expect(positionsByPlace([at('b', 0)], ['a'], order).get('a')).toBe(-1024);
    expect(positionsByPlace([at('b', 0)], ['c'], order).get('c')).toBe(1024);
    expect(positionsByPlace([], ['c'], order).get('c')).toBe(0);
  });

  it('is shared with its neighbour where there is no gap', () => {
    expect(positionsByPlace([at('a', 0), at('d', 1)], ['b'], order, 1).get('b')).toBe(0);
  });
});
