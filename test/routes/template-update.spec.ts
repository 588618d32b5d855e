import type { OfferedChange, TemplateUpdate } from '../../apps/api/planning/editions.dto';
import type { Project } from '../../apps/api/projects/projects.dto';
import type { HouseTemplate } from '../../apps/api/templates/house.dto';
import { startTestApp, type TestApp } from '../support/app';
import { ANY_VERSION, ok, seen } from '../support/client';
import { aCast, aConference, type Cast, type RunningProject, told } from '../support/builders';
import { databaseKinds } from '../support/database';

describe.each(databaseKinds())('a newer version of its template on $name', (database) => {
  let app: TestApp;
  let cast: Cast;
  let house: HouseTemplate;
  let project: RunningProject;
  beforeAll(async () => {
    app = await startTestApp({ database });
    cast = await aCast(app);
  });
  afterAll(() => app.close());
  beforeEach(async () => {
    const from = { template: 'conference' };
    house = ok(await me().post<HouseTemplate>('/api/house-templates', { from, name: '年會' })).body;
    house = ok(await me().post<HouseTemplate>(`/api/house-templates/${house.id}/publish`, {}, seen(1))).body;
    project = await aConference(app, { cast, template: house.slug });
  });

  const me = () => cast.manager.client;
  /** The third to the sixth task, each changed in another way, and a new one behind the third. */
  const nextVersion = async () => {
    const [, , a, b, c, d] = house.draft.items;
    const set = {
      items: [
        { place: a!.place, title: '新的說法', checks: [...a!.checks.map(({ code: _, ...check }) => check), point] },
        { place: b!.place, start: 'opening - 300 days', due: 'opening - 290 days' },
        { place: d!.place, title: '做完的也改名' },
      ],
      remove: [c!.place],
      add: { ...task, team: a!.team, behind: a!.place },
    };
    house = ok(await me().patch<HouseTemplate>(`/api/house-templates/${house.id}`, set, ANY_VERSION)).body;
    house = ok(await me().post<HouseTemplate>(`/api/house-templates/${house.id}/publish`, {}, ANY_VERSION)).body;
    return { a: a!, b: b!, c: c!, d: d! };
  };
  const preview = (as = me()) => as.post<TemplateUpdate>(`/api/projects/${project.id}/template-update/preview`);
  const offer = async () => ok(await preview()).body;
  const take = (changes: readonly OfferedChange[], version = 2) =>
    me().post<Project>(
      `/api/projects/${project.id}/template-update`,
      { version, take: changes.map(({ id }) => id) },
      ANY_VERSION,
    );
  const finish = async (place: string) => {
    const item = await project.at(place);
    ok(await me().patch(`/api/work-items/${item.id}`, { status: 'not-applicable', reason: '不辦' }, ANY_VERSION));
    return item;
  };

  it('is told row by row, with how far each row is; finished work is told but not to be taken', async () => {
    const { d } = await nextVersion();
    await finish(d.place);
    const { from, to, changes } = await offer();
    expect([from, to]).toEqual([1, 2]);
    const told2 = changes.map(
      ({ what, kind, title, touched, takes }) => `${what} ${kind} ${title} ${touched} ${takes}`,
    );
    expect(told2).toEqual(
      expect.arrayContaining([
        'reworded item 新的說法 untouched true',
        'added check 新的要點 untouched true',
        'added item 簽備忘錄 untouched true',
        'reworded item 做完的也改名 finished false',
      ]),
    );
    expect(changes.find(({ id }) => id.startsWith('reworded:item'))?.fields[0]?.after).toBe('新的說法');
  });

  it('what is chosen is taken: put in by place, reworded, its rule kept for a re-plan, set aside with the reason', async () => {
    const { a, b, c, d } = await nextVersion();
    const done = await finish(d.place);
    const before = await project.at(b.place);
    const { changes } = await offer();
    const taken = ok(await take(changes.filter(({ takes }) => takes))).body;
    expect(taken.template).toMatchObject({ slug: house.slug, version: 2 });
    const rows = await project.rows();
    const index = rows.findIndex(({ title }) => title === '新的說法');
    expect(rows[index + 1]).toMatchObject({ title: '簽備忘錄', source: 'own', status: 'to-do' });
    expect((await project.at(a.place)).checkList.at(-1)).toMatchObject({ text: '新的要點', state: 'open' });
    const redated = await project.at(b.place);
    expect(redated).toMatchObject({ dueRule: 'opening - 290 days', dueDay: before.dueDay });
    const gone = await project.at(c.place);
    expect(gone).toMatchObject({ status: 'not-applicable' });
    expect(gone.reason).toContain('2');
    expect(await project.item(done.id)).toMatchObject({ title: done.title, status: 'not-applicable' });
    expect(await offer()).toMatchObject({ from: 2, to: 2, changes: [] });
    const entries = (await project.activity()).filter(({ batchId }) => batchId !== null);
    expect(entries.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['project.template-updated', 'work-item.edited']),
    );
  });

  it('what is not chosen stays as it is, and the project is frozen on the new version all the same', async () => {
    await nextVersion();
    const before = await project.rows();
    ok(await take([]));
    expect(await project.rows()).toEqual(before);
    expect((await project.view()).template.version).toBe(2);
  });

  it('work that has been begun is not set aside', async () => {
    const { c } = await nextVersion();
    const item = await project.at(c.place);
    ok(await me().patch(`/api/work-items/${item.id}`, { status: 'doing' }, ANY_VERSION));
    const { changes } = await offer();
    const gone = changes.find(({ what, place }) => what === 'left-out' && place === c.place)!;
    expect(gone).toMatchObject({ touched: 'begun', takes: false });
    expect(told(await take([gone]))).toBe('400 validation /take/0');
  });

  it('what the answers leave out is not offered', async () => {
    project = await aConference(app, { cast, template: house.slug, options: { papers: false } });
    const [, , a] = house.draft.items;
    const add = { ...task, team: a!.team, behind: a!.place, leaveOut: { papers: false }, title: '徵稿海報' };
    ok(await me().patch(`/api/house-templates/${house.id}`, { add }, ANY_VERSION));
    ok(await me().post(`/api/house-templates/${house.id}/publish`, {}, ANY_VERSION));
    expect((await offer()).changes).toEqual([]);
  });

  it('nothing is taken from a version that is not the newest, nor over somebody else’s change, nor by others', async () => {
    await nextVersion();
    const send = (version: number, headers: Record<string, string>, as = me()) =>
      as.post(`/api/projects/${project.id}/template-update`, { version, take: [] }, headers).then(told);
    expect(await send(3, ANY_VERSION)).toBe('409 version-not-on-offer');
    expect(await send(2, seen(99))).toBe('412 version-moved');
    expect(await send(2, {})).toBe('428 version-missing');
    await project.setMember(cast.lead, 'member');
    expect(await send(2, ANY_VERSION, cast.lead.client)).toBe('403 forbidden');
    expect(told(await preview(cast.outsider.client))).toBe('404 not-found');
    ok(await me().post(`/api/projects/${project.id}/close`, { waiveRest: '提前結案' }));
    expect(await send(2, ANY_VERSION)).toBe('409 project-closed');
    expect((await project.view()).template.version).toBe(1);
  });

  const task = {
    ...{ title: '簽備忘錄', titleEn: 'Sign the memo', stage: 'before', workflow: 'venue', owner: 'lead' },
    ...{ start: 'opening - 60 days', due: 'opening - 50 days', basis: '本會', leaveOut: {}, after: [] },
    ...{ deliverables: [], checks: [] },
  };
  const point = { place: null, text: '新的要點', stage: 'before', leaveOut: {} };
});
