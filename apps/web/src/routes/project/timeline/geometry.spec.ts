import { axisOf, barOf, inOrderOfDays, lanesOf, monthsOf, rowsInSight, weeksOf, xOf } from './geometry';

const axis = axisOf(['2026-11-20', null, '2027-01-15'], 10);

describe('the time axis', () => {
  it('holds whole months around all days', () => {
    expect(axis).toMatchObject({ from: '2026-11-01', to: '2027-02-01', days: 92, width: 920 });
  });

  it('puts a day where it belongs, also over the end of a year and in a leap year', () => {
    expect(xOf(axis, '2026-11-01')).toBe(0);
    expect(xOf(axis, '2027-01-01')).toBe(610);
    expect(axisOf(['2028-02-10'], 1).days).toBe(29);
  });

  it('draws a bar to the end of its last day, and a day alone where only one is known', () => {
    expect(barOf(axis, '2026-11-02', '2026-11-04')).toEqual({ x: 10, width: 30 });
    expect(barOf(axis, null, '2026-11-04')).toEqual({ x: 30, width: 10 });
    expect(barOf(axis, null, null)).toBeNull();
  });

  it('has a bar for days the wrong way round all the same', () => {
    expect(barOf(axis, '2026-11-04', '2026-11-02')).toEqual({ x: 10, width: 30 });
  });

  it('has a tick for each month and each Monday', () => {
    expect(monthsOf(axis).map(({ day, width }) => [day, width])).toEqual([
      ['2026-11-01', 300],
      ['2026-12-01', 310],
      ['2027-01-01', 310],
    ]);
    const weeks = weeksOf(axis);
    expect([weeks[0]?.day, weeks[1]?.day, weeks.at(-1)?.day]).toEqual(['2026-11-02', '2026-11-09', '2027-01-25']);
    expect(weeksOf(axisOf(['2027-02-10'], 1))[0]?.day).toBe('2027-02-01');
  });
});

describe('labels', () => {
  const lanes = (...xs: number[]) =>
    lanesOf(xs.map((x) => ({ x, width: 60 }))).map(({ x, lane, side }) => [x, lane, side]);

  it('stand before their day, and behind it where there is no room', () => {
    expect(lanes(50, 200)).toEqual([
      [50, 0, 'behind'],
      [200, 0, 'before'],
    ]);
  });

  it('take both sides of days close together before they go below each other', () => {
    expect(lanes(103, 100, 106, 109)).toEqual([
      [100, 0, 'before'],
      [103, 0, 'behind'],
      [106, 1, 'before'],
      [109, 1, 'behind'],
    ]);
  });
});

it('keeps labels inside the room there is', () => {
  const placed = lanesOf(
    [
      { x: 100, width: 60 },
      { x: 110, width: 60 },
      { x: 10, width: 200 },
    ],
    120,
  );
  expect(placed.map(({ x, lane, left }) => [x, lane, left])).toEqual([
    [10, 0, 10],
    [100, 0, 40],
    [110, 1, 50],
  ]);
});

it('gives today its place before the anchors, behind its day', () => {
  const placed = lanesOf([
    { x: 100, width: 60 },
    { x: 120, width: 60, foremost: true },
  ]);
  expect(placed.map(({ x, lane, side }) => [x, lane, side])).toEqual([
    [120, 0, 'behind'],
    [100, 0, 'before'],
  ]);
});

it('orders rows by the day on which they start, in their own order where it is the same', () => {
  const row = (id: string, startDay: string | null, dueDay: string | null) => ({ id, startDay, dueDay });
  const rows = [row('a', null, null), row('b', '2027-02-01', null), row('c', null, '2027-01-01')];
  expect(inOrderOfDays([...rows, row('d', '2027-01-01', null)]).map(({ id }) => id)).toEqual(['c', 'd', 'b', 'a']);
});

describe('the rows in sight', () => {
  it('are those on screen and a few around them, fewer than a hundred of two thousand', () => {
    const { first, last } = rowsInSight({ top: 44_000, height: 800 }, 44, 2000);
    expect([first, last]).toEqual([992, 1027]);
  });

  it('end with the list', () => {
    expect(rowsInSight({ top: 0, height: 800 }, 44, 3)).toEqual({ first: 0, last: 2 });
    expect(rowsInSight({ top: 88_000, height: 800 }, 44, 2000).last).toBe(1999);
    expect(rowsInSight({ top: 0, height: 800 }, 44, 0)).toEqual({ first: 0, last: -1 });
  });
});
