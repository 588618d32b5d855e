import { column } from '@convener/register-presets';
import { compared, type Weight, weightProblems } from './comparison.rules';

const cost: Weight = { column: 'cost', weight: 3, better: 'lower' };
const seats: Weight = { column: 'seats', weight: 1, better: 'higher' };
const lift: Weight = { column: 'lift', weight: 1, better: 'higher' };

const rows = (...cells: Record<string, number | string>[]) =>
  cells.map((own, at) => ({ id: `r${at}`, name: `館 ${at}`, cells: own }));
const scores = (weights: Weight[], ...cells: Record<string, number | string>[]) =>
  compared(weights, rows(...cells)).map(({ id, score, rank }) => [id, score, rank]);

describe('rows that are compared', () => {
  it('are scored column by column between the least and the most, and weighed', () => {
    const found = compared(
      [cost, seats],
      rows({ cost: 100, seats: 50 }, { cost: 300, seats: 250 }, { cost: 150, seats: 100 }),
    );
    expect(found).toEqual([
      {
        ...{ id: 'r0', name: '館 0', score: 75, rank: 1, missing: [] },
        parts: [
          { column: 'cost', score: 1 },
          { column: 'seats', score: 0 },
        ],
      },
      {
        ...{ id: 'r2', name: '館 2', score: 62.5, rank: 2, missing: [] },
        parts: [
          { column: 'cost', score: 0.75 },
          { column: 'seats', score: 0.25 },
        ],
      },
      {
        ...{ id: 'r1', name: '館 1', score: 25, rank: 3, missing: [] },
        parts: [
          { column: 'cost', score: 0 },
          { column: 'seats', score: 1 },
        ],
      },
    ]);
  });

  it('score nothing where a cell is empty, which is said', () => {
    const [first, second] = compared([cost, lift], rows({ lift: 'yes' }, { cost: 100, lift: 'no' }));
    expect(first).toMatchObject({ id: 'r1', score: 75, missing: [] });
    expect(second).toMatchObject({ id: 'r0', score: 25, missing: ['cost'] });
  });

  it('are none behind the other where a column is all alike', () => {
    expect(scores([cost], { cost: 100 }, { cost: 100 })).toEqual([
      ['r0', 100, 1],
      ['r1', 100, 1],
    ]);
  });

  it('score yes and no by themselves: what nobody has gives nobody anything', () => {
    expect(scores([lift], { lift: 'no' }, { lift: 'no' })).toEqual([
      ['r0', 0, 1],
      ['r1', 0, 1],
    ]);
    expect(scores([{ ...lift, better: 'lower' }], { lift: 'yes' }, { lift: 'no' })[0]).toEqual(['r1', 100, 1]);
  });

  it('share a rank where they score alike, in their own order, and the next rank is left out', () => {
    expect(scores([seats], { seats: 5 }, { seats: 9 }, { seats: 5 }, { seats: 1 })).toEqual([
      ['r1', 100, 1],
      ['r0', 50, 2],
      ['r2', 50, 2],
      ['r3', 0, 4],
    ]);
  });

  it('share a rank where they differ by less than is shown', () => {
    const ranks = scores([seats], { seats: 0 }, { seats: 50_000 }, { seats: 50_001 }, { seats: 100_000 });
    expect(ranks.slice(1, 3)).toEqual([
      ['r1', 50, 2],
      ['r2', 50, 2],
    ]);
  });

  it('all score nothing without weights, or with weights of nothing', () => {
    expect(scores([], { cost: 1 }, { cost: 2 }).map(([, score]) => score)).toEqual([0, 0]);
    expect(scores([{ ...cost, weight: 0 }], { cost: 1 }, { cost: 2 }).map(([, score]) => score)).toEqual([0, 0]);
    expect(compared([cost], [])).toEqual([]);
  });

  it('hold also below nothing and where a column is empty throughout', () => {
    expect(scores([cost, seats], { cost: -50 }, { cost: 50 })).toEqual([
      ['r0', 75, 1],
      ['r1', 0, 2],
    ]);
  });
});

describe('weights', () => {
  const columns = [
    column('cost', '費用', 'Cost', 'money'),
    column('seats', '人數', 'Seats', 'number'),
    column('lift', '電梯', 'Lift', 'yes-no'),
    column('name', '名稱', 'Name', 'text'),
    column('age', '年齡', 'Age', 'number', { personal: true }),
  ];
  const wrong = (...keys: string[]) =>
    weightProblems(
      columns,
      keys.map((key) => ({ ...cost, column: key })),
    ).map(({ pointer, en }) => `${pointer} ${en}`);

  it('are given to numbers, money, and yes and no, once each', () => {
    expect(wrong('cost', 'seats', 'lift')).toEqual([]);
    expect(wrong('cost', 'seats', 'cost')).toEqual(['/weights/2/column This column has a weight already.']);
    expect(wrong('name')).toEqual(['/weights/0/column Only columns of numbers, money, or yes and no can be compared.']);
    expect(wrong('size')).toEqual(['/weights/0/column The list has no such column.']);
  });

  it('are not given to what is personal, since a score would tell it', () => {
    expect(wrong('age')).toEqual(['/weights/0/column A column that is personal can’t be compared.']);
  });
});
