import type { Preview } from '../../apps/api/projects/start-preview.dto';
import type { KeptList } from '../../apps/api/registers/kept-lists.dto';
import type { Register, RegisterList } from '../../apps/api/registers/registers.dto';
import type { HouseTemplate, TemplateDifferences } from '../../apps/api/templates/house.dto';
import { startTestApp, type TestApp } from '../support/app';
import { ANY_VERSION, ok, seen } from '../support/client';
import { aCast, aConference, aStart, type Cast, type Refusal, type RunningProject, told } from '../support/builders';
import { databaseKinds } from '../support/database';
import { ListsWorld } from './registers.world';

const COLUMNS = [
  { key: 'bus', name: '班次', type: 'text', required: true },
  { key: 'seats', name: '座位', type: 'number', unit: '位' },
  { key: 'phone', name: '司機電話', type: 'phone', personal: true },
  { key: 'permit', name: '行車執照影本', type: 'file' },
];
const WEIGHTS = [{ column: 'seats', weight: 5, better: 'higher' }];

describe.each(databaseKinds())('lists that a template of the house brings on $name', (database) => {
  let app: TestApp;
  let cast: Cast;
  let project: RunningProject;
  let team: string;
  let world: ListsWorld;
  beforeAll(async () => {
    app = await startTestApp({ database });
    cast = await aCast(app);
    project = await aConference(app, { cast });
    team = (await project.team('registration')).id;
    world = new ListsWorld(project, team);
  });
  afterAll(() => app.close());

  const me = () => cast.manager.client;
  const shuttles = (name: string, more: object = {}) =>
    world.make({ preset: undefined, name, teamId: team, columns: COLUMNS, weights: WEIGHTS, crewOnly: false, ...more });
  const copy = async (template = 'conference') =>
    ok(await me().post<HouseTemplate>('/api/house-templates', { from: { template }, name: '本會範本' })).body;
  const look = async (id: string) => ok(await me().get<HouseTemplate>(`/api/house-templates/${id}`)).body;
  const keep = (list: Register, template: string, more: object = {}, as = me()) =>
    as.post<KeptList & Refusal>(`/api/registers/${list.id}/keep`, { templateId: template, ...more });
  const publish = async (id: string) =>
    ok(await me().post<HouseTemplate>(`/api/house-templates/${id}/publish`, {}, ANY_VERSION)).body;
  const listsOf = async (id: string) => ok(await me().get<RegisterList>(`/api/projects/${id}/registers`)).body.items;

  it('a list is kept without its rows, published, and made with the project that starts from there', async () => {
    const house = await copy();
    const list = await shuttles('接駁班次');
    ok(await me().post(world.rowsOf(list.id), { cells: { bus: '第一班' } }));
    expect(ok(await keep(list, house.id)).body).toEqual({ replaced: false, teamKnown: true, asText: [] });
    const { draft, unpublished, version } = await look(house.id);
    expect({ unpublished, version }).toEqual({ unpublished: true, version: house.version + 1 });
    expect(draft.lists).toMatchObject([{ name: '接駁班次', team: 'registration', crewOnly: false }]);
    await publish(house.id);
    const start = aStart({ template: house.slug });
    expect(ok(await me().post<Preview>('/api/projects/preview', start)).body.lists).toEqual([
      { name: '接駁班次', nameEn: null, team: 'registration', crewOnly: false, columns: 4, asText: [] },
    ]);
    const next = await aConference(app, { cast, template: house.slug });
    const [made, ...more] = await listsOf(next.id);
    expect(more).toEqual([]);
    const teamId = (await next.team('registration')).id;
    expect(made).toMatchObject({ name: '接駁班次', presetKey: null, team: { id: teamId }, deliverables: [] });
    expect(made!.rows).toEqual({ open: 0, confirmed: 0, dropped: 0 });
    const whole = await world.look(made!.id);
    expect(whole.columns.map(({ key, personal, required }) => ({ key, personal, required }))).toEqual([
      { key: 'bus', personal: false, required: true },
      { key: 'seats', personal: false, required: false },
      { key: 'phone', personal: true, required: false },
      { key: 'permit', personal: false, required: false },
    ]);
    expect(whole.weights).toEqual(WEIGHTS);
    ok(await next.manager.post(`/api/registers/${made!.id}/rows`, { cells: { bus: '第一班', seats: '20位' } }));
  });

  it('a ready list is the deliverables that its preset stands for', async () => {
    const house = await copy();
    ok(await keep(await world.make(), house.id));
    await publish(house.id);
    const next = await aConference(app, { cast, template: house.slug });
    const [made] = await listsOf(next.id);
    expect(made).toMatchObject({ presetKey: 'venues' });
    expect(made!.deliverables.length).toBeGreaterThan(0);
  });

  it('the same list again changes nothing; another of its name is replaced only where that is said', async () => {
    const house = await copy();
    const list = await shuttles('接駁安排');
    ok(await keep(list, house.id));
    const { version } = await look(house.id);
    expect(ok(await keep(list, house.id)).body.replaced).toBe(false);
    expect((await look(house.id)).version).toBe(version);
    const other = await shuttles('接駁安排', { columns: COLUMNS.slice(0, 1), weights: [] });
    expect(told(await keep(other, house.id))).toBe('409 list-there');
    expect((await look(house.id)).draft.lists[0]!.columns).toHaveLength(4);
    expect(ok(await keep(other, house.id, { replace: true })).body.replaced).toBe(true);
    expect((await look(house.id)).draft.lists.map(({ columns }) => columns.length)).toEqual([1]);
  });

  it('is taken out of the draft; a version that is published keeps it', async () => {
    const house = await copy();
    ok(await keep(await shuttles('短期接駁'), house.id));
    const published = await publish(house.id);
    const edit = (removeLists: string[]) =>
      me().patch<HouseTemplate>(`/api/house-templates/${house.id}`, { removeLists }, seen(published.version));
    expect(told(await edit(['沒有這份']))).toBe('400 validation /removeLists/0');
    expect(ok(await edit(['短期接駁'])).body.draft.lists).toEqual([]);
    const preview = await me().post<Preview>('/api/projects/preview', aStart({ template: house.slug }));
    expect(ok(preview).body.lists).toHaveLength(1);
    const path = `/api/house-templates/${house.id}/differences?from=last-version`;
    const { items } = ok(await me().get<TemplateDifferences>(path)).body;
    expect(items).toMatchObject([{ what: 'left-out', kind: 'list', title: '短期接駁' }]);
  });

  it('stays where everything else of the draft is replaced, and comes along where the template is copied', async () => {
    const house = await copy();
    ok(await keep(await shuttles('長駐接駁'), house.id));
    const renamed = ok(
      await me().patch<HouseTemplate>(`/api/house-templates/${house.id}`, { name: '新名' }, ANY_VERSION),
    );
    expect(renamed.body.draft.lists).toHaveLength(1);
    await publish(house.id);
    expect((await copy(house.slug)).draft.lists.map(({ name }) => name)).toEqual(['長駐接駁']);
  });

  it('a column that leads to a list that is not kept becomes text, and leads there once that one is kept too', async () => {
    const house = await copy();
    const drivers = await shuttles('司機名單', { columns: COLUMNS.slice(0, 1), weights: [] });
    const link = { list: drivers.id, preset: null };
    const columns = [COLUMNS[0], { key: 'driver', name: '司機', type: 'row-link', link }];
    const rides = await shuttles('接駁司機', { columns, weights: [] });
    expect(ok(await keep(rides, house.id)).body.asText).toEqual(['司機']);
    await publish(house.id);
    const first = await aConference(app, { cast, template: house.slug });
    const [asText] = await listsOf(first.id);
    expect((await world.look(asText!.id)).columns[1]).toMatchObject({ key: 'driver', type: 'text' });
    ok(await keep(drivers, house.id));
    await publish(house.id);
    const second = await aConference(app, { cast, template: house.slug });
    const made = await listsOf(second.id);
    const led = made.find(({ name }) => name === '司機名單')!;
    const leads = made.find(({ name }) => name === '接駁司機')!;
    expect((await world.look(leads.id)).columns[1]).toMatchObject({
      ...{ type: 'row-link', link: { list: led.id, preset: null } },
    });
  });

  it('a running project is told of a list of a newer version and makes none', async () => {
    const house = await copy();
    await publish(house.id);
    const running = await aConference(app, { cast, template: house.slug });
    ok(await keep(await shuttles('後來的接駁'), house.id));
    await publish(house.id);
    type Offer = { to: number; changes: { id: string; kind: string; what: string; takes: boolean }[] };
    const path = `/api/projects/${running.id}/template-update`;
    const { changes } = ok(await me().post<Offer>(`${path}/preview`, {})).body;
    expect(changes).toMatchObject([{ kind: 'list', what: 'added', takes: false }]);
    ok(await me().post(path, { version: 2, take: [] }, ANY_VERSION));
    expect(await listsOf(running.id)).toEqual([]);
  });

  it('what a project has learnt is kept after it has closed', async () => {
    const house = await copy('venue-search');
    const past = await aConference(app, { cast });
    const path = `/api/projects/${past.id}/registers`;
    const list = ok(await me().post<Register>(path, { preset: 'budget', deliverables: [] })).body;
    ok(await me().post(`/api/projects/${past.id}/close`, { waiveRest: '提前結案' }, ANY_VERSION));
    const { mayManage, mayKeep } = await world.look(list.id);
    expect({ mayManage, mayKeep }).toEqual({ mayManage: false, mayKeep: true });
    ok(await keep(list, house.id));
  });

  it('a sub-team that the template doesn’t have is said, and the whole crew keeps the list there', async () => {
    const house = await copy();
    const own = ok(
      await me().post<{ teams: { id: string; name: string }[] }>(`/api/projects/${project.id}/teams`, {
        name: '接駁組',
      }),
    );
    const { teams } = ok(await me().get<{ teams: { id: string; name: string }[] }>(`/api/projects/${project.id}`)).body;
    expect(own.status).toBeLessThan(300);
    const teamId = teams.find(({ name }) => name === '接駁組')!.id;
    expect(ok(await keep(await shuttles('接駁組班次', { teamId }), house.id)).body.teamKnown).toBe(false);
    expect((await look(house.id)).draft.lists[0]!.team).toBeNull();
  });

  it('is kept by whoever manages it alone, in a template that there is', async () => {
    const house = await copy();
    const list = await shuttles('誰能存');
    expect(told(await keep(list, house.id, {}, cast.member.client))).toMatch(/^403 /);
    expect(told(await keep(list, house.id, {}, cast.client.client))).toMatch(/^403 /);
    expect((await world.look(list.id, cast.member.client)).mayKeep).toBe(false);
    expect(told(await keep(list, project.id))).toBe('400 validation /templateId');
    expect((await look(house.id)).draft.lists).toEqual([]);
  });
});
