import type { Page } from 'playwright-core';
import { type Api, choose, DESK, inDays, PHONE, TOO_SMALL, TOO_WIDE, World } from './world';

interface Rows {
  items: { id: string; title: string; source: string }[];
}

describe('a project that ends, and what is learnt from it', () => {
  let world: World;
  let manager: Api;
  const opened: Page[] = [];

  beforeAll(async () => {
    world = await World.open();
    manager = await world.setUp();
  });
  afterEach(() => Promise.all(opened.splice(0).map((page) => page.context().close())));
  afterAll(() => world.close());

  async function open(path: string, size = DESK): Promise<Page> {
    const page = await world.page(size);
    opened.push(page);
    await world.signIn(page, 'manager@example.test');
    await page.goto(`${world.address}${path}`);
    return page;
  }

  async function start(name: string): Promise<{ id: string; task: string }> {
    const body = { template: 'venue-search', name, opening: inDays(60), closing: inDays(62) };
    const { id } = await manager.post<{ id: string }>('/api/projects', body);
    const { items } = await manager.get<Rows>(`/api/projects/${id}/work-items`);
    return { id, task: items.find(({ source }) => source === 'standard')!.id };
  }

  it('is closed once one thing is settled and the rest waived, can only be read, and is reopened', async () => {
    const { id } = await start('2028 數位轉型論壇');
    const own = { title: '訂接駁車', stage: 'after' };
    const { id: bus } = await manager.post<{ id: string }>(`/api/projects/${id}/work-items`, own);
    const page = await open(`/projects/${id}/closing`, PHONE);
    await page.getByText(/還有 \d+ 項沒有結清/).waitFor();
    expect(await page.getByRole('button', { name: '結案', exact: true }).isDisabled()).toBe(true);
    expect(await page.evaluate(TOO_WIDE)).toBeLessThanOrEqual(0);
    expect(await page.evaluate(TOO_SMALL)).toEqual([]);
    await page.getByRole('link', { name: '訂接駁車' }).tap();
    const saved = page.waitForResponse((answer) => answer.request().method() === 'PATCH');
    await page
      .locator('main')
      .locator('label, button')
      .filter({ hasText: /^完成$/ })
      .first()
      .tap();
    await saved;
    await page.goto(`${world.address}/projects/${id}/closing`);
    await page.getByText(/還有 \d+ 項沒有結清/).waitFor();
    expect(await page.getByRole('link', { name: '訂接駁車' }).count()).toBe(0);
    const dialog = page.getByRole('dialog');
    for (let left = await page.getByRole('button', { name: /項都不辦$/ }).count(); left > 0; left -= 1) {
      await page
        .getByRole('button', { name: /項都不辦$/ })
        .first()
        .tap();
      await dialog.getByLabel('理由').fill('場地由客戶自行處理');
      await dialog.getByRole('button', { name: /都不辦/ }).tap();
      await dialog.waitFor({ state: 'detached' });
    }
    await page.getByText('都已結清，可以結案').waitFor();
    await page.getByRole('button', { name: '結案', exact: true }).tap();
    await dialog.getByLabel('結案說明').fill('順利結束');
    await dialog.getByRole('button', { name: '結案', exact: true }).tap();
    const banner = page.getByRole('complementary', { name: '專案已結案，只能查看' });
    await banner.waitFor();
    await page.getByText('順利結束').waitFor();
    await page.goto(`${world.address}/projects/${id}/items/${bus}`);
    await banner.waitFor();
    expect(await page.getByRole('button', { name: '編輯', exact: true }).count()).toBe(0);
    await banner.getByRole('button', { name: '重新開啟專案' }).tap();
    await dialog.getByLabel('理由').fill('補一份收據');
    await dialog.getByRole('button', { name: '重新開啟專案' }).tap();
    await banner.waitFor({ state: 'detached' });
  });

  it('teaches the next project that does the same, and the template of the house', async () => {
    const past = await start('2028 年會');
    const next = await start('2029 年會');
    const copy = { from: { template: 'venue-search' }, name: '我們的場地範本' };
    const { id: house } = await manager.post<{ id: string }>('/api/house-templates', copy);
    const page = await open(`/projects/${past.id}/items/${past.task}`);
    await page.getByRole('button', { name: '寫下心得' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('這次學到什麼').fill('場地押金要早一個月付');
    await choose(page, '建議範本怎麼改', '提前或延後', dialog);
    await dialog.getByLabel('天數').fill('14');
    await dialog.getByRole('button', { name: '儲存' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.goto(`${world.address}/projects/${next.id}/items/${next.task}`);
    const lesson = page.locator('.lessons li', { hasText: '場地押金要早一個月付' });
    await lesson.getByText('2028 年會').waitFor();
    await page.goto(`${world.address}/house-templates/${house}`);
    await page.getByRole('radio', { name: '心得' }).check();
    await lesson.getByText('建議：提前 14 天').waitFor();
    await lesson.getByRole('button', { name: '採納進草稿' }).click();
    await page.getByText('已決定（1 則）').waitFor();
    await lesson.getByText(/已納入「我們的場地範本」草稿，第 1 版/).waitFor();
  });
});
