import type { Page } from 'playwright-core';
import { type Api, DESK, inDays, PHONE, TOO_WIDE, until, World } from './world';

/** Two people who talk about one work item. */
describe('comments', () => {
  let world: World;
  let manager: Api;
  let member: Api;
  let phone: Page;
  let desk: Page;
  let itemId: string;

  beforeAll(async () => {
    world = await World.open();
    manager = await world.setUp();
    const start = { template: 'conference', name: '2028 智慧醫療研討會', opening: inDays(590), closing: inDays(592) };
    const projectId = (await manager.post<{ id: string }>('/api/projects', start)).id;
    member = await world.invite(manager, '王小明', 'member@example.test', { projectId, projectRole: 'member' });
    const own = { title: '確認場地', stage: 'before', dueDay: inDays(500) };
    itemId = (await manager.post<{ id: string }>(`/api/projects/${projectId}/work-items`, own)).id;
    const open = async (email: string, viewport: typeof DESK) => {
      const page = await world.page(viewport);
      await world.signIn(page, email);
      const listening = page.waitForResponse((response) => /\/live$/.test(response.url()) && response.ok());
      await page.goto(`${world.address}/projects/${projectId}/items/${itemId}`);
      await listening;
      return page;
    };
    desk = await open('manager@example.test', DESK);
    phone = await open('member@example.test', PHONE);
  });
  afterAll(() => world.close());

  const said = async () =>
    (await manager.get<{ items: { body: string; removed: boolean }[] }>(`/api/work-items/${itemId}/comments`)).items;

  it('name people who are picked behind an @, and appear for others while they type one themselves', async () => {
    await desk.getByLabel('寫留言').fill('我正在寫');
    const field = phone.getByLabel('寫留言');
    await field.tap();
    await phone.locator('.ant-mentions').waitFor();
    await field.pressSequentially('請 @林');
    await phone
      .getByRole('option', { name: '林怡君' })
      .or(phone.locator('.mention-picker').getByText('林怡君'))
      .first()
      .tap();
    await field.pressSequentially('看合約');
    await phone.getByRole('button', { name: '送出' }).tap();
    const sent = Date.now();
    await desk.locator('.comment').getByText('看合約').waitFor();
    expect(Date.now() - sent).toBeLessThan(2000);
    expect(await desk.getByLabel('寫留言').inputValue()).toBe('我正在寫');
    expect(await desk.locator('.comment-body').innerText()).toBe('請 @林怡君 看合約');
    expect((await said())[0]!.body).toBe(`請 @{${manager.id}} 看合約`);
    expect(await phone.evaluate<number>(TOO_WIDE)).toBeLessThanOrEqual(0);
    await until(async () => (await manager.get<{ unread: number }>('/api/me/inbox')).unread === 1, 'the message');
    await desk.getByLabel('1 則未讀').first().waitFor();
  });

  it('are corrected and removed by their author', async () => {
    const row = phone.locator('.comment').first();
    await row.getByRole('button', { name: '編輯' }).tap();
    const field = row.getByLabel('修改留言');
    expect(await field.inputValue()).toBe('請 @林怡君 看合約');
    await field.fill('請 @林怡君 看第三條');
    await row.getByRole('button', { name: '儲存' }).tap();
    await desk.locator('.comment').getByText('看第三條').waitFor();
    expect((await said())[0]!.body).toBe(`請 @{${manager.id}} 看第三條`);
    expect(await desk.locator('.comment').getByRole('button', { name: '編輯' }).count()).toBe(0);
    await row.getByRole('button', { name: '移除' }).tap();
    await phone.getByRole('tooltip').getByRole('button', { name: '移除' }).tap();
    await desk.getByText('這則留言已移除').waitFor();
    expect((await said())[0]).toMatchObject({ body: '', removed: true });
    expect(await member.get(`/api/work-items/${itemId}`)).toBeDefined();
  });
});
