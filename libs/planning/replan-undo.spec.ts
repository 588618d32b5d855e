import { asLeftAgain } from './replan-undo';

const row = (id: string, version: number, found = version - 1) => ({
  ...{ type: 'work-item' as const, id, version, found },
  values: {},
});
const versions = (rows: readonly { id: string; version: number }[]) => rows.map(({ id, version }) => [id, version]);

describe('when the newer of two re-plans is undone', () => {
  it('what both had changed can still be taken back further, over any number of them', () => {
    const [first, second, third] = [row('a', 2), row('a', 3), row('a', 4)];
    const [secondNow] = asLeftAgain([second], [third]);
    expect(versions([secondNow!])).toEqual([['a', 5]]);
    expect(versions(asLeftAgain([first], [third]))).toEqual([['a', 2]]);
    expect(versions(asLeftAgain([first], [secondNow!]))).toEqual([['a', 6]]);
  });

  it('what somebody changed between the two stays theirs', () => {
    expect(versions(asLeftAgain([row('a', 2), row('b', 2)], [row('a', 4)]))).toEqual([
      ['a', 2],
      ['b', 2],
    ]);
  });
});
