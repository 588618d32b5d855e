import { startTestApp, type TestApp } from '../support/app';
import { ok } from '../support/client';
import { aCast, aConference, type Cast, goTo, type RunningProject, told } from '../support/builders';
import { databaseKinds } from '../support/database';
import { columnOf, DocumentsWorld, valuesOf } from './documents.world';

const WORK_DOCUMENTS = ['schedule', 'progress', 'quality-control', 'acceptance-checklist', 'performance'];
const ON_SITE = ['staffing', 'contact-list', 'issue-log'];

describe.each(databaseKinds())('documents about work on $name', (database) => {
  let app: TestApp;
  let cast: Cast;
  let project: RunningProject;
  let world: DocumentsWorld;
  beforeAll(async () => {
    app = await startTestApp({ database });
    cast = await aCast(app);
  });
  beforeEach(async () => {
    await goTo(app, cast, '2027-09-01T01:00:00Z');
    project = await aConference(app, { cast });
    world = new DocumentsWorld(app, project);
  });
  afterAll(() => app.close());

  const setStatus = (id: string, body: object) =>
    project.manager.patch(`/api/work-items/${id}`, body, { 'if-match': '*' });
  const count = async (sql: string) => Number((await world.stored<{ n: number }>(sql, project.id))[0]!.n);

  it.each([...WORK_DOCUMENTS, ...ON_SITE])('are whole in Chinese and in English: %s', async (kind) => {
    const [zh, en] = [await world.paper(kind), await world.paper(kind, { language: 'en' })];
    expect(en.blocks.map(({ type }) => type)).toEqual(zh.blocks.map(({ type }) => type));
    const labels = en.blocks.flatMap((block) =>
      block.type === 'table' ? block.columns.map(({ label }) => label) : block.type === 'heading' ? [block.text] : [],
    );
    expect(labels.filter((label) => /[\u3400-\u9fff]/.test(label))).toEqual([]);
    for (const table of zh.blocks)
      if (table.type === 'table')
        for (const { cells } of [...table.rows, { cells: table.totals }])
          if (cells) expect(cells).toHaveLength(table.columns.length);
  });

  it('the schedule has every piece of work, under what it is grouped by, with what it comes after', async () => {
    const n = await count(`SELECT COUNT(*) AS n FROM work_items WHERE project_id = ? AND status <> 'not-applicable'`);
    for (const by of ['stage', 'team', 'workflow']) {
      const { blocks } = await world.paper('schedule', { choices: { by } });
      const gantt = blocks.find((block) => block.type === 'gantt')!;
      expect(gantt.rows.filter((row) => 'label' in row)).toHaveLength(Math.min(n, 200 - (n > 200 ? 1 : 0)));
    }
    const [marks, work] = await world.tables('schedule', { choices: { by: 'workflow' } });
    expect(columnOf(work!, 2)).toHaveLength(n);
    expect(work!.rows.filter(({ group }) => group === '議事')).toHaveLength(1);
    const opening = marks!.rows.find(({ cells }) => cells![1]!.value === '開幕／活動首日');
    expect(opening!.cells!.map(({ value }) => value)).toEqual(['2028-06-12', '開幕／活動首日', '活動日程', 285]);
    const edges = await count(
      `SELECT COUNT(*) AS n FROM work_item_predecessors l JOIN work_items w ON w.id = l.work_item_id WHERE w.project_id = ?`,
    );
    const told = columnOf(work!, 7).flatMap((cell) => (cell ? String(cell).split('、') : []));
    expect(told).toHaveLength(edges);
  });

  it('work without days is named as missing on the schedule', async () => {
    await project.add({ title: '還沒排' });
    expect(await world.missing('schedule')).toEqual([
      `1 個工作項目還沒有日期，不在甘特圖上。 /projects/${project.id}/schedule`,
    ]);
  });

  it('progress counts as the project’s own page does, and names late and waiting work', async () => {
    const late = await project.add({ title: '遲交的事', dueDay: '2027-09-10', assigneeId: cast.member.id });
    const waiting = await project.add({ title: '等客戶', dueDay: '2027-12-01' });
    const done = await project.add({ title: '做完了', dueDay: '2027-09-11' });
    ok(await setStatus(done.id, { status: 'done' }));
    ok(await setStatus(waiting.id, { status: 'waiting', waitingFor: '簽約', waitingKind: 'client' }));
    await goTo(app, cast, '2027-09-20T01:00:00Z');
    const [stages, teams, lateTable, waits] = await world.tables('progress');
    type View = { project: { workItems: { total: number; done: number; notApplicable: number }; overdue: number } };
    const page = ok(await project.manager.get<View>(`/api/projects/${project.id}/progress`)).body.project;
    const total = page.workItems.total - page.workItems.notApplicable;
    for (const table of [stages!, teams!]) {
      const totals = table.totals!.map(({ value }) => value);
      expect([totals[1], totals[4], totals[5]]).toEqual([total, page.workItems.done, page.overdue]);
    }
    expect(lateTable!.rows).toHaveLength(page.overdue);
    const row = valuesOf(lateTable!).find(([, title]) => title === late.title);
    expect(row).toEqual([null, '遲交的事', '議事組', '組員 王', '2027-09-10', 10]);
    expect(valuesOf(waits!)).toEqual([[null, '等客戶', '議事組', '未指派', '客戶', '簽約', '2027-09-01', null]]);
  });

  it('changes of plan are told against the baseline', async () => {
    const moved = await project.add({ title: '延後的事', dueDay: '2027-10-01' });
    ok(await setStatus(moved.id, { dueDay: '2027-10-08' }));
    const changed = (await world.tables('progress')).at(-1)!;
    expect(valuesOf(changed).find(([, title]) => title === '延後的事')).toEqual([
      ...[null, '延後的事', '議事組', '未指派', '2027-10-01', '2027-10-08', null, 7],
    ]);
  });

  it('nobody is late in a project that rests', async () => {
    await project.add({ title: '遲交的事', dueDay: '2027-09-02' });
    await goTo(app, cast, '2027-09-20T01:00:00Z');
    ok(await project.manager.post(`/api/projects/${project.id}/state`, { to: 'on-hold', reason: '等場地' }));
    const { blocks } = await world.paper('progress');
    expect(JSON.stringify(blocks)).toContain('停止計算逾期。 等場地');
    expect((await world.tables('progress'))[2]!.rows).toEqual([]);
  });

  it('quality control tells who accepted what and why something came back', async () => {
    const member = cast.member.client;
    const item = await project.add({
      ...{ title: '議程', checks: ['講者確認'], dueDay: '2027-10-01' },
      deliverables: [
        { title: '議程草案', accepter: 'lead', evidence: 'no' },
        { title: '議程定稿', accepter: 'lead', evidence: 'no' },
      ],
    });
    const [draft, final] = item.deliverableList;
    for (const one of [draft!, final!]) ok(await member.post(`/api/deliverables/${one.id}/submit`));
    ok(await cast.lead.client.post(`/api/deliverables/${draft!.id}/accept`));
    ok(await cast.lead.client.post(`/api/deliverables/${final!.id}/return`, { reason: '缺英文' }));
    ok(await member.post(`/api/checks/${item.checkList[0]!.id}/tick`));
    const rows = (await world.tables('quality-control')).flatMap(valuesOf);
    const at = rows.findIndex(([group]) => String(group).startsWith('議程（'));
    expect(rows[at]).toEqual(['議程（議事組，2027-10-01 – 2027-10-01，進行中）'.replace('2027-10-01 – ', ' – ')]);
    expect(rows.slice(at + 1, at + 4)).toEqual([
      ['產出', null, '議程草案', '2027-10-01', '已驗收', '組長 陳', '2027-09-01', null],
      ['產出', null, '議程定稿', '2027-10-01', '退回', null, '2027-09-01', '缺英文'],
      ['驗收要點', null, '講者確認', null, '已確認', '組員 王', '2027-09-01', null],
    ]);
  });

  it('performance counts what was returned, and invents no score', async () => {
    const item = await project.add({
      title: '議程',
      deliverables: [
        { title: '草案', accepter: 'lead', evidence: 'no' },
        { title: '定稿', accepter: 'lead', evidence: 'no' },
      ],
    });
    const [draft, final] = item.deliverableList;
    const submit = (id: string) => cast.member.client.post(`/api/deliverables/${id}/submit`);
    const decide = (id: string, what: string, body?: object) =>
      cast.lead.client.post(`/api/deliverables/${id}/${what}`, body);
    ok(await submit(draft!.id));
    ok(await decide(draft!.id, 'accept'));
    ok(await submit(final!.id));
    ok(await decide(final!.id, 'return', { reason: '缺英文' }));
    ok(await submit(final!.id));
    ok(await decide(final!.id, 'accept'));
    const [work, outputs, words] = await world.tables('performance');
    const own = valuesOf(outputs!).find(([name]) => name === '議事組')!;
    expect(own.slice(2, 5)).toEqual([1, 1, 1]);
    expect(valuesOf(work!).find(([name]) => name === '議事組')![8]).toBe(3);
    expect(valuesOf(words!).every(([, ...blank]) => blank.every((cell) => cell === null))).toBe(true);
    for (const kind of ['performance', 'contact-list'])
      expect(told(await world.ask(kind, { as: cast.member.client }))).toMatch(/^403 /);
    ok(await world.ask('performance', { as: cast.lead.client }));
  });

  it('the check list is for one sub-team or all, with a box for each answer and those decided marked', async () => {
    const team = await project.team('programme');
    const item = await project.add({ title: '講者', checks: ['名單', '簡報', '禮品'] });
    const [list, slides] = item.checkList;
    ok(await cast.member.client.post(`/api/checks/${list!.id}/tick`));
    ok(await cast.member.client.post(`/api/checks/${slides!.id}/not-applicable`, { reason: '不用' }));
    const { blocks } = await world.paper('acceptance-checklist', { choices: { team: team.id } });
    expect(blocks.flatMap((block) => (block.type === 'heading' ? [block.text] : []))).toEqual(['議事組']);
    const rows = (await world.tables('acceptance-checklist', { choices: { team: team.id } })).flatMap(valuesOf);
    const at = rows.findIndex(([group]) => group === '講者');
    expect(rows.slice(at + 1, at + 4)).toEqual([
      [null, '名單', '■', '□', '□', null],
      [null, '簡報', '□', '□', '■', '不用'],
      [null, '禮品', '□', '□', '□', null],
    ]);
    expect(told(await world.ask('acceptance-checklist', { choices: { team: 'x' } }))).toBe(
      '400 validation /choices/team',
    );
  });

  it('staffing is by place and shift, and says what is short', async () => {
    expect(await world.missing('staffing')).toEqual([`專案還沒有「人力配置表」。 /projects/${project.id}/registers`]);
    const row = { place: '報到處', work: '報到', needed: 5 };
    await world.filled(
      'staffing',
      { ...row, shift: '2028-06-12 13:00~17:00', assigned: 3, people: '王、李、陳' },
      { ...row, place: '會場', shift: '2028-06-12 08:00~12:00', assigned: 5 },
      { ...row, shift: '2028-06-12 08:00~12:00', assigned: 6, lead: '林' },
    );
    const [table] = await world.tables('staffing');
    expect(valuesOf(table!).map(([shift, , needed, assigned, short]) => [shift, needed, assigned, short])).toEqual([
      ['報到處', undefined, undefined, undefined],
      ['2028-06-12 08:00 – 12:00', 5, 6, 0],
      ['2028-06-12 13:00 – 17:00', 5, 3, 2],
      ['會場', undefined, undefined, undefined],
      ['2028-06-12 08:00 – 12:00', 5, 5, 0],
    ]);
  });

  it('the contact list has everybody by sub-team', async () => {
    const [table] = await world.tables('contact-list');
    expect(valuesOf(table!).slice(0, 6)).toEqual([
      ['專案經理'],
      ['經理 林', '專案經理', cast.manager.email],
      ['議事組'],
      ['組長 陳', '組長', cast.lead.email],
      ['組員 王', '成員', cast.member.email],
      ['組員 李', '成員', cast.other.email],
    ]);
  });

  it('issues of lists and records stand in time order, the open ones first of all', async () => {
    await world.filled('incidents', { problem: '投影機故障', day: '2028-06-13', handling: '換一臺', solved: 'yes' });
    await world.filled('rehearsalFindings', {
      ...{ problem: '音響小聲', rehearsal: '2028-06-11', solution: '加喇叭', owner: '李', solved: 'no' },
    });
    const { id } = await project.addDeliverable({ kind: 'record' });
    const entry = {
      kind: 'incident',
      day: '2028-06-12',
      title: '停電',
      actions: [{ text: '查電', assigneeId: cast.lead.id }],
    };
    ok(await cast.member.client.post(`/api/deliverables/${id}/record-entries`, entry));
    ok(
      await cast.member.client.post(`/api/deliverables/${id}/record-entries`, {
        ...entry,
        kind: 'meeting',
        title: '會議',
      }),
    );
    const [open, all] = await world.tables('issue-log');
    expect(columnOf(open!, 2)).toEqual(['音響小聲', '停電']);
    expect(valuesOf(all!)).toEqual([
      ['2028-06-11', '彩排', '音響小聲', null, null, '加喇叭', '李', '未解決'],
      ['2028-06-12', '紀錄', '停電', null, null, '查電', '組長 陳', '未解決'],
      ['2028-06-13', '突發狀況', '投影機故障', null, null, '換一臺', null, '已解決'],
    ]);
  });
});
