import type { Page } from 'playwright-core';
import { aStart } from '../support/builders';
import { type Api, DESK, inDays, PHONE, TOO_SMALL, TOO_WIDE, World } from './world';

describe('reminder rules on screen', () => {
  let world: World;
  let manager: Api;
  let project: string;
  let item: string;
  beforeAll(async () => {
    world = await World.open();
    manager = await world.setUp();
    const start = aStart({ template: 'venue-search', name: '場地案', opening: inDays(400), closing: inDays(401) });
    project = (await manager.post<{ id: string }>('/api/projects', start)).id;
    const late = { title: '簽訂場地合約', stage: 'before', startDay: inDays(-9), dueDay: inDays(-5) };
    const own = { ...late, assigneeId: manager.id };
    item = (await manager.post<{ id: string }>(`/api/projects/${project}/work-items`, own)).id;
  });
  afterAll(() => world.close());

  async function open(path: string, viewport = DESK): Promise<Page> {
    const page = await world.page(viewport);
    await world.signIn(page, 'manager@example.test');
    await page.goto(`${world.address}${path}`);
    return page;
  }

  const look = async (page: Page, name: string) => {
    const folder = process.env.LOOK;
    if (folder) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
  };

  it('a manager switches off an inherited rule and adds one in plain words', async () => {
    const page = await open(`/projects/${project}/settings`);
    const rules = page.getByRole('region', { name: '提醒規則' });
    await rules.getByText('期限前 7 天提醒該處理的人').waitFor();
    await rules.getByRole('button', { name: '關閉' }).first().click();
    await rules.getByText('已關閉').waitFor();
    await rules.getByRole('button', { name: '新增規則' }).click();
    const form = page.getByRole('dialog');
    await form.getByLabel('多少天').fill('10');
    await form.getByLabel('幾點').fill('16:30');
    await form.getByLabel('專案經理').check();
    await look(page, 'form-desk');
    await form.getByRole('button', { name: '儲存' }).click();
    await rules.getByText('期限前 10 天 16:30 提醒專案經理').waitFor();
    await look(page, 'settings-desk');
    await page.close();
  });

  it('an overdue item is acknowledged, and somebody is reminded of it by hand, once', async () => {
    const page = await open(`/projects/${project}/items/${item}`);
    const told = page.getByRole('region', { name: '已提醒' });
    await told.getByRole('button', { name: '我知道了' }).click();
    await page.getByRole('dialog').getByLabel('說明').fill('等場地回覆');
    await page.getByRole('dialog').getByRole('button', { name: '我知道了' }).click();
    await told.getByText('林怡君 於').waitFor();
    for (const outcome of ['人工提醒', '今天已經提醒過這個人了']) {
      await told.getByRole('button', { name: '立即提醒' }).click();
      await page.getByRole('dialog').getByLabel('想說的話').fill('今天請回電');
      await page.getByRole('dialog').getByRole('button', { name: '送出提醒' }).click();
      await page.getByText(outcome).first().waitFor();
    }
    await look(page, 'item-desk');
    await page.close();
  });

  it.each([
    ['settings', () => `/projects/${project}/settings`],
    ['item', () => `/projects/${project}/items/${item}`],
    ['account', () => '/account'],
  ])('the %s fits a phone', async (name, path) => {
    const page = await open(path(), PHONE);
    await page.getByRole('button', { name: '新增規則' }).waitFor();
    expect(await page.evaluate(TOO_WIDE)).toBeLessThanOrEqual(0);
    expect(await page.evaluate(TOO_SMALL)).toEqual([]);
    await look(page, `${name}-phone`);
    await page.close();
  });
});
