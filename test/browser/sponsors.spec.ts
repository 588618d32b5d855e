import { type Api, choose, inDays, PHONE, TOO_SMALL, TOO_WIDE, until, World } from './world';

interface Rows {
  items: { cells: Record<string, string | number | boolean>; names: Record<string, string>; status: string }[];
}
const SHOTS = process.env.SHOTS;

describe('a sponsor, from a prospect to benefits that are fulfilled', () => {
  let world: World;
  let manager: Api;
  let project: string;

  beforeAll(async () => {
    world = await World.open();
    manager = await world.setUp();
    const start = { template: 'conference', name: '2028 數位轉型論壇', opening: inDays(400), closing: inDays(402) };
    project = (await manager.post<{ id: string }>('/api/projects', start)).id;
  });
  afterAll(() => world.close());

  const lists: Record<string, string> = {};
  const make = async (preset: string) => {
    lists[preset] = (await manager.post<{ id: string }>(`/api/projects/${project}/registers`, { preset })).id;
  };
  const rowsOf = async (preset: string) => (await manager.get<Rows>(`/api/registers/${lists[preset]}/rows`)).items;
  const opened = async (preset: string, viewport?: { width: number; height: number }) => {
    const page = await world.page(viewport);
    await world.signIn(page, 'manager@example.test');
    await page.goto(`${world.address}/projects/${project}/registers/${lists[preset]}`);
    return page;
  };

  it('is found among the prospects, and gets a tier and a contract that is signed', async () => {
    await make('prospects');
    await make('sponsors');
    await manager.post(`/api/registers/${lists.prospects}/rows`, { cells: { name: '台灣雲端', kind: 'sponsor' } });
    const page = await opened('prospects');
    await page.getByRole('button', { name: '開啟第 1 筆' }).click();
    const dialog = page.getByRole('dialog');
    await choose(page, '狀態', '已確認', dialog);
    await dialog.getByRole('button', { name: '儲存' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await page.goto(`${world.address}/projects/${project}/registers/${lists.sponsors}`);
    await page.getByRole('button', { name: '新增一筆' }).click();
    await dialog.getByLabel('贊助商').fill('台灣雲端');
    await choose(page, '贊助等級', '銀級', dialog);
    await dialog.getByLabel('權益項目').fill('主舞台露出、攤位一格');
    await dialog.getByLabel('贊助金額').fill('30萬');
    await choose(page, '贊助合約', '已簽訂', dialog);
    await dialog.getByRole('button', { name: '儲存' }).click();
    await page.getByRole('gridcell', { name: '台灣雲端' }).waitFor();
    expect((await rowsOf('prospects'))[0]!.status).toBe('confirmed');
    expect((await rowsOf('sponsors'))[0]!.cells).toMatchObject({ tier: 'silver', contract: 'signed', amount: 300_000 });
    await page.context().close();
  });

  it('is named in the list of benefits by typing, at a desk in the grid', async () => {
    await make('sponsorBenefits');
    await manager.post(`/api/registers/${lists.sponsorBenefits}/rows`, { cells: { benefit: '主舞台露出' } });
    const page = await opened('sponsorBenefits');
    await page.locator('[data-cell="0 1"]').click();
    await page.keyboard.type('台灣');
    const offered = page.locator('datalist option');
    await offered.waitFor({ state: 'attached' });
    expect(await offered.evaluateAll((all) => all.map((one) => one.getAttribute('value')))).toEqual(['台灣雲端']);
    if (SHOTS) await page.screenshot({ path: `${SHOTS}/sponsors-grid.png` });
    await page.keyboard.press('Enter');
    await page.getByText('「贊助名冊」裡沒有這一筆').first().waitFor();
    await page.locator('[data-cell="0 1"]').click();
    await page.keyboard.press('F2');
    await page.keyboard.press('Control+a');
    await page.keyboard.type('台灣雲端');
    await page.keyboard.press('Enter');
    await page.locator('[data-cell="0 1"].cell-kept').waitFor();
    await page.locator('[data-cell="0 2"]').click();
    await page.getByText('台灣雲端').waitFor();
    expect((await rowsOf('sponsorBenefits'))[0]!.names).toEqual({ sponsor: '台灣雲端' });
    await page.context().close();
  });

  it('is chosen in the form, and the benefit ticked off on a phone', async () => {
    const page = await opened('sponsorBenefits', PHONE);
    await page.getByRole('button', { name: '新增一筆' }).click();
    const dialog = page.getByRole('dialog');
    await choose(page, '贊助商', '台灣雲端', dialog);
    await dialog.getByLabel('權益回饋項目').fill('攤位一格');
    await dialog.getByLabel('履行期限').fill('2028/6/1');
    if (SHOTS) await page.screenshot({ path: `${SHOTS}/sponsors-phone.png` });
    // The calendar of the day is still finding its place.
    await until(async () => (await page.evaluate<number>(TOO_WIDE)) <= 0, 'the form to fit');
    await dialog.getByRole('button', { name: '儲存' }).click();
    await page.getByRole('button', { name: /台灣雲端.*攤位一格/s }).click();
    await choose(page, '已履行', '是', dialog);
    await dialog.getByLabel('履行佐證').fill('現場照片 3 張');
    await dialog.getByRole('button', { name: '儲存' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await page.getByText('現場照片 3 張').waitFor();
    if (SHOTS) await page.screenshot({ path: `${SHOTS}/sponsors-cards.png` });
    expect(await page.evaluate(TOO_SMALL)).toEqual([]);
    expect((await rowsOf('sponsorBenefits'))[1]!.cells).toMatchObject({ fulfilled: true, due: '2028-06-01' });
    await page.context().close();
  });

  it('can’t be removed while benefits are promised to it', async () => {
    const page = await opened('sponsors');
    await page.getByRole('button', { name: '開啟第 1 筆' }).click();
    await page.getByRole('button', { name: '刪除這筆資料' }).click();
    await page.getByRole('button', { name: '刪除', exact: true }).click();
    // In the form, brought into sight from below, where it can be read for as long as that takes.
    const refusal = page.getByRole('dialog').getByText('「贊助權益履行表」的「贊助商」 2 筆');
    await until(
      async () => (await refusal.count()) > 0 && ((await refusal.boundingBox())?.y ?? -1) >= 0,
      'the refusal',
    );
    expect(await rowsOf('sponsors')).toHaveLength(1);
    await page.context().close();
  });
});
