import type { FoundWork } from '../../apps/api/projects/found-work.dto';
import { type SignedInClient, startTestApp, type TestApp } from '../support/app';
import { ok } from '../support/client';
import { aCast, aConference, type Cast, type RunningProject, told } from '../support/builders';
import { databaseKinds } from '../support/database';

describe.each(databaseKinds())('looking for work on $name', (database) => {
  let app: TestApp;
  let cast: Cast;
  let project: RunningProject;
  beforeAll(async () => {
    app = await startTestApp({ database });
    cast = await aCast(app);
    project = await aConference(app, { cast, name: '2028 數位論壇' });
    await project.add({ title: '租借紅毯與圍欄' });
    await project.add({ title: 'Red carpet 100%' });
  });
  afterAll(() => app.close());

  const find = async (q: string, as: SignedInClient = cast.member) =>
    ok(await as.client.get<FoundWork>(`/api/me/search?q=${encodeURIComponent(q)}`)).body;
  const titles = async (q: string, as?: SignedInClient) => (await find(q, as)).items.map(({ title }) => title);

  it('finds by parts of the title, whatever their order and case, and by the code', async () => {
    expect(await titles('紅毯')).toEqual(['租借紅毯與圍欄']);
    expect(await titles('圍欄 租借')).toEqual(['租借紅毯與圍欄']);
    expect(await titles('圍欄 椅子')).toEqual([]);
    expect(await titles('CARPET')).toEqual(['Red carpet 100%']);
    expect(await titles('0%')).toEqual(['Red carpet 100%']);
    const [row] = await project.rows();
    expect((await find(row!.code!)).items.map(({ id }) => id)).toContain(row!.id);
  });

  it('finds projects by name', async () => {
    expect((await find('論壇 2028')).projects).toEqual([{ id: project.id, name: '2028 數位論壇', status: 'running' }]);
  });

  it('shows finished work last', async () => {
    const done = await project.add({ title: '紅毯回收' });
    ok(await cast.manager.client.patch(`/api/work-items/${done.id}`, { status: 'done' }, { 'if-match': '*' }));
    expect((await titles('紅毯')).at(-1)).toBe('紅毯回收');
  });

  it('finds nothing of projects that one takes no part in', async () => {
    expect(await find('紅毯', cast.outsider)).toEqual({ projects: [], items: [] });
    expect(await find('論壇', cast.outsider)).toEqual({ projects: [], items: [] });
  });

  it('wants a text', async () => {
    expect(told(await cast.member.client.get('/api/me/search'))).toBe('400 validation /q');
  });
});
