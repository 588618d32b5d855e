import { startTestApp, type TestApp } from '../support/app';
import { ANY_VERSION, ok, seen } from '../support/client';
import { aCast, aConference, type Cast, type RunningProject, told } from '../support/builders';
import type { WorkItem } from '../../apps/api/projects/work.dto';

describe('a work item', () => {
  let app: TestApp;
  let cast: Cast;
  let project: RunningProject;
  beforeAll(async () => {
    app = await startTestApp();
    cast = await aCast(app);
    project = await aConference(app, { cast });
  });
  afterAll(() => app.close());

  const patch = (id: string, body: object, as = cast.manager.client, headers: Record<string, string> = ANY_VERSION) =>
    as.patch<WorkItem>(`/api/work-items/${id}`, body, headers);
  const reopen = (id: string, as = cast.manager.client, body: object = { reason: '客戶改了需求' }) =>
    as.post<WorkItem>(`/api/work-items/${id}/reopen`, body);

  it('goes from to do over doing to done where nothing is missing, and remembers who ended it when', async () => {
    const { id } = await project.add();
    expect(ok(await patch(id, { status: 'doing' }, cast.member.client)).body.status).toBe('doing');
    const done = ok(await patch(id, { status: 'done' }, cast.member.client)).body;
    expect(done).toMatchObject({
      status: 'done',
      doneAt: app.clock.now(),
      doneBy: { id: cast.member.id },
      missing: [],
    });
    expect(await project.changes(id)).toMatchObject([
      { action: 'work-item.status', before: { status: 'doing' }, after: { status: 'done' } },
      { action: 'work-item.status', before: { status: 'to-do' }, after: { status: 'doing' } },
      { action: 'work-item.added' },
    ]);
  });

  it('is not done while a deliverable is open, and says which', async () => {
    const { id } = await project.add({ deliverables: [{ title: '講者名單' }], checks: ['名單已確認'] });
    const refused = await patch(id, { status: 'done' });
    expect(told(refused)).toBe('409 not-complete');
    expect(refused.body).toMatchObject({ missing: [{ zh: '交付項目「講者名單」尚未完成', en: expect.any(String) }] });
    expect((await project.item(id)).missing).toHaveLength(1);
  });

  it('without a deliverable is not done while a check is open', async () => {
    const { id } = await project.add({ checks: ['確認講者名單'] });
    const refused = await patch(id, { status: 'done' });
    expect(refused.body).toMatchObject({ status: 409, missing: [{ zh: '驗收要點未確認：確認講者名單' }] });
  });

  it('waits for somebody, since when, and goes on', async () => {
    const { id } = await project.add();
    expect(told(await patch(id, { status: 'waiting' }))).toBe('400 validation /waitingFor');
    const since = app.clock.now();
    const waiting = ok(await patch(id, { status: 'waiting', waitingFor: '主辦單位回覆' })).body;
    expect(waiting).toMatchObject({ status: 'waiting', waitingFor: '主辦單位回覆', waitingSince: since });
    app.clock.advance(60_000);
    const longer = ok(await patch(id, { status: 'waiting', waitingFor: '飯店報價' })).body;
    expect(longer).toMatchObject({ waitingFor: '飯店報價', waitingSince: since });
    expect(ok(await patch(id, { status: 'doing' })).body).toMatchObject({ waitingFor: null, waitingSince: null });
  });

  it('is not applicable only with a reason, and its parts leave the progress', async () => {
    const { id } = await project.add({ deliverables: [{ title: '簽證信' }], checks: ['寄出'] });
    const before = (await project.view()).progress;
    expect(told(await patch(id, { status: 'not-applicable' }))).toBe('400 validation /reason');
    expect(told(await patch(id, { status: 'not-applicable', reason: '無外賓' }, cast.member.client))).toBe(
      '403 forbidden',
    );
    const gone = ok(await patch(id, { status: 'not-applicable', reason: '無外賓' }, cast.lead.client)).body;
    expect(gone).toMatchObject({ status: 'not-applicable', reason: '無外賓' });
    const after = (await project.view()).progress;
    expect(after.workItems.notApplicable).toBe(before.workItems.notApplicable + 1);
    expect(after.deliverables.total).toBe(before.deliverables.total - 1);
    const { deliverableList, checkList } = gone;
    expect(told(await cast.member.client.post(`/api/deliverables/${deliverableList[0]!.id}/submit`))).toBe(
      '409 item-not-open',
    );
    expect(told(await cast.member.client.post(`/api/checks/${checkList[0]!.id}/tick`))).toBe('409 item-not-open');
  });

  it.each([
    ['done', 'to-do'],
    ['done', 'waiting'],
    ['done', 'not-applicable'],
    ['not-applicable', 'doing'],
    ['not-applicable', 'done'],
    ['not-applicable', 'waiting'],
  ])('never goes from %s straight to %s, and says where it stands', async (from, to) => {
    const { id } = await project.add();
    ok(await patch(id, { status: from, reason: '不需要' }));
    app.clock.advance(11 * 60_000);
    const refused = await patch(id, { status: to, reason: '試試', waitingFor: '某人' });
    expect(told(refused)).toBe('409 not-from-here');
    expect(refused.body).toMatchObject({ title: expect.stringContaining('重新開啟') });
    expect((await project.item(id)).status).toBe(from);
  });

  it('is opened again by a manager only, with a reason', async () => {
    const { id } = await project.add();
    ok(await patch(id, { status: 'done' }));
    app.clock.advance(11 * 60_000);
    expect(told(await reopen(id, cast.lead.client))).toBe('403 forbidden');
    expect(told(await reopen(id, cast.manager.client, {}))).toBe('400 validation /reason');
    expect(told(await patch(id, { status: 'doing' }, cast.member.client))).toBe('403 forbidden');
    expect(told(await patch(id, { status: 'doing' }))).toBe('400 validation /reason');
    expect(ok(await reopen(id)).body).toMatchObject({ status: 'doing', doneAt: null, doneBy: null });
    expect((await project.changes(id))[0]).toMatchObject({
      action: 'work-item.reopened',
      before: { status: 'done' },
      after: { status: 'doing', why: '客戶改了需求' },
    });
    ok(await patch(id, { status: 'not-applicable', reason: '不需要' }));
    expect(ok(await reopen(id)).body).toMatchObject({ status: 'to-do', reason: null });
  });

  it('that is finished takes no new deliverable or check', async () => {
    const { id } = await project.add();
    ok(await patch(id, { status: 'done' }));
    expect(told(await project.manager.post(`/api/work-items/${id}/deliverables`, { title: '多的' }))).toBe(
      '409 not-from-here',
    );
    expect(told(await project.manager.post(`/api/work-items/${id}/checks`, { text: '多的' }))).toBe(
      '409 not-from-here',
    );
    expect(told(await cast.member.client.post(`/api/work-items/${id}/claim`))).toBe('409 not-from-here');
  });

  it('warns of predecessors and is never blocked by them', async () => {
    const row = (await project.rows('q=T1.2')).find(({ code }) => code === 'T1.2')!;
    const item = await project.item(row.id);
    expect(item.predecessors.length).toBeGreaterThan(0);
    expect(item.predecessors.every(({ status }) => status === 'to-do')).toBe(true);
    for (const { id } of item.deliverableList)
      ok(await project.manager.post(`/api/deliverables/${id}/waive`, { reason: '免' }));
    expect((await project.item(row.id)).status).toBe('done');
    const successor = await project.item(item.successors[0]!.id);
    expect(successor.predecessors).toContainEqual(expect.objectContaining({ id: row.id, status: 'done' }));
  });

  it('keeps its days in order and its deliverables inside', async () => {
    const { id } = await project.add({
      startDay: '2028-05-01',
      dueDay: '2028-05-31',
      deliverables: [{ title: '同日' }, { title: '較早', dueDay: '2028-05-10' }],
    });
    expect(told(await patch(id, { dueDay: '2028-04-30' }))).toBe('400 validation /dueDay');
    expect(told(await patch(id, { startDay: '2028-06-01' }))).toBe('400 validation /startDay');
    const later = ok(await patch(id, { dueDay: '2028-06-05' })).body;
    expect(later.deliverableList.map(({ dueDay }) => dueDay)).toEqual(['2028-06-05', '2028-05-10']);
    const sooner = ok(await patch(id, { dueDay: '2028-05-05' })).body;
    expect(sooner.deliverableList.map(({ dueDay }) => dueDay)).toEqual(['2028-05-05', '2028-05-05']);
    expect((await project.changes(id))[0]).toMatchObject({
      action: 'work-item.edited',
      before: { dueDay: '2028-06-05' },
      after: { dueDay: '2028-05-05' },
    });
    const [same] = sooner.deliverableList;
    expect(await project.changes(same!.id)).toMatchObject([
      { action: 'deliverable.edited', before: { dueDay: '2028-06-05' }, after: { dueDay: '2028-05-05' } },
      { action: 'deliverable.edited', before: { dueDay: '2028-05-31' }, after: { dueDay: '2028-06-05' } },
    ]);
  });

  it('is edited by manager and lead, not by members or viewers, and an edit that changes nothing leaves no trace', async () => {
    const { id, version } = await project.add();
    expect(told(await patch(id, { title: '新名' }, cast.member.client))).toBe('403 forbidden');
    expect(told(await patch(id, { title: '新名' }, cast.client.client))).toBe('403 forbidden');
    expect(told(await patch(id, { status: 'doing' }, cast.client.client))).toBe('403 forbidden');
    expect(ok(await patch(id, { title: '新名', titleEn: 'New name' }, cast.lead.client)).body.title).toBe('新名');
    ok(await patch(id, { title: '新名' }));
    ok(await patch(id, {}));
    expect((await project.item(id)).version).toBe(version + 1);
    expect(await project.changes(id)).toMatchObject([{ before: { title: '自訂工作' }, after: { title: '新名' } }, {}]);
  });

  it('is not overwritten by whoever last saw an older one', async () => {
    const { id } = await project.add();
    const shown = await cast.lead.client.get(`/api/work-items/${id}`);
    expect(shown.headers.etag).toBe('"1"');
    ok(await patch(id, { title: '經理改' }, cast.manager.client, seen(1)));
    const refused = await patch(id, { title: '組長改' }, cast.lead.client, { 'if-match': String(shown.headers.etag) });
    expect(told(refused)).toBe('412 version-moved');
    expect(refused.body).toMatchObject({ version: 2, current: { title: '經理改', version: 2 } });
    expect((await project.item(id)).title).toBe('經理改');
    expect(told(await patch(id, { title: 'x' }, cast.lead.client, { 'if-match': 'abc' }))).toBe('400 bad-if-match');
    expect(ok(await patch(id, { title: '再改' }, cast.lead.client, seen(2))).body.title).toBe('再改');
    expect(ok(await patch(id, { title: '不問' }, cast.lead.client, ANY_VERSION)).body.title).toBe('不問');
  });

  it('moves to another sub-team through the manager; a lead cannot push work onto others', async () => {
    const { id } = await project.add();
    const registration = (await project.team('registration')).id;
    expect(told(await patch(id, { teamId: registration }, cast.lead.client))).toBe('403 forbidden');
    expect(ok(await patch(id, { teamId: registration })).body.team?.name).toBe('註冊與報到組');
    expect(told(await patch(id, { status: 'doing' }, cast.member.client))).toBe('403 forbidden');
  });
});

