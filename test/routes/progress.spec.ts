import type { ProgressReport } from '../../apps/api/projects/projects.dto';
import type { MyWork } from '../../apps/api/projects/work.dto';
import { type SignedInClient, startTestApp, type TestApp } from '../support/app';
import { ANY_VERSION, ok } from '../support/client';
import { aCast, aConference, type Cast, goTo, type RunningProject } from '../support/builders';

const START = '2026-11-23T09:00:00+08:00';

describe('how far things are', () => {
  let app: TestApp;
  let cast: Cast;
  let project: RunningProject;
  beforeAll(async () => {
    app = await startTestApp();
    cast = await aCast(app);
  });
  afterAll(() => app.close());
  beforeEach(async () => {
    await goTo(app, cast, START);
    project = await aConference(app, { cast });
  });

  const report = async (of = project) =>
    ok(await cast.client.client.get<ProgressReport>(`/api/projects/${of.id}/progress`)).body;
  const myWork = async (who: SignedInClient, of = project) =>
    ok(await who.client.get<MyWork>(`/api/me/work?project=${of.id}`)).body;

  it('is told by stage, by sub-team and for the project, and the parts add up', async () => {
    const item = await project.add(
      { title: '無組', deliverables: [{ title: '甲' }, { title: '乙' }], checks: ['一'] },
      null,
    );
    ok(await project.manager.post(`/api/deliverables/${item.deliverableList[0]!.id}/submit`));
    ok(await project.manager.post(`/api/checks/${item.checkList[0]!.id}/tick`));
    const { project: whole, stages, teams } = await report();
    expect(whole).toEqual({
      workItems: { total: 59, done: 0, notApplicable: 0 },
      deliverables: { total: 91, settled: 1, submitted: 0 },
      checks: { total: 197, decided: 1 },
      overdue: 0,
      dueSoon: 0,
    });
    expect(stages.map(({ stage }) => stage)).toEqual([
      'proposal',
      'preparation',
      'before',
      'during',
      'after',
      'closing',
    ]);
    for (const parts of [stages, teams]) {
      const sum = (of: (progress: ProgressReport['project']) => number) =>
        parts.map(({ progress }) => of(progress)).reduce((a, b) => a + b, 0);
      expect(sum(({ workItems }) => workItems.total)).toBe(59);
      expect(sum(({ deliverables }) => deliverables.total)).toBe(91);
      expect(sum(({ checks }) => checks.decided)).toBe(1);
    }
    expect(teams.at(-1)).toMatchObject({ team: null, progress: { workItems: { total: 1 } } });
    expect(teams.find(({ team }) => team?.key === 'programme')?.team?.name).toBe('議事組');
  });

  it.each([
    ['Asia/Taipei', '2026-12-04T00:00:00+08:00'],
    ['America/New_York', '2026-12-04T00:00:00-05:00'],
    ['Pacific/Apia', '2026-12-04T00:00:00+13:00'],
  ])('in %s work is overdue from midnight after its day', async (zone, midnight) => {
    const there = await aConference(app, { cast, zone });
    const { id } = await there.add({ dueDay: '2026-12-03', deliverables: [{ title: '名單' }] });
    const state = async () => ({
      row: (await there.item(id)).overdue,
      part: (await there.item(id)).deliverableList[0]?.overdue,
      found: (await there.rows('overdue=true')).length,
      counted: (await report(there)).project.overdue,
      bucket: (await myWork(cast.lead, there)).items.find((row) => row.id === id)?.bucket,
    });
    app.clock.set(Date.parse(midnight) - 1);
    expect(await state()).toEqual({ row: false, part: false, found: 0, counted: 0, bucket: 'today' });
    app.clock.set(midnight);
    expect(await state()).toEqual({ row: true, part: true, found: 1, counted: 1, bucket: 'overdue' });
    const [deliverable] = (await there.item(id)).deliverableList;
    ok(await cast.member.client.post(`/api/deliverables/${deliverable!.id}/submit`));
    expect(await state()).toMatchObject({ row: false, found: 0, counted: 0, bucket: undefined });
  });

  it('is late through a deliverable alone, but not through one that waits for its accepter', async () => {
    const { id, deliverableList } = await project.add({
      dueDay: '2027-06-01',
      deliverables: [{ title: '名單', dueDay: '2026-11-24', accepter: 'lead' }],
    });
    app.clock.set('2026-11-25T09:00:00+08:00');
    expect((await project.item(id)).overdue).toBe(true);
    ok(await cast.member.client.post(`/api/deliverables/${deliverableList[0]!.id}/submit`));
    expect((await project.item(id)).overdue).toBe(false);
    ok(await cast.lead.client.post(`/api/deliverables/${deliverableList[0]!.id}/return`, { reason: '少一位' }));
    expect((await project.item(id)).overdue).toBe(true);
  });

  it('counts as soon what is due within a week', async () => {
    await project.add({ dueDay: '2026-11-30' });
    await project.add({ dueDay: '2026-12-01' });
    expect((await report()).project).toMatchObject({ overdue: 0, dueSoon: 1 });
    app.clock.set('2026-12-01T09:00:00+08:00');
    expect((await report()).project).toMatchObject({ overdue: 1, dueSoon: 1 });
  });

  it('my work is mine and my sub-teams’ pool over all projects, most urgent first', async () => {
    const second = await aConference(app, { cast, name: '第二場' });
    const add = async (of: RunningProject, title: string, dueDay: string, more: object = {}, team = 'programme') =>
      (await of.add({ title, dueDay, ...more }, team)).id;
    app.clock.set(START);
    await add(project, '下個月', '2026-12-28');
    await add(second, '這週', '2026-11-27');
    await add(project, '今天', '2026-11-23');
    const waiting = await add(project, '等客戶', '2026-11-24');
    ok(
      await cast.member.client.patch(
        `/api/work-items/${waiting}`,
        { status: 'waiting', waitingFor: '客戶' },
        ANY_VERSION,
      ),
    );
    await add(second, '別組的', '2026-11-24', {}, 'registration');
    await add(project, '別組但指派給我', '2026-11-25', { assigneeId: cast.member.id }, 'registration');
    await add(project, '別人的', '2026-11-25', { assigneeId: cast.other.id });
    await add(project, '附件逾期', '2027-01-05', { deliverables: [{ title: '附件', dueDay: '2026-11-22' }] });
    await add(second, '昨天', '2026-11-22');

    const { items } = ok(await cast.member.client.get<MyWork>('/api/me/work')).body;
    const own = items.filter(
      ({ source, projectId }) => source === 'own' && [project.id, second.id].includes(projectId),
    );
    expect(own.map(({ bucket, title, mine }) => `${bucket} ${title}${mine ? ' 我的' : ''}`)).toEqual([
      'overdue 昨天',
      'overdue 附件逾期',
      'today 今天',
      'week 別組但指派給我 我的',
      'week 這週',
      'later 下個月',
      'waiting 等客戶',
    ]);
    expect(own[0]).toMatchObject({ projectName: '第二場', overdue: true });
    expect((await myWork(cast.member)).items.every(({ projectId }) => projectId === project.id)).toBe(true);
    expect((await myWork(cast.outsider)).items).toEqual([]);
  });

  it('what waits for acceptance stands with whoever may accept it', async () => {
    const forLead = await project.addDeliverable({ accepter: 'lead', title: '給組長' });
    const forClient = await project.addDeliverable({ accepter: 'client', title: '給客戶' });
    for (const { id } of [forLead, forClient]) ok(await cast.member.client.post(`/api/deliverables/${id}/submit`));
    const waiting = async (who: SignedInClient) =>
      (await myWork(who)).toAccept.map(({ deliverable }) => deliverable.title);
    expect(await waiting(cast.lead)).toEqual(['給組長']);
    expect(await waiting(cast.client)).toEqual(['給客戶']);
    expect(await waiting(cast.manager)).toEqual(['給組長', '給客戶']);
    expect(await waiting(cast.member)).toEqual([]);
    expect((await report()).project.deliverables).toMatchObject({ settled: 0, submitted: 2 });
    ok(await cast.lead.client.post(`/api/deliverables/${forLead.id}/accept`));
    expect(await waiting(cast.manager)).toEqual(['給客戶']);
  });

  it('the checklist is found by stage, sub-team, status, person, lateness and words, page by page', async () => {
    const teamId = (await project.team('programme')).id;
    const own = await project.add({
      title: '100% 桌卡_樣張',
      titleEn: 'Table Cards',
      assigneeId: cast.member.id,
      dueDay: '2026-11-20',
    });
    const ids = async (query: string) => (await project.rows(query)).map(({ id }) => id);
    expect(await ids(`assignee=${cast.member.id}`)).toEqual([own.id]);
    expect(await ids('overdue=true')).toEqual([own.id]);
    expect(await ids(`q=${encodeURIComponent('0% 桌卡_')}`)).toEqual([own.id]);
    expect(await ids('q=table%20CARDS')).toEqual([own.id]);
    expect(await ids('q=%25')).toEqual([own.id]);
    expect(await ids(`q=${encodeURIComponent("' OR 1=1 --")}`)).toEqual([]);
    expect((await project.rows(`team=${teamId}`)).every(({ team }) => team?.id === teamId)).toBe(true);
    expect((await project.rows('stage=during')).every(({ stage }) => stage === 'during')).toBe(true);
    expect(await ids('status=done')).toEqual([]);
    const all = await ids('');
    const paged: string[] = [];
    for (let cursor = ''; ;) {
      const path = `/api/projects/${project.id}/work-items?limit=7${cursor && `&cursor=${cursor}`}`;
      const page = ok(await project.manager.get<{ items: { id: string }[]; next: string | null }>(path)).body;
      paged.push(...page.items.map(({ id }) => id));
      if (page.next === null) break;
      cursor = page.next;
    }
    expect(paged).toEqual(all);
  });
});
