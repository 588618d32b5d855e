import type { Page } from 'playwright-core';
import { Keyboard } from './keyboard';
import { type Api, inDays, until, World } from './world';

/** Starting a conference without ever touching a mouse. */
describe('somebody with a keyboard alone', () => {
  let world: World;
  let manager: Api;
  let page: Page;
  let keyboard: Keyboard;
  const opening = inDays(600);

  beforeAll(async () => {
    world = await World.open();
    manager = await world.setUp();
    page = await world.page();
    await world.signIn(page, 'manager@example.test');
    await page.goto(`${world.address}/projects`);
    await page.getByText('還沒有專案').waitFor();
    keyboard = new Keyboard(page);
  });
  afterAll(() => world.close());

  const focused = (name: string | RegExp) =>
    until(
      async () => {
        const now = (await keyboard.focus()).name;
        return typeof name === 'string' ? now === name : name.test(now);
      },
      `the focus on ${String(name)}`,
    );

  it('looks inside a template, comes back to where it was, and chooses it', async () => {
    await keyboard.tabTo('啟動新專案');
    await keyboard.press('Enter');
    await focused('啟動新專案');
    await page.getByRole('button', { name: '看「國際會議」的內容' }).waitFor();
    await keyboard.tabTo('看「國際會議」的內容');
    await keyboard.press('Enter');
    await page.getByRole('dialog').getByText('選這個範本').waitFor();
    await keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await focused('看「國際會議」的內容');
    await keyboard.tabTo('國際會議', 'Shift+Tab');
    await keyboard.press('Enter');
    await focused('什麼時候、在哪裡？');
  });

  it('is led to the first field that is missing', async () => {
    await keyboard.tabTo('下一步');
    await keyboard.press('Enter');
    await focused('專案名稱');
    expect(await page.getByText('請填寫這一欄。').count()).toBe(3);
    await keyboard.type('2028 鍵盤論壇');
  });

  it('types the days, is told in words of one that is out of order, and puts it right', async () => {
    await keyboard.tabTo('開幕日');
    await keyboard.type(opening.replaceAll('-', '/'));
    await keyboard.press('Enter');
    await page.getByText('55 個工作項目').or(page.getByText('58 個工作項目')).first().waitFor();
    await keyboard.tabTo('進場');
    await keyboard.type(inDays(605).replaceAll('-', '/'));
    await keyboard.press('Enter');
    await page.getByRole('alert').filter({ hasText: '不能早於「進場」' }).first().waitFor();
    await keyboard.type(inDays(598).replaceAll('-', '/'));
    await keyboard.press('Enter');
    await page.getByRole('alert').filter({ hasText: '不能早於' }).first().waitFor({ state: 'hidden' });
    await keyboard.tabTo('下一步');
    await keyboard.press('Enter');
    await focused('這場活動包含什麼？');
  });

  it('answers with the arrows and sees what that leaves out', async () => {
    const question = page.getByRole('group', { name: '會議附帶展覽嗎？' });
    await question.waitFor();
    const LEGEND = `document.activeElement.closest('fieldset')?.querySelector('legend')?.textContent`;
    const asked = () => page.evaluate<string | undefined>(LEGEND);
    for (let presses = 0; presses < 20 && (await asked()) !== '會議附帶展覽嗎？'; presses += 1)
      await keyboard.press('Tab');
    await keyboard.press('ArrowLeft');
    await page.getByText('看略去的 3 項').waitFor();
    await keyboard.tabTo('下一步');
    await keyboard.press('Enter');
    await focused('誰來做？');
  });

  it('puts people into sub-teams, and notes one who has no account', async () => {
    await page.getByLabel('專案辦公室組長').waitFor();
    await keyboard.tabTo('專案辦公室組長');
    await page.keyboard.type('林怡君', { delay: 15 });
    await page.locator('.ant-select-item-option-active').waitFor();
    await keyboard.press('Enter', 'Escape');
    await keyboard.tabTo('記下專案辦公室名單上沒有的人');
    await keyboard.press('Enter');
    await focused('要邀請到專案辦公室的人');
    await page.keyboard.type('王大明');
    await keyboard.tabTo('擔任組長');
    await keyboard.press(' ');
    await keyboard.tabTo('記下');
    await keyboard.press('Enter');
    await page.getByText('王大明（組長，啟動後邀請）').waitFor();
    await keyboard.tabTo('看預覽');
    await keyboard.press('Enter');
    await focused('啟動前看一遍');
  });

  it('reads the plan as a list and month by month, and starts it', async () => {
    await page.getByRole('radio', { name: '清單' }).waitFor();
    await keyboard.tabTo('清單');
    await keyboard.press('ArrowRight');
    await page.getByRole('table').waitFor();
    await keyboard.tabTo('下個月');
    const month = await page.locator('caption').textContent();
    await keyboard.press('Enter');
    await until(async () => (await page.locator('caption').textContent()) !== month, 'the next month');
    await keyboard.tabTo('啟動專案');
    await keyboard.press('Enter');
    await focused('專案已啟動');
  });

  it('makes the link for the one who was noted, and goes to the project', async () => {
    await page.getByRole('button', { name: '產生 王大明 的邀請連結' }).waitFor();
    await keyboard.tabTo('產生 王大明 的邀請連結');
    await keyboard.press('Enter');
    await page.getByLabel('王大明 的邀請連結').waitFor();
    await keyboard.tabTo('去專案', 'Shift+Tab');
    await keyboard.press('Enter');
    await page.getByRole('heading', { name: '2028 鍵盤論壇' }).waitFor();
    const { items } = await manager.get<{ items: { progress: { workItems: { total: number } } }[] }>('/api/projects');
    expect(items.map(({ progress }) => progress.workItems.total)).toEqual([55]);
  });

  it('could see at every stop where the focus was', () => expect(keyboard.faults).toEqual([]));
});
