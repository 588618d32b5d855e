import { addDays, daysBetween } from '@convener/kernel';
import fc from 'fast-check';
import { WorkingCalendar } from './calendar';
import { chainOf, criticalPath, cycleOf, floats, forecast, type NetworkEdge, type NetworkNode } from './network';

const calendar = new WorkingCalendar(
  [{ year: 2028, status: 'official', daysOff: [{ date: '2028-02-29', name: '補假' }] }],
  [],
);
const DAY_ONE = '2028-02-01';
const LONG_AGO = '2027-01-01';

const node = (id: string, startDay: string, dueDay: string, given: Partial<NetworkNode> = {}): NetworkNode => ({
  ...{ id, startDay, dueDay, baselineStartDay: startDay, baselineDueDay: dueDay },
  ...{ doneDay: null, open: true, begun: false, limitDay: '2028-12-31' },
  ...given,
});
const after = (to: string, from: string, lagDays = 0, lagUnit: NetworkEdge['lagUnit'] = 'days'): NetworkEdge => ({
  ...{ from, to, lagDays, lagUnit },
});
const told = (nodes: NetworkNode[], edges: NetworkEdge[], today: string) =>
  Object.fromEntries(
    [...forecast(nodes, edges, calendar, today)].map(([id, { startDay, finishDay, pushDays }]) => [
      id,
      `${startDay.slice(5)}…${finishDay.slice(5)} +${pushDays}`,
    ]),
  );

/** A network without cycles: rows wait only for rows in front of them. Its baseline is its plan. */
const networks = fc
  .array(
    fc.record({
      start: fc.integer({ min: 0, max: 400 }),
      length: fc.nat(20),
      spare: fc.nat(30),
      waits: fc.array(fc.record({ by: fc.nat(), lag: fc.integer({ min: -5, max: 9 }), working: fc.boolean() }), {
        maxLength: 3,
      }),
    }),
    { minLength: 1, maxLength: 12 },
  )
  .map((rows) => ({
    nodes: rows.map(({ start, length, spare }, index) => {
      const due = addDays(DAY_ONE, start + length);
      return node(String(index), addDays(DAY_ONE, start), due, { limitDay: addDays(due, spare) });
    }),
    edges: rows.flatMap(({ waits }, index) =>
      index === 0
        ? []
        : waits.map(({ by, lag, working }) =>
            after(String(index), String(by % index), lag, working ? 'working days' : 'days'),
          ),
    ),
  }));
const inside = fc.nat(450).map((count) => addDays(DAY_ONE, count));

