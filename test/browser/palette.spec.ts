import { type Api, inDays, PHONE, TOO_WIDE, until, World } from './world';

/** Going anywhere by name. */
describe('the command palette', () => {
  let world: World;
  let manager: Api;
  let projectId: string;

  beforeAll(async () => {
    world = await World.open();
    manager = await world.setUp();
    const start = { template: 'conference', name: '2028 海洋論壇', opening: inDays(500), closing: inDays(502) };
    projectId = (await manager.post<{ id: string }>('/api/projects', start)).id;
    await manager.post(`/api/projects/${projectId}/work-items`, { title: '租借紅毯與圍欄', stage: 'before' });
  });
  afterAll(() => world.close());

  it('finds work by parts of its name, goes there by keyboard, and remembers it until one signs out', async () => {
    const page = await world.page();
    await world.signIn(page, 'manager@example.test');
    await page.getByRole('button', { name: '搜尋與指令' }).waitFor();
    await page.keyboard.press('Control+k');
    const box = page.getByRole('combobox', { name: /^前往頁面/ });
    const holder = () => page.evaluate<string | null>(`document.activeElement.getAttribute('role')`);
    await until(async () => (await holder()) === 'combobox', 'the box to have the focus');
    await page.keyboard.type('圍欄 紅毯');
    const option = page.getByRole('option', { name: /租借紅毯與圍欄/ });
    await option.waitFor();
    expect(await box.getAttribute('aria-activedescendant')).toBe(await option.getAttribute('id'));
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/items\//);
    await page.getByRole('heading', { name: '租借紅毯與圍欄' }).waitFor();
    await page.keyboard.press('Control+k');
    const recent = page.getByRole('group', { name: '最近' }).getByRole('option');
    expect(await recent.allInnerTexts()).toEqual([expect.stringContaining('租借紅毯與圍欄')]);
    await page.keyboard.type('登出');
    await page.getByRole('option', { name: '登出' }).waitFor();
    await page.keyboard.press('Enter');
    await page.waitForURL(/sign-in/);
    expect(await page.evaluate<string | null>(`localStorage.getItem('convener.recent')`)).toBeNull();
    await page.context().close();
  });

  it('knows the tabs and the commands of the project that one is in', async () => {
    const page = await world.page();
    await world.signIn(page, 'manager@example.test');
    await page.goto(`${world.address}/projects/${projectId}`);
    await page.locator('.line').first().waitFor();
    await page.getByRole('button', { name: '搜尋與指令' }).click();
    await page.getByRole('group', { name: '這個專案' }).getByRole('option', { name: /設定/ }).click();
    await page.waitForURL(/\/settings$/);
    await page.keyboard.press('Control+k');
    await page.keyboard.type('新增工作');
    await page.getByRole('option', { name: '新增工作項目' }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').getByLabel('名稱', { exact: true }).waitFor();
    await page.context().close();
  });

  it('fills a phone, where it is found under more', async () => {
    const page = await world.page(PHONE);
    await world.signIn(page, 'manager@example.test');
    await page.getByRole('button', { name: '更多' }).tap();
    await page.getByRole('button', { name: '搜尋與指令' }).tap();
    await page.getByRole('combobox', { name: /^前往頁面/ }).fill('海洋');
    await page
      .getByRole('option', { name: /海洋論壇/ })
      .first()
      .waitFor();
    await until(async () => {
      const { width, height } = (await page.locator('.palette .ant-modal-container').boundingBox())!;
      return width === PHONE.width && height >= PHONE.height - 1;
    }, 'it to fill the phone');
    expect(await page.evaluate<number>(TOO_WIDE)).toBeLessThanOrEqual(0);
    await page
      .getByRole('option', { name: /海洋論壇/ })
      .first()
      .tap();
    await page.waitForURL(/\/projects\/[0-9a-f-]{36}$/);
    await page.context().close();
  });
});
