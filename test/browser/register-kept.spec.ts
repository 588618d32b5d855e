import type { Page } from 'playwright-core';
import { fillDay } from './days';
import { type Api, choose, DESK, inDays, PHONE, TOO_SMALL, TOO_WIDE, World } from './world';

const SHOTS = process.env.SHOTS;

describe('a list of one’s own, from one project to the next', () => {
  let world: World;
  let manager: Api;
  let project: string;
  let list: string;
  let house: string;

  beforeAll(async () => {
    world = await World.open();
    manager = await world.setUp();
    const start = { template: 'conference', name: '2028 數位轉型論壇', opening: inDays(400), closing: inDays(402) };
    project = (await manager.post<{ id: string }>('/api/projects', start)).id;
    const copy = { from: { template: 'conference' }, name: '本會國際會議' };
    house = (await manager.post<{ id: string }>('/api/house-templates', copy)).id;
    list = await shuttles();
    await manager.post(`/api/registers/${list}/rows`, { cells: { bus: '第一班' } });
  });
  afterAll(() => world.close());

  async function shuttles(): Promise<string> {
    const guests = [{ key: 'name', name: '姓名', type: 'person' }];
    const path = `/api/projects/${project}/registers`;
    const led = (await manager.post<{ id: string }>(path, { name: '貴賓名單', columns: guests })).id;
    const columns = [
      { key: 'bus', name: '班次', type: 'text' },
      { key: 'guest', name: '搭車貴賓', type: 'row-link', link: { list: led, preset: null } },
    ];
    return (await manager.post<{ id: string }>(path, { name: '接駁班次', columns })).id;
  }
  const open = async (path: string, viewport = DESK): Promise<Page> => {
    const page = await world.page(viewport);
    await world.signIn(page, 'manager@example.test');
    await page.goto(world.address + path);
    return page;
  };
  const shot = async (page: Page, name: string) => {
    if (SHOTS) await page.screenshot({ path: `${SHOTS}/${name}.png`, fullPage: true });
  };
  /** The dialog in which the template is chosen. */
  const keeping = async (viewport = DESK) => {
    const page = await open(`/projects/${project}/registers/${list}`, viewport);
    await page.getByRole('button', { name: '清單設定' }).click();
    await page.getByRole('button', { name: '存到本單位的範本' }).click();
    const dialog = page.getByRole('dialog', { name: '存到本單位的範本' });
    await choose(page, '存到哪份範本', '本會國際會議', dialog);
    return { page, dialog };
  };

  it('is kept from its settings, with what new projects will have otherwise', async () => {
    const { page, dialog } = await keeping();
    await shot(page, 'keep-desk');
    await dialog.getByRole('button', { name: '存到範本' }).click();
    await dialog.getByText('已存到「本會國際會議」').waitFor();
    await dialog.getByText(/「搭車貴賓」連到的清單不在這份範本裡/).waitFor();
    await shot(page, 'kept-desk');
    await dialog.getByRole('link', { name: '前往範本' }).click();
    await page.getByRole('heading', { name: '本會國際會議' }).waitFor();
    await page.context().close();
  });

  it('takes the place of another of its name only after a word', async () => {
    await manager.patch(`/api/registers/${list}`, { crewOnly: false });
    const { page, dialog } = await keeping(PHONE);
    await dialog.getByRole('button', { name: '存到範本' }).click();
    await dialog
      .getByRole('alert')
      .getByText(/已經有「接駁班次」這份清單/)
      .waitFor();
    expect(await page.evaluate(TOO_WIDE)).toBe(0);
    await shot(page, 'keep-phone');
    await dialog.getByRole('button', { name: '換成這一份' }).click();
    await dialog.getByText('已換掉「本會國際會議」裡的同名清單').waitFor();
    await page.context().close();
  });

  it('stands in the template, is published, and a new project starts with it', async () => {
    const page = await open(`/house-templates/${house}`);
    await page.getByRole('radio', { name: '條件與設定' }).check({ force: true });
    await page.getByText('專案一開始就有的清單').waitFor();
    await page.getByText('班次、搭車貴賓').waitFor();
    await shot(page, 'house-desk');
    await page.getByRole('button', { name: '發布第 1 版' }).click();
    await page.getByRole('tooltip').getByRole('button', { name: '發布第 1 版' }).click();
    await page.getByText('已發布第 1 版').first().waitFor();
    await page.goto(`${world.address}/projects/new`);
    await page.getByRole('button', { name: '本會國際會議', exact: true }).click();
    await page.getByLabel('專案名稱').fill('2029 數位轉型論壇');
    await fillDay(page, '開幕日', inDays(600));
    await fillDay(page, '閉幕日', inDays(602));
    await page.getByRole('button', { name: '下一步' }).click();
    await page.getByRole('button', { name: '下一步' }).click();
    await page.getByRole('button', { name: '看預覽' }).click();
    await page.getByRole('heading', { name: '專案一開始就有的清單' }).click();
    await page.getByText('接駁班次').waitFor();
    await page.getByText('2 欄').waitFor();
    await shot(page, 'preview-desk');
    await page.getByRole('button', { name: '啟動專案' }).click();
    await page.getByText('專案已啟動').first().waitFor();
    const { items } = await manager.get<{ items: { id: string; name: string }[] }>('/api/projects');
    const next = items.find(({ name }) => name === '2029 數位轉型論壇')!;
    await page.goto(`${world.address}/projects/${next.id}/registers`);
    await page.getByRole('link', { name: '接駁班次' }).click();
    await page.getByText('還沒有資料').first().waitFor();
    await page.context().close();
  });

  it('is taken out of the draft on a phone, and what else was typed there stays', async () => {
    const page = await open(`/house-templates/${house}`, PHONE);
    await page.getByRole('radio', { name: '條件與設定' }).check({ force: true });
    await page.getByLabel('說明', { exact: true }).fill('每年春天辦一場。');
    await page.getByRole('button', { name: '移除「接駁班次」？' }).click();
    await page.getByText(/可以把清單存到這份範本/).waitFor();
    expect(await page.evaluate(TOO_WIDE)).toBe(0);
    expect(await page.evaluate(TOO_SMALL)).toEqual([]);
    await shot(page, 'house-phone');
    await page.getByRole('button', { name: '儲存' }).click();
    await page.getByText('已儲存').first().waitFor();
    const { draft } = await manager.get<{ draft: { lists: object[]; description: string } }>(
      `/api/house-templates/${house}`,
    );
    expect(draft).toMatchObject({ lists: [], description: '每年春天辦一場。' });
    await page.context().close();
  });
});
