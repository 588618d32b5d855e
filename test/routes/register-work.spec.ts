import type { WorkItem } from '../../apps/api/projects/work.dto';
import type { WorkItemOrigin } from '../../apps/api/projects/origins.dto';
import type { RegisterRow } from '../../apps/api/registers/register-rows.dto';
import type { Register } from '../../apps/api/registers/registers.dto';
import { startTestApp, type TestApp } from '../support/app';
import { ANY_VERSION, ok, seen } from '../support/client';
import { aConference, type RunningProject, told } from '../support/builders';
import { databaseKinds } from '../support/database';

describe.each(databaseKinds())('findings that become work on $name', (database) => {
  let app: TestApp;
  let project: RunningProject;
  let findings: Register;

  const member = () => project.cast.member.client;
  const aList = async (body: object) =>
    ok(await project.manager.post<Register>(`/api/projects/${project.id}/registers`, body)).body;
  const add = async (cells: object = {}, list = findings.id) => {
    const problem = { problem: '投影機沒有聲音', rehearsal: '2028-06-11', ...cells };
    return ok(await project.manager.post<RegisterRow>(`/api/registers/${list}/rows`, { cells: problem })).body;
  };
  const make = (row: RegisterRow, as = project.manager) =>
    as.post<RegisterRow>(`/api/register-rows/${row.id}/work-item`);
  const look = async ({ id }: RegisterRow) => ok(await member().get<RegisterRow>(`/api/register-rows/${id}`)).body;
  const work = async (id: string) => ok(await project.manager.get<WorkItem>(`/api/work-items/${id}`)).body;
  const made = async (row: RegisterRow) => ok(await make(row)).body.work!.id;
  const finish = async (id: string, as = project.manager) =>
    ok(await as.patch(`/api/work-items/${id}`, { status: 'done' }, ANY_VERSION));

  beforeAll(async () => {
    app = await startTestApp({ database });
    project = await aConference(app);
    findings = await aList({ preset: 'rehearsalFindings' });
  });
  afterAll(() => app.close());

  it('are called by what was found, and go to whoever stands there until the day that stands there', async () => {
    const row = await add({ owner: '組員 王', due: '2028-06-12' });
    expect(row.work).toBeNull();
    const { work: found } = ok(await make(row)).body;
    expect(found).toMatchObject({ title: '投影機沒有聲音', status: 'to-do' });
    expect(await work(found!.id)).toMatchObject({ dueDay: '2028-06-12', assignee: { name: '組員 王' }, source: 'own' });
    const { origin } = ok(await member().get<WorkItemOrigin>(`/api/work-items/${found!.id}/origin`)).body;
    expect(origin).toMatchObject({ kind: 'register-row', title: '彩排問題紀錄表', registerId: findings.id });
    // A list of the crew's is nothing for the client, also where the work is to be seen.
    const { client } = project.cast.client;
    expect(ok(await client.get<WorkItemOrigin>(`/api/work-items/${found!.id}/origin`)).body.origin).toBeNull();
  });

  it('stand in the stage of the work whose list they are in', async () => {
    const venues = await aList({ preset: 'venues' });
    const { stage } = await work(venues.deliverables[0]!.workItemId);
    expect(stage).not.toBe('before');
    const venue = ok(await project.manager.post<RegisterRow>(`/api/registers/${venues.id}/rows`)).body;
    expect(await work(await made(venue))).toMatchObject({ title: '場地列表 #1', stage });
    const own = await aList({ name: '雜項', columns: [{ key: 'problem', name: '事項', type: 'text' }] });
    const row = ok(
      await project.manager.post<RegisterRow>(`/api/registers/${own.id}/rows`, { cells: { problem: '補地貼' } }),
    ).body;
    expect(await work(await made(row))).toMatchObject({ title: '補地貼', stage: 'before' });
  });

  it('belong to nobody where the name is no one’s of the project', async () => {
    expect((await work(await made(await add({ owner: '音響廠商' })))).assignee).toBeNull();
  });

  it('become one piece of work, however often and by how many at once it is asked for', async () => {
    const row = await add();
    const answers = await Promise.all([make(row), make(row), make(row)]);
    expect(new Set(answers.map((answer) => ok(answer).body.work!.id)).size).toBe(1);
    ok(await make(row));
    const { items } = ok(await member().get<{ items: RegisterRow[] }>(`/api/registers/${findings.id}/rows`)).body;
    expect(items.find(({ id }) => id === row.id)!.work!.id).toBe(answers[0]!.body.work!.id);
  });

  it('are solved in their list when the work is done, and open again with it', async () => {
    const row = await add({ owner: '組員 王', solved: '否' });
    const id = await made(row);
    await finish(id, member());
    expect(await look(row)).toMatchObject({ cells: { solved: true }, work: { status: 'done' }, version: 2 });
    const late = await member().patch(`/api/register-rows/${row.id}`, { cells: { note: '已換' } }, seen(1));
    expect(told(late)).toBe('412 version-moved');
    ok(await project.manager.post(`/api/work-items/${id}/reopen`, { reason: '又壞了' }));
    expect((await look(row)).cells.solved).toBe(false);
  });

  it('are solved also where the work ends with its last check, or with many others, and its undo takes that back', async () => {
    const [checked, together] = [await add(), await add()];
    const ids = [await made(checked), await made(together)];
    const item = ok(await project.manager.post<WorkItem>(`/api/work-items/${ids[0]}/checks`, { text: '試播' })).body;
    ok(await project.manager.post(`/api/checks/${item.checkList[0]!.id}/tick`));
    expect((await look(checked)).cells.solved).toBe(true);
    const body = { select: { workItemIds: [ids[1]] }, set: { status: 'done' } };
    const bulk = ok(await project.manager.post<{ batchId: string }>(`/api/projects/${project.id}/assignments`, body));
    expect((await look(together)).cells.solved).toBe(true);
    ok(await project.manager.post(`/api/projects/${project.id}/bulk-changes/${bulk.body.batchId}/undo`));
    expect((await look(together)).cells.solved).toBe(false);
  });

  it('say of other lists how the work stands, and change nothing there', async () => {
    const venues = await aList({ preset: 'venues', deliverables: [] });
    const row = ok(
      await project.manager.post<RegisterRow>(`/api/registers/${venues.id}/rows`, { cells: { venue: '甲館' } }),
    ).body;
    await finish(await made(row));
    expect(await look(row)).toMatchObject({ cells: { venue: '甲館' }, work: { status: 'done' }, version: 1 });
  });

  it('lose nothing where the row is written at the moment that its work is done', async () => {
    for (let round = 0; round < 5; round += 1) {
      const row = await add();
      const id = await made(row);
      const note = { cells: { note: `第 ${round} 次` } };
      await Promise.all([
        finish(id),
        member().patch(`/api/register-rows/${row.id}`, note, ANY_VERSION),
        project.manager.post(`/api/work-items/${id}/claim`),
      ]);
      expect((await look(row)).cells).toMatchObject({ solved: true, note: `第 ${round} 次` });
    }
  });

  it('are made work by whoever may hand out the work of the sub-team that keeps the list', async () => {
    const row = await add();
    expect(ok(await member().get<Register>(`/api/registers/${findings.id}`)).body.mayMakeWork).toBe(false);
    expect(ok(await project.manager.get<Register>(`/api/registers/${findings.id}`)).body.mayMakeWork).toBe(true);
    expect(told(await make(row, member()))).toBe('403 forbidden');
    expect(told(await make(row, project.cast.client.client))).toBe('403 forbidden');
    expect(told(await make(row, project.cast.outsider.client))).toBe('404 not-found');
  });
});
