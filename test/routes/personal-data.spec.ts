import { newId } from '@convener/kernel';
import { Database, insertAll } from '@convener/platform';
import { RegisterRow as Row } from '@convener/registers';
import type { Erased, FoundPersonData, PersonalFile } from '../../apps/api/registers/personal-data.dto';
import type { RegisterRow } from '../../apps/api/registers/register-rows.dto';
import type { Register } from '../../apps/api/registers/registers.dto';
import { startTestApp, type TestApp } from '../support/app';
import { ANY_VERSION, type Body, type Client, ok, seen } from '../support/client';
import { aConference, type RunningProject, told } from '../support/builders';
import { databaseKinds } from '../support/database';
import { formOf } from '../support/files';
import { csv } from '../support/sheets';
import { ListsWorld, VENUE } from './registers.world';

const GUEST = { guest: '王小明', mail: 'ming@example.test', phone: '0912-345-678', seat: 'A12', way: '素食' };
const GUESTS = [
  { key: 'guest', name: '姓名', nameEn: 'Name', type: 'person', required: true, personal: true },
  { key: 'mail', name: '電子郵件', nameEn: 'E-mail', type: 'e-mail', unique: true, personal: true },
  { key: 'phone', name: '電話', nameEn: 'Phone', type: 'phone', personal: true },
  { key: 'seat', name: '座位', nameEn: 'Seat', type: 'text', required: true },
  {
    key: 'way',
    name: '餐食',
    nameEn: 'Meal',
    type: 'choice',
    choices: [{ key: 'plant', name: '素食', nameEn: 'Plants' }],
  },
];
const SECRET = /王小明|ming@|0912-345/;

