import { newId } from '@convener/kernel';
import { Database, insertAll } from '@convener/platform';
import { MOST_COMPARED, RegisterRow as Row } from '@convener/registers';
import type { RegisterComparison } from '../../apps/api/registers/comparison.dto';
import type { RegisterRow } from '../../apps/api/registers/register-rows.dto';
import type { Register } from '../../apps/api/registers/registers.dto';
import { startTestApp, type TestApp } from '../support/app';
import { ANY_VERSION, type Client, ok, seen } from '../support/client';
import { aConference, type RunningProject, told } from '../support/builders';
import { databaseKinds } from '../support/database';
import { ListsWorld } from './registers.world';

const WEIGHTS = [
  { column: 'cost', weight: 3, better: 'lower' },
  { column: 'capacity', weight: 1, better: 'higher' },
];

describe.each(databaseKinds())('the comparison of a list on $name', (database) => {
  let app: TestApp;
  let project: RunningProject;
  let world: ListsWorld;

  beforeAll(async () => {
    app = await startTestApp({ database });
    project = await aConference(app);
    world = new ListsWorld(project, (await project.team('programme')).id);
  });
  beforeEach(async () => {
    world.list = await world.make({ weights: WEIGHTS });
  });
  afterAll(() => app.close());

  const path = () => `/api/registers/${world.list.id}`;
  const compare = async (as: Client = world.member) =>
    ok(await as.get<RegisterComparison>(`${path()}/comparison`)).body;
  const weigh = (weights: unknown, as = project.manager) => as.patch<Register>(path(), { weights }, ANY_VERSION);

  /** Rows behind the first, straight into the database: one request each would take a minute. */
  const fill = ({ registerId, addedBy, addedAt }: RegisterRow, upTo: number) =>
    app.app.get(Database).write((em) =>
      insertAll(
        em,
        Row,
        Array.from({ length: upTo - 1 }, (_, at) => ({
          ...{ id: newId(), registerId, position: at + 2, status: 'open' as const, version: 1 },
          ...{ cells: { venue: `館 ${at + 2}`, cost: (at + 2) * 100 }, addedBy: addedBy.id, addedAt },
        })),
      ),
    );

  it('puts the best venue first, and leaves those out that are dropped', async () => {
    await world.add({ venue: '甲館', cost: 'NT$300', capacity: 250 });
    await world.add({ venue: '乙館', cost: '100元', capacity: '50人' });
    await world.add({ venue: '丙館', cost: 150, capacity: 100 }, { status: 'confirmed' });
    await world.add({ venue: '丁館', cost: 0, capacity: 9999 }, { status: 'dropped' });
    const { weights, rows } = await compare();
    expect(weights).toEqual(WEIGHTS);
    expect(rows.map(({ name, score, rank }) => [name, score, rank])).toEqual([
      ['乙館', 75, 1],
      ['丙館', 62.5, 2],
      ['甲館', 25, 3],
    ]);
    expect(rows[1]!.parts).toEqual([
      { column: 'cost', score: 0.75 },
      { column: 'capacity', score: 0.25 },
    ]);
  });

  it('says what is missing, which scores nothing, and lets those who are alike share a rank', async () => {
    await world.add({ venue: '甲館', cost: 100 });
    await world.add({ venue: '乙館', cost: 100 });
    await world.add({ cost: 200, capacity: 80 });
    const { rows } = await compare();
    expect(rows.map(({ name, score, rank, missing }) => [name, score, rank, missing])).toEqual([
      ['甲館', 75, 1, ['capacity']],
      ['乙館', 75, 1, ['capacity']],
      ['', 25, 3, []],
    ]);
  });

  it('follows the weights as they are changed, and is empty of scores without them', async () => {
    await world.add({ venue: '小而省', cost: 100, capacity: 50 });
    await world.add({ venue: '大而貴', cost: 300, capacity: 250 });
    expect((await compare()).rows[0]!.name).toBe('小而省');
    const bySize = [{ column: 'capacity', weight: 10, better: 'higher' }];
    const { weights, version } = ok(await project.manager.patch<Register>(path(), { weights: bySize }, seen(1))).body;
    expect({ weights, version }).toEqual({ weights: bySize, version: 2 });
    expect((await compare()).rows.map(({ name }) => name)).toEqual(['大而貴', '小而省']);
    ok(await weigh([]));
    expect(await compare()).toMatchObject({
      weights: [],
      rows: [
        { score: 0, rank: 1 },
        { score: 0, rank: 1 },
      ],
    });
  });

  it('is changed by whoever leads, once for the same weights, and the activity says how', async () => {
    expect(told(await weigh([], world.member))).toBe('403 forbidden');
    const again = WEIGHTS.map(({ column, weight, better }) => ({ better, weight, column }));
    expect(ok(await weigh(again)).body.version).toBe(1);
    ok(await weigh([WEIGHTS[1]], project.cast.lead.client));
    const { items } = ok(
      await project.manager.get<{ items: object[] }>(`/api/projects/${project.id}/activity?subject=${world.list.id}`),
    ).body;
    expect(items[0]).toMatchObject({
      ...{ action: 'register.edited', before: { weights: WEIGHTS }, after: { weights: [WEIGHTS[1]] } },
    });
  });

  it.each([
    [{ column: 'cost', weight: 11, better: 'lower' }, '/weights/0/weight'],
    [{ column: 'cost', weight: 2.5, better: 'lower' }, '/weights/0/weight'],
    [{ column: 'cost', weight: -1, better: 'lower' }, '/weights/0/weight'],
    [{ column: 'cost', weight: 1, better: 'cheaper' }, '/weights/0/better'],
    [{ column: 'transport', weight: 1, better: 'higher' }, '/weights/0/column'],
    [{ column: 'nothing', weight: 1, better: 'higher' }, '/weights/0/column'],
  ])('takes no weight such as %j', async (weight, pointer) => {
    expect(told(await weigh([weight]))).toBe(`400 validation ${pointer}`);
    expect((await compare()).weights).toEqual(WEIGHTS);
  });

  it('never compares what is personal, and names no row by it', async () => {
    const columns = [
      { key: 'who', name: '姓名', type: 'text', required: true, personal: true },
      { key: 'room', name: '房號', type: 'text', required: true },
      { key: 'age', name: '年齡', type: 'number', personal: true },
      { key: 'nights', name: '夜數', type: 'number' },
    ];
    const own = { preset: undefined, name: '住客', crewOnly: false, columns };
    const byNights = [{ column: 'nights', weight: 1, better: 'higher' }];
    world.list = await world.make({ ...own, weights: byNights });
    expect(told(await weigh([{ column: 'age', weight: 1, better: 'higher' }]))).toBe(
      '400 validation /weights/0/column',
    );
    await world.add({ who: '王小姐', room: '508', age: 61, nights: 2 });
    const { client } = project.cast.client;
    const [masked] = (await compare(client)).rows;
    expect(masked).toMatchObject({ name: '508', score: 100 });
    expect(JSON.stringify({ ...masked, id: null })).not.toMatch(/王小姐|61/);
    expect((await compare()).rows[0]!.name).toBe('王小姐');
  });

  it('is refused for more rows than anybody chooses among, and says what to do', async () => {
    await fill(await world.add({ venue: '館 1', cost: 1 }), MOST_COMPARED);
    expect((await compare()).rows).toHaveLength(MOST_COMPARED);
    const { id } = await world.add({ venue: '多的館' });
    const refused = await world.member.get(`${path()}/comparison`);
    expect(told(refused)).toBe('409 too-many-to-compare');
    expect(JSON.stringify(refused.body)).toContain('不採用');
    ok(await world.member.patch(`/api/register-rows/${id}`, { status: 'dropped' }, seen(1)));
    expect((await compare()).rows[0]).toMatchObject({ name: '館 1', rank: 1 });
  });
});
