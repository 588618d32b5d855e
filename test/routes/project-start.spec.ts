import type { StartProject } from '../../apps/api/projects/start.dto';
import type { Preview } from '../../apps/api/projects/start-preview.dto';
import { startTestApp, type TestApp } from '../support/app';
import { ANY_VERSION, ok } from '../support/client';
import { aCast, aConference, aStart, type Cast, goTo, RunningProject, told } from '../support/builders';
import { databaseKinds } from '../support/database';

type Item = Preview['items'][number];

describe.each(databaseKinds())('starting a project on $name', (database) => {
  let app: TestApp;
  let cast: Cast;
  beforeAll(async () => {
    app = await startTestApp({ database });
    cast = await aCast(app);
  });
  afterAll(() => app.close());
  beforeEach(() => app.clock.set('2026-11-23T09:00:00+08:00'));

  const preview = async (given: Partial<StartProject> = {}) =>
    ok(await cast.manager.client.post<Preview>('/api/projects/preview', aStart(given))).body;
  const start = async (given: Partial<StartProject> = {}) => {
    const answer = ok(await cast.manager.client.post<{ id: string; counts: object }>('/api/projects', aStart(given)));
    expect(answer.status).toBe(201);
    return { project: new RunningProject(answer.body.id, cast), counts: answer.body.counts };
  };

  it.each<[string, Partial<StartProject>]>([
    ['in time', {}],
    ['with options', { options: { exhibition: false, papers: false, oneClosingReport: true } }],
    ['late, squeezed', { opening: '2027-03-15', closing: '2027-03-17' }],
    ['late, already done', { opening: '2027-03-15', closing: '2027-03-17', lateStart: 'already-done' }],
    ['late, leaving out', { opening: '2027-03-15', closing: '2027-03-17', lateStart: 'leave-out' }],
  ])('makes what the preview showed: %s', async (_what, given) => {
    const shown = await preview(given);
    const { project, counts } = await start(given);
    expect(counts).toEqual(shown.counts);
    const view = await project.view();
    expect(view).toMatchObject({
      counts: shown.counts,
      leftOut: shown.leftOut,
      anchors: shown.anchors,
      options: given.options ?? {},
    });
    expect(view.teams.map(({ key, name, nameEn }) => ({ key, name, nameEn }))).toEqual(shown.teams);
    const rows = await project.rows();
    const asShown = ({
      code,
      title,
      titleEn,
      stage,
      workflow,
      standard,
      startDay,
      dueDay,
      dueTime,
    }: Item | (typeof rows)[0]) => ({
      ...{ code, title, titleEn, stage, workflow, standard, startDay, dueDay, dueTime },
    });
    expect(rows.map(asShown)).toEqual(shown.items.map(asShown));
    expect(rows.map(({ status }) => status === 'done')).toEqual(shown.items.map(({ settled }) => settled));
    expect(rows.filter(({ overdue }) => overdue)).toEqual([]);
    expect(view.progress.overdue).toBe(0);
  });

  it('tells what each way of a late start leads to, as the plan of that way then has it', async () => {
    const late = { opening: '2027-03-15', closing: '2027-03-17' };
    const { lateWays } = await preview(late);
    expect(lateWays.map(({ way }) => way)).toEqual(['already-done', 'squeeze', 'leave-out']);
    for (const told of lateWays) {
      const plan = await preview({ ...late, lateStart: told.way });
      expect(told.workItems).toBe(plan.counts.workItems);
      expect(told.leftOut).toBe(plan.leftOut.filter(({ reason }) => reason.code === 'late-start').length);
      expect(told.firstDue! >= '2026-11-23').toBe(true);
    }
    expect(lateWays.map(({ settled, moved, leftOut }) => [settled > 0, moved > 0, leftOut > 0])).toEqual([
      [true, false, false],
      [false, true, false],
      [false, false, true],
    ]);
    const done = await preview({ ...late, lateStart: 'already-done' });
    expect(lateWays[0]!.settled).toBeGreaterThanOrEqual(done.items.filter(({ settled }) => settled).length);
    expect(lateWays[2]!.leftOut).toBe(done.late.length);
    expect((await preview()).lateWays).toEqual([]);
  });

  it('says in words which anchors fall on days off, and names the days off that the plan passes', async () => {
    const { anchorNotes, holidays } = await preview({ anchors: { moveIn: '2028-06-11' } });
    expect(anchorNotes).toContainEqual({ key: 'moveIn', zh: '這一天是星期日。', en: 'A Sunday.' });
    expect(holidays).toContainEqual({ date: '2027-01-01', name: expect.any(String) });
  });

  it('remembers for every row standard, edition, place, template version, rules and the plan at the start', async () => {
    const { project } = await start();
    const item = await project.at('conference-project-executive/T2.2');
    const shown = (await preview()).items.find(({ place }) => place === item.place)!;
    expect(item).toMatchObject({
      source: 'standard',
      standard: 'conference-project-executive',
      standardName: '會議專案執行人員',
      edition: '更新',
      code: 'T2.2',
      team: { name: '註冊與報到組' },
      baselineStartDay: shown.startDay,
      baselineDueDay: shown.dueDay,
      dayBasis: shown.dayBasis,
      startRule: expect.stringMatching(/^\w+/),
      dueRule: expect.stringMatching(/^\w+/),
    });
    expect(item.knowledge.length).toBeGreaterThan(0);
    expect(item.skills.length).toBeGreaterThan(0);
    expect(item.deliverableList[0]?.sources).toEqual([
      {
        standard: item.standard,
        edition: '更新',
        place: shown.deliverables[0]!.place,
        title: item.deliverableList[0]?.title,
      },
    ]);
    ok(await project.manager.patch(`/api/work-items/${item.id}`, { dueDay: '2028-06-01' }, ANY_VERSION));
    expect(await project.item(item.id)).toMatchObject({ dueDay: '2028-06-01', baselineDueDay: shown.dueDay });
    expect((await project.view()).template).toMatchObject({ slug: 'conference', version: 1 });
  });

  it('keeps a merged deliverable as one that names its sources', async () => {
    const { project } = await start({ options: { oneClosingReport: true } });
    const { deliverableList } = await project.at('conference-project-executive/T6.3');
    expect(deliverableList[0]).toMatchObject({
      accepter: 'manager',
      sources: [
        { place: 'conference-project-executive/T6.3/O6.3.1', standard: 'conference-project-executive' },
        { place: 'conference-project-manager/T6.2/O6.2.1', standard: 'conference-project-manager' },
      ],
    });
    const managers = await project.at('conference-project-manager/T6.2');
    expect(managers.deliverableList.map(({ code }) => code)).not.toContain('O6.2.1');
    expect(managers.checkList.length).toBeGreaterThan(0);
  });

  it('makes whoever starts it the manager and seats the sub-teams', async () => {
    const { lead, member, manager } = cast;
    const { project } = await start({
      teams: [{ team: 'programme', leads: [lead.id, lead.id], members: [member.id, lead.id, member.id] }],
    });
    const view = await project.view();
    expect(view.myRole).toBe('manager');
    expect(view.members.map(({ person, role }) => [person.id, role])).toEqual(
      expect.arrayContaining([
        [manager.id, 'manager'],
        [lead.id, 'member'],
        [member.id, 'member'],
      ]),
    );
    expect(await project.team('programme')).toMatchObject({ leads: [{ id: lead.id }], members: [{ id: member.id }] });
    expect((await project.view(lead.client)).myRole).toBe('lead');
  });

  it('settles what was already done: no reminders, nothing overdue, said so in who did it', async () => {
    const { project } = await start({ opening: '2027-03-15', closing: '2027-03-17', lateStart: 'already-done' });
    const done = await project.rows('status=done');
    expect(done.length).toBeGreaterThan(5);
    const item = await project.item(done[0]!.id);
    expect(item).toMatchObject({ doneBy: { id: cast.manager.id }, missing: [], overdue: false });
    expect(item.checkList.every(({ state }) => state === 'ticked')).toBe(true);
    expect(item.deliverableList.every(({ status }) => ['accepted', 'delivered'].includes(status))).toBe(true);
    const open = (await project.rows()).filter(({ status }) => status !== 'done');
    for (const row of open.filter(({ deliverables }) => deliverables.settled > 0)) {
      expect([row.code, row.status, row.deliverables.settled < row.deliverables.total]).toEqual([
        row.code,
        'doing',
        true,
      ]);
    }
  });

  it('takes the day of the project’s own zone as today', async () => {
    await goTo(app, cast, '2027-01-10T23:30:00+08:00');
    const late = { opening: '2027-03-15', closing: '2027-03-17' };
    const first = async (zone: string) =>
      (await preview({ ...late, zone })).items.map(({ startDay }) => startDay).sort()[0];
    expect(await first('Asia/Taipei')).toBe('2027-01-10');
    expect(await first('Pacific/Apia')).toBe('2027-01-11');
    expect(await first('America/New_York')).toBe('2027-01-10');
    app.clock.set('2027-01-10T08:00:00+08:00');
    expect(await first('America/New_York')).toBe('2027-01-09');
  });

  it('is logged with template, version and counts', async () => {
    const { project } = await start();
    expect(await project.activity()).toMatchObject([
      {
        action: 'project.started',
        actor: { id: cast.manager.id },
        subject: { type: 'project', id: project.id },
        after: { template: 'conference', version: 1, workItems: 58, deliverables: 89, checks: 196 },
      },
    ]);
  });

  it('is for workspace people only; a client cannot', async () => {
    const project = await aConference(app, { cast });
    const invitation = { projectId: project.id, projectRole: 'viewer' };
    const guest = await app.addPerson('訪客', invitation, project.manager);
    expect(told(await guest.client.post('/api/projects', aStart()))).toBe('403 forbidden');
    expect(told(await guest.client.post('/api/projects/preview', aStart()))).toBe('403 forbidden');
    expect(told(await app.client().post('/api/projects/preview', aStart()))).toBe('401 signed-out');
  });

  it('can be from any of the eighteen templates', async () => {
    const { items } = ok(
      await cast.manager.client.get<{ items: { slug: string; counts: object }[] }>('/api/templates'),
    ).body;
    expect(items).toHaveLength(18);
    for (const { slug, counts } of items) {
      const { project } = await start({ template: slug });
      const rows = await project.rows();
      expect([slug, (await project.view()).counts]).toEqual([slug, counts]);
      expect(rows).toHaveLength((await project.view()).counts.workItems);
    }
  });
});
