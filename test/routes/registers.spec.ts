import type { RegisterRow, RegisterRowPage } from '../../apps/api/registers/register-rows.dto';
import type { Register, RegisterList, RegisterPresetList } from '../../apps/api/registers/registers.dto';
import type { Deliverable } from '../../apps/api/projects/work.dto';
import { startTestApp, type TestApp } from '../support/app';
import { ANY_VERSION, ok, seen } from '../support/client';
import { aConference, type RunningProject, told } from '../support/builders';
import { databaseKinds } from '../support/database';
import { KEPT, ListsWorld, VENUE } from './registers.world';

describe.each(databaseKinds())('the lists of a project on $name', (database) => {
  let app: TestApp;
  let project: RunningProject;
  let world: ListsWorld;

  beforeAll(async () => {
    app = await startTestApp({ database });
    project = await aConference(app);
    world = new ListsWorld(project, (await project.team('programme')).id);
  });
  beforeEach(async () => {
    world.list = await world.make();
  });
  afterAll(() => app.close());

  describe('a list', () => {
    it('begins as a preset has it, in the words of the standard', async () => {
      const { items } = ok(await world.member.get<RegisterPresetList>('/api/register-presets')).body;
      const venue = items.find(({ key }) => key === 'venues')!;
      expect(world.list).toMatchObject({
        presetKey: 'venues',
        name: '場地列表',
        team: { id: world.team },
        crewOnly: false,
      });
      expect(world.list.columns.map(({ name }) => name)).toEqual(venue.columns.map(({ name }) => name));
      expect(world.list.columns.filter(({ required }) => required).map(({ name }) => name)).toEqual([
        '場地名稱',
        '檔期',
        '費用',
        '坪數',
        '可容納人數',
        '形式',
        '交通',
      ]);
    });

    it('can be made by managers for anybody, by leads for their own sub-team, and by nobody else', async () => {
      const keepers = async (client: typeof world.member) =>
        ok(await client.get<RegisterList>(world.path)).body.keepers;
      expect(await keepers(project.manager)).toEqual(expect.arrayContaining([null, world.team]));
      expect(await keepers(project.cast.lead.client)).toEqual([world.team]);
      expect(await keepers(world.member)).toEqual([]);
    });

    it('says who may look for a person and say how long personal data is kept: the manager', async () => {
      const says = async (client: typeof world.member) => {
        const { mayFindPersons } = ok(await client.get<RegisterList>(world.path)).body;
        return [mayFindPersons, (await world.look(world.list.id, client)).maySetDays];
      };
      expect(await says(project.manager)).toEqual([true, true]);
      expect(await says(project.cast.lead.client)).toEqual([false, false]);
    });

    it('may have columns of its own', async () => {
      const columns = [
        { key: 'what', name: '項目', type: 'text', required: true, unique: true },
        { key: 'how', name: '方式', type: 'choice', choices: [{ key: 'van', name: '接駁車', nameEn: 'Van' }] },
      ];
      const own = await world.make({ preset: undefined, name: '接駁班次', columns });
      expect(own).toMatchObject({ presetKey: null, name: '接駁班次', crewOnly: true });
      const { cells } = await world.add({ what: '第一班', how: '接駁車' }, {}, own.id);
      expect(cells).toEqual({ what: '第一班', how: 'van' });
    });

    it.each<[object, string]>([
      [{ preset: 'nothing' }, '/preset'],
      [{ preset: undefined }, '/preset'],
      [{ columns: [{ key: 'a', name: '甲', type: 'text' }] }, '/preset'],
      [{ preset: undefined, columns: [{ key: 'a', name: '甲', type: 'text' }] }, '/name'],
      [{ preset: undefined, name: '單', columns: [{ key: 'a', name: '甲', type: 'choice' }] }, '/columns/0/choices'],
      [{ preset: undefined, name: '單', columns: [{ key: 'A b', name: '甲', type: 'text' }] }, '/columns/0/key'],
      [{ preset: undefined, name: '單', columns: [] }, '/columns'],
      [{ deliverables: ['01a1fee5-44e4-76b8-abad-db027b473b65'] }, '/deliverables/0'],
    ])('is refused as %j', async (wrong, pointer) => {
      const before = ok(await project.manager.get<RegisterList>(world.path)).body.items.length;
      const body = { preset: 'venues', teamId: world.team, deliverables: [], ...wrong };
      expect(told(await project.manager.post(world.path, body))).toBe(`400 validation ${pointer}`);
      expect(ok(await project.manager.get<RegisterList>(world.path)).body.items).toHaveLength(before);
    });

    it('is made and changed by whoever leads, and removed while it is empty', async () => {
      const { lead } = project.cast;
      expect(told(await world.member.post(world.path, { preset: 'venues', teamId: world.team }))).toBe('403 forbidden');
      expect(told(await lead.client.post(world.path, { preset: 'venues' }))).toBe('403 forbidden');
      const own = await world.make({}, lead.client);
      const path = `/api/registers/${own.id}`;
      ok(await lead.client.patch(path, { name: '北部場地' }, seen(1)));
      expect(told(await lead.client.patch(path, { name: '南部場地' }, seen(1)))).toBe('412 version-moved');
      await world.add({ venue: '甲' }, {}, own.id);
      expect(told(await lead.client.delete(path))).toBe('409 not-empty');
      const [row] = ok(await lead.client.get<RegisterRowPage>(world.rowsOf(own.id))).body.items;
      ok(await lead.client.delete(`/api/register-rows/${row!.id}`));
      ok(await lead.client.delete(path));
      expect(told(await lead.client.get(path))).toBe('404 not-found');
    });
  });

  describe('a deliverable that is a list', () => {
    const submit = (id: string) => world.member.post<Deliverable>(`/api/deliverables/${id}/submit`);
    const tied = async () => {
      const { id } = await project.addDeliverable({ kind: 'register' });
      ok(await project.manager.patch(`/api/registers/${world.list.id}`, { deliverables: [id] }, ANY_VERSION));
      return id;
    };

    it('is handed in when the list has a row and no required cell is empty', async () => {
      const id = await tied();
      const refused = async () => {
        const answer = await submit(id);
        return [told(answer), JSON.stringify(answer.body)];
      };
      expect(await refused()).toEqual(['409 not-complete', expect.stringContaining('「場地列表」還沒有資料。')]);
      await world.add({ venue: '只想過的' }, { status: 'dropped' });
      expect(await refused()).toEqual(['409 not-complete', expect.stringContaining('「場地列表」還沒有資料。')]);
      const row = await world.add({ ...VENUE, cost: '' });
      expect(await refused()).toEqual(['409 not-complete', expect.stringContaining('費用（1 筆）')]);
      ok(await world.member.patch(`/api/register-rows/${row.id}`, { cells: { cost: 0 } }, seen(1)));
      expect(ok(await submit(id)).body.status).toBe('delivered');
      expect(await world.look()).toMatchObject({ complete: true, deliverables: [{ id, status: 'delivered' }] });
    });

    it('is never handed in over a cell that is emptied at the same moment', async () => {
      const id = await tied();
      const row = await world.add(VENUE);
      const [handedIn] = await Promise.all([
        submit(id),
        world.member.patch(`/api/register-rows/${row.id}`, { cells: { cost: null } }, seen(1)),
      ]);
      const { items } = ok(
        await project.manager.get<{ items: { action: string }[] }>(`/api/projects/${project.id}/activity?limit=3`),
      ).body;
      const entries = items.map(({ action }) => action);
      // Whichever came first: it was complete when it was handed in.
      if (handedIn.status !== 200)
        expect([told(handedIn), entries[0]]).toEqual(['409 not-complete', 'register-row.edited']);
      else expect(entries.indexOf('register-row.edited')).toBeLessThan(entries.indexOf('deliverable.submitted'));
    });

    it('is handed in as before where no list is kept here', async () => {
      const { id } = await project.addDeliverable({ kind: 'register' });
      expect(ok(await submit(id)).body.status).toBe('delivered');
    });

    it('is one list alone, also when two want it at once', async () => {
      const id = await tied();
      const other = await world.make();
      const take = await project.manager.patch(`/api/registers/${other.id}`, { deliverables: [id] }, ANY_VERSION);
      expect(told(take)).toBe('400 validation /deliverables/0');
      const free = (await project.addDeliverable({ kind: 'register' })).id;
      const made = await Promise.all(
        [1, 2, 3].map(() => project.manager.post(world.path, { preset: 'venues', deliverables: [free] })),
      );
      expect(made.map(told).sort()).toEqual([
        '201',
        '400 validation /deliverables/0',
        '400 validation /deliverables/0',
      ]);
    });

    it('finds its list by the output of the standard, where a preset is that', async () => {
      const another = await aConference(app, { cast: project.cast });
      const path = `/api/projects/${another.id}/registers`;
      const sponsors = ok(await another.manager.post<Register>(path, { preset: 'sponsors' })).body;
      expect(sponsors.deliverables.map(({ title }) => title)).toContain('贊助名冊');
      const second = ok(await another.manager.post<Register>(path, { preset: 'sponsors' })).body;
      expect(second.deliverables).toEqual([]);
    });
  });

  describe('what is personal', () => {
    it('is seen by whoever keeps the list and whoever leads, and by nobody else', async () => {
      const { id } = await world.add(VENUE);
      const { client, lead, other } = project.cast;
      for (const [who, sees] of [
        [project.manager, true],
        [lead.client, true],
        [world.member, true],
        [other.client, true],
        [client.client, false],
      ] as const) {
        const { columns } = await world.look(world.list.id, who);
        expect(columns.filter(({ masked }) => masked).map(({ key }) => key)).toEqual(
          sees ? [] : ['contact', 'phone', 'email'],
        );
        const { cells } = ok(await who.get<RegisterRow>(`/api/register-rows/${id}`)).body;
        expect([cells.venue, cells.phone]).toEqual(['圓山大飯店', sees ? KEPT.phone : undefined]);
        expect(JSON.stringify(ok(await who.get(world.rowsOf())).body).includes('王小姐')).toBe(sees);
      }
    });

    it('is hidden from members of the crew whose sub-team does not keep the list', async () => {
      const elsewhere = (await project.team('registration')).id;
      ok(await project.manager.patch(`/api/registers/${world.list.id}`, { teamId: elsewhere }, ANY_VERSION));
      const { id } = ok(await project.manager.post<RegisterRow>(world.rowsOf(), { cells: VENUE })).body;
      const path = `/api/register-rows/${id}`;
      expect(ok(await world.member.get<RegisterRow>(path)).body.cells).not.toHaveProperty('phone');
      expect(told(await world.member.patch(path, { cells: { phone: '0912-345-678' } }, seen(1)))).toBe('403 forbidden');
      expect(ok(await project.cast.lead.client.get<RegisterRow>(path)).body.cells).toHaveProperty('phone');
    });

    it('can’t be found out by looking for it or by sorting', async () => {
      await world.add(VENUE);
      const { client } = project.cast;
      const ask = (query: string) => client.client.get<RegisterRowPage>(`${world.rowsOf()}?${query}`);
      expect(told(await ask('sort=phone'))).toBe('400 validation /sort');
      expect(told(await ask('column=contact&value=王'))).toBe('400 validation /column');
      expect(ok(await ask('text=王小姐')).body.items).toEqual([]);
      expect(await world.venues('text=王小姐')).toEqual(['圓山大飯店']);
    });
  });

  it('are not there for the client where they are the crew’s, nor for another project', async () => {
    const budget = await world.make({ preset: 'budget' });
    const row = await world.add({ item: '場租', planned: 100 }, {}, budget.id);
    const { client, outsider } = project.cast;
    const { items } = ok(await client.client.get<RegisterList>(world.path)).body;
    expect(items.map(({ id }) => id)).toContain(world.list.id);
    expect(items.map(({ id }) => id)).not.toContain(budget.id);
    for (const path of [`/api/registers/${budget.id}`, world.rowsOf(budget.id), `/api/register-rows/${row.id}`]) {
      expect(told(await client.client.get(path))).toBe('403 forbidden');
      expect(told(await outsider.client.get(path))).toBe('404 not-found');
    }
    expect(told(await client.client.post(world.rowsOf(), { cells: { venue: '乙' } }))).toBe('403 forbidden');
  });

  it('stay as they are once the project is closed', async () => {
    const closed = await aConference(app, { cast: project.cast, template: 'venue-search' });
    const path = `/api/projects/${closed.id}/registers`;
    const own = ok(await closed.manager.post<Register>(path, { preset: 'venues' })).body;
    const row = ok(await closed.manager.post<RegisterRow>(world.rowsOf(own.id), { cells: { venue: '甲' } })).body;
    ok(await closed.manager.post(`/api/projects/${closed.id}/close`, { waiveRest: '提前結案' }));
    expect((await closed.manager.post(world.rowsOf(own.id), { cells: { venue: '乙' } })).status).toBe(409);
    expect(
      (await closed.manager.patch(`/api/register-rows/${row.id}`, { status: 'dropped' }, ANY_VERSION)).status,
    ).toBe(409);
    expect((await closed.manager.post(path, { preset: 'venues' })).status).toBe(409);
    expect(await world.look(own.id, closed.manager)).toMatchObject({ mayManage: false, mayWrite: false });
  });
});
