import type { RegisterRow, RegisterRowPage, RowNameList } from '../../apps/api/registers/register-rows.dto';
import type { Register, RegisterList } from '../../apps/api/registers/registers.dto';
import type { ImportCounts } from '../../apps/api/registers/register-files.dto';
import { startTestApp, type TestApp } from '../support/app';
import { ANY_VERSION, type Client, ok } from '../support/client';
import { aConference, type Refusal, type RunningProject, told } from '../support/builders';
import { databaseKinds } from '../support/database';
import { ListsWorld } from './registers.world';

const SPONSOR = { key: 'sponsor', name: '贊助商', nameEn: 'Sponsor', type: 'text' };
const TAX = { key: 'taxId', name: '統一編號', nameEn: 'Tax ID', type: 'text', unique: true };
const TOKEN = '01a1fee5-44e4-76b8-abad-db027b473b65';

describe.each(databaseKinds())('cells that are rows of another list, on $name', (database) => {
  let app: TestApp;
  let project: RunningProject;
  let world: ListsWorld;
  let sponsors: Register;
  let first: RegisterRow;

  beforeAll(async () => {
    app = await startTestApp({ database });
    project = await aConference(app);
  });
  beforeEach(async () => {
    project = await aConference(app, { cast: project.cast });
    world = new ListsWorld(project, (await project.team('programme')).id);
    sponsors = await own('贊助名冊', [SPONSOR, TAX]);
    first = await world.add({ sponsor: '台積電', taxId: '22099131' }, {}, sponsors.id);
    world.list = await own('權益', [{ key: 'what', name: '項目', type: 'text' }, linked(sponsors.id)]);
  });
  afterAll(() => app.close());

  const own = (name: string, columns: object[], more: object = {}) =>
    world.make({ preset: undefined, name, columns, ...more });
  const linked = (list: string, more: object = {}) => ({
    ...{ key: 'who', name: '贊助商', nameEn: 'Sponsor', type: 'row-link', link: { list, preset: null } },
    ...more,
  });
  const reasons = ({ body }: { body: Refusal }) => (body.fields ?? []).map(({ zh }) => zh);
  const post = (cells: object, list = world.list.id) =>
    world.member.post<RegisterRow & Refusal>(world.rowsOf(list), { cells });
  const csvOf = async (as = world.member) =>
    (await as.get<string>(`/api/registers/${world.list.id}/export?format=csv`)).body;
  const take = (text: string) => {
    const form = new FormData();
    form.append('mapping', '["what","who"]');
    form.append('key', '');
    form.append('file', new Blob([text]), '權益.csv');
    return world.member.post<ImportCounts & Refusal>(`/api/registers/${world.list.id}/import`, form);
  };

  it('hold a row by what it is called, by a cell that no other has, or by its id, and say what it is called', async () => {
    for (const who of ['台積電', ' 22099131', first.id]) {
      const row = await world.add({ what: '攤位', who });
      expect(row).toMatchObject({ cells: { who: first.id }, names: { who: '台積電' } });
    }
    ok(await world.member.patch(`/api/register-rows/${first.id}`, { cells: { sponsor: 'TSMC' } }, ANY_VERSION));
    expect((await world.page('')).items.map(({ names }) => names.who)).toEqual(['TSMC', 'TSMC', 'TSMC']);
    expect((await world.add({ who: ' ｔｓｍｃ' })).cells.who).toBe(first.id);
  });

  it('are refused where no row is called so, where several are, and where it is of another list or project', async () => {
    await world.add({ sponsor: '大同', taxId: '1' }, {}, sponsors.id);
    await world.add({ sponsor: '大同', taxId: '2' }, {}, sponsors.id);
    await world.add({ sponsor: '22099131' }, {}, sponsors.id);
    const elsewhere = await aConference(app, { cast: project.cast });
    const other = new ListsWorld(elsewhere, (await elsewhere.team('programme')).id);
    const foreign = await other.make({ preset: undefined, name: '別處', columns: [SPONSOR] });
    const theirs = await other.add({ sponsor: '別家' }, {}, foreign.id);
    const mine = await world.add({ what: '攤位' });
    for (const [who, reason] of [
      ['聯發科', '「贊助名冊」裡沒有這一筆'],
      ['大同', '有 2 筆都叫這個'],
      ['22099131', '有 2 筆都叫這個'],
      [theirs.id, '「贊助名冊」裡沒有這一筆'],
      [mine.id, '「贊助名冊」裡沒有這一筆'],
      [TOKEN, '「贊助名冊」裡沒有這一筆'],
    ] as const) {
      const refused = await post({ who });
      expect(told(refused)).toBe('400 validation /cells/who');
      expect(reasons(refused)[0]).toContain(reason);
    }
    expect((await world.add({ who: '2' })).names).toEqual({ who: '大同' });
  });

  it('can lead only to another list of the same project, and never elsewhere afterwards', async () => {
    const elsewhere = await aConference(app, { cast: project.cast });
    const other = new ListsWorld(elsewhere, (await elsewhere.team('programme')).id);
    const foreign = await other.make({ preset: undefined, name: '別處', columns: [SPONSOR] });
    const asked = (link: object) =>
      project.manager.post(world.path, { name: '單', columns: [linked('', { link })], teamId: world.team });
    expect(told(await asked({ list: foreign.id, preset: null }))).toBe('400 validation /columns/0/link');
    expect(told(await asked({ list: TOKEN, preset: null }))).toBe('400 validation /columns/0/link');
    expect(told(await asked({ list: null, preset: 'nothing' }))).toBe('400 validation /columns/0/link');
    expect(told(await asked({ list: null, preset: null }))).toBe('400 validation /columns/0/link');
    const change = (list: string) =>
      project.manager.put(`/api/registers/${world.list.id}/columns`, { columns: [linked(list)] }, ANY_VERSION);
    expect(told(await change((await own('別的', [SPONSOR])).id))).toBe('400 validation /columns/0/link');
    expect(told(await change(world.list.id))).toBe('400 validation /columns/0/link');
    ok(await change(sponsors.id));
  });

  it('keep the row that they hold: removing it says who links to it', async () => {
    const row = await world.add({ what: '攤位', who: '台積電' });
    const path = `/api/register-rows/${first.id}`;
    const refused = await world.member.delete<Refusal>(path);
    expect(told(refused)).toBe('409 row-linked');
    expect(refused.body.title).toContain('「權益」的「贊助商」 1 筆');
    ok(await world.member.patch(`/api/register-rows/${row.id}`, { cells: { who: null } }, ANY_VERSION));
    ok(await world.member.delete(path));
  });

  it('keep the list that they lead to', async () => {
    ok(await world.member.delete(`/api/register-rows/${first.id}`));
    const refused = await project.manager.delete<Refusal>(`/api/registers/${sponsors.id}`);
    expect(told(refused)).toBe('409 list-linked');
    expect(refused.body.title).toContain('「權益」的「贊助商」');
    ok(await project.manager.delete(`/api/registers/${world.list.id}`));
    ok(await project.manager.delete(`/api/registers/${sponsors.id}`));
  });

  it('are never left with a row that is removed at the same time', async () => {
    for (let round = 0; round < 5; round += 1) {
      const row = await world.add({ sponsor: `第 ${round} 家`, taxId: `r${round}` }, {}, sponsors.id);
      const [link, gone] = await Promise.all([
        post({ who: row.id }),
        world.member.delete(`/api/register-rows/${row.id}`),
      ]);
      expect([link.status, gone.status].filter((status) => status < 300)).toHaveLength(1);
    }
  });

  it('are found by what the rows are called, and don’t say an order', async () => {
    await world.add({ sponsor: '聯發科' }, {}, sponsors.id);
    await world.add({ what: '攤位', who: '台積電' });
    await world.add({ what: '廣告', who: '聯發科' });
    await world.add({ what: '入場證' });
    const found = async (query: string) => (await world.page(query)).items.map(({ cells }) => cells.what);
    expect(await found(`text=${encodeURIComponent('積電')}`)).toEqual(['攤位']);
    expect(await found(`column=who&value=${encodeURIComponent('聯')}`)).toEqual(['廣告']);
    expect(await found('column=who')).toEqual(['入場證']);
    expect(told(await world.member.get(`${world.rowsOf()}?sort=who`))).toBe('400 validation /sort');
  });

  it('are offered by what is typed, without what is dropped', async () => {
    await world.add({ sponsor: '聯發科' }, { status: 'dropped' }, sponsors.id);
    const names = async (text: string) =>
      ok(await world.member.get<RowNameList>(`/api/registers/${sponsors.id}/names?text=${encodeURIComponent(text)}`))
        .body.items;
    expect(await names('積')).toEqual([{ id: first.id, name: '台積電', position: 1 }]);
    expect((await names('2209')).map(({ name }) => name)).toEqual(['台積電']);
    expect(await names('聯發')).toEqual([]);
  });

  it('leave as what finds the row again, and come back unchanged', async () => {
    await world.add({ sponsor: '大同', taxId: '1' }, {}, sponsors.id);
    await world.add({ sponsor: '大同', taxId: '2' }, {}, sponsors.id);
    await world.add({ what: '攤位', who: '台積電' });
    await world.add({ what: '廣告', who: '2' });
    expect(await csvOf()).toBe('\ufeff項目,贊助商,狀態\r\n攤位,台積電,未定\r\n廣告,2,未定\r\n');
    expect(ok(await take('項目,贊助商\r\n旗幟,台積電\r\n')).body).toMatchObject({ added: 1 });
    const refused = await take('項目,贊助商\r\n旗幟,大同\r\n旗幟,聯發科\r\n');
    expect(told(refused)).toBe('422 import-refused');
    expect(JSON.stringify(refused.body)).toMatch(/有 2 筆都叫這個.*沒有這一筆/);
  });

  describe('show what somebody may see of the other list alone', () => {
    const viewed = async (as: Client) => ok(await as.get<RegisterRowPage>(world.rowsOf())).body.items[0]!;
    const PERSON = { key: 'person', name: '來賓', type: 'person', personal: true };

    it('not a person’s name to whom it is hidden, neither as a name, nor found, nor in a file', async () => {
      const guests = await own('貴賓', [PERSON, { key: 'seat', name: '座位', type: 'text' }], { crewOnly: false });
      await world.add({ person: '陳美玲', seat: 'A1' }, {}, guests.id);
      world.list = await own('接送', [linked(guests.id, { name: '來賓' })], { crewOnly: false });
      await world.add({ who: '陳美玲' });
      const { client } = project.cast.client;
      expect((await viewed(world.member)).names).toEqual({ who: '陳美玲' });
      expect((await viewed(client)).names).toEqual({ who: 'A1' });
      const looked = await client.get<RegisterRowPage>(`${world.rowsOf()}?text=${encodeURIComponent('陳')}`);
      expect(ok(looked).body.items).toEqual([]);
      expect(await csvOf(client)).not.toContain('陳美玲');
      const names = await client.get<RowNameList>(`/api/registers/${guests.id}/names?text=${encodeURIComponent('陳')}`);
      expect(ok(names).body.items).toEqual([]);
    });

    it('and nothing of a list for the crew alone', async () => {
      world.list = await own('攤位', [{ key: 'what', name: '項目', type: 'text' }, linked(sponsors.id)], {
        crewOnly: false,
      });
      await world.add({ what: 'A1', who: '台積電' });
      const { client } = project.cast.client;
      expect(await viewed(client)).toMatchObject({ cells: { what: 'A1' }, names: {} });
      expect((await viewed(client)).cells).not.toHaveProperty('who');
      expect((await world.look(world.list.id, client)).columns.map(({ masked }) => masked)).toEqual([false, true]);
      expect(await csvOf(client)).not.toContain('台積電');
      expect(told(await client.get(`${world.rowsOf()}?column=who`))).toBe('400 validation /column');
    });
  });

  it('are called by name where a person asks what lists say of them', async () => {
    const guests = [{ key: 'person', name: '姓名', type: 'person', personal: true }, linked(sponsors.id)];
    const list = await own('來賓', guests);
    const { id } = await world.add({ person: '陳美玲', who: '台積電' }, {}, list.id);
    const path = `/api/projects/${project.id}/personal-data`;
    const found = await project.manager.post(`${path}/search`, { text: '陳美玲' });
    expect(JSON.stringify(ok(found).body)).toContain('台積電');
    const copy = await project.manager.post(`${path}/export`, { rows: [id] });
    expect(JSON.stringify(ok(copy).body)).toContain('台積電');
  });

  it('of a ready list wait for the list that they lead to, and find it whichever comes first', async () => {
    const waiting = await world.make({ preset: 'sponsorBenefits' });
    const refused = await post({ sponsor: '台積電' }, waiting.id);
    expect(told(refused)).toBe('400 validation /cells/sponsor');
    expect(reasons(refused)[0]).toContain('請先在這個專案新增那份清單');
    const ready = await world.make({ preset: 'sponsors' });
    await world.add({ sponsor: '台積電' }, {}, ready.id);
    const led = await world.look(waiting.id);
    expect(led.version).toBe(2);
    expect(led.columns[0]!.link).toEqual({ list: ready.id, preset: 'sponsors' });
    expect((await world.add({ sponsor: '台積電' }, {}, waiting.id)).names).toEqual({ sponsor: '台積電' });
    const later = await world.make({ preset: 'sponsorBenefits' });
    expect(later.columns[0]!.link).toEqual({ list: ready.id, preset: 'sponsors' });
    // An empty one goes again, and they wait for the next.
    ok(await project.manager.delete(`/api/registers/${later.id}`));
    const { items } = ok(await world.member.get<RegisterRowPage>(world.rowsOf(waiting.id))).body;
    ok(await world.member.delete(`/api/register-rows/${items[0]!.id}`));
    const [row] = ok(await world.member.get<RegisterRowPage>(world.rowsOf(ready.id))).body.items;
    ok(await world.member.delete(`/api/register-rows/${row!.id}`));
    ok(await project.manager.delete(`/api/registers/${ready.id}`));
    expect((await world.look(waiting.id)).columns[0]!.link).toEqual({ list: null, preset: 'sponsors' });
    expect(ok(await project.manager.get<RegisterList>(world.path)).body.items).toHaveLength(3);
  });
});
