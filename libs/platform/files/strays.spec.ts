import { straysOf } from './strays';

const row = (key: string, bytes: number) => ({ key, bytes, name: `${key}.pdf`, projectId: 'p' });
const file = (key: string, bytes: number) => ({ key, bytes, storedAt: 0 });

it('finds rows without file, files without row, and files of another size', () =>
  expect(straysOf([row('a', 1), row('b', 2), row('c', 3)], [file('a', 1), file('c', 4), file('d', 5)])).toEqual({
    missing: [row('b', 2)],
    changed: [row('c', 3)],
    nameless: [file('d', 5)],
  }));

it('finds nothing where all is well', () =>
  expect(straysOf([row('a', 1)], [file('a', 1)])).toEqual({ missing: [], changed: [], nameless: [] }));
