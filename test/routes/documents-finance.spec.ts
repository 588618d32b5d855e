import { startTestApp, type TestApp } from '../support/app';
import { ANY_VERSION, ok } from '../support/client';
import { aConference, type RunningProject, told } from '../support/builders';
import { databaseKinds } from '../support/database';
import { columnOf, DocumentsWorld, valuesOf } from './documents.world';

const ACCOUNTS = ['budget', 'budget-progress', 'publicity-spending', 'expenses', 'sponsorship'];

describe.each(databaseKinds())('documents about money on $name', (database) => {
  let app: TestApp;
  let project: RunningProject;
  let world: DocumentsWorld;
  beforeAll(async () => {
    app = await startTestApp({ database });
  });
  beforeEach(async () => {
    project = await aConference(app, { cast: project?.cast });
    world = new DocumentsWorld(app, project);
  });
  afterAll(() => app.close());

  const contract = async (party: string, amount: number, more: object = {}) => {
    const { id } = await project.addDeliverable({ kind: 'contract' }, { workflow: 'venue' });
    const member = project.cast.member.client;
    const made = ok(await member.post<{ id: string }>(`/api/deliverables/${id}/contracts`, { party, amount, ...more }));
    const signed = { state: 'signed', day: '2027-12-20' };
    ok(await member.post(`/api/contracts/${made.body.id}/state`, signed));
  };

  it.each(ACCOUNTS)('say what is missing and where it is filled in, instead of blanks: %s', async (kind) => {
    const missing = await world.missing(kind);
    expect(missing.length).toBeGreaterThan(0);
    for (const one of missing) expect(one).toContain(` /projects/${project.id}/registers`);
    for (const one of await world.missing(kind, { language: 'en' })) expect(one).not.toMatch(/[\u3400-\u9fff]/);
  });

  it('add up the budget as the list has it, in dollars for a workbook', async () => {
    await world.filled(
      'budget',
      { item: '場地租金', workflow: '場地', planned: 1_200_000, committed: 1_000_000, actual: 1_250_000.5 },
      { item: '海報', workflow: '文宣行銷', planned: 80_000 },
    );
    await world.filled('income', { item: '註冊費', expected: 2_000_000, received: 1_500_000 });
    const [items, income] = await world.tables('budget');
    expect(valuesOf(items!)).toEqual([
      ['場地租金', '場地', 1_200_000, 1_000_000, 1_250_000.5, -50_000.5, 104.2, null],
      ['海報', '文宣行銷', 80_000, null, null, null, null, null],
    ]);
    expect(items!.rows[0]!.cells![5]).toEqual({ value: -50_000.5, shown: '-NT$50,000.50', tone: 'bad' });
    expect(items!.totals!.map(({ value }) => value)).toEqual([
      ...['合計', null, 1_280_000, 1_000_000, 1_250_000.5, 29_999.5, 97.7, null],
    ]);
    expect(valuesOf(income!)).toEqual([['註冊費', 2_000_000, 1_500_000, -500_000, 75, null, null]]);
  });

  it('take commitments and spending from contracts and bills where the budget says nothing, and say so', async () => {
    await world.filled('budget', { item: '場地租金', workflow: 'venue', planned: 1_200_000 });
    await contract('圓山大飯店', 1_000_000);
    await contract('Venue Ltd.', 5_000, { currency: 'USD' });
    const bill = { kind: 'other', payee: '圓山大飯店', workflow: '場地', amount: 400_000, settled: 'no' };
    await world.filled('bills', bill, { ...bill, payee: '印刷廠', workflow: undefined, amount: 12_000 });
    const paper = await world.paper('budget-progress');
    const [table, , ...more] = await world.tables('budget-progress');
    expect(valuesOf(table!)).toEqual([
      ['場地', 1_200_000, 1_000_000, 400_000, 800_000, 33.3],
      ['未指定工作流程', null, null, 12_000, null, null],
    ]);
    expect(table!.totals!.map(({ value }) => value)).toEqual(['合計', 1_200_000, 1_000_000, 412_000, 788_000, 34.3]);
    expect(more).toEqual([]);
    const texts = JSON.stringify(paper.blocks);
    expect(texts).toContain('取自帳單、採購與核銷的金額');
    expect(texts).toContain('以外幣簽訂的合約沒有計入：Venue Ltd. USD 5,000。');
  });

  it('show where the budget’s own spending is not what the bills come to', async () => {
    await world.filled('budget', { item: '場地租金', workflow: '場地', planned: 1_200_000, actual: 300_000 });
    await world.filled('bills', { kind: 'other', payee: '圓山', workflow: '場地', amount: 400_000, settled: 'no' });
    const [table, differing] = await world.tables('budget-progress');
    expect(valuesOf(table!)).toEqual([['場地', 1_200_000, null, 300_000, 900_000, 25]]);
    expect(valuesOf(differing!)).toEqual([['場地', 300_000, 400_000, 100_000]]);
  });

  it('list every expense with its invoice, as the database has it, and what is left of the income', async () => {
    const bill = {
      payee: '圓山大飯店',
      settled: 'yes',
      paidOn: '2028-06-20',
      taxId: '12345675',
      invoiceNumber: 'AB12345678',
    };
    const kinds = await world.filled(
      'bills',
      { ...bill, kind: 'lodging', amount: 120_000 },
      { ...bill, kind: 'caterer', amount: 80_000, settled: 'no', paidOn: undefined, invoiceNumber: undefined },
    );
    await world.filled('purchases', { resource: '提袋', supplier: '禮品店', quantity: 300, amount: 30_000 });
    await world.filled('reimbursements', { speaker: '王教授', flight: 20_000, subsidy: 25_000, settled: 'yes' });
    await world.filled('income', { item: '註冊費', expected: 300_000, received: 300_000 });
    const [categories, list] = await world.tables('expenses');
    expect(valuesOf(categories!)).toEqual([
      ['飯店住宿', 1, 120_000, 120_000, null],
      ['餐飲廠商', 1, 80_000, null, 80_000],
      ['採購', 1, 30_000, null, 30_000],
      ['機票住宿核銷', 1, 25_000, 25_000, null],
    ]);
    expect(valuesOf(list!)).toEqual([
      ['帳單'],
      ['飯店住宿', '圓山大飯店', null, 120_000, '12345675', 'AB12345678', null, '已付', '2028-06-20'],
      ['餐飲廠商', '圓山大飯店', null, 80_000, '12345675', null, null, '未付', null],
      ['採購'],
      ['採購', '禮品店', '提袋', 30_000, null, null, null, null, null],
      ['核銷'],
      ['機票住宿核銷', '王教授', '機票 NT$20,000', 25_000, null, null, null, '已付', null],
    ]);
    const sql = `SELECT CAST(COUNT(*) AS integer) AS "rows" FROM register_rows t JOIN registers r ON r.id = t.register_id
      WHERE r.project_id = ? AND r.preset_key IN ('bills', 'purchases', 'reimbursements')`;
    expect(await world.stored(sql, project.id)).toEqual([{ rows: columnOf(list!, 0).length }]);
    expect(JSON.stringify((await world.paper('expenses')).blocks)).toContain('"value":"NT$45,000"');
    expect(await world.missing('expenses')).toEqual([
      `1 筆帳單沒有發票號碼。 /projects/${project.id}/registers/${kinds.id}`,
    ]);
  });

  it('keep names from whoever may not see personal data, and say that they do', async () => {
    const team = (await project.team('registration')).id;
    const list = await world.list('reimbursements', { teamId: team });
    await world.rows(list, { speaker: '王教授', subsidy: 25_000, settled: 'yes' });
    const as = project.cast.member.client;
    const texts = JSON.stringify(await world.paper('expenses', { as }));
    expect(texts).not.toContain('王教授');
    expect(texts).toContain('個人資料');
    expect(texts).toContain('NT$25,000');
  });

  it('survive lists whose columns a project has taken away', async () => {
    const list = await world.filled('budget', { item: '場地', planned: 100 });
    const columns = [{ key: 'item', name: '品名', type: 'text' }];
    const body = { columns, throwAway: ['planned'] };
    ok(await project.manager.put(`/api/registers/${list.id}/columns`, body, ANY_VERSION));
    await world.rows(list, { item: '海報' });
    const [items] = await world.tables('budget');
    expect(columnOf(items!, 0)).toEqual(['場地', '海報']);
    expect(items!.totals!.slice(1).map(({ value }) => value)).toEqual([null, null, null, null, null, null, null]);
    expect((await world.missing('budget'))[0]).toContain('有 2 筆沒有「預算」');
  });

  it('count sponsors by tier and how many of their benefits are fulfilled', async () => {
    const sponsor = { benefits: '攤位一個', contract: 'signed', collected: 'yes' };
    await world.filled(
      'sponsors',
      { ...sponsor, sponsor: '乙公司', tier: 'silver', amount: 50_000, collected: 'no' },
      { ...sponsor, sponsor: '甲公司', tier: 'gold', amount: 200_000 },
    );
    const benefit = { sponsor: '甲公司', fulfilled: 'no' };
    await world.filled(
      'sponsorBenefits',
      { ...benefit, benefit: '大會手冊廣告', fulfilled: 'yes', fulfilledOn: '2028-05-01' },
      { ...benefit, benefit: '官網商標', due: '2028-06-01' },
    );
    const [tiers, sponsors, owed] = await world.tables('sponsorship');
    expect(valuesOf(tiers!)).toEqual([
      ['金級', 1, 200_000, 200_000, '1 / 2'],
      ['銀級', 1, 50_000, null, null],
    ]);
    expect(valuesOf(sponsors!)).toEqual([
      ['金級'],
      ['甲公司', 200_000, '已簽訂', '已收', '攤位一個', '1 / 2'],
      ['銀級'],
      ['乙公司', 50_000, '已簽訂', '未收', '攤位一個', null],
    ]);
    expect(valuesOf(owed!)).toEqual([['甲公司', '官網商標', '2028-06-01']]);
    expect(valuesOf((await world.tables('sponsorship', { language: 'en' }))[0]!)[0]![0]).toBe('Gold');
  });

  it('hold publicity’s budget against what its resources cost and what was billed', async () => {
    await world.filled('budget', { item: '廣告', workflow: 'Publicity and marketing', planned: 100_000 });
    const resource = { procedure: '簽約', when: '2028-05-01~2028-05-31' };
    await world.filled('publicity', { ...resource, resource: '車廂廣告', cost: 60_000 });
    await world.filled('bills', { kind: 'other', payee: '捷運', workflow: '文宣行銷', amount: 30_000, settled: 'no' });
    const { blocks } = await world.paper('publicity-spending');
    const facts = blocks.filter((block) => block.type === 'facts')[1]!;
    expect(facts).toMatchObject({
      rows: [
        { value: 'NT$100,000' },
        { value: 'NT$60,000' },
        { value: 'NT$40,000' },
        { value: '沒有資料' },
        { value: 'NT$30,000' },
      ],
    });
    expect(await world.missing('publicity-spending')).toEqual([]);
  });

  it('are none for the client', async () => {
    for (const kind of ACCOUNTS)
      expect(told(await world.ask(kind, { as: project.cast.client.client }))).toMatch(/^40[34] /);
  });
});
