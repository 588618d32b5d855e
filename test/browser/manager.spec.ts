import { type Page } from 'playwright-core';
import { Api, inDays, PASSWORD, World } from './world';

/** The project manager at a desk: from the one-time link to a running conference. */
describe('a project manager', () => {
  let world: World;
  let page: Page;
  const opening = inDays(600);
  const closing = inDays(602);

  beforeAll(async () => {
    world = await World.open();
    page = await world.page();
  });
  afterAll(() => world.close());

  it('sets the workspace up through the one-time link and is signed in', async () => {
    await page.goto(world.setupLink);
    await page.getByLabel('姓名').fill('林怡君');
    await page.getByLabel('電子郵件').fill('manager@example.test');
    await page.getByLabel('密碼', { exact: true }).fill(PASSWORD);
    await page.getByRole('button', { name: '開始使用' }).click();
    await page.getByRole('link', { name: '專案', exact: true }).first().click();
    await page.getByText('還沒有專案').waitFor();
  });

  it('finds the link used up afterwards', async () => {
    const other = await world.page();
    await other.goto(world.setupLink);
    await other.getByText('已經設定完成').waitFor();
  });

  it('chooses a conference with its standards at hand, and is told what is missing', async () => {
    await page.getByRole('link', { name: '啟動新專案' }).first().click();
    await page.getByRole('heading', { name: '國際會議', exact: true }).waitFor();
    await page.getByText('58 個工作項目').first().waitFor();
    await page
      .getByRole('button', { name: /國際會議(?!（)/ })
      .first()
      .click();
    await page.getByRole('button', { name: '下一步' }).click();
    await page.getByText('請填寫這一欄。').first().waitFor();
  });

  it('gives the dates and sees wrong ones at their field', async () => {
    await page.getByLabel('專案名稱').fill('2028 亞太永續會展論壇');
    await fillDay(page, '開幕日', closing);
    await fillDay(page, '閉幕日', opening);
    await page.getByText('結束日不能早於開始日').waitFor();
    await fillDay(page, '開幕日', opening);
    await fillDay(page, '閉幕日', closing);
    await page.getByText('結束日不能早於開始日').waitFor({ state: 'hidden' });
    await page.getByRole('button', { name: '下一步' }).click();
  });

  it('answers that there is no exhibition and sees what that leaves out', async () => {
    const question = page.getByRole('group', { name: '會議附帶展覽嗎？' });
    await question.getByText('否', { exact: true }).click();
    await page.getByRole('button', { name: '下一步' }).click();
    await page.getByRole('button', { name: /看預覽|下一步/ }).click();
    for (const count of ['55', '86', '183']) await page.getByText(count, { exact: true }).first().waitFor();
    await page.getByText('略去的項目').waitFor();
  });

  it('keeps the draft when leaving the page, then starts', async () => {
    await page.reload();
    await page.getByText('2028 亞太永續會展論壇').first().waitFor();
    await page.getByRole('button', { name: '啟動專案' }).click();
    await page.waitForURL(/\/projects\/[0-9a-f-]{36}/);
    await page.getByText('進行場地分析').first().waitFor();
    await page.getByRole('heading', { name: '2028 亞太永續會展論壇' }).waitFor();
  });

  it('opens a work item, ticks it, hands its deliverable in, and accepts it as the sole manager', async () => {
    await page
      .getByRole('link', { name: /進行場地分析/ })
      .first()
      .click();
    await page.getByText('O1.1.1').waitFor();
    for (const box of await page.getByRole('checkbox').all()) await box.check();
    await page.getByRole('button', { name: '送交驗收' }).click();
    await page.getByLabel('說明').fill('三個場地，建議選甲館。');
    await page.getByRole('dialog').getByRole('button', { name: '送交驗收' }).click();
    await page.getByText('待驗收').first().waitFor();
    await page.getByRole('button', { name: '驗收', exact: true }).click();
    await page.getByRole('dialog').getByRole('button', { name: '驗收', exact: true }).click();
    await page.getByText('自行驗收').waitFor();
    await page.getByRole('button', { name: '重新開啟' }).first().waitFor();
  });

  it('finds all of it in the activity', async () => {
    await page.goBack();
    await page.getByRole('link', { name: '紀錄' }).click();
    await page.getByText('啟動了專案').waitFor();
    await page.getByText('驗收了').first().waitFor();
  });

  it('left the same on the server', async () => {
    const me = await Api.as(world.address, '/api/session', { email: 'manager@example.test', password: PASSWORD });
    const { items } = await me.get<{ items: { progress: { workItems: { total: number; done: number } } }[] }>(
      '/api/projects',
    );
    expect(items[0]?.progress.workItems).toMatchObject({ total: 55, done: 1 });
  });
});

async function fillDay(page: Page, label: string, day: string): Promise<void> {
  const field = page.getByLabel(label, { exact: true });
  await field.fill(day);
  await field.press('Enter');
  await field.press('Tab');
}