describe('a project that is strict', () => {
  it('needs all checks too, also where a deliverable is settled', async () => {
    const app = await startTestApp();
    const project = await aConference(app, { strictChecks: true });
    const item = await project.add({ deliverables: [{ title: '名單' }], checks: ['一', '二'] });
    ok(await project.cast.member.client.post(`/api/deliverables/${item.deliverableList[0]!.id}/submit`));
    const half = await project.item(item.id);
    expect(half).toMatchObject({ status: 'doing', missing: [{ zh: expect.stringContaining('一') }, {}] });
    for (const { id } of item.checkList) ok(await project.cast.member.client.post(`/api/checks/${id}/tick`));
    expect((await project.item(item.id)).status).toBe('done');

    const loose = await project.add({ deliverables: [{ title: '名單' }], checks: ['一'] });
    ok(await project.manager.patch(`/api/projects/${project.id}`, { strictChecks: false }, ANY_VERSION));
    ok(await project.cast.member.client.post(`/api/deliverables/${loose.deliverableList[0]!.id}/submit`));
    expect((await project.item(loose.id)).status).toBe('done');
    await app.close();
  });

  it('settles what it counts as done at once when the manager makes it strict, and when it no longer is', async () => {
    const app = await startTestApp();
    const project = await aConference(app);
    const item = await project.add({ deliverables: [{ title: '名單' }], checks: ['一'] });
    ok(await project.cast.member.client.post(`/api/deliverables/${item.deliverableList[0]!.id}/submit`));
    expect((await project.item(item.id)).status).toBe('done');
    ok(await project.manager.patch(`/api/projects/${project.id}`, { strictChecks: true }, ANY_VERSION));
    expect(await project.item(item.id)).toMatchObject({ status: 'doing', doneAt: null });
    ok(await project.manager.patch(`/api/projects/${project.id}`, { strictChecks: false }, ANY_VERSION));
    expect((await project.item(item.id)).status).toBe('done');
    await app.close();
  });
});
