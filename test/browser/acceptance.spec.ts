import type { Page } from 'playwright-core';
import { aJpeg } from '../support/files';
import { type Api, inDays, PASSWORD, PHONE, TOO_SMALL, TOO_WIDE, until, World } from './world';

interface Item {
  id: string;
  deliverableList: { id: string }[];
}

/** A manager who goes through what was handed in by keyboard, and a client who does on a phone. */
describe('accepting what was handed in', () => {
  let world: World;
  let manager: Api;
  let member: Api;
  let projectId: string;
  let desk: Page;

  beforeAll(async () => {
    world = await World.open();
    manager = await world.setUp();
    const start = { template: 'venue-search', name: '2028 亞洲會展年會', opening: inDays(590), closing: inDays(592) };
    projectId = (await manager.post<{ id: string }>('/api/projects', start)).id;
    member = await world.invite(manager, '王思涵', 'member@example.test', { projectId });
    await world.invite(manager, '張雅婷', 'client@example.test', { projectId, projectRole: 'viewer' });
    for (const title of ['場地圖', '報價單', '保險單', '動線圖'])
      await handIn(title, 'manager', ['尺寸已標註', '檔名正確']);
    for (const title of ['主視覺', '邀請函']) await handIn(title, 'client');
    desk = await world.page();
    await world.signIn(desk, 'manager@example.test');
  });
  afterAll(() => world.close());

  const handIn = async (title: string, accepter: string, checks: string[] = []) => {
    const body = {
      title: `準備${title}`,
      stage: 'before',
      checks,
      deliverables: [{ title, accepter }, { title: `${title}原檔` }],
    };
    const item = await manager.post<Item>(`/api/projects/${projectId}/work-items`, body);
    const { id } = item.deliverableList[0]!;
    await member.post(`/api/deliverables/${id}/submit`, {
      note: `${title}第一版`,
      link: 'https://files.example.test/1',
    });
    ids.set(title, id);
  };
  const ids = new Map<string, string>();
  const status = async (title: string) =>
    (await manager.get<{ status: string }>(`/api/deliverables/${ids.get(title)}`)).status;
  const becomes = (title: string, what: string) =>
    until(async () => (await status(title)) === what, `${title}: ${what}`);
  const shown = (page: Page, title: string) => page.getByRole('article', { name: title, exact: true }).waitFor();

  it('shows the evidence beside the indicators, the oldest first', async () => {
    await desk.goto(`${world.address}/my-work`);
    await desk.getByRole('link', { name: '逐項驗收' }).click();
    await shown(desk, '場地圖');
    await desk.getByText('場地圖第一版').waitFor();
    await desk.getByText('尺寸已標註').waitFor();
    await desk.getByText('王思涵於').waitFor();
    expect(await desk.locator('.queue-row').count()).toBe(6);
  });

  it('goes on to the next before the server has answered, and takes a slip back', async () => {
    await desk.keyboard.press('a');
    await shown(desk, '報價單');
    await becomes('場地圖', 'accepted');
    await desk.getByText('已驗收「場地圖」').waitFor();
    await desk.keyboard.press('u');
    await shown(desk, '場地圖');
    await becomes('場地圖', 'submitted');
    await desk.keyboard.press('a');
    await shown(desk, '報價單');
    await becomes('場地圖', 'accepted');
  });

  it('walks by j and k, and keeps what is skipped for later', async () => {
    await desk.keyboard.press('j');
    await shown(desk, '保險單');
    await desk.keyboard.press('k');
    await shown(desk, '報價單');
    await desk.keyboard.press('n');
    await shown(desk, '保險單');
    expect(await desk.locator('.queue-row').last().innerText()).toContain('報價單');
  });

  it('returns with a reason that is typed once and offered again', async () => {
    await desk.keyboard.press('r');
    await desk.getByLabel('需要改什麼？').fill('少了日期 a r j');
    await desk.getByRole('dialog').getByRole('button', { name: '退回' }).click();
    await becomes('保險單', 'returned');
    await shown(desk, '動線圖');
    await desk.getByText('已退回「保險單」').waitFor();
    await desk.keyboard.press('r');
    await desk.getByRole('button', { name: '少了日期 a r j' }).click();
    await desk.getByRole('dialog').getByRole('button', { name: '退回' }).click();
    await becomes('動線圖', 'returned');
  });

  it('tells whoever handed it in at once, with the reason', async () => {
    type Inbox = { items: { subject: string }[] };
    const inbox = () => member.get<Inbox>('/api/me/inbox?kind=returned');
    await until(async () => (await inbox()).items.length === 2, 'the messages');
    expect((await inbox()).items[0]!.subject).toContain('少了日期 a r j');
  });

  it('says in words that somebody was faster, and accepts nothing that was not seen', async () => {
    const page = await world.pageToRoute();
    await world.signIn(page, 'manager@example.test');
    await page.goto(`${world.address}/acceptance?at=${ids.get('報價單')}`);
    await shown(page, '報價單');
    await page.route('**/api/me/acceptances*', (route) => route.abort());
    await page.route('**/api/me/live', (route) => route.abort());
    await member.post(`/api/deliverables/${ids.get('報價單')}/withdraw`);
    await member.post(`/api/deliverables/${ids.get('報價單')}/submit`, { note: '第二版' });
    await page.keyboard.press('a');
    await page.getByRole('alert').getByText('「報價單」沒有處理成功。').waitFor();
    expect(await status('報價單')).toBe('submitted');
    await page.unroute('**/api/me/acceptances*');
    await page.reload();
    await page.getByText('第二版').waitFor();
    await page.context().close();
  });

  it('a picture is shown large and opened by a key', async () => {
    await member.post(`/api/deliverables/${ids.get('報價單')}/withdraw`);
    const phone = await world.page(PHONE);
    await world.signIn(phone, 'member@example.test');
    const item = await manager.get<{ workItemId: string }>(`/api/deliverables/${ids.get('報價單')}`);
    await phone.goto(`${world.address}/projects/${projectId}/items/${item.workItemId}`);
    const chosen = phone.waitForEvent('filechooser');
    await phone.getByRole('button', { name: '加入檔案' }).first().click();
    await (await chosen).setFiles({ name: '現場.jpg', mimeType: 'image/jpeg', buffer: await aJpeg(800, 600) });
    await phone.getByRole('link', { name: '現場.jpg' }).waitFor();
    await phone.context().close();
    await member.post(`/api/deliverables/${ids.get('報價單')}/submit`);
    await desk.goto(`${world.address}/acceptance?project=${projectId}&at=${ids.get('報價單')}`);
    await shown(desk, '報價單');
    const whole = `document.querySelector('.wall-picture img')?.naturalWidth === 800`;
    await until(() => desk.evaluate<boolean>(whole), 'the picture');
    await desk.keyboard.press('o');
    await desk.getByRole('dialog').getByRole('img', { name: '現場.jpg' }).waitFor();
    await desk.keyboard.press('Escape');
    await desk.getByRole('dialog').waitFor({ state: 'hidden' });
    await desk.keyboard.press('Enter');
    await desk.waitForURL(/\/items\//);
  });

  it('a client accepts and returns on a phone, one card at a time', async () => {
    const phone = await world.page(PHONE);
    await world.signIn(phone, 'client@example.test');
    await phone.getByRole('link', { name: '逐項驗收' }).tap();
    await shown(phone, '主視覺');
    expect(await phone.locator('.queue-row').count()).toBe(0);
    await phone.getByText('第 1 項，共 2 項').waitFor();
    expect(await phone.evaluate<number>(TOO_WIDE)).toBeLessThanOrEqual(0);
    expect(await phone.evaluate<string[]>(TOO_SMALL)).toEqual([]);
    await phone.getByRole('button', { name: '驗收', exact: true }).tap();
    await becomes('主視覺', 'accepted');
    await shown(phone, '邀請函');
    await phone.getByRole('button', { name: '退回', exact: true }).tap();
    await phone.getByLabel('需要改什麼？').fill('請放大標誌');
    await phone.getByRole('dialog').getByRole('button', { name: '退回' }).tap();
    await becomes('邀請函', 'returned');
    await phone.getByText('都處理完了').waitFor();
  });

  it('speaks English', async () => {
    const page = await world.page(undefined, 'en-US');
    await page.goto(`${world.address}/sign-in`);
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByLabel('E-mail').fill('manager@example.test');
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
    await manager.patch('/api/me', { locale: 'en' });
    await page.goto(`${world.address}/acceptance`);
    await page.getByRole('button', { name: /^Accept/ }).waitFor();
    await page.getByRole('heading', { name: 'Evidence' }).waitFor();
    await manager.patch('/api/me', { locale: 'zh-TW' });
  });
});
