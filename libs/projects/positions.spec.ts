import { positionsFor } from './positions';

const row = (id: string, position: number, place: string | null = id) => ({ id, place, position });

describe('the position of work that a template brings', () => {
  it('is behind its neighbour of the template, whatever the project has moved since', () => {
    const { added, moved } = positionsFor(
      [row('c', 0), row('own', 1024, null), row('a', 2048)],
      ['a', 'b', 'c', 'd'],
      ['b', 'd'],
    );
    expect([...added]).toEqual([
      ['d', 512],
      ['b', 3072],
    ]);
    expect(moved).toEqual([]);
  });

  it('is the front where nothing of the template comes before it', () => {
    expect(positionsFor([row('b', 0)], ['a', 'b'], ['a']).added.get('a')).toBeLessThan(0);
    expect(positionsFor([], ['a', 'b'], ['a', 'b']).added.size).toBe(2);
  });

  it('spreads the rows out again where there is no room left, and keeps their order', () => {
    const { added, moved } = positionsFor([row('a', 7), row('c', 8)], ['a', 'b', 'c'], ['b']);
    const after = [...moved, { id: 'b', position: added.get('b')! }].sort((x, y) => x.position - y.position);
    expect(after.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
  });
});
