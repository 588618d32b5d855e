import type { RegisterRow } from '../../apps/api/registers/register-rows.dto';
import type { Register } from '../../apps/api/registers/registers.dto';
import { startTestApp, type TestApp } from '../support/app';
import { ANY_VERSION, type Body, type Client, ok, seen } from '../support/client';
import { aConference, type Refusal, type RunningProject, told } from '../support/builders';
import { databaseKinds } from '../support/database';
import { ListsWorld } from './registers.world';

const COLUMNS = [
  { key: 'bus', name: '班次', nameEn: 'Bus', type: 'text', required: true },
  {
    ...{ key: 'kind', name: '車種', nameEn: 'Kind', type: 'choice' },
    choices: [
      { key: 'van', name: '九人座', nameEn: 'Van' },
      { key: 'coach', name: '大客車', nameEn: 'Coach' },
    ],
  },
  { key: 'seats', name: '座位', nameEn: 'Seats', type: 'number', unit: '位' },
  { key: 'driver', name: '司機', nameEn: 'Driver', type: 'text' },
];
const [BUS, KIND, SEATS, DRIVER] = COLUMNS as [object, object, object, object];

describe.each(databaseKinds())('the columns of a list that is filled, on $name', (database) => {
  let app: TestApp;
  let project: RunningProject;
  let world: ListsWorld;
  let row: RegisterRow;

  beforeAll(async () => {
    app = await startTestApp({ database });
    project = await aConference(app);
    world = new ListsWorld(project, (await project.team('programme')).id);
  });
  beforeEach(async () => {
    world.list = await world.make({ preset: undefined, name: '接駁班次', columns: COLUMNS });
    row = await world.add({ bus: '第一班', kind: 'van', seats: 8, driver: '王大明' });
    await world.add({ bus: '第二班', seats: 40 });
  });
  afterAll(() => app.close());

  const change = (columns: object[], more: object = {}, as: Client = project.cast.lead.client, version = ANY_VERSION) =>
    as.put<Register & Refusal>(`/api/registers/${world.list.id}/columns`, { columns, ...more }, version);
  const rowNow = async () => ok(await world.member.get<RegisterRow>(`/api/register-rows/${row.id}`)).body;
  const reasons = (answer: { body: Refusal }) => (answer.body.fields ?? []).map(({ zh }) => zh);

  it('can be added to, renamed, moved and asked for, while rows stay as they are', async () => {
    const plate = { key: 'plate', name: '車牌', type: 'text' };
    const named = { ...DRIVER, name: '駕駛', nameEn: 'Driver’s name', required: true };
    const { body } = ok(await change([named, plate, BUS, KIND, { ...SEATS, unit: '人' }]));
    expect(body.columns.map(({ name }) => name)).toEqual(['駕駛', '車牌', '班次', '車種', '座位']);
    expect(body).toMatchObject({ version: 2, empty: [{ column: 'driver', rows: 1 }] });
    expect(body.columns.at(-1)).toMatchObject({ unit: '人', required: false });
    expect(await rowNow()).toEqual(row);
    const { cells } = await world.add({ bus: '第三班', plate: 'ABC-1234', driver: '李' });
    expect(cells).toMatchObject({ plate: 'ABC-1234' });
  });

  it('are changed by whoever leads, and not over what somebody else has changed meanwhile', async () => {
    expect(told(await change(COLUMNS, {}, world.member))).toBe('403 forbidden');
    ok(await change([BUS, KIND, SEATS, { ...DRIVER, name: '駕駛' }]));
    const late = await change(COLUMNS, {}, project.manager, seen(1));
    expect(told(late)).toBe('412 version-moved');
    expect(late.body).toMatchObject({ current: { version: 2 } });
    expect(ok(await change([BUS, KIND, SEATS, { ...DRIVER, name: '駕駛' }])).body.version).toBe(2);
  });

  it('go with their cells only once whoever removes one has been told how many and names it', async () => {
    const asked = await change([BUS, KIND, SEATS]);
    expect(told(asked)).toBe('409 cells-would-be-lost');
    expect(asked.body).toMatchObject({
      title: expect.stringContaining('「司機」1 筆'),
      lostCells: [{ column: 'driver', name: '司機', cells: 1 }],
    });
    expect(await rowNow()).toEqual(row);
    expect(told(await change([BUS, KIND], { throwAway: ['driver'] }))).toBe('409 cells-would-be-lost');
    ok(await change([BUS, KIND, SEATS], { throwAway: ['driver'] }));
    const after = await rowNow();
    expect(after.cells).toEqual({ bus: '第一班', kind: 'van', seats: 8 });
    expect(after.version).toBe(2);
    expect(told(await world.member.post(world.rowsOf(), { cells: { driver: '李' } }))).toBe(
      '400 validation /cells/driver',
    );
    // Whoever has the column anew does not find the old cells in it.
    ok(await change(COLUMNS));
    expect((await rowNow()).cells).not.toHaveProperty('driver');
  });

  it('go without a word where nothing stands in them', async () => {
    ok(await change([...COLUMNS, { key: 'plate', name: '車牌', type: 'text' }]));
    ok(await change(COLUMNS));
  });

  it('get more choices and other words for them, and lose only those that nobody took', async () => {
    const choices = (...keys: string[]) => keys.map((key) => ({ key, name: `${key} 車`, nameEn: key }));
    ok(await change([BUS, { ...KIND, choices: choices('van', 'coach', 'tram') }, SEATS, DRIVER]));
    ok(await change([BUS, { ...KIND, choices: choices('van') }, SEATS, DRIVER]));
    expect((await rowNow()).cells.kind).toBe('van');
    const refused = await change([BUS, { ...KIND, choices: choices('tram') }, SEATS, DRIVER]);
    expect(told(refused)).toBe('400 validation /columns/1/choices');
    expect(reasons(refused)).toEqual(['有 1 筆資料選了要拿掉的選項（van 車），請先改掉那些。']);
  });

  it('become unique only where no two rows are alike', async () => {
    const unique = [{ ...BUS, unique: true }, KIND, SEATS, DRIVER];
    const { id } = await world.add({ bus: '第一班' });
    const refused = await change(unique);
    expect(told(refused)).toBe('400 validation /columns/0/unique');
    expect(reasons(refused)).toEqual(['有 2 筆資料的「班次」都是「第一班」，要先改成不一樣。']);
    ok(await world.member.patch(`/api/register-rows/${id}`, { cells: { bus: '第三班' } }, ANY_VERSION));
    ok(await change(unique));
    const again = await world.member.post(world.rowsOf(), { cells: { bus: '第三班' } });
    expect(told(again)).toBe('400 validation /cells/bus');
  });

  it('keep their type, since their cells are kept by it', async () => {
    expect(told(await change([BUS, KIND, SEATS, { ...DRIVER, type: 'person' }]))).toBe(
      '400 validation /columns/3/type',
    );
  });

  it.each<[string, object[], string]>([
    ['two of one name', [BUS, { ...DRIVER, name: '班次' }], '/columns/1/name'],
    ['none at all', [], '/columns'],
    ['a unit of words', [{ ...BUS, unit: '班' }], '/columns/0/unit'],
  ])('are refused with %s', async (_what, columns, pointer) => {
    expect(told(await change(columns, { throwAway: ['driver', 'seats', 'kind'] }))).toBe(`400 validation ${pointer}`);
  });

  it('are hidden once they are personal, and the activity forgets what it has told of them', async () => {
    const hidden = [BUS, KIND, SEATS, { ...DRIVER, personal: true }];
    const path = `/api/projects/${project.id}/activity`;
    const entries = async () => {
      const { items } = ok(await project.manager.get<{ items: { subject: { id: string } }[] }>(path)).body;
      return JSON.stringify(items.filter(({ subject }) => subject.id === row.id));
    };
    expect(await entries()).toContain('王大明');
    ok(await change(hidden));
    expect(await entries()).toMatch(/register-row.added(?!.*王大明)/);
    ok(await project.manager.patch(`/api/registers/${world.list.id}`, { crewOnly: false }, ANY_VERSION));
    const client = project.cast.client.client;
    expect(JSON.stringify(ok(await client.get<Body>(world.rowsOf())).body)).not.toContain('王大明');
    expect((await rowNow()).cells.driver).toBe('王大明');
  });

  it('are no more compared once they are personal or gone', async () => {
    const weights = [{ column: 'seats', weight: 5, better: 'higher' }];
    ok(await project.manager.patch(`/api/registers/${world.list.id}`, { weights }, ANY_VERSION));
    ok(await change([BUS, KIND, { ...SEATS, name: '座位數' }, DRIVER]));
    expect((await world.look()).weights).toHaveLength(1);
    ok(await change([BUS, KIND, { ...SEATS, personal: true }, DRIVER]));
    expect((await world.look()).weights).toEqual([]);
  });

  it('that the standard names stay for as long as the list is a deliverable', async () => {
    const { id } = await project.addDeliverable({ kind: 'register' });
    world.list = await world.make({ preset: 'sponsors', deliverables: [id] });
    const plain = ({ masked: _, ...column }: Register['columns'][number]) => column;
    const without = (key: string) => world.list.columns.filter((column) => column.key !== key).map(plain);
    const refused = await change(without('collected'), {}, project.manager);
    expect(told(refused)).toBe('400 validation /columns');
    expect(reasons(refused)[0]).toContain('「收款」');
    ok(await change(without('note'), {}, project.manager));
    ok(await project.manager.patch(`/api/registers/${world.list.id}`, { deliverables: [] }, ANY_VERSION));
    ok(await change(without('collected'), {}, project.manager));
  });
});
