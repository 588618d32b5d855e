import type { CoverageReport, Overview } from '../../apps/api/planning/overview.dto';
import { startTestApp, type TestApp } from '../support/app';
import { ANY_VERSION, ok } from '../support/client';
import { aCast, aConference, type Cast, goTo, type RunningProject } from '../support/builders';
import { databaseKinds } from '../support/database';

const START = '2026-11-23T09:00:00+08:00';

describe.each(databaseKinds())('the overview of a project on $name', (database) => {
  let app: TestApp;
  let cast: Cast;
  let project: RunningProject;
  beforeAll(async () => {
    app = await startTestApp({ database });
    cast = await aCast(app);
  });
  afterAll(() => app.close());
  beforeEach(async () => {
    await goTo(app, cast, START);
    project = await aConference(app, { cast });
  });

  const look = async () => ok(await cast.client.client.get<Overview>(`/api/projects/${project.id}/overview`)).body;
  const coverage = async () =>
    ok(await cast.client.client.get<CoverageReport>(`/api/projects/${project.id}/coverage`)).body.standards;
  const wait = (id: string) =>
    project.manager.patch(`/api/work-items/${id}`, { status: 'waiting', waitingFor: '主辦' }, ANY_VERSION);

  it('lists what is overdue, what waits, and what is due in the next fourteen days', async () => {
    const late = await project.add({ title: '逾期', dueDay: '2026-11-22' });
    const soon = await project.add({ title: '快到', dueDay: '2026-12-07' });
    const later = await project.add({ title: '之後', dueDay: '2026-12-08' });
    const waiting = await project.add({ title: '等', dueDay: '2027-02-01' });
    ok(await wait(waiting.id));
    const seen = await look();
    const ids = (of: { items: { id: string }[] }) => of.items.map(({ id }) => id);
    expect([seen.today, seen.until]).toEqual(['2026-11-23', '2026-12-07']);
    expect(seen.overdue).toMatchObject({ total: 1, items: [{ id: late.id, overdue: true }] });
    expect(seen.waiting).toMatchObject({ total: 1, items: [{ id: waiting.id, waitingFor: '主辦' }] });
    expect(ids(seen.ahead)).toContain(soon.id);
    expect(ids(seen.ahead)).not.toContain(later.id);
    expect(ids(seen.ahead)).not.toContain(late.id);
  });

  it('shows ten of a long list and says how many there are', async () => {
    for (let made = 0; made < 12; made += 1) await project.add({ dueDay: '2026-11-20' });
    const { overdue } = await look();
    expect([overdue.total, overdue.items.length]).toEqual([12, 10]);
  });

  it('shows what waits for acceptance until it is accepted', async () => {
    const { id, deliverableList } = await project.add({ deliverables: [{ title: '名單', accepter: 'manager' }] });
    const deliverable = `/api/deliverables/${deliverableList[0]!.id}`;
    ok(await cast.member.client.post(`${deliverable}/submit`));
    const handedIn = { title: '名單', accepter: 'manager', submittedBy: '組員 王', workItem: { id } };
    expect((await look()).toAccept).toMatchObject({ total: 1, items: [handedIn] });
    ok(await project.manager.post(`${deliverable}/accept`));
    expect((await look()).toAccept).toEqual({ total: 0, items: [] });
  });

  it('names anchors and milestones of the next fourteen days', async () => {
    const milestone = { kind: 'payment', name: '第一期款', day: '2026-12-01' };
    ok(await project.manager.post(`/api/projects/${project.id}/milestones`, milestone));
    expect((await look()).days).toContainEqual({ name: '第一期款', nameEn: null, day: '2026-12-01' });
  });

  it('says by stage how far work has moved from the baseline', async () => {
    const [row] = await project.rows('stage=before');
    const before = (await project.item(row!.id)).baselineDueDay!;
    const moved = `${Number(before.slice(0, 4)) + 1}${before.slice(4)}`;
    ok(await project.manager.patch(`/api/work-items/${row!.id}`, { dueDay: moved }, ANY_VERSION));
    const { deviations } = await look();
    const stage = deviations.stages.find((one) => one.stage === 'before')!;
    expect([deviations.project.later, stage.summary.later]).toEqual([1, 1]);
    expect(deviations.project.worst).toMatchObject({ id: row!.id });
  });

  it('calls nothing overdue while the project rests', async () => {
    await project.add({ dueDay: '2026-11-20' });
    const hold = { to: 'on-hold', reason: '日期未定' };
    ok(await project.manager.post(`/api/projects/${project.id}/state`, hold));
    expect(await look()).toMatchObject({ today: null, overdue: { total: 0 }, ahead: { total: 0 }, days: [] });
  });

  it('counts accepted outputs of each standard, and what is waived or not applicable apart', async () => {
    const before = await coverage();
    const main = before.find(({ standard }) => standard === 'conference-project-executive')!;
    expect(main).toMatchObject({ accepted: 0, waived: 0 });
    expect(main.name).not.toBeNull();
    expect(main.expected).toBe(main.missing.length);
    expect(main.expected).toBeLessThanOrEqual(main.inStandard!);
    const [first, second, third] = [...new Set(main.missing.map(({ workItemId }) => workItemId))] as [
      string,
      string,
      string,
    ];
    const of = (item: string) => main.missing.filter(({ workItemId }) => workItemId === item);
    for (const { deliverableId } of of(first)) {
      const path = `/api/deliverables/${deliverableId}`;
      ok(await project.manager.post(`${path}/submit`, { note: '完成' }));
      await project.manager.post(`${path}/accept`);
    }
    for (const { deliverableId } of of(second))
      ok(await project.manager.post(`/api/deliverables/${deliverableId}/waive`, { reason: '主辦自辦' }));
    const aside = { status: 'not-applicable', reason: '不辦' };
    ok(await project.manager.patch(`/api/work-items/${third}`, aside, ANY_VERSION));
    const after = (await coverage()).find(({ standard }) => standard === main.standard)!;
    expect(after).toMatchObject({
      expected: main.expected - of(second).length - of(third).length,
      accepted: of(first).length,
      waived: of(second).length,
      notApplicable: main.notApplicable + of(third).length,
    });
  });
});
