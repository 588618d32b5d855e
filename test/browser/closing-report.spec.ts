import type { Page } from 'playwright-core';
import { type Api, DESK, inDays, PHONE, TOO_SMALL, TOO_WIDE, until, World } from './world';

interface Report {
  chapters: { key: string; title: string; data: string; included: boolean }[];
}

describe('the closing report, chapter by chapter', () => {
  let world: World;
  let manager: Api;
  let project: string;
  let budget: string;
  const opened: Page[] = [];

  beforeAll(async () => {
    world = await World.open();
    manager = await world.setUp();
    const start = { template: 'conference', name: '2028 數位轉型論壇', opening: inDays(60), closing: inDays(62) };
    project = (await manager.post<{ id: string }>('/api/projects', start)).id;
    budget = (await manager.post<{ id: string }>(`/api/projects/${project}/registers`, { preset: 'budget' })).id;
    await manager.post(`/api/registers/${budget}/rows`, { cells: { item: '場地', planned: 1000, actual: 900 } });
  });
  afterEach(() => Promise.all(opened.splice(0).map((page) => page.context().close())));
  afterAll(() => world.close());

  async function open(path: string, size = DESK): Promise<Page> {
    const page = await world.page(size);
    opened.push(page);
    await world.signIn(page, 'manager@example.test');
    await page.goto(`${world.address}/projects/${project}${path}`);
    return page;
  }
  const report = () => manager.get<Report>(`/api/projects/${project}/closing-report`);
  const keys = async () => (await report()).chapters.map(({ key }) => key);
  const chapters = (page: Page) => page.getByRole('list', { name: '章節' });

  it('is written, ordered and left out; what its data say anew is shown, and every text is kept', async () => {
    const page = await open('/documents');
    await page.locator('.line-title', { hasText: '結案報告' }).click();
    await chapters(page).getByRole('link', { name: '預算執行情形' }).click();
    await page.getByText('還沒有人看過這一章的資料。').waitFor();
    await page.getByLabel('資料之前的文字').fill('財務穩健。\n- 場地費低於預算');
    await page.getByRole('button', { name: '儲存', exact: true }).click();
    await page.getByRole('button', { name: '儲存', exact: true }).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: '看過了' }).click();
    await page.getByText('之後沒有變動。').waitFor();

    // Somebody adds to the budget meanwhile: the page shows it by itself.
    await manager.post(`/api/registers/${budget}/rows`, { cells: { item: '保險', planned: 50 } });
    await page.getByText('保險 ｜ NT$50').waitFor();
    expect(await page.getByLabel('資料之前的文字').inputValue()).toBe('財務穩健。\n- 場地費低於預算');

    const before = await keys();
    await page.getByRole('button', { name: '「預算執行情形」往上移' }).click();
    await until(async () => (await keys()).indexOf('budget') === before.indexOf('budget') - 1, 'it to be one up');
    await chapters(page)
      .getByRole('listitem')
      .nth(before.indexOf('budget') - 1)
      .getByText('預算執行情形')
      .waitFor();
    await page.getByLabel('放進報告').uncheck();
    await chapters(page).getByRole('listitem').filter({ hasText: '預算執行情形' }).getByText('略過').waitFor();
    await page.getByLabel('放進報告').check();

    await page.getByRole('link', { name: '預覽整份並產製 PDF、Word' }).click();
    await page.getByText('財務穩健。').waitFor();
    await page.getByRole('listitem').filter({ hasText: '場地費低於預算' }).first().waitFor();
  });

  it('shows what was saved at once, keeps what is typed on meanwhile, and takes one’s own ticks for no change', async () => {
    const page = await world.pageToRoute();
    opened.push(page);
    await world.signIn(page, 'manager@example.test');
    await page.goto(`${world.address}/projects/${project}/closing-report?chapter=sponsors`);
    const field = page.getByLabel('資料之前的文字');
    const save = page.getByRole('button', { name: '儲存', exact: true });
    const text = async () =>
      (await manager.get<{ textBefore: string }>(`/api/projects/${project}/closing-report/chapters/sponsors`))
        .textBefore;
    await field.waitFor();
    // From here on nothing is fetched any more, and what is written waits until it is let go.
    let letGo: (() => void) | null = null;
    await page.route('**/closing-report**', async (route) => {
      if (route.request().method() === 'GET') return route.abort();
      if (letGo === null) await new Promise<void>((go) => (letGo = go));
      return route.continue();
    });
    await field.fill('感謝贊助商');
    await save.click();
    await until(() => Promise.resolve(letGo !== null), 'the text to be on its way');
    await field.fill('感謝贊助商，共十家');
    // Asked for now, a tick would be refused as if somebody else had been faster.
    expect(await page.getByLabel('放進報告').isDisabled()).toBe(true);
    letGo!();
    await until(async () => (await text()) === '感謝贊助商', 'the text to be saved');
    await page.getByLabel('放進報告').uncheck();
    await until(() => page.getByLabel('放進報告').isEnabled(), 'the tick to be over');
    expect(await field.inputValue()).toBe('感謝贊助商，共十家');
    const up = page.getByRole('button', { name: '「贊助與權益履行」往上移' });
    await up.click();
    await until(() => up.isEnabled(), 'the chapter to be one up');
    await save.click();
    await save.waitFor({ state: 'detached' });
    expect(await field.inputValue()).toBe('感謝贊助商，共十家');
    expect(await text()).toBe('感謝贊助商，共十家');
  });

  it('is dragged into another order, and gets a chapter of one’s own', async () => {
    const page = await open('/closing-report');
    const row = (name: string) => chapters(page).getByRole('listitem').filter({ hasText: name });
    await row('目標與成果').dragTo(row('專案概況'));
    await until(async () => (await keys())[0] === 'targets', 'it to be the first');
    await page.getByRole('button', { name: '新增自訂章節' }).click();
    await page.getByRole('dialog').getByLabel('章節標題').fill('致謝');
    await page.getByRole('dialog').getByRole('button', { name: '儲存' }).click();
    await page.getByRole('heading', { name: '致謝' }).waitFor();
    await page.getByLabel('內容').fill('感謝各單位。');
    // Looked at another one meanwhile: what was typed is still there.
    await chapters(page).getByRole('link', { name: '外包廠商與合約' }).click();
    await page.getByRole('heading', { name: '外包廠商與合約' }).first().waitFor();
    await chapters(page).getByRole('link', { name: '致謝' }).click();
    expect(await page.getByLabel('內容').inputValue()).toBe('感謝各單位。');
    // Leaving the page asks first.
    await page.getByRole('link', { name: '所有文件' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '留在這一頁' }).click();
    await page.getByRole('button', { name: '儲存', exact: true }).click();
    await page.getByRole('button', { name: '儲存', exact: true }).waitFor({ state: 'detached' });
    expect((await report()).chapters.at(-1)).toMatchObject({ title: '致謝', included: true });
  });

  it('shows on a phone the list, then one chapter, and the chapters of subsidised events by choice', async () => {
    const page = await open('/closing-report', PHONE);
    await chapters(page).getByRole('link', { name: '專案概況' }).waitFor();
    expect(await page.getByText('收支報告表').count()).toBe(0);
    await page.getByRole('radio', { name: '補助案' }).tap();
    await chapters(page).getByRole('link', { name: '收支報告表' }).tap();
    await page.getByRole('heading', { name: '收支報告表' }).first().waitFor();
    expect(await chapters(page).count()).toBe(0);
    expect(await page.evaluate(TOO_WIDE)).toBeLessThanOrEqual(0);
    expect(await page.evaluate(TOO_SMALL)).toEqual([]);
    await page.getByRole('link', { name: '章節' }).tap();
    await chapters(page).waitFor();
    expect(await page.evaluate(TOO_WIDE)).toBeLessThanOrEqual(0);
    expect(await page.evaluate(TOO_SMALL)).toEqual([]);
  });

  it('is still written once the project is closed, and says what a new version needs', async () => {
    await manager.post(`/api/projects/${project}/close`, { waiveRest: '提前結案' });
    const page = await open('/closing-report?chapter=sponsors');
    await page.getByText('要交付新的版本，請先重新開啟專案').waitFor();
    await page.getByLabel('資料之後的文字').fill('謝謝各贊助單位。');
    await page.getByRole('button', { name: '儲存', exact: true }).click();
    await page.getByRole('button', { name: '儲存', exact: true }).waitFor({ state: 'detached' });
    await page.reload();
    await until(
      async () => (await page.getByLabel('資料之後的文字').inputValue()) === '謝謝各贊助單位。',
      'the text to be kept',
    );
  });
});
