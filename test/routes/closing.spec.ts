import type { ClosingWaiver, OpenThing, ProjectClosing } from '../../apps/api/closing/closing.dto';
import type { Project } from '../../apps/api/projects/projects.dto';
import type { Contract } from '../../apps/api/contracts/contracts.dto';
import type { RecordEntry } from '../../apps/api/records/records.dto';
import type { Register } from '../../apps/api/registers/registers.dto';
import { startTestApp, type TestApp } from '../support/app';
import { ANY_VERSION, ok } from '../support/client';
import { aCast, aConference, type Cast, type RunningProject, told } from '../support/builders';
import { databaseKinds } from '../support/database';

describe.each(databaseKinds())('closing a project on $name', (database) => {
  let app: TestApp;
  let cast: Cast;
  let project: RunningProject;

  const me = () => cast.manager.client;
  const at = (path: string) => `/api/projects/${project.id}${path}`;
  const look = async (as = me()) => ok(await as.get<ProjectClosing>(at('/closing'))).body;
  const thingsOf = ({ groups }: ProjectClosing) => groups.flatMap(({ things }) => things);
  const waive = (things: Pick<OpenThing, 'kind' | 'id'>[], reason = '不辦了', as = me()) =>
    as.post<ProjectClosing>(at('/closing/waivers'), { things: things.map(({ kind, id }) => ({ kind, id })), reason });
  const takeBack = ({ id }: ClosingWaiver, reason = '還是要辦') =>
    me().post<ProjectClosing>(at(`/closing/waivers/${id}/take-back`), { reason });
  const close = (body: object = {}, as = me()) => as.post<Project>(at('/close'), body);
  const reopen = (reason = '補一份') => me().post<Project>(at('/reopen'), { reason });
  const find = async (kind: string, id: string) =>
    thingsOf(await look()).find((thing) => thing.kind === kind && thing.id === id);
  const waiveAll = async () => ok(await waive(thingsOf(await look()))).body;
  const deliverable = async (id: string) => ok(await me().get<{ status: string }>(`/api/deliverables/${id}`)).body;

  beforeAll(async () => {
    app = await startTestApp({ database });
    cast = await aCast(app);
  });
  beforeEach(async () => {
    project = await aConference(app, { cast });
  });
  afterAll(() => app.close());

  it('lists what is open by who must act, each with where it is settled', async () => {
    const item = await project.add({ title: '訂接駁車' });
    const handed = await project.addDeliverable({ accepter: 'client' });
    ok(await cast.member.client.post(`/api/deliverables/${handed.id}/submit`));
    const contracts = await project.addDeliverable({ kind: 'contract' });
    const contract = ok(
      await me().post<Contract>(`/api/deliverables/${contracts.id}/contracts`, { party: '遊覽車公司' }),
    ).body;
    const records = await project.addDeliverable({ kind: 'record' });
    const meeting = { kind: 'meeting', day: '2028-03-01', title: '籌備會', actions: [{ text: '催車單' }] };
    const entry = ok(await me().post<RecordEntry>(`/api/deliverables/${records.id}/record-entries`, meeting)).body;
    const list = ok(await me().post<Register>(at('/registers'), { preset: 'rehearsalFindings' })).body;
    const cells = { problem: '投影機沒有聲音', rehearsal: '2028-06-11' };
    const row = ok(await me().post<{ id: string }>(`/api/registers/${list.id}/rows`, { cells })).body;
    const view = await look();
    expect(view).toMatchObject({ status: 'running', mayClose: true, waivers: [], closings: [] });
    expect(view.open).toBe(thingsOf(view).length);
    expect(view.counts.reduce((sum, { count }) => sum + count, 0)).toBe(view.open);
    expect(await find('work-item', item.id)).toMatchObject({ title: '訂接駁車', workItemId: item.id });
    expect(view.groups.find(({ by }) => by === 'client')?.things).toMatchObject([{ kind: 'submitted', id: handed.id }]);
    expect(await find('contract', contract.id)).toMatchObject({
      title: '遊覽車公司',
      workItemId: contracts.workItemId,
    });
    expect(await find('action', entry.actions[0]!.id)).toMatchObject({ title: '催車單' });
    expect(await find('problem', row.id)).toMatchObject({ title: '投影機沒有聲音', registerId: list.id });
    expect(thingsOf(view).filter(({ kind }) => kind === 'checks').length).toBeGreaterThan(10);
    expect(told(await cast.client.client.get(at('/closing')))).toBe('403 forbidden');
    expect((await look(cast.member.client)).mayClose).toBe(false);
  });

  it('is refused, listing what is open, until everything is settled or waived with a reason', async () => {
    const refused = await close();
    expect(told(refused)).toBe('409 still-open');
    const { open } = await look();
    expect(refused.body).toMatchObject({ count: open });
    const view = await waiveAll();
    expect(view.open).toBe(0);
    expect(ok(await close({ note: '順利結束' })).body).toMatchObject({
      ...{ status: 'closed', closedAt: app.clock.now(), closedBy: { id: cast.manager.id } },
    });
    expect(await look()).toMatchObject({
      ...{ status: 'closed', open: 0, groups: [] },
      closings: [{ number: 1, note: '順利結束', closedBy: { id: cast.manager.id }, reopenedAt: null }],
    });
  });

  it('moves what is waived where it has a state for that, with the reason', async () => {
    const item = await project.add();
    const one = await project.addDeliverable();
    ok(
      await waive(
        [
          { kind: 'work-item', id: item.id },
          { kind: 'deliverable', id: one.id },
        ],
        '客戶取消',
      ),
    );
    expect(await project.item(item.id)).toMatchObject({ status: 'not-applicable', reason: '客戶取消' });
    expect(await deliverable(one.id)).toMatchObject({ status: 'waived', reason: '客戶取消' });
    expect((await look()).waivers).toHaveLength(2);
    expect((await look()).waivers.every(({ moved }) => moved)).toBe(true);
  });

  it('only notes it where something of the work has been delivered', async () => {
    const { id, workItemId } = await project.addDeliverable();
    ok(await me().post(`/api/work-items/${workItemId}/deliverables`, { title: '第二份' }));
    ok(await cast.member.client.post(`/api/deliverables/${id}/submit`));
    ok(await waive([{ kind: 'work-item', id: workItemId }]));
    expect((await project.item(workItemId)).status).toBe('doing');
    expect((await look()).waivers).toMatchObject([{ subjectId: workItemId, moved: false }]);
    expect(thingsOf(await look()).filter((thing) => thing.workItemId === workItemId)).toEqual([]);
  });

  it('takes a waiver back with a reason, and what was moved is open again', async () => {
    const { id } = await project.addDeliverable();
    const [waiver] = ok(await waive([{ kind: 'deliverable', id }])).body.waivers;
    expect(told(await me().post(at(`/closing/waivers/${waiver!.id}/take-back`), {}))).toBe('400 validation /reason');
    ok(await takeBack(waiver!));
    expect(await deliverable(id)).toMatchObject({ status: 'open' });
    expect(await look()).toMatchObject({ waivers: [] });
    expect(await find('deliverable', id)).toBeDefined();
    ok(await takeBack(waiver!));
  });

  it('lists again what somebody reopened after it was waived', async () => {
    const item = await project.add();
    const thing = { kind: 'work-item' as const, id: item.id };
    ok(await waive([thing]));
    ok(await me().post(`/api/work-items/${item.id}/reopen`, { reason: '客戶又要了' }));
    expect(await find('work-item', item.id)).toBeDefined();
    ok(await waive([thing], '這次真的不要了'));
    expect((await look()).waivers).toMatchObject([{ subjectId: item.id, reason: '這次真的不要了' }]);
  });

  it('waives a thing once, however many do so at the same moment', async () => {
    const item = await project.add();
    const answers = await Promise.all([1, 2, 3].map((n) => waive([{ kind: 'work-item', id: item.id }], `第 ${n} 人`)));
    for (const answer of answers) ok(answer);
    expect((await look()).waivers.filter(({ subjectId }) => subjectId === item.id)).toHaveLength(1);
  });

  it('closes once, whoever else works in it at that moment, and leaves nothing open', async () => {
    await waiveAll();
    const [closed, again, added] = await Promise.all([
      close(),
      close(),
      me().post(at('/work-items'), { title: '臨時加的', stage: 'after' }),
    ]);
    const got = [told(closed), told(again), told(added)];
    expect([
      ['200', '200', '409 project-closed'],
      ['409 still-open', '409 still-open', '201'],
    ]).toContainEqual(got);
    const { closings } = await look();
    expect(closings).toHaveLength(got[0] === '200' ? 1 : 0);
  });

  it('is reopened by a recorded act; what was waived stays so, and closing it again makes the next version', async () => {
    await waiveAll();
    ok(await close());
    const waivers = (await look()).waivers.length;
    expect(told(await me().post(at('/reopen'), {}))).toBe('400 validation /reason');
    expect(told(await cast.lead.client.post(at('/reopen'), { reason: '補' }))).toBe('403 forbidden');
    expect(ok(await reopen('補一份')).body).toMatchObject({ status: 'running', closedAt: null, closedBy: null });
    expect(await look()).toMatchObject({ status: 'running', open: 0 });
    const added = await project.add({ title: '補的' });
    expect(told(await close())).toBe('409 still-open');
    ok(await me().patch(`/api/work-items/${added.id}`, { status: 'done' }, ANY_VERSION));
    ok(await close());
    const view = await look();
    expect(view.closings).toMatchObject([
      { number: 2, reopenedAt: null },
      { number: 1, reopenedBy: { id: cast.manager.id }, reopenReason: '補一份' },
    ]);
    expect(view.waivers).toHaveLength(waivers);
    expect((await project.changes(project.id)).map(({ action }) => action).slice(0, 3)).toEqual([
      ...['project.closed', 'project.reopened', 'project.closed'],
    ]);
  });

  it('closes at a stroke with one reason for all that is left, which stays as it stands', async () => {
    const item = await project.add();
    ok(await close({ waiveRest: '活動取消' }));
    expect((await project.item(item.id)).status).toBe('to-do');
    const { waivers } = await look();
    expect(waivers.length).toBeGreaterThan(50);
    expect(waivers.every(({ reason, moved }) => reason === '活動取消' && !moved)).toBe(true);
  });

  it('can’t waive anything once it is closed', async () => {
    ok(await close({ waiveRest: '活動取消' }));
    const [waiver] = (await look()).waivers;
    expect(told(await waive([{ kind: 'work-item', id: waiver!.subjectId }]))).toBe('409 project-closed');
    expect(told(await takeBack(waiver!))).toBe('409 project-closed');
  });
});
