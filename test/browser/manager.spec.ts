import { type Page } from 'playwright-core';
import { fillDay } from './days';
import { Api, inDays, PASSWORD, until, World } from './world';

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
    await page.getByRole('button', { name: '啟動新專案' }).click();
    const card = page
      .getByRole('listitem')
      .filter({ has: page.getByRole('button', { name: '國際會議', exact: true }) });
    await card.getByText('58 個工作項目').waitFor();
    await card.getByRole('button', { name: /^會議專案經理/ }).click();
    await page.getByRole('dialog').getByText('進行場地分析').first().waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: '國際會議', exact: true }).click();
    await page.getByRole('button', { name: '下一步' }).click();
    expect(await page.getByText('請填寫這一欄。').count()).toBe(3);
  });

  it('gives the dates and sees wrong ones at their field', async () => {
    await page.getByLabel('專案名稱').fill('2028 亞太永續會展論壇');
    await fillDay(page, '開幕日', closing);
    await fillDay(page, '閉幕日', opening);
    const wrong = page.getByRole('alert').filter({ hasText: /不能早於/ });
    await wrong.first().waitFor();
    await fillDay(page, '開幕日', opening);
    await fillDay(page, '閉幕日', closing);
    await wrong.first().waitFor({ state: 'hidden' });
    await page.getByRole('button', { name: '下一步' }).click();
  });

  it('sees the whole conference in the preview, since nothing was answered yet', async () => {
    await page.getByRole('group', { name: '會議附帶展覽嗎？' }).waitFor();
    await page.getByRole('button', { name: '下一步' }).click();
    await page.getByRole('button', { name: '看預覽' }).click();
    await seeCounts(page, { 工作項目: 58, 交付項目: 89, 驗收要點: 196 });
    await page.getByText('沒有略去任何項目。').waitFor();
  });

  it('answers that there is no exhibition and sees what that leaves out', async () => {
    await page.getByRole('navigation', { name: '步驟' }).getByRole('button', { name: '條件' }).click();
    const question = page.getByRole('group', { name: '會議附帶展覽嗎？' });
    await question.getByRole('radio', { name: /^否/ }).click();
    await page.getByText('看略去的 3 項').waitFor();
    await page.getByRole('navigation', { name: '步驟' }).getByRole('button', { name: '預覽' }).click();
    await seeCounts(page, { 工作項目: 55, 交付項目: 86, 驗收要點: 183 });
    await page.getByRole('heading', { name: '略去的項目' }).waitFor();
  });

  it('keeps the draft when leaving the page, then starts', async () => {
    await page.getByText('草稿已儲存').waitFor();
    await page.reload();
    await page.getByRole('heading', { name: '2028 亞太永續會展論壇' }).waitFor();
    await page.getByRole('button', { name: '啟動專案' }).click();
    await page.waitForURL(/\/projects\/[0-9a-f-]{36}/);
    await page.getByRole('heading', { name: '2028 亞太永續會展論壇' }).waitFor();
    await page
      .getByRole('link', { name: /進行場地分析/ })
      .first()
      .waitFor();
  });

  it('opens a work item, ticks it, hands its deliverable in, and accepts it as the sole manager', async () => {
    await page
      .getByRole('link', { name: /進行場地分析/ })
      .first()
      .click();
    await page.getByText('O1.1.1').waitFor();
    for (const box of await page.getByRole('checkbox').all()) {
      await box.click();
      await until(() => box.isChecked(), 'the tick');
    }
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
    await page.getByRole('link', { name: '紀錄', exact: true }).click();
    await page.getByText('啟動了專案').waitFor();
    await page
      .getByText(/驗收了「場地/)
      .first()
      .waitFor();
  });

  it('is told what is still open before closing, see closing.spec.ts', async () => {
    await page.getByRole('link', { name: '設定', exact: true }).click();
    await page.locator('main a[href$="/closing"]').first().click();
    const close = page.getByRole('button', { name: '結案', exact: true });
    await close.waitFor();
    expect(await close.isDisabled()).toBe(true);
  });

  it('left the same on the server', async () => {
    const me = await Api.as(world.address, '/api/session', { email: 'manager@example.test', password: PASSWORD });
    const { items } = await me.get<{ items: { progress: { workItems: { total: number; done: number } } }[] }>(
      '/api/projects',
    );
    expect(items[0]?.progress.workItems).toMatchObject({ total: 55, done: 1 });
  });
});

/** The numbers of the preview's head, by their terms. */
async function seeCounts(page: Page, counts: Record<string, number>): Promise<void> {
  for (const [term, count] of Object.entries(counts))
    await page.locator('dl > div', { hasText: term }).getByText(String(count), { exact: true }).waitFor();
}
