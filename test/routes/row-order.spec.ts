import type { RegisterRow } from '../../apps/api/registers/register-rows.dto';
import { startTestApp, type TestApp } from '../support/app';
import { ANY_VERSION, ok, seen } from '../support/client';
import { aConference, type RunningProject, told } from '../support/builders';
import { databaseKinds } from '../support/database';
import { ListsWorld } from './registers.world';

const LIST = {
  ...{ preset: undefined, name: '流程', nameEn: 'Run of show' },
  columns: [{ key: 'venue', name: '節目', nameEn: 'Item', type: 'text' }],
};

describe.each(databaseKinds())('the order of the rows of a list on $name', (database) => {
  let app: TestApp;
  let project: RunningProject;
  let world: ListsWorld;
  let rows: Record<string, RegisterRow>;

  beforeAll(async () => {
    app = await startTestApp({ database });
    project = await aConference(app);
    world = new ListsWorld(project, (await project.team('programme')).id);
  });
  beforeEach(async () => {
    world.list = await world.make(LIST);
    rows = {};
    for (const venue of ['開場', '致詞', '頒獎', '閉幕']) rows[venue] = await world.add({ venue });
  });
  afterAll(() => app.close());

  const order = () => world.venues('');
  const place = (what: string, after: string | null, header: Record<string, string> = ANY_VERSION) =>
    world.member.post<RegisterRow>(
      `/api/register-rows/${rows[what]!.id}/place`,
      { after: after && rows[after]!.id },
      header,
    );

  it('changes as people move rows: to the top, up and down', async () => {
    expect(ok(await place('頒獎', null)).body).toMatchObject({ position: 1, version: 2 });
    expect(await order()).toEqual(['頒獎', '開場', '致詞', '閉幕']);
    ok(await place('頒獎', '閉幕'));
    expect(await order()).toEqual(['開場', '致詞', '閉幕', '頒獎']);
    ok(await place('頒獎', '開場'));
    expect(await order()).toEqual(['開場', '頒獎', '致詞', '閉幕']);
    // The others only made room: whoever edits one of them meanwhile loses nothing.
    ok(await world.member.patch(`/api/register-rows/${rows['致詞']!.id}`, { cells: { venue: '主席致詞' } }, seen(1)));
    expect((await world.page('sort=venue')).items).toHaveLength(4);
  });

  it('copes with rows that have gone, and new ones come last', async () => {
    ok(await world.member.delete(`/api/register-rows/${rows['致詞']!.id}`));
    ok(await place('閉幕', '開場'));
    await world.add({ venue: '散場' });
    expect(await order()).toEqual(['開場', '閉幕', '頒獎', '散場']);
  });

  it('is told in the activity, and a move to where the row stands is none', async () => {
    ok(await place('致詞', '開場'));
    ok(await place('開場', null));
    ok(await place('閉幕', '開場'));
    const moved = await project.changes(rows['閉幕']!.id);
    expect(moved.filter(({ action }) => action === 'register-row.moved')).toMatchObject([
      { before: { position: 4 }, after: { position: 2 } },
    ]);
    for (const still of ['開場', '致詞'])
      expect((await project.changes(rows[still]!.id)).map(({ action }) => action)).toEqual(['register-row.added']);
  });

  it('is that of one of two who move at once, then of the other, and never a mixture', async () => {
    const [one, two] = await Promise.all([place('閉幕', null), place('開場', '頒獎')]);
    expect([one.status, two.status]).toEqual([200, 200]);
    // Whoever was first: 閉幕 goes to the top, 開場 right behind 頒獎.
    expect(await order()).toEqual(['閉幕', '致詞', '頒獎', '開場']);
    const { items } = await world.page('');
    expect(new Set(items.map(({ position }) => position)).size).toBe(4);
    const same = await Promise.all(['開場', null].map((after) => place('頒獎', after, seen(1))));
    expect(same.map(({ status }) => status).sort()).toEqual([200, 412]);
  });

  it('wants the version that was seen, and a row of the same list to stand behind', async () => {
    expect(told(await world.member.post(`/api/register-rows/${rows['開場']!.id}/place`, { after: null }))).toBe(
      '428 version-missing',
    );
    const stale = await place('閉幕', null, seen(7));
    expect(stale.status).toBe(412);
    expect(stale.body).toMatchObject({ current: { position: 4 } });
    expect(told(await place('閉幕', '閉幕'))).toBe('400 validation /after');
    const elsewhere = await world.add({ venue: '甲館' }, {}, (await world.make(LIST)).id);
    rows['別處'] = elsewhere;
    expect(told(await place('閉幕', '別處'))).toBe('409 row-gone');
    expect(told(await world.member.post(`/api/register-rows/${rows['開場']!.id}/place`, {}, ANY_VERSION))).toBe(
      '400 validation /after',
    );
    expect(await order()).toEqual(['開場', '致詞', '頒獎', '閉幕']);
  });

  it('is kept by whoever keeps the list alone', async () => {
    const { client } = project.cast.client;
    const path = `/api/register-rows/${rows['閉幕']!.id}/place`;
    expect(['403 forbidden', '404 not-found']).toContain(told(await client.post(path, { after: null }, ANY_VERSION)));
    expect(await order()).toEqual(['開場', '致詞', '頒獎', '閉幕']);
  });
});
