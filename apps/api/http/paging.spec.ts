import { decodeCursor, encodeCursor, limitOf, pageOf } from './paging';

describe('paging', () => {
  it('hands a key through a cursor', () => {
    const key = ['議事組', 7, 'id'] as const;
    expect(decodeCursor(encodeCursor(key), ['string', 'number', 'string'])).toEqual(key);
    expect(decodeCursor(undefined, ['string'])).toBeNull();
  });

  it.each(['', 'x', encodeCursor(['a']), encodeCursor([1, 2]), Buffer.from('["a\\u0000",1]').toString('base64url')])(
    'refuses the forged cursor "%s"',
    (cursor) => expect(() => decodeCursor(cursor, ['string', 'number'])).toThrow(/bad-cursor/),
  );

  it('names the next page only where there is one', () => {
    const rows = [1, 2, 3];
    const page = (limit: number) => pageOf(rows, limit, (row) => [row], String);
    expect(page(2)).toEqual({ items: ['1', '2'], next: encodeCursor([2]) });
    expect(page(3)).toEqual({ items: ['1', '2', '3'], next: null });
    expect(pageOf([], 2, () => [1], String)).toEqual({ items: [], next: null });
  });

  it('shows fifty where nothing is said', () => expect(limitOf({})).toBe(50));
});
