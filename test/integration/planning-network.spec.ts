import type { Baseline } from '../../apps/api/planning/baseline.dto';
import type { Followed, PushedRows, Schedule } from '../../apps/api/planning/schedule.dto';
import type { WorkItem } from '../../apps/api/projects/work.dto';
import { startTestApp, type TestApp } from '../support/app';
import { ANY_VERSION, type Client, ok } from '../support/client';
import { aCast, aConference, type Cast, goTo, type Refusal, type RunningProject, told } from '../support/builders';
import { databaseKinds } from '../support/database';

describe.each(databaseKinds())('the network of a project on $name', (database) => {
  let app: TestApp;
  let cast: Cast;
  let project: RunningProject;
  beforeAll(async () => {
    app = await startTestApp({ database });
    cast = await aCast(app);
  });
  afterAll(() => app.close());
  beforeEach(async () => {
    await goTo(app, cast, '2028-02-01T09:00:00+08:00');
    project = await aConference(app, { cast });
  });

  type Lag = [WorkItem, number?, string?];
  const link = (item: { id: string }, before: Lag[], as: Client = project.manager, headers: object = ANY_VERSION) => {
    const predecessors = before.map(([{ id }, lagDays = 0, lagUnit = 'days']) => ({ id, lagDays, lagUnit }));
    return as.put<WorkItem>(`/api/work-items/${item.id}/predecessors`, { predecessors }, headers as never);
  };
  const schedule = async () => ok(await project.manager.get<Schedule>(`/api/projects/${project.id}/schedule`)).body;
  const row = async ({ id }: { id: string }) => (await schedule()).items.find((one) => one.id === id)!;
  const three = async () => {
    const days = (startDay: string, dueDay: string) => ({ startDay, dueDay });
    const a = await project.add({ title: '場勘', ...days('2028-03-01', '2028-03-10') });
    const b = await project.add({ title: '簽約', ...days('2028-03-11', '2028-03-20') }, 'registration');
    const c = await project.add({ title: '付款', ...days('2028-03-20', '2028-03-24') });
    return [a, b, c] as const;
  };

  it('is said by manager or lead, with a lag, and told on both ends and in the activity', async () => {
    const [a, b] = await three();
    expect(told(await link(b, [[a]], cast.member.client))).toBe('403 forbidden');
    const version = (await project.item(b.id)).version;
    const answer = ok(await link(b, [[a, 1, 'working days']], project.manager, { 'if-match': `"${version}"` }));
    expect(answer.body.predecessors).toMatchObject([{ id: a.id, title: '場勘', lagDays: 1, lagUnit: 'working days' }]);
    expect(answer.body.version).toBe(version + 1);
    expect((await project.item(a.id)).successors).toMatchObject([{ id: b.id, lagDays: 1 }]);
    expect(told(await link(b, [], project.manager, { 'if-match': `"${version}"` }))).toBe('412 version-moved');
    expect(await project.changes(b.id)).toMatchObject([
      { action: 'work-item.predecessors', after: { predecessors: [{ id: a.id, title: '場勘' }] } },
      { action: 'work-item.added' },
    ]);
    expect(ok(await link(b, [])).body.predecessors).toEqual([]);
  });

  it('refuses a cycle and names it, whatever the sub-teams', async () => {
    const [a, b, c] = await three();
    ok(await link(b, [[a]]));
    ok(await link(c, [[b]]));
    const refused = await link(a, [[c]]);
    expect(told(refused)).toBe('409 predecessor-cycle');
    expect((refused.body as unknown as Refusal).title).toMatch(/(場勘|簽約|付款) → .* → .* → \1/);
    expect(told(await link(a, [[a]]))).toBe('409 predecessor-cycle');
    expect((await project.item(a.id)).predecessors).toEqual([]);
  });

  it('lets no two people close a cycle at once', async () => {
    const [a, b] = await three();
    const answers = await Promise.all([link(a, [[b]]), link(b, [[a]])]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  it('knows nothing of other projects, and refuses what is named twice', async () => {
    const [a, b] = await three();
    const other = await aConference(app, { cast });
    const foreign = await other.add();
    expect(told(await link(a, [[foreign]]))).toBe('404 not-found');
    expect(told(await link(a, [[b], [b, 3]]))).toBe('400 validation /predecessors/1/id');
    expect(told(await link(a, [[b]], cast.outsider.client))).toBe('404 not-found');
  });

  it('shows what a late item pushes and what has float, and nothing while all is on time', async () => {
    const [a, b, c] = await three();
    ok(await link(b, [[a, 1]]));
    ok(await link(c, [[b]]));
    const before = await schedule();
    expect(before.items.every(({ pushDays }) => pushDays === 0)).toBe(true);
    expect(before.items.every(({ floatDays }) => floatDays === null || floatDays >= 0)).toBe(true);
    expect(before.items.filter(({ id }) => before.criticalPath.includes(id)).every(({ critical }) => critical)).toBe(
      true,
    );
    await goTo(app, cast, '2028-03-13T09:00:00+08:00');
    expect(await row(b)).toMatchObject({
      ...{ expectedStartDay: '2028-03-14', expectedDueDay: '2028-03-23', pushDays: 3, pushedBy: [a.id] },
      predecessors: [{ id: a.id, lagDays: 1, lagUnit: 'days' }],
    });
    // Opening is on 12 June, so what comes before it may last to the 11th.
    expect(await row(c)).toMatchObject({ expectedDueDay: '2028-03-27', pushedBy: [b.id, a.id], floatDays: 76 });
  });

  it('follows the push: a dry run first, then all in one go, deliverables and reminders with it', async () => {
    const [a, b, c] = await three();
    ok(await link(b, [[a, 1]]));
    ok(await link(c, [[b]]));
    ok(await project.manager.post(`/api/work-items/${b.id}/deliverables`, { title: '合約', dueDay: '2028-03-18' }));
    await goTo(app, cast, '2028-03-13T09:00:00+08:00');
    const path = `/api/projects/${project.id}/schedule/follow`;
    const { items } = ok(await project.manager.post<PushedRows>(`${path}/preview`, { items: [b.id] })).body;
    expect(items).toMatchObject([{ id: b.id, dueDay: '2028-03-20', toDueDay: '2028-03-23', pushedBy: [a.id] }]);
    expect((await project.item(b.id)).dueDay).toBe('2028-03-20');
    expect(told(await cast.lead.client.post(path, { items: [b.id] }))).toBe('403 forbidden');
    const done = ok(await project.manager.post<Followed>(path, { items: [b.id, c.id] })).body;
    expect(done.changed).toBe(2);
    const moved = await project.item(b.id);
    expect(moved).toMatchObject({ startDay: '2028-03-14', dueDay: '2028-03-23', baselineDueDay: '2028-03-20' });
    expect(moved.deliverableList[0]).toMatchObject({ dueDay: '2028-03-21' });
    expect(await row(c)).toMatchObject({ startDay: '2028-03-23', pushDays: 0 });
    expect(await project.activity(`subject=${c.id}`)).toMatchObject([{ batchId: done.batchId }, {}, {}]);
  });

  describe('against its baseline', () => {
    const baseline = async () => ok(await project.manager.get<Baseline>(`/api/projects/${project.id}/baseline`)).body;

    it('tells later, earlier and done late, by item, stage and sub-team', async () => {
      const [a, b] = await three();
      ok(await project.manager.patch(`/api/work-items/${b.id}`, { dueDay: '2028-03-30' }, ANY_VERSION));
      await goTo(app, cast, '2028-03-13T09:00:00+08:00');
      ok(await project.manager.patch(`/api/work-items/${a.id}`, { status: 'done' }, ANY_VERSION));
      const view = await baseline();
      const of = (id: string) => view.items.find((item) => item.id === id)!.deviation;
      expect([of(a.id), of(b.id)]).toEqual([
        { kind: 'done-late', days: 3 },
        { kind: 'later', days: 10 },
      ]);
      const registration = await project.team('registration');
      expect(view.teams.find(({ team }) => team?.id === registration.id)!.summary).toMatchObject({
        later: 1,
        worst: { id: b.id, days: 10 },
      });
      expect(view.stages.find(({ stage }) => stage === 'before')!.summary).toMatchObject({ later: 1, doneLate: 1 });
      expect(view.project.counted).toBe(view.items.filter(({ deviation }) => deviation).length);
    });

    it('is set anew by the manager with a reason, for open work; the old one is kept', async () => {
      const [a, b] = await three();
      ok(await project.manager.patch(`/api/work-items/${a.id}`, { status: 'done', dueDay: '2028-03-15' }, ANY_VERSION));
      ok(await project.manager.patch(`/api/work-items/${b.id}`, { dueDay: '2028-03-30' }, ANY_VERSION));
      const path = `/api/projects/${project.id}/baseline`;
      expect(told(await cast.lead.client.post(path, { reason: '改期' }))).toBe('403 forbidden');
      const view = ok(await project.manager.post<Baseline>(path, { reason: '主辦改期' })).body;
      expect(view.baselines).toMatchObject([{ by: { id: cast.manager.id }, reason: '主辦改期' }]);
      expect(await project.item(b.id)).toMatchObject({ baselineDueDay: '2028-03-30' });
      expect(await project.item(a.id)).toMatchObject({ baselineDueDay: '2028-03-10', dueDay: '2028-03-15' });
      expect(await project.changes(project.id)).toMatchObject([
        { action: 'project.baseline-set', after: { reason: '主辦改期', workItems: 1 } },
        {},
      ]);
    });
  });
});
