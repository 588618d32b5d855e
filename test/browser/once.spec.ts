import type { Page } from 'playwright-core';
import { type Api, DESK, inDays, meanwhile, PHONE, until, World } from './world';

interface Item {
  id: string;
  version: number;
  dueDay: string | null;
  titleEn: string | null;
  assignee: { name: string } | null;
  checkList: { id: string; state: string }[];
}

/** Two people at one item, and a hall whose network swallows answers. */
describe('what is sent or edited twice', () => {
  let world: World;
  let manager: Api;
  let projectId: string;
  let item: Item;

  beforeAll(async () => {
    world = await World.open();
    manager = await world.setUp();
    const start = { template: 'conference', name: '2028 智慧醫療研討會', opening: inDays(590), closing: inDays(592) };
    projectId = (await manager.post<{ id: string }>('/api/projects', start)).id;
  });
  afterAll(() => world.close());

  beforeEach(async () => {
    const own = { title: '確認場地', stage: 'before', dueDay: inDays(500), checks: ['看過場地', '簽約'] };
    item = await manager.post<Item>(`/api/projects/${projectId}/work-items`, own);
  });

  const now = () => manager.get<Item>(`/api/work-items/${item.id}`);
  const open = async (viewport = DESK): Promise<Page> => {
    const page = await world.pageToRoute(viewport);
    await world.signIn(page, 'manager@example.test');
    await page.goto(`${world.address}/projects/${projectId}/items/${item.id}`);
    return page;
  };

  it('a tick whose answer is lost is sent again by itself, and happened once', async () => {
    const phone = await open(PHONE);
    const keys: string[] = [];
    await phone.route('**/api/checks/*/tick', async (route) => {
      keys.push((await route.request().headerValue('idempotency-key')) ?? 'none');
      if (keys.length > 1) return route.continue();
      await route.fetch();
      await route.abort('connectionreset');
    });
    await phone.getByRole('checkbox', { name: /看過場地/ }).tap();
    await until(
      async () => keys.length > 1,
      () => `the second try, with ${keys.length} sent`,
    );
    await until(async () => (await now()).checkList[0]?.state === 'ticked', 'the tick');
    expect(new Set(keys).size).toBe(1);
    expect(keys[0]).toMatch(/^[0-9a-f-]{36}$/);
    await phone.waitForLoadState('networkidle');
    expect(await phone.getByRole('checkbox', { name: /看過場地/ }).isChecked()).toBe(true);
    expect(await phone.getByText('連不到伺服器').count()).toBe(0);
    const { items } = await manager.get<{ items: { action: string }[] }>(
      `/api/projects/${projectId}/activity?subject=${item.checkList[0]!.id}`,
    );
    expect(items.map(({ action }) => action)).toEqual(['check.ticked']);
  });

  it('whoever saves second is told what the other changed, keeps what they typed, and undoes nothing', async () => {
    const desk = await open();
    await desk.getByRole('button', { name: '編輯' }).first().click();
    const dialog = desk.getByRole('dialog');
    await dialog.getByLabel('名稱').fill('確認場地與動線');
    const moved = inDays(480);
    await manager.patch(`/api/work-items/${item.id}`, { dueDay: moved });
    await dialog.getByRole('button', { name: '儲存' }).click();
    await dialog.getByText('這筆資料在您編輯時已被更改').waitFor();
    await dialog.getByText(`期限已改為「${moved.replaceAll('-', '/')}`).waitFor();
    expect(await dialog.getByLabel('名稱').inputValue()).toBe('確認場地與動線');
    await dialog.getByRole('button', { name: '儲存' }).click();
    await dialog.waitFor({ state: 'hidden' });
    expect(await now()).toMatchObject({ title: '確認場地與動線', dueDay: moved });
  });

  it('a status that somebody else has just changed is not overwritten by a tap, and the page shows theirs', async () => {
    const desk = await open();
    await desk.getByRole('radio', { name: '進行中' }).waitFor();
    const theirs = { status: 'waiting', waitingFor: '場館回覆' };
    await meanwhile(desk, `**/api/work-items/${item.id}`, () => manager.patch(`/api/work-items/${item.id}`, theirs));
    await desk.getByRole('radio', { name: '進行中' }).click();
    await desk.getByText('這筆資料在您編輯時已被更改').first().waitFor();
    await desk.getByText('場館回覆').first().waitFor();
    expect(await now()).toMatchObject({ status: 'waiting' });
  });

  it('project facts that are being typed survive what others change', async () => {
    const desk = await open();
    await desk.goto(`${world.address}/projects/${projectId}/settings`);
    await desk.getByLabel('場地').fill('高雄展覽館');
    await manager.patch(`/api/projects/${projectId}`, { client: '醫學會' });
    await desk.getByRole('button', { name: '儲存' }).click();
    await desk.getByText('已改為「醫學會」').waitFor();
    expect(await desk.getByLabel('場地').inputValue()).toBe('高雄展覽館');
    await desk.getByRole('button', { name: '儲存' }).click();
    await desk.getByText('已儲存').waitFor();
    expect(await manager.get(`/api/projects/${projectId}`)).toMatchObject({ venue: '高雄展覽館', client: '醫學會' });
  });
});
