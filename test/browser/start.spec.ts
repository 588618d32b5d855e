import type { Page } from 'playwright-core';
import { fillDay } from './days';
import { type Api, DESK, inDays, PHONE, TOO_SMALL, TOO_WIDE, until, World } from './world';

/** Starting projects: cards, one timeline, late starts, the plan on a calendar, and drafts that survive leaving. */
describe('starting a project', () => {
  let world: World;
  let manager: Api;

  beforeAll(async () => {
    world = await World.open();
    manager = await world.setUp();
    await world.invite(manager, '陳志明', 'other@example.test', { workspaceRole: 'member' });
  });
  afterAll(() => world.close());

  const projects = async () => (await manager.get<{ items: { name: string }[] }>('/api/projects')).items;
  const saved = () => manager.get<{ draft: { name?: string } | null }>('/api/me/start-draft');
  const open = async (path: string, viewport = DESK, email = 'manager@example.test'): Promise<Page> => {
    const page = await world.page(viewport);
    await world.signIn(page, email);
    await page.goto(world.address + path);
    return page;
  };
  const card = (page: Page, name: string) =>
    page.getByRole('listitem').filter({ has: page.getByRole('button', { name, exact: true }) });
  const venue = (page: Page) => page.getByRole('textbox', { name: /^場地/ });
  const untilSaved = (page: Page) => page.getByText('草稿已儲存').waitFor();

  it('shows each template with what is inside, and a look before choosing', async () => {
    const page = await open('/projects/new');
    for (const kind of ['會議', '展覽', '企業與公眾活動', '單一職能基準', '單一工作流程'])
      await page.getByRole('region', { name: kind, exact: true }).waitFor();
    const conference = card(page, '國際會議');
    for (const inside of ['58 個工作項目', '請預留 540 天', '會議專案經理 更新', '註冊與報到組'])
      await conference.getByText(inside).first().waitFor();
    await conference.getByRole('button', { name: '看「國際會議」的內容' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('啟動時會問').waitFor();
    await dialog.getByRole('button', { name: '選這個範本' }).click();
    await page.getByRole('heading', { name: '什麼時候、在哪裡？' }).waitFor();
    expect(await dialog.count()).toBe(0);
    await untilSaved(page);
    await page.context().close();
  });

  it('proposes every day, says what follows a moved one, and what is wrong in words', async () => {
    const page = await open('/projects/new?step=event');
    await page.getByLabel('專案名稱').fill('2028 亞太永續會展論壇');
    await fillDay(page, '開幕日', inDays(600));
    await until(async () => (await page.getByLabel('進場').inputValue()) !== '', 'a proposed day');
    const before = await page.getByLabel('進場').inputValue();
    await fillDay(page, '閉幕日', inDays(630));
    await fillDay(page, '開幕日', inDays(630));
    await page.getByText(/跟著移動：.*進場/).waitFor();
    await until(async () => (await page.getByLabel('進場').inputValue()) !== before, 'the day that follows');
    await fillDay(page, '進場', inDays(640));
    await page
      .getByRole('alert')
      .filter({ hasText: /不能早於「進場」/ })
      .first()
      .waitFor();
    await page.getByRole('button', { name: /^改回提議/ }).click();
    await page.getByRole('alert').first().waitFor({ state: 'hidden' });
    await untilSaved(page);
    await page.context().close();
  });

  it('goes on after the browser was closed, on the phone too, and for nobody else', async () => {
    const desk = await open('/projects');
    const unfinished = desk.getByRole('region', { name: '還沒啟動的專案' });
    await unfinished.getByText('2028 亞太永續會展論壇').waitFor();
    await desk.getByRole('link', { name: '接著填' }).click();
    await until(async () => (await desk.getByLabel('專案名稱').inputValue()) === '2028 亞太永續會展論壇', 'the name');
    const phone = await open('/projects', PHONE);
    await phone.getByText('還沒啟動的專案').waitFor();
    const other = await open('/projects', DESK, 'other@example.test');
    await other.getByText('還沒有專案').waitFor();
    expect(await other.getByText('還沒啟動的專案').count()).toBe(0);
  });

  it('says so where the draft was changed on another device, and lets its author choose', async () => {
    const desk = await open('/projects/new?step=event');
    const phone = await open('/projects/new?step=event', PHONE);
    await venue(phone).fill('手機上的場地');
    await untilSaved(phone);
    await until(async () => JSON.stringify(await saved()).includes('手機上的場地'), 'the phone’s draft');
    await venue(desk).fill('桌機上的場地');
    await desk.getByText('在另一個分頁或裝置上改過').waitFor();
    await desk.getByRole('button', { name: '用那邊的' }).click();
    await until(async () => (await venue(desk).inputValue()) === '手機上的場地', 'the phone’s venue');
  });

  it('shows the day that was typed, also where the calendar opens under a resting pointer', async () => {
    const page = await open('/projects/new?step=event');
    const opening = page.getByLabel('開幕日', { exact: true });
    await fillDay(page, '開幕日', inDays(300));
    await opening.click();
    const cell = (await page.locator('.ant-picker-cell-in-view').first().boundingBox())!;
    await page.mouse.move(cell.x + 5, cell.y + 5);
    const typed = inDays(310);
    await opening.fill(typed);
    expect((await opening.inputValue()).replaceAll('/', '-')).toContain(typed);
    await opening.press('Enter');
    await until(
      async () => (await opening.inputValue()).startsWith(typed.replaceAll('-', '/')),
      'the day that was typed',
    );
    await page.context().close();
  });

  it('tells what each way of a late start leads to, walks back and forth, and starts once on a double click', async () => {
    const page = await open('/projects/new?step=event');
    await page.getByLabel('專案名稱').waitFor();
    await fillDay(page, '開幕日', inDays(120));
    await fillDay(page, '閉幕日', inDays(122));
    await page.getByText('離開幕只剩 120 天').waitFor();
    await page.getByRole('button', { name: '下一步' }).click();
    await page.getByRole('radio', { name: /已經做完.*項列為完成/ }).waitFor();
    await page.getByRole('radio', { name: /壓縮到剩下的時間.*項往後排/ }).waitFor();
    await page.getByRole('radio', { name: /略去.*項不放進來/ }).check();
    await page.getByRole('group', { name: '結案報告合併成一份嗎？' }).getByRole('radio', { name: /^是/ }).check();
    await page.goBack();
    await page.getByRole('heading', { name: '什麼時候、在哪裡？' }).waitFor();
    await page.goForward();
    await page.getByRole('radio', { name: /略去.*項不放進來/, checked: true }).waitFor();
    await page.getByRole('button', { name: '下一步' }).click();
    await page
      .getByText(/\d+ 個工作項目 · \d+ 個交付項目/)
      .first()
      .waitFor();
    await page.getByRole('button', { name: '看預覽' }).click();
    await page.getByRole('radio', { name: '工作小組' }).check();
    await page.getByRole('heading', { name: '議事組' }).waitFor();
    await page.getByRole('radio', { name: '月曆' }).check();
    await page.getByRole('columnheader', { name: '日', exact: true }).waitFor();
    for (const why of ['啟動時已過期限', '併入其他交付項目']) await page.getByText(why).waitFor();
    await page.getByRole('button', { name: '啟動專案' }).dblclick();
    await page.waitForURL(/\/projects\/[0-9a-f-]{36}/);
    expect((await projects()).map(({ name }) => name)).toEqual(['2028 亞太永續會展論壇']);
    expect((await saved()).draft).toBeNull();
    await page.goto(`${world.address}/projects`);
    await page.getByText('2028 亞太永續會展論壇').waitFor();
    expect(await page.getByText('還沒啟動的專案').count()).toBe(0);
  });

  it('shows the totals also where the plan came before the people it waits for', async () => {
    const draft = { template: 'event', name: '春季家庭日', opening: inDays(250), closing: inDays(250) };
    await manager.put('/api/me/start-draft', { draft });
    const page = await open('/projects');
    const plan = page.waitForEvent('requestfinished', (request) => request.url().endsWith('/preview'));
    const asked = page.waitForRequest('**/api/people');
    await page.route('**/api/projects/preview', async (route) => {
      await asked;
      await route.continue();
    });
    await page.route('**/api/people', async (route) => {
      await plan;
      await route.continue();
    });
    await page.goto(`${world.address}/projects/new?step=teams`);
    await page.getByRole('button', { name: '看預覽' }).waitFor();
    await page
      .getByText(/\d+ 個工作項目/)
      .first()
      .waitFor();
    await manager.put('/api/me/start-draft', { draft: null });
    await page.context().close();
  });

  it('is done on a phone in English, with nothing too wide or too small, and discarded after asking', async () => {
    await manager.patch('/api/me', { locale: 'en' });
    const page = await open('/projects/new', PHONE);
    const faults: string[] = [];
    const look = async (step: string) => {
      const wider = await page.evaluate<number>(TOO_WIDE);
      if (wider > 0) faults.push(`${step} is ${wider} px wider than the window`);
      for (const small of await page.evaluate<string[]>(TOO_SMALL)) faults.push(`${step}: too small: ${small}`);
    };
    await page.getByRole('region', { name: 'Corporate and public events' }).waitFor();
    await look('template');
    await page.getByRole('button', { name: 'Event', exact: true }).click();
    await page.getByLabel('Project name').fill('Spring Family Day');
    const start = { template: 'event', name: 'Spring Family Day', opening: inDays(250), closing: inDays(250) };
    // Left at once, before the pause after which a draft is sent.
    await page.getByRole('link', { name: 'My work' }).click();
    await until(async () => (await saved()).draft?.name === 'Spring Family Day', 'the draft');
    await manager.put('/api/me/start-draft', { draft: start });
    for (const [step, seen] of [
      ['event', 'Dates'],
      ['options', 'What does it include?'],
      ['teams', 'Who does it?'],
      ['preview', 'Look it over before starting'],
    ] as const) {
      await page.goto(`${world.address}/projects/new?step=${step}`);
      await page.getByRole('heading', { name: seen }).waitFor();
      await page
        .getByText(/\d+ work items/)
        .first()
        .waitFor();
      await look(step);
    }
    await page.getByRole('radio', { name: 'Calendar' }).check();
    await look('calendar');
    await page.getByRole('button', { name: 'Later' }).click();
    await look('agenda');
    expect(faults).toEqual([]);
    await page.getByRole('button', { name: 'Discard draft' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Discard draft' }).click();
    await page.getByRole('heading', { name: 'What kind of event?' }).waitFor();
    expect((await saved()).draft).toBeNull();
    await manager.patch('/api/me', { locale: 'zh-TW' });
  });
});
