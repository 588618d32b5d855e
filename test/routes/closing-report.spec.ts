import { randomUUID } from 'node:crypto';
import type { ClosingReport, ReportChapter } from '../../apps/api/closing-report/closing-report.dto';
import type { DocumentPreview } from '../../apps/api/reports/documents.dto';
import { Database } from '@convener/platform';
import { startTestApp, type TestApp } from '../support/app';
import { ANY_VERSION, type Client, ok, seen } from '../support/client';
import { aConference, type RunningProject, told } from '../support/builders';
import { databaseKinds } from '../support/database';
import { aJpeg, formOf } from '../support/files';

describe.each(databaseKinds())('the closing report on $name', (database) => {
  let app: TestApp;
  let project: RunningProject;

  const path = (key?: string) =>
    `/api/projects/${project.id}/closing-report${key === undefined ? '' : `/chapters/${key}`}`;
  const ZH = '?language=zh-TW';
  const report = async (as = project.manager, language = 'zh-TW') =>
    ok(await as.get<ClosingReport>(`${path()}?language=${language}`)).body;
  const chapter = async (key: string, language = 'zh-TW') =>
    ok(await project.manager.get<ReportChapter>(`${path(key)}?language=${language}`)).body;
  const edit = (key: string, body: object, version: Record<string, string> = ANY_VERSION, as = project.manager) =>
    as.patch<ReportChapter>(`${path(key)}${ZH}`, body, version);
  const add = async (body: object) =>
    ok(await project.manager.post<ReportChapter>(`${path()}/chapters${ZH}`, body)).body;
  const look = async (key: string) => {
    const { digest } = await chapter(key);
    return ok(await project.manager.post<ReportChapter>(`${path(key)}/looked-through`, { language: 'zh-TW', digest }))
      .body;
  };
  const preview = async (variant = 'general', language = 'zh-TW', as: Client = project.manager) =>
    ok(
      await as.post<DocumentPreview>(`/api/projects/${project.id}/documents/preview`, {
        ...{ kind: 'closing-report', language, choices: { variant } },
      }),
    ).body.paper;
  const headings = ({ blocks }: DocumentPreview['paper']) =>
    blocks.flatMap((block) => (block.type === 'heading' && block.level === 1 ? [block.text] : []));
  const aList = async (preset: string, ...rows: object[]) => {
    const { id } = ok(
      await project.manager.post<{ id: string }>(`/api/projects/${project.id}/registers`, { preset, deliverables: [] }),
    ).body;
    const ids: string[] = [];
    for (const cells of rows)
      ids.push(ok(await project.manager.post<{ id: string }>(`/api/registers/${id}/rows`, { cells })).body.id);
    return { id, ids };
  };

  beforeAll(async () => {
    app = await startTestApp({ database });
  });
  beforeEach(async () => {
    project = await aConference(app);
  });
  afterAll(() => app.close());

  it('has a chapter for each thing that its data tell, and is a document of managers and leads', async () => {
    const { chapters, version, mayEdit } = await report();
    expect([version, mayEdit]).toEqual([1, true]);
    expect(chapters.map(({ key }) => key).slice(0, 3)).toEqual(['facts', 'targets', 'deliverables']);
    expect(chapters.every(({ data, included }) => data === 'unseen' && included)).toBe(true);
    const { lead, member, client, outsider } = project.cast;
    const answers: string[] = [];
    for (const { client: as } of [lead, member, client, outsider]) answers.push(told(await as.get(path() + ZH)));
    expect(answers).toEqual(['200', '403 forbidden', '403 forbidden', '404 not-found']);
    expect(told(await edit('facts', { included: false }, ANY_VERSION, member.client))).toBe('403 forbidden');
    expect(told(await edit('facts', { textAfter: '組長寫的' }, ANY_VERSION, lead.client))).toBe('200');
  });

  it('keeps what people write, order and leave out, and prints it around the data', async () => {
    ok(await edit('targets', { textBefore: '本次年會順利完成。\n- 參與踴躍', title: '成果' }));
    ok(await edit('facts', { included: false }));
    ok(await edit('budget', { after: null }));
    const thanks = await add({ title: '致謝', textBefore: '感謝各單位。', after: 'targets' });
    expect(thanks).toMatchObject({ own: true, data: 'none', title: '致謝', version: 1 });
    const paper = await preview();
    expect(headings(paper).slice(0, 3)).toEqual(['一、預算執行情形', '二、成果', '三、致謝']);
    expect(paper.blocks).toContainEqual({ type: 'text', text: '本次年會順利完成。' });
    expect(paper.blocks).toContainEqual({ type: 'items', items: ['參與踴躍'] });
    expect(paper.subtitle.at(-1)).toBe('第 1 版');
    const { chapters } = await report();
    expect(chapters.slice(0, 4).map(({ key }) => key)).toEqual(['budget', 'facts', 'targets', thanks.key]);
    expect(chapters.find(({ key }) => key === 'targets')).toMatchObject({ written: true, title: '成果' });
    expect(headings(await preview('general', 'en'))[0]).toBe('1. Budget and expenses');
  });

  it('shows whoever edits an older state what stands there now; moving others is none of theirs', async () => {
    expect((await chapter('targets')).version).toBe(0);
    ok(await edit('targets', { textAfter: '第一次' }, seen(0)));
    ok(await edit('budget', { after: 'targets' }));
    const late = await edit('targets', { textAfter: '第二次' }, seen(0));
    expect(told(late)).toBe('412 version-moved');
    expect(late.body).toMatchObject({ current: { textAfter: '第一次', version: 1 } });
    ok(await edit('targets', { textAfter: '第二次' }, seen(1)));
    expect(told(await project.manager.patch(path('targets') + ZH, { included: false }))).toBe('428 version-missing');
  });

  it('is begun once, also where several people begin at the same moment', async () => {
    const keys = ['facts', 'targets', 'budget', 'changes'];
    const edits = await Promise.all(keys.map((key) => edit(key, { textAfter: key })));
    expect(edits.map(told)).toEqual(keys.map(() => '200'));
    const rows = await app.app
      .get(Database)
      .select<{ key: string }>('SELECT key FROM closing_report_chapters WHERE project_id = ?', [project.id]);
    expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length);
    expect(rows).toHaveLength((await report()).chapters.length);
  });

  it('tells what changed in the data since somebody looked through them, and leaves every text as it is', async () => {
    const { id, ids } = await aList('budget', { item: '場地', planned: 1000 }, { item: '印刷', planned: 200 });
    ok(await edit('budget', { textBefore: '財務穩健。', included: false }));
    ok(await edit('budget', { after: 'facts' }));
    await look('budget');
    expect(await chapter('budget')).toMatchObject({ data: 'same', changes: [], seenBy: { name: '經理 林' } });
    expect((await chapter('budget', 'en')).data).toBe('same');
    ok(await project.manager.patch(`/api/register-rows/${ids[0]!}`, { cells: { planned: 1500 } }, ANY_VERSION));
    ok(await project.manager.post(`/api/registers/${id}/rows`, { cells: { item: '保險', planned: 50 } }));
    const changed = await chapter('budget');
    expect(changed).toMatchObject({ data: 'changed', textBefore: '財務穩健。', included: false, version: 2 });
    const told = changed.changes
      .filter(({ at }) => at === '預算與實支')
      .map(({ what, before, after }) => [what, before, after]);
    expect(told).toEqual([
      ['changed', '場地 ｜ NT$1,000', '場地 ｜ NT$1,500'],
      ['added', null, '保險 ｜ NT$50'],
      ['changed', '合計 ｜ NT$1,200', '合計 ｜ NT$1,750'],
    ]);
    const { chapters } = await report();
    expect(chapters[1]).toMatchObject({ key: 'budget', data: 'changed', included: false });
    await look('budget');
    expect(await chapter('budget')).toMatchObject({ data: 'same', changeCount: 0, version: 2 });
  });

  it('is looked through as it is now, not as it was a moment ago', async () => {
    const { digest } = await chapter('budget');
    await aList('budget', { item: '場地', planned: 1000 });
    const late = await project.manager.post(`${path('budget')}/looked-through`, { language: 'zh-TW', digest });
    expect(told(late)).toBe('409 data-moved');
  });

  it('has the statement and the cost sharing of subsidised events in that variant, as the lists say it', async () => {
    await aList(
      'income',
      { item: '補助款', expected: 4000, received: 4000, source: 'subsidy' },
      { item: '自籌款', expected: 1000, received: 1000, source: 'own' },
    );
    await aList('budget', { item: '場地', planned: 4500, actual: 4200 });
    expect(headings(await preview())).not.toContainEqual(expect.stringContaining('收支報告表'));
    const paper = await preview('subsidy');
    expect(headings(paper).filter((text) => /收支報告表|經費分攤表/.test(text))).toHaveLength(2);
    expect(paper.subtitle.at(-1)).toBe('第 1 版（補助案）');
    const shares = paper.blocks.find((block) => block.type === 'table' && block.columns[0]!.label === '經費來源');
    expect(shares).toMatchObject({
      rows: [
        { cells: [{ value: '補助機關' }, {}, { value: 4000 }, { value: 80 }, {}] },
        { cells: [{ value: '自籌' }, {}, {}, { value: 20 }, {}] },
      ],
    });
    expect(paper.blocks).toContainEqual({ type: 'facts', rows: [{ label: '結餘（收入－支出）', value: 'NT$800' }] });
  });

  it('counts registrations and arrivals by kind, as the desks do', async () => {
    const { id, ids } = await aList(
      'registrations',
      ...['W001', 'W002', 'W003'].map((number) => ({ number, name: number, kind: 'member', fee: 1200, paid: 'no' })),
    );
    const kinds = async () => {
      const { paper } = await chapter('registrations');
      const table = paper.blocks.find((block) => block.type === 'table');
      return table?.type === 'table' ? table.rows.map(({ cells }) => cells!.map(({ value }) => value)) : [];
    };
    expect(await kinds()).toEqual([['會員', 3, null, null, null]]);
    ok(await project.manager.post(`/api/registers/${id}/check-in`));
    const desk = ok(
      await project.manager.post<{ id: string }>(`/api/registers/${id}/check-in/desks`, { name: '大門' }),
    );
    const arrival = { id: randomUUID(), kind: 'arrival', rowId: ids[0]!, at: app.clock.now() };
    const entries = { deskId: desk.body.id, entries: [arrival] };
    ok(await project.manager.post(`/api/registers/${id}/check-in/entries`, entries));
    expect(await kinds()).toEqual([['會員', 3, 1, 2, 33.3]]);
  });

  it('shows what was accepted as the rows have it, with the newest photo', async () => {
    const { id } = await project.addDeliverable({ title: '會場佈置', accepter: 'manager' });
    const files = `/api/deliverables/${id}/files`;
    const first = ok(
      await project.cast.member.client.post<{ evidenceList: { id: string }[] }>(
        files,
        formOf(await aJpeg(40, 30), '會場.jpg'),
      ),
    ).body;
    ok(
      await project.cast.member.client.post(
        `${files}?replaces=${first.evidenceList[0]!.id}`,
        formOf(await aJpeg(80, 60), '會場.jpg'),
      ),
    );
    ok(await project.cast.member.client.post(`/api/deliverables/${id}/submit`));
    ok(await project.manager.post(`/api/deliverables/${id}/accept`));
    const { paper } = await chapter('deliverables');
    const pictures = paper.blocks.filter((block) => block.type === 'pictures').flatMap((block) => block.items);
    expect(pictures).toMatchObject([{ caption: '會場佈置：會場', width: 80, height: 60 }]);
    const rows = await app.app
      .get(Database)
      .select<{ title: string }>(
        "SELECT title FROM deliverables WHERE project_id = ? AND status IN ('accepted', 'delivered')",
        [project.id],
      );
    const printed = paper.blocks.flatMap((block) =>
      block.type === 'table' ? block.rows.flatMap(({ cells }) => cells?.[1]?.value ?? []) : [],
    );
    expect(printed.sort()).toEqual(rows.map(({ title }) => title).sort());
  });

  it('is a new version once the project is closed again', async () => {
    const close = async () =>
      ok(await project.manager.post(`/api/projects/${project.id}/close`, { waiveRest: '活動結束' }));
    const versions = [(await report()).version];
    await close();
    versions.push((await report()).version);
    ok(await project.manager.post(`/api/projects/${project.id}/reopen`, { reason: '補件' }));
    versions.push((await report()).version);
    await close();
    versions.push((await report()).version);
    expect(versions).toEqual([1, 1, 2, 2]);
    expect((await preview()).subtitle.at(-1)).toBe('第 2 版');
  });

  it('is written when the project is closed too, and each change stands in the activity without its words', async () => {
    ok(await project.manager.post(`/api/projects/${project.id}/close`, { waiveRest: '活動結束' }));
    ok(await edit('improvements', { textBefore: '王小姐建議提早訂房。' }));
    const own = await add({ title: '附錄' });
    ok(await edit(own.key, { after: 'facts' }));
    expect(told(await project.manager.delete(path(own.key), seen(1)))).toBe('412 version-moved');
    expect(told(await project.manager.delete(path(own.key)))).toBe('204');
    await look('facts');
    const rows = await app.app
      .get(Database)
      .select<{ action: string; after: string | null }>(
        `SELECT action, after FROM activity WHERE project_id = ? AND action LIKE 'closing-report.%' ORDER BY seq`,
        [project.id],
      );
    expect(rows.map(({ action }) => action.replace('closing-report.', ''))).toEqual([
      ...['edited', 'added', 'moved', 'removed', 'looked-through'],
    ]);
    expect(JSON.stringify(rows)).not.toContain('王小姐');
  });

  it.each([
    ['no-such', { included: false }, '404 not-found'],
    ['facts', { after: 'no-such' }, '400 validation /after'],
    ['facts', { after: 'facts' }, '400 validation /after'],
    ['facts', { title: ' ' }, '400 validation /title'],
    ['facts', { included: 'yes' }, '400 validation /included'],
  ])('refuses of %s %j', async (key, body, answer) => {
    expect(told(await edit(key, body))).toBe(answer);
  });

  it('keeps the chapters of the catalogue, and a title on each own one', async () => {
    expect(told(await project.manager.delete(path('facts')))).toBe('409 not-own-chapter');
    const { key } = await add({ title: '附錄' });
    expect(told(await edit(key, { title: null }))).toBe('400 validation /title');
    expect(
      told(await project.manager.post(`${path(key)}/looked-through`, { language: 'en', digest: '0'.repeat(64) })),
    ).toBe('404 not-found');
  });
});
