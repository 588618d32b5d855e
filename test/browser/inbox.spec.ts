import type { Page } from 'playwright-core';
import { type Api, inDays, PHONE, TOO_SMALL, TOO_WIDE, until, World } from './world';

interface Inbox {
  items: { id: string; subject: string }[];
  unread: number;
}

/** Somebody who is mentioned and reminded, and puts away what they are done with. */
describe('the inbox', () => {
  let world: World;
  let manager: Api;
  let member: Api;
  let phone: Page;
  let desk: Page;

  beforeAll(async () => {
    world = await World.open();
    manager = await world.setUp();
    const start = { template: 'venue-search', name: '場地勘查', opening: inDays(590), closing: inDays(592) };
    const { id } = await manager.post<{ id: string }>('/api/projects', start);
    member = await world.invite(manager, '王思涵', 'member@example.test', { projectId: id });
    let count = 0;
    for (const title of ['訂車', '訂餐', '訂花']) {
      const item = await manager.post<{ id: string }>(`/api/projects/${id}/work-items`, { title, stage: 'before' });
      await manager.post(`/api/work-items/${item.id}/comments`, { body: `@{${member.id}} 請看` });
      count += 1;
      const expected = count;
      await until(async () => (await inbox()).items.length === expected, 'the mention');
    }
    const item = await manager.post<{ id: string }>(`/api/projects/${id}/work-items`, {
      title: '簽約',
      stage: 'before',
    });
    await manager.post(`/api/work-items/${item.id}/remind`, { to: member.id, text: '今天要簽' });
    await until(async () => (await inbox()).items.length === 4, 'the reminder');
    phone = await world.page(PHONE);
    await world.signIn(phone, 'member@example.test');
    desk = await world.page();
    await world.signIn(desk, 'member@example.test');
  }, 120_000);
  afterAll(() => world.close());

  const inbox = (query = '') => member.get<Inbox>(`/api/me/inbox${query}`);
  const lies = async () =>
    (await inbox()).items
      .map(({ subject }) => subject.slice(0, 2))
      .sort()
      .join();
  const card = (page: Page, title: string) => page.locator('.message').filter({ hasText: title });

  /** A finger that goes down, moves on in steps, rests and is lifted. */
  const drag = async (page: Page, title: string, by: { x: number; y: number }) => {
    const heading = card(page, title).locator('h2');
    await heading.evaluate((one: { scrollIntoView(how: object): void }) => one.scrollIntoView({ block: 'center' }));
    const { x, y, width } = (await heading.boundingBox())!;
    const touch = await page.context().newCDPSession(page);
    const from = { x: x + width * 0.8, y: y + 10 };
    await touch.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [from] });
    for (let step = 1; step <= 10; step += 1) {
      const point = { x: from.x + (by.x * step) / 10, y: from.y + (by.y * step) / 10 };
      await touch.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: [point] });
    }
    // The finger rests before it is lifted: a browser takes a tap right after a fling for its end.
    await page.waitForTimeout(200);
    await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    await touch.detach();
  };

  it('is put away by a swipe to the left and comes back by undo', async () => {
    await phone.goto(`${world.address}/inbox`);
    await card(phone, '訂車').waitFor();
    expect(await phone.evaluate<number>(TOO_WIDE)).toBeLessThanOrEqual(0);
    expect(await phone.evaluate<string[]>(TOO_SMALL)).toEqual([]);
    await drag(phone, '訂車', { x: -160, y: 6 });
    await card(phone, '訂車').waitFor({ state: 'hidden' });
    await until(async () => (await inbox('?done=true')).items.length === 1, 'it to be done');
    await phone.getByRole('button', { name: '復原' }).tap();
    await card(phone, '訂車').waitFor();
    await until(async () => (await inbox('?done=true')).items.length === 0, 'it to come back');
  });

  it('is not put away by a short swipe, to the right, or by scrolling', async () => {
    for (const by of [
      { x: -50, y: 0 },
      { x: 120, y: 0 },
      { x: -80, y: 90 },
    ])
      await drag(phone, '訂餐', by);
    await card(phone, '訂餐').waitFor();
    expect((await inbox()).items).toHaveLength(4);
  });

  it('is put away by a button as well', async () => {
    await card(phone, '訂花').getByRole('button', { name: /^完成/ }).tap();
    await card(phone, '訂花').waitFor({ state: 'hidden' });
    await until(async () => (await lies()) === '簽約,訂車,訂餐', 'it to be done');
  });

  it('is gone through by keys at a desk', async () => {
    await desk.goto(`${world.address}/inbox`);
    await card(desk, '簽約').waitFor();
    await desk.keyboard.press('j');
    await desk.keyboard.press('j');
    await desk.keyboard.press('k');
    expect(await desk.locator('.message-here').innerText()).toContain('簽約');
    await desk.keyboard.press('x');
    await card(desk, '簽約').waitFor({ state: 'hidden' });
    await until(async () => (await lies()) === '訂車,訂餐', 'it to be done');
    await desk.keyboard.press('u');
    await card(desk, '簽約').waitFor();
    await until(async () => (await lies()) === '簽約,訂車,訂餐', 'it to come back');
    await desk.keyboard.press('Enter');
    await desk.waitForURL(/\/items\//);
  });

  it('is told apart by kind, and what is done is found again', async () => {
    await desk.goto(`${world.address}/inbox`);
    await desk.getByRole('radio', { name: '提到您' }).click();
    await card(desk, '簽約').waitFor({ state: 'hidden' });
    await card(desk, '訂車').waitFor();
    await desk.goto(`${world.address}/inbox?done=true`);
    await card(desk, '訂花')
      .getByRole('button', { name: /^放回收件匣/ })
      .click();
    await until(async () => (await inbox()).items.length === 4, 'it to come back');
    await desk.getByText('還沒有完成的訊息').waitFor();
  });
});