describe.each(databaseKinds())('what lists say of a person on $name', (database) => {
  let app: TestApp;
  let project: RunningProject;
  let world: ListsWorld;
  let other: RunningProject;

  beforeAll(async () => {
    app = await startTestApp({ database });
    project = await aConference(app);
    other = await aConference(app, { cast: project.cast });
  });
  beforeEach(async () => {
    project = await aConference(app, { cast: project.cast });
    world = new ListsWorld(project, (await project.team('programme')).id);
    world.list = await guestList();
  });
  afterAll(() => app.close());

  const guestList = (more: object = {}, as = world) =>
    as.make({ preset: undefined, name: '報名名單', nameEn: 'Guests', columns: GUESTS, ...more });
  const path = (what = '', of = project) => `/api/projects/${of.id}/personal-data${what}`;
  const find = async (text: string, as: Client = project.manager) =>
    ok(await as.post<FoundPersonData>(path('/search'), { text })).body;
  const found = async (text: string) => (await find(text)).items.map(({ row }) => row.id);
  const erase = (rows: string[], of = project) =>
    project.manager.post<Erased>(path('/erase', of), { rows, reason: '本人要求' });
  const row = async (id: string) => ok(await world.member.get<RegisterRow>(`/api/register-rows/${id}`)).body;
  const entries = async (of = project) =>
    ok(await project.manager.get<{ items: Body[] }>(`/api/projects/${of.id}/activity`)).body.items.filter(
      ({ action }) => String(action).includes('personal-'),
    );
  const close = async () =>
    ok(await project.manager.post(`/api/projects/${project.id}/close`, { waiveRest: '提前結案' }));

  describe('finding it', () => {
    it('goes over all lists of the project, and over what is personal alone', async () => {
      const guest = await world.add(GUEST);
      const dropped = await world.add({ guest: '王小明的太太', seat: '王小明' }, { status: 'dropped' });
      await world.add({ guest: '李四', seat: '王小明旁' });
      const venues = await world.make({});
      const venue = await world.add({ ...VENUE, contact: '王小明' }, {}, venues.id);
      expect(await found('王小明')).toEqual([guest.id, dropped.id, venue.id]);
      expect(await find('ming@EXAMPLE.test')).toEqual({
        items: [
          {
            register: { id: world.list.id, name: '報名名單', nameEn: 'Guests' },
            row: { id: guest.id, version: 1 },
            ...{ cells: guest.cells, personal: ['guest', 'mail', 'phone'] },
          },
        ],
        records: [],
        more: false,
      });
      expect(await found('0912345678')).toEqual([guest.id]);
      expect(await found('素食')).toEqual([]);
    });

    it('asks for two characters, and stays inside the project', async () => {
      const outside = new ListsWorld(other, (await other.team('programme')).id);
      outside.list = await guestList({}, outside);
      await outside.add(GUEST);
      expect(await found('王小明')).toEqual([]);
      expect(told(await project.manager.post(path('/search'), { text: ' a' }))).toBe('400 validation /text');
      expect(told(await project.manager.post(path('/search'), {}))).toBe('400 validation /text');
      // An address is kept in histories and logs, so nobody is looked for by one.
      expect(told(await project.manager.get(path('?text=ming')))).toBe('404 not-found');
    });

    it('goes over what records say: who was there, what was noted, and what somebody is to do', async () => {
      const { id, workItemId } = await project.addDeliverable({ kind: 'record' });
      const entries = `/api/deliverables/${id}/record-entries`;
      const add = async (more: object) =>
        ok(await project.manager.post<{ id: string }>(entries, { kind: 'meeting', day: '2028-03-01', ...more })).body
          .id;
      const lead = project.cast.lead;
      const met = await add({
        ...{ title: '第一次籌備會', present: '林經理、王小明', notes: '聯絡王小明 0912-345-678 訂車。', place: '501' },
        ...{ decisions: ['採劇院型'], actions: [{ text: '訂車', assigneeId: lead.id }] },
      });
      await add({ title: '第二次籌備會', notes: '沒有別的。' });
      const place = { deliverable: { id, workItemId }, entry: { id: met, day: '2028-03-01', title: '第一次籌備會' } };
      const [record, ...others] = (await find('王小明')).records;
      expect(record).toMatchObject(place);
      expect(record!.texts).toEqual([
        { part: 'present', text: '林經理、王小明' },
        { part: 'notes', text: '聯絡王小明 0912-345-678 訂車。' },
      ]);
      expect(others).toEqual([]);
      expect((await find('0912345678')).records[0]!.texts.map(({ part }) => part)).toEqual(['notes']);
      const { name } = ok(await lead.client.get<{ name: string }>('/api/me')).body;
      expect((await find(name)).records[0]!.texts).toEqual([{ part: 'action', text: `訂車 (${name})` }]);
      expect((await find('劇院')).records).toHaveLength(1);
      expect(await found('王小明')).toEqual([]);
    });

    it('answers two hundred rows, and says that there are more', async () => {
      const more = { registerId: world.list.id, status: 'open' as const, addedBy: project.cast.member.id, addedAt: 1 };
      const rows = Array.from({ length: 2201 }, (_, position) => ({
        ...{ id: newId(), position, cells: { guest: position < 2000 ? '李四' : '王小明' }, ...more, version: 1 },
      }));
      await app.app.get(Database).write((em) => insertAll(em, Row, rows.slice(0, -1)));
      expect(await find('王小明')).toMatchObject({ more: false });
      await app.app.get(Database).write((em) => insertAll(em, Row, rows.slice(-1)));
      const found = await find('王小明');
      expect([found.items.length, found.more]).toEqual([200, true]);
    });
  });

  describe('a copy of it', () => {
    it('is a file with the names of lists and columns, and leaves no more than its size in the activity', async () => {
      const { id } = await world.add(GUEST);
      await close();
      const { body, headers } = ok(await project.manager.post<PersonalFile>(path('/export'), { rows: [id] }));
      expect(headers['content-type']).toBe('application/json; charset=utf-8');
      expect(headers['content-disposition']).toMatch(/^attachment; filename="personal-data-\d{4}-\d\d-\d\d\.json"/);
      expect(body).toMatchObject({ project: '亞洲會展年會', rows: [{ list: '報名名單', listEn: 'Guests' }] });
      expect(body.rows[0]!.cells).toEqual([
        { column: '姓名', columnEn: 'Name', value: '王小明' },
        { column: '電子郵件', columnEn: 'E-mail', value: 'ming@example.test' },
        { column: '電話', columnEn: 'Phone', value: '0912-345-678' },
        { column: '座位', columnEn: 'Seat', value: 'A12' },
        { column: '餐食', columnEn: 'Meal', value: '素食' },
      ]);
      const told = await entries();
      expect(told).toMatchObject([{ action: 'project.personal-copied', after: { copiedRows: 1 } }]);
      expect(JSON.stringify(told)).not.toMatch(SECRET);
    });

    it('is not made of rows of another project', async () => {
      const { id } = await world.add(GUEST);
      expect(told(await project.manager.post(path('/export', other), { rows: [id] }))).toBe('404 not-found');
      expect(await entries(other)).toEqual([]);
    });
  });

  describe('erasing it', () => {
    it('empties what is personal, keeps the row and its place, and counts it as complete', async () => {
      const { id } = await world.add(GUEST);
      const beside = await world.add({ guest: '李四', seat: 'A13' });
      expect(ok(await erase([id])).body).toEqual({ rows: 1, cells: 3 });
      const after = await row(id);
      expect(after).toMatchObject({ position: 1, cells: { seat: 'A12', way: 'plant' }, empty: [], version: 2 });
      expect(after.erasedAt).toBe(app.clock.now());
      expect(await row(beside.id)).toMatchObject({ erasedAt: null, version: 1 });
      expect(await world.look()).toMatchObject({ complete: true, empty: [], rows: { open: 2 } });
      expect(await world.page('incomplete=true')).toMatchObject({ items: [] });
      expect(await found('王小明')).toEqual([]);
      // Nobody else is kept from giving the address that was unique.
      await world.add({ mail: GUEST.mail });
    });

    it('is told list by list in the activity, with counts, and nothing of the person is left anywhere', async () => {
      const first = await world.add(GUEST);
      const second = await world.add({ guest: '王小明' });
      ok(await world.member.patch(`/api/register-rows/${first.id}`, { cells: { phone: '0912-345-679' } }, ANY_VERSION));
      const venues = await world.make({});
      const venue = await world.add({ ...VENUE, contact: '王小明' }, {}, venues.id);
      expect(ok(await erase([venue.id, first.id, second.id, first.id])).body).toEqual({ rows: 3, cells: 6 });
      const told = await entries();
      const after = (erasedRows: number, erasedCells: number) => ({ erasedRows, erasedCells, reason: '本人要求' });
      expect(told).toMatchObject([
        { action: 'register.personal-erased', subject: { id: venues.id }, after: after(1, 2) },
        { action: 'register.personal-erased', subject: { id: world.list.id }, after: after(2, 4) },
      ]);
      expect(told[0]!.batchId).toBe(told[1]!.batchId);
      const own = `SELECT id FROM activity WHERE project_id = '${project.id}'`;
      for (const kept of [
        `SELECT * FROM register_rows WHERE register_id IN ('${world.list.id}', '${venues.id}')`,
        `SELECT * FROM activity WHERE id IN (${own})`,
        `SELECT * FROM activity_personal WHERE entry_id IN (${own})`,
      ]) {
        const rows = await app.app.get(Database).read((em) => em.query<Body[]>(kept));
        expect(rows.length).toBeGreaterThan(0);
        expect(JSON.stringify(rows)).not.toMatch(SECRET);
      }
    });

    it('is done once', async () => {
      const { id } = await world.add(GUEST);
      ok(await erase([id]));
      expect(ok(await erase([id])).body).toEqual({ rows: 0, cells: 0 });
      expect(await entries()).toHaveLength(1);
      expect((await row(id)).version).toBe(2);
    });

    it.each([
      ['closed', '/close', { waiveRest: '提前結案' }],
      ['on hold', '/state', { to: 'on-hold', reason: '等' }],
      ['cancelled', '/state', { to: 'cancelled', reason: '不辦了' }],
    ])('is done while the project is %s, when nothing else can be changed', async (_, door, body) => {
      const { id } = await world.add(GUEST);
      ok(await project.manager.post(`/api/projects/${project.id}${door}`, body));
      const edit = { cells: { seat: 'B1' } };
      expect((await world.member.patch(`/api/register-rows/${id}`, edit, ANY_VERSION)).status).toBe(409);
      expect(ok(await erase([id])).body).toEqual({ rows: 1, cells: 3 });
    });

    it('is all or nothing where a row is not of the project, or not there', async () => {
      const { id } = await world.add(GUEST);
      const outside = new ListsWorld(other, (await other.team('programme')).id);
      outside.list = await guestList({}, outside);
      const theirs = await outside.add({ guest: '王小明' });
      for (const wrong of [theirs.id, other.id]) expect(told(await erase([id, wrong]))).toBe('404 not-found');
      expect(told(await erase([id], other))).toBe('404 not-found');
      expect(await row(id)).toMatchObject({ erasedAt: null, cells: { guest: '王小明' } });
      expect(ok(await project.manager.get<RegisterRow>(`/api/register-rows/${theirs.id}`)).body.erasedAt).toBeNull();
      expect(await entries()).toEqual([]);
    });

    it('is taken back by whoever fills the row again, and then asked for anew', async () => {
      const { id } = await world.add(GUEST);
      ok(await erase([id]));
      const patch = async (cells: object) =>
        ok(await world.member.patch<RegisterRow>(`/api/register-rows/${id}`, { cells }, ANY_VERSION)).body;
      expect(await patch({ seat: 'B1' })).toMatchObject({ erasedAt: app.clock.now(), empty: [] });
      expect(await patch({ phone: '0912-345-678' })).toMatchObject({ erasedAt: null, empty: ['guest'] });
      expect(await world.look()).toMatchObject({ complete: false, empty: [{ column: 'guest', rows: 1 }] });
      expect(ok(await erase([id])).body).toEqual({ rows: 1, cells: 1 });
    });

    it('is taken back by a file that fills the row again, and by no other', async () => {
      const { id } = await world.add(GUEST);
      ok(await erase([id]));
      const read = async (heads: string, cells: string, mapping: string[]) => {
        const form = formOf(csv(heads, cells), '名單.csv');
        form.append('mapping', JSON.stringify(mapping));
        form.append('key', 'seat');
        ok(await world.member.post(`/api/registers/${world.list.id}/import`, form));
      };
      await read('座位,餐食', 'A12,', ['seat', 'way']);
      expect(await row(id)).toMatchObject({ erasedAt: app.clock.now(), version: 3 });
      await read('座位,姓名', 'A12,王小明', ['seat', 'guest']);
      expect(await row(id)).toMatchObject({ erasedAt: null, cells: { guest: '王小明' } });
      expect(await found('王小明')).toEqual([id]);
    });

    it('meets somebody who fills the row at that moment, and one of the two is first', async () => {
      const { id } = await world.add(GUEST);
      const [done, filled] = await Promise.all([
        erase([id]),
        world.member.patch(`/api/register-rows/${id}`, { cells: { guest: '王大明' } }, seen(1)),
      ]);
      ok(done);
      const { cells, erasedAt } = await row(id);
      expect(filled.status).toBe(cells.guest === undefined && erasedAt !== null ? filled.status : 200);
      if (erasedAt !== null) expect(cells).toEqual({ seat: 'A12', way: 'plant' });
    });

    it('wants a reason, and rows', async () => {
      const { id } = await world.add(GUEST);
      const wrong = async (body: object) => told(await project.manager.post(path('/erase'), body));
      expect(await wrong({ rows: [id] })).toBe('400 validation /reason');
      expect(await wrong({ rows: [], reason: '本人要求' })).toBe('400 validation /rows');
      expect(await wrong({ rows: ['x'], reason: '本人要求' })).toBe('400 validation /rows');
    });
  });

  it('is for managers alone', async () => {
    const { id } = await world.add(GUEST);
    const { lead, member, client } = project.cast;
    for (const { client: as } of [lead, member, client]) {
      expect(told(await as.post(path('/search'), { text: 'ming' }))).toBe('403 forbidden');
      expect(told(await as.post(path('/export'), { rows: [id] }))).toBe('403 forbidden');
      expect(told(await as.post(path('/erase'), { rows: [id], reason: '本人要求' }))).toBe('403 forbidden');
    }
    const days = (as: Client) =>
      as.patch<Register>(`/api/registers/${world.list.id}`, { personalDays: 30 }, ANY_VERSION);
    expect(told(await days(lead.client))).toBe('403 forbidden');
    expect(ok(await days(project.manager)).body.personalDays).toBe(30);
    expect(told(await lead.client.post(world.path, { preset: 'venues', teamId: world.team, personalDays: 3 }))).toBe(
      '403 forbidden',
    );
  });
});
