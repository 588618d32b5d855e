import { earlierPlaces } from './places';

const BEFORE: Record<string, string> = { 'fair-2024': 'fair-2018', 'fair-2018': 'fair-2012' };
const supersedes = (slug: string) => BEFORE[slug] ?? null;

describe('where lessons of a task may stand', () => {
  it('is the task itself, and the same task in the editions of its standard before', () => {
    expect([...earlierPlaces(['fair-2024/T1.2', 'house/x/3'], supersedes)]).toEqual([
      ['fair-2024/T1.2', 'fair-2024/T1.2'],
      ['fair-2018/T1.2', 'fair-2024/T1.2'],
      ['fair-2012/T1.2', 'fair-2024/T1.2'],
      ['house/x/3', 'house/x/3'],
    ]);
  });

  it('ends where editions name each other', () => {
    expect(earlierPlaces(['a/T1'], (slug) => (slug === 'a' ? 'b' : 'a')).size).toBe(2);
  });
});
