import type { WorkItem } from '../../apps/api/projects/work.dto';
import type { BulkChange, BulkSelection } from '../../apps/api/projects/assignments.dto';
import { startTestApp, type TestApp } from '../support/app';
import { ANY_VERSION, ok } from '../support/client';
import { aCast, aConference, type Cast, type RunningProject, told } from '../support/builders';
import { databaseKinds } from '../support/database';

describe.each(databaseKinds())('handing out work on $name', (database) => {
  let app: TestApp;
  let cast: Cast;
  let project: RunningProject;
  let programme: string;
  beforeAll(async () => {
    app = await startTestApp({ database });
    cast = await aCast(app);
  });
  afterAll(() => app.close());
  beforeEach(async () => {
    project = await aConference(app, { cast });
    programme = (await project.team('programme')).id;
  });

  const bulk = (select: BulkSelection, set: BulkChange, as = cast.manager.client) =>
    as.post<{ batchId: string; changed: number }>(`/api/projects/${project.id}/assignments`, { select, set });
  const assign = (id: string, assigneeId: string | null, as = cast.lead.client) =>
    as.patch<WorkItem>(`/api/work-items/${id}`, { assigneeId }, ANY_VERSION);
  const claim = (id: string, as = cast.member.client) => as.post<WorkItem>(`/api/work-items/${id}/claim`);

  it('a member claims what nobody has, once; the next is told who was faster', async () => {
    const { id } = await project.add();
    expect(ok(await claim(id)).body.assignee).toEqual({ id: cast.member.id, name: '組員 王' });
    expect(ok(await claim(id)).body.version).toBe(2);
    const refused = await claim(id, cast.other.client);
    expect(told(refused)).toBe('409 already-claimed');
    expect(refused.body).toMatchObject({ title: '「組員 王」已經認領了。', assignee: { id: cast.member.id } });
    expect((await project.changes(id))[0]).toEqual({
      action: 'work-item.claimed',
      before: { assigneeId: null },
      after: { assigneeId: cast.member.id },
    });
  });

  it('nobody claims from a sub-team that is not theirs, and a client claims nothing', async () => {
    const { id } = await project.add({}, 'registration');
    expect(told(await claim(id))).toBe('403 forbidden');
    expect(told(await claim(id, cast.client.client))).toBe('403 forbidden');
    expect(told(await claim(id, cast.outsider.client))).toBe('404 not-found');
    const common = await project.add({}, null);
    expect(told(await claim(common.id))).toBe('200');
  });

  it('a lead hands out inside the own sub-team, to people of the project; members give back their own', async () => {
    const { id } = await project.add();
    expect(told(await assign(id, cast.other.id, cast.member.client))).toBe('403 forbidden');
    expect(told(await assign(id, cast.outsider.id))).toBe('400 validation /assigneeId');
    expect(told(await assign(id, cast.client.id))).toBe('400 validation /assigneeId');
    expect(ok(await assign(id, cast.member.id)).body.assignee?.id).toBe(cast.member.id);
    expect(told(await assign(id, null, cast.other.client))).toBe('403 forbidden');
    expect(ok(await assign(id, null, cast.member.client)).body.assignee).toBeNull();
    const elsewhere = await project.add({}, 'registration');
    expect(told(await assign(elsewhere.id, cast.member.id))).toBe('403 forbidden');
  });

  it('a whole sub-team is handed out in one go, one entry an item under one batch', async () => {
    const before = await project.rows(`team=${programme}`);
    const { changed, batchId } = ok(
      await bulk({ teamId: programme }, { assigneeId: cast.member.id }, cast.lead.client),
    ).body;
    expect(changed).toBe(before.length);
    const rows = await project.rows(`team=${programme}`);
    expect(rows.every(({ assignee }) => assignee?.id === cast.member.id)).toBe(true);
    const entries = (await project.activity()).filter((entry) => entry.batchId === batchId);
    expect(entries.map(({ subject }) => subject.id).sort()).toEqual(rows.map(({ id }) => id).sort());
    expect(entries[0]).toMatchObject({ before: { assigneeId: null }, after: { assigneeId: cast.member.id } });
    expect(ok(await bulk({ teamId: programme }, { assigneeId: cast.member.id })).body.changed).toBe(0);
  });

  it('a stage, or a stage of a sub-team, is moved by days with its open deliverables; finished work stays', async () => {
    const before = await project.rows('stage=after');
    const [first] = before;
    const item = await project.item(first!.id);
    for (const { id } of item.deliverableList)
      ok(await project.manager.post(`/api/deliverables/${id}/waive`, { reason: '免' }));
    for (const { id } of item.checkList) await project.manager.post(`/api/checks/${id}/tick`);
    const { changed, batchId } = ok(await bulk({ stage: 'after' }, { shiftDays: 3 })).body;
    expect(changed).toBe(before.length - 1);
    const after = await project.rows('stage=after');
    for (const [index, row] of after.entries()) {
      const days = row.id === first!.id ? 0 : 3;
      expect(Date.parse(row.dueDay!) - Date.parse(before[index]!.dueDay!)).toBe(days * 86_400_000);
    }
    const moved = await project.item(after[1]!.id);
    expect(moved.baselineDueDay).toBe(before[1]!.dueDay);
    const entries = (await project.activity()).filter((entry) => entry.batchId === batchId);
    expect(entries.filter(({ subject }) => subject.type === 'work-item')).toHaveLength(changed);
    const deliverables = moved.deliverableList.map(({ id }) => id);
    expect(entries.map(({ subject }) => subject.id)).toEqual(expect.arrayContaining(deliverables));
  });

  it('new days keep the start before the due day, and deliverables inside', async () => {
    const { id } = await project.add({
      startDay: '2028-05-01',
      dueDay: '2028-05-20',
      deliverables: [{ title: '名單' }],
    });
    ok(await bulk({ workItemIds: [id] }, { startDay: '2028-05-25' }));
    expect(await project.item(id)).toMatchObject({
      startDay: '2028-05-25',
      dueDay: '2028-05-25',
      deliverableList: [{ dueDay: '2028-05-25' }],
    });
    ok(await bulk({ workItemIds: [id] }, { dueDay: '2028-05-10' }));
    expect(await project.item(id)).toMatchObject({
      startDay: '2028-05-10',
      deliverableList: [{ dueDay: '2028-05-10' }],
    });
    expect(told(await bulk({ workItemIds: [id] }, { startDay: '2028-06-02', dueDay: '2028-06-01' }))).toBe(
      '400 validation /set/dueDay',
    );
  });

  it('is all or nothing: one row that is not the lead’s, or not the project’s, and nothing changes', async () => {
    const mine = await project.add();
    const others = await project.add({}, 'registration');
    const foreign = await (await aConference(app, { cast })).add();
    const attempt = (id: string) =>
      bulk({ workItemIds: [mine.id, id] }, { assigneeId: cast.member.id }, cast.lead.client);
    expect(told(await attempt(others.id))).toBe('403 forbidden');
    expect(told(await attempt(foreign.id))).toBe('404 not-found');
    expect((await project.item(mine.id)).assignee).toBeNull();
    expect(await project.changes(mine.id)).toHaveLength(1);
    const team = (await project.team('registration')).id;
    expect(told(await bulk({ workItemIds: [mine.id] }, { teamId: team }, cast.lead.client))).toBe('403 forbidden');
    expect(told(await bulk({ workItemIds: [mine.id] }, { assigneeId: cast.outsider.id }))).toBe(
      '400 validation /set/assigneeId',
    );
    expect(told(await bulk({ workItemIds: [mine.id] }, { assigneeId: null }, cast.member.client))).toBe(
      '403 forbidden',
    );
    expect(told(await bulk({ workItemIds: [mine.id] }, { assigneeId: null }, cast.client.client))).toBe(
      '403 forbidden',
    );
  });

  it('needs something chosen and something to change, so that a slip does not touch the whole project', async () => {
    expect(told(await bulk({}, { shiftDays: 1 }))).toBe('400 validation /select');
    expect(told(await bulk({ teamId: programme }, {}))).toBe('400 validation /set');
    expect(ok(await bulk({ workItemIds: [] }, { shiftDays: 1 })).body.changed).toBe(0);
  });

  it('the project has its own order', async () => {
    const order = (workItemId: string, after: string | null, as = cast.manager.client) =>
      as.post(`/api/projects/${project.id}/order`, { workItemId, after });
    const titles = async () => (await project.rows()).slice(0, 4).map(({ id }) => id);
    const [a, b, c, d] = (await titles()) as [string, string, string, string];
    ok(await order(c, a));
    expect(await titles()).toEqual([a, c, b, d]);
    ok(await order(d, null));
    expect(await titles()).toEqual([d, a, c, b]);
    expect((await project.changes(d))[0]).toEqual({
      action: 'work-item.moved',
      before: { after: b },
      after: { after: null },
    });
    ok(await order(d, null));
    expect(await project.changes(d)).toHaveLength(1);
    for (let turn = 0; turn < 24; turn += 1) ok(await order(turn % 2 === 0 ? a : c, d));
    expect(await titles()).toEqual([d, c, a, b]);
    const rows = await project.rows();
    expect(new Set(rows.map(({ id }) => id)).size).toBe(58);
    const own = await project.add({ title: '插在中間', after: a });
    expect((await titles())[3]).toBe(own.id);
    expect(told(await order(a, b, cast.member.client))).toBe('403 forbidden');
    const foreign = await (await aConference(app, { cast })).add();
    expect(told(await order(foreign.id, a))).toBe('404 not-found');
    expect(told(await order(a, foreign.id))).toBe('404 not-found');
  });
});