describe('a network of predecessors', () => {
  it('names a cycle, and finds none where there is none', () => {
    expect(cycleOf([after('B', 'A'), after('C', 'B'), after('C', 'A')])).toBeNull();
    expect(cycleOf([after('A', 'A')])).toEqual(['A', 'A']);
    expect(cycleOf([after('B', 'A'), after('C', 'B'), after('A', 'C'), after('D', 'C')])).toEqual(['A', 'B', 'C', 'A']);
    fc.assert(fc.property(networks, ({ edges }) => cycleOf(edges) === null));
    fc.assert(
      fc.property(networks, fc.nat(), ({ edges }, turn) => {
        if (edges.length === 0) return true;
        const { from, to } = edges[turn % edges.length]!;
        const way = cycleOf([...edges, after(from, to)])!;
        const all = [...edges, after(from, to)];
        expect(way[0]).toBe(way.at(-1));
        return way.slice(1).every((id, at) => all.some((edge) => edge.from === way[at] && edge.to === id));
      }),
    );
  });

  it('pushes what waits for a late row by what goes beyond the slack, down the whole chain', () => {
    const nodes = [
      node('場勘', '2028-03-01', '2028-03-10'),
      node('簽約', '2028-03-13', '2028-03-20'),
      node('付款', '2028-03-20', '2028-03-24'),
      node('無關', '2028-03-20', '2028-03-24'),
    ];
    const edges = [after('簽約', '場勘', 1), after('付款', '簽約')];
    expect(told(nodes, edges, '2028-03-14')).toEqual({
      場勘: '03-01…03-14 +0',
      簽約: '03-15…03-22 +2',
      付款: '03-22…03-26 +2',
      無關: '03-20…03-24 +0',
    });
    expect(chainOf(forecast(nodes, edges, calendar, '2028-03-14'), '付款')).toEqual(['簽約', '場勘']);
  });

  it('reads a planned overlap as a lead: a delay passes on in full', () => {
    const nodes = [node('A', '2028-03-01', '2028-03-20'), node('B', '2028-03-10', '2028-03-30')];
    expect(told(nodes, [after('B', 'A', 3)], '2028-03-20')).toMatchObject({ B: '03-10…03-30 +0' });
    expect(told(nodes, [after('B', 'A', 3)], '2028-03-25')).toMatchObject({ B: '03-15…04-04 +5' });
  });

  it('counts a lag in working days around weekends and days off', () => {
    // The lag was kept in the plan: Friday 25 February, then a weekend and a day off on Tuesday.
    const nodes = [node('A', '2028-02-21', '2028-02-24'), node('B', '2028-02-28', '2028-03-03')];
    const edges = [after('B', 'A', 2, 'working days')];
    expect(told(nodes, edges, '2028-02-24')).toMatchObject({ B: '02-28…03-03 +0' });
    expect(told(nodes, edges, '2028-02-25')).toMatchObject({ B: '03-01…03-05 +2' });
  });

  it('leaves alone what has begun, and what waits for something that is done or does not apply', () => {
    const edges = [after('B', 'A')];
    const b = node('B', '2028-03-11', '2028-03-20');
    const late = node('A', '2028-03-01', '2028-03-10');
    const done = { ...late, open: false, doneDay: '2028-03-15' };
    expect(told([late, b], edges, '2028-03-15')).toMatchObject({ B: '03-15…03-24 +4' });
    expect(told([late, { ...b, begun: true }], edges, '2028-03-15')).toMatchObject({ B: '03-11…03-20 +0' });
    expect(told([done, b], edges, '2028-03-15')).toEqual({ B: '03-11…03-20 +0' });
    expect(told([{ ...done, doneDay: null }, b], edges, '2028-03-15')).toEqual({ B: '03-11…03-20 +0' });
  });

  it('pushes nothing while everything is on time', () => {
    fc.assert(
      fc.property(networks, ({ nodes, edges }) =>
        [...forecast(nodes, edges, calendar, LONG_AGO).values()].every(({ pushDays }) => pushDays === 0),
      ),
    );
  });

  it('pushes no more once the push was followed', () => {
    fc.assert(
      fc.property(networks, inside, ({ nodes, edges }, today) => {
        const found = forecast(nodes, edges, calendar, today);
        const moved = nodes.map((row) => {
          const { pushDays } = found.get(row.id)!;
          return { ...row, startDay: addDays(row.startDay!, pushDays), dueDay: addDays(row.dueDay!, pushDays) };
        });
        return [...forecast(moved, edges, calendar, today).values()].every(({ pushDays }) => pushDays === 0);
      }),
    );
  });

  it('gives no row less than no float while everything is on time, and marks the smallest', () => {
    fc.assert(
      fc.property(networks, ({ nodes, edges }) => {
        const found = [...floats(nodes, edges, calendar, forecast(nodes, edges, calendar, LONG_AGO)).values()];
        const least = Math.min(...found.map(({ days }) => days));
        return least >= 0 && found.every(({ days, critical }) => critical === (days === least));
      }),
    );
  });

  it('lets a row slip by its float without harm, and by not a day more', () => {
    fc.assert(
      fc.property(networks, fc.nat(), ({ nodes, edges }, turn) => {
        const { id, startDay } = nodes[turn % nodes.length]!;
        const float = floats(nodes, edges, calendar, forecast(nodes, edges, calendar, LONG_AGO)).get(id)!;
        const harmful = (slip: number) => {
          // Something before it is late by so many days.
          const due = addDays(LONG_AGO, -slip);
          const edge = after(id, 'X', daysBetween(due, startDay!));
          const then = forecast([...nodes, node('X', due, due)], [...edges, edge], calendar, LONG_AGO);
          return nodes.some((row) => then.get(row.id)!.finishDay > row.limitDay!);
        };
        return !harmful(float.days) && harmful(float.days + 1);
      }),
      { numRuns: 300 },
    );
  });

  it('shows the critical path as a chain', () => {
    const nodes = [
      node('A', '2028-03-01', '2028-03-10'),
      node('B', '2028-03-10', '2028-03-20', { limitDay: '2028-03-20' }),
      node('C', '2028-03-05', '2028-03-08', { limitDay: '2028-03-20' }),
    ];
    const edges = [after('B', 'A'), after('B', 'C')];
    const found = floats(nodes, edges, calendar, forecast(nodes, edges, calendar, LONG_AGO));
    expect(found.get('C')).toEqual({ days: daysBetween('2028-03-08', '2028-03-10'), critical: false });
    expect(criticalPath(nodes, edges, found)).toEqual(['A', 'B']);
  });
});
