import type { RegisterRow } from '../../apps/api/registers/register-rows.dto';
import { startTestApp, type TestApp } from '../support/app';
import { ANY_VERSION, ok, seen } from '../support/client';
import { aConference, type Refusal, type RunningProject, told } from '../support/builders';
import { databaseKinds } from '../support/database';
import { KEPT, ListsWorld, VENUE } from './registers.world';

describe.each(databaseKinds())('the rows of a list on $name', (database) => {
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

  describe('a row', () => {
    it('is read as people write it, and kept in one form', async () => {
      const row = await world.add(VENUE);
      expect(row).toMatchObject({ position: 1, status: 'open', empty: [], cells: { ...VENUE, ...KEPT } });
      expect(ok(await world.member.get<RegisterRow>(`/api/register-rows/${row.id}`)).body).toEqual(row);
    });

    it('is refused at each cell that can’t be read, in two languages, and nothing is kept', async () => {
      const cells = { venue: '甲', dates: '週末', cost: '面議', area: '約 100', unknown: 'x' };
      const refused = await world.member.post<Refusal>(world.rowsOf(), { cells });
      expect(refused.status).toBe(400);
      expect(refused.body.fields!.map(({ pointer }) => pointer)).toEqual([
        '/cells/dates',
        '/cells/cost',
        '/cells/area',
        '/cells/unknown',
      ]);
      expect(JSON.stringify(refused.body)).toContain('不是新臺幣金額');
      expect((await world.page('')).items).toEqual([]);
    });

    it('is changed cell by cell, and whoever saw an older state is told what stands there now', async () => {
      const { id } = await world.add(VENUE);
      const edit = (body: object, version: Record<string, string>) =>
        world.member.patch<RegisterRow>(`/api/register-rows/${id}`, body, version);
      const { body } = ok(await edit({ cells: { cost: '98萬', transport: null }, status: 'confirmed' }, seen(1)));
      expect(body).toMatchObject({ status: 'confirmed', empty: ['transport'], version: 2, cells: { cost: 980_000 } });
      expect(body.cells).not.toHaveProperty('transport');
      const late = await edit({ cells: { cost: 1 } }, seen(1));
      expect(told(late)).toBe('412 version-moved');
      expect(late.body).toMatchObject({ current: { cells: { cost: 980_000 } } });
      expect(ok(await edit({ cells: { cost: '980,000' } }, ANY_VERSION)).body.version).toBe(2);
    });

    it('can’t be like another where the column is unique, not even when both come at once', async () => {
      await world.add({ venue: '圓山大飯店' });
      const again = await world.member.post(world.rowsOf(), { cells: { venue: ' 圓山大飯店 ' } });
      expect(told(again)).toBe('400 validation /cells/venue');
      const other = await world.add({ venue: '國際會議中心' });
      const renamed = await world.member.patch(
        `/api/register-rows/${other.id}`,
        { cells: { venue: '圓山大飯店' } },
        seen(1),
      );
      expect(told(renamed)).toBe('400 validation /cells/venue');
      const clients = [world.member, project.manager, project.cast.lead.client];
      const many = Array.from({ length: 12 }, (_, at) =>
        clients[at % 3]!.post(world.rowsOf(), { cells: { venue: '世貿一館' } }),
      );
      const statuses = (await Promise.all(many)).map(({ status }) => status).sort();
      expect(statuses).toEqual([201, ...Array<number>(11).fill(400)]);
      const moved = await Promise.all([
        world.member.patch(`/api/register-rows/${other.id}`, { cells: { venue: '圓山' } }, ANY_VERSION),
        project.manager.post(world.rowsOf(), { cells: { venue: '圓山' } }),
      ]);
      expect(moved.filter(({ status }) => status === 400)).toHaveLength(1);
      expect((await world.page('text=圓山')).items).toHaveLength(2);
    });

    it('gets the next place however many come at once', async () => {
      const made = await Promise.all(Array.from({ length: 6 }, (_, at) => world.add({ venue: `館 ${at}` })));
      expect(made.map(({ position }) => position).sort()).toEqual([1, 2, 3, 4, 5, 6]);
    });

    it('is removed once, unless somebody changed it since it was seen', async () => {
      const { id } = await world.add({ venue: '甲' });
      const path = `/api/register-rows/${id}`;
      ok(await world.member.patch(path, { status: 'dropped' }, seen(1)));
      expect(told(await world.member.delete(path, seen(1)))).toBe('412 version-moved');
      ok(await world.member.delete(path, seen(2)));
      expect(told(await world.member.delete(path))).toBe('404 not-found');
    });

    it('keeps its history in the activity, which says of personal cells only that they changed', async () => {
      const { id } = await world.add(VENUE);
      ok(await world.member.patch(`/api/register-rows/${id}`, { cells: { cost: 5, phone: '0912-345-678' } }, seen(1)));
      ok(await world.member.delete(`/api/register-rows/${id}`));
      const { items } = ok(
        await project.manager.get<{ items: object[] }>(`/api/projects/${project.id}/activity?subject=${id}`),
      ).body;
      expect(items).toMatchObject([
        { action: 'register-row.removed', before: { cells: { venue: '圓山大飯店', cost: 500 } }, after: null },
        {
          ...{ action: 'register-row.edited', subject: { type: 'register-row', id, title: '場地列表' } },
          ...{ before: { cells: { cost: 125_000_000 } }, after: { cells: { cost: 500 }, personalColumns: ['phone'] } },
        },
        { action: 'register-row.added', after: { cells: { venue: '圓山大飯店' } } },
      ]);
      expect(JSON.stringify(items)).not.toMatch(/王小姐|2886|0912/);
    });
  });

  describe('the rows', () => {
    beforeEach(async () => {
      await world.add({ venue: '乙館', cost: 300, dates: '2028/6/1', form: '劇院式' });
      await world.add({ venue: '甲館', cost: 20.5, form: '課桌式' }, { status: 'confirmed' });
      await world.add({ venue: '丙館', area: 90 });
      await world.add({ venue: 'A_館', cost: 1000, form: '100%劇院' }, { status: 'dropped' });
    });

    it('stand in the order in which they were entered, or by any column, empty cells last', async () => {
      expect(await world.venues('')).toEqual(['乙館', '甲館', '丙館', 'A_館']);
      expect(await world.venues('order=desc')).toEqual(['A_館', '丙館', '甲館', '乙館']);
      expect(await world.venues('sort=cost')).toEqual(['甲館', '乙館', 'A_館', '丙館']);
      expect(await world.venues('sort=cost&order=desc')).toEqual(['A_館', '乙館', '甲館', '丙館']);
      expect(await world.venues('sort=venue')).toEqual(['A_館', '丙館', '乙館', '甲館']);
    });

    it.each(['', 'sort=cost', 'sort=cost&order=desc', 'sort=dates', 'sort=form&order=desc'])(
      'come page by page, each once (%s)',
      async (query) => {
        const whole = await world.venues(query);
        const found: unknown[] = [];
        for (let cursor = ''; ;) {
          const { items, next } = await world.page(`${query}&limit=1${cursor && `&cursor=${cursor}`}`);
          found.push(...items.map(({ cells }) => cells.venue));
          if (next === null) break;
          cursor = next;
        }
        expect(found).toEqual(whole);
      },
    );

    it('are narrowed down by words, by a cell, by state and by what is missing', async () => {
      expect(await world.venues('text=劇院')).toEqual(['乙館', 'A_館']);
      expect(await world.venues('text=100%25')).toEqual(['A_館']);
      expect(await world.venues('column=venue&value=a_')).toEqual(['A_館']);
      expect(await world.venues('column=cost&value=NT$300')).toEqual(['乙館']);
      expect(await world.venues('column=dates&value=2028/6/1')).toEqual(['乙館']);
      expect(await world.venues('column=cost')).toEqual(['丙館']);
      expect(await world.venues('status=confirmed')).toEqual(['甲館']);
      expect(await world.venues('incomplete=true')).toEqual(['乙館', '甲館', '丙館']);
    });

    it.each([
      'sort=nothing',
      'column=nothing&value=1',
      'column=cost&value=many',
      'cursor=x',
      'sort=cost&cursor=WzEsIngiLDFd',
    ])('are refused with %s', async (query) => {
      expect((await world.member.get(`${world.rowsOf()}?${query}`)).status).toBe(400);
    });

    it('are counted and added up, without those that are dropped', async () => {
      const { rows, totals, complete, empty } = await world.look();
      expect(rows).toEqual({ open: 2, confirmed: 1, dropped: 1 });
      expect(totals).toEqual([
        { column: 'cost', total: 320.5 },
        { column: 'area', total: 90 },
        { column: 'capacity', total: 0 },
      ]);
      expect(complete).toBe(false);
      expect(empty).toContainEqual({ column: 'cost', rows: 1 });
      expect(empty).toContainEqual({ column: 'dates', rows: 2 });
    });
  });
});
