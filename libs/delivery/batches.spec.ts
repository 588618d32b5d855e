import { byWeight, inBatches } from './batches';

it('a list is cut into parts of one size, the last one smaller', () => {
  expect(inBatches([1, 2, 3, 4, 5], 2)).toEqual([[1, 2], [3, 4], [5]]);
  expect(inBatches([], 2)).toEqual([]);
});

it('a list is cut where a part would become too heavy, and what is too heavy for any stands alone', () => {
  const cut = (...weights: number[]) => byWeight(weights, (weight) => weight, 10);
  expect(cut(5, 5, 1, 9, 1)).toEqual([[5, 5], [1, 9], [1]]);
  expect(cut(3, 30, 3)).toEqual([[3], [30], [3]]);
  expect(cut(0, 0)).toEqual([[0, 0]]);
  expect(cut()).toEqual([]);
});
