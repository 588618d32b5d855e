import type { StandardAsks } from '../../../api/types';
import { askedOf, levelsOf } from './asked';

const entry = (code: string, ...workItemIds: string[]) => ({ code, text: `text of ${code}`, workItemIds });
const standard = { slug: 'a', name: 'A', edition: 'V1', code: null };

describe('what is asked of some of the work of a cell', () => {
  it('counts the chosen ones alone, what most of them ask for first, and in the order of the standard otherwise', () => {
    const knowledge = [entry('K01', 'x'), entry('K02', 'x', 'y'), entry('K03', 'z'), entry('K04', 'y')];
    const asks: StandardAsks[] = [{ ...standard, knowledge, skills: [entry('S01', 'z')] }];
    const [asked] = askedOf(asks, new Set(['x', 'y']));
    expect(asked!.knowledge.map(({ code, count }) => [code, count])).toEqual([
      ['K02', 2],
      ['K01', 1],
      ['K04', 1],
    ]);
    expect(asked!.skills).toEqual([]);
  });

  it('leaves out a standard that asks nothing of them', () => {
    expect(askedOf([{ ...standard, knowledge: [entry('K01', 'z')], skills: [] }], new Set(['x']))).toEqual([]);
  });

  it('names the highest level first, and none where no standard gives one', () => {
    const levels = [3, null, 4, 3].map((level) => ({ level }));
    expect(levelsOf(levels)).toEqual([
      { level: 4, count: 1 },
      { level: 3, count: 2 },
    ]);
    expect(levelsOf([{ level: null }])).toEqual([]);
  });
});
