import { type Api, choose, inDays, PHONE, TOO_SMALL, TOO_WIDE, World } from './world';

const SHOTS = process.env.SHOTS;

describe('the columns of a list that is filled', () => {
  let world: World;
  let manager: Api;
  let project: string;
  let list: string;

  beforeAll(async () => {
    world = await World.open();
    manager = await world.setUp();
    const start = { template: 'conference', name: '2028 數位轉型論壇', opening: inDays(400), closing: inDays(402) };
    project = (await manager.post<{ id: string }>('/api/projects', start)).id;
    const columns = [
      { key: 'bus', name: '班次', nameEn: 'Bus', type: 'text' },
      { key: 'kind', name: '車種', type: 'choice', choices: [{ key: 'van', name: '九人座', nameEn: 'Van' }] },
      { key: 'driver', name: '司機', type: 'text' },
    ];
    list = (await manager.post<{ id: string }>(`/api/projects/${project}/registers`, { name: '接駁班次', columns })).id;
    await manager.post(`/api/registers/${list}/rows`, { cells: { bus: '第一班', kind: 'van', driver: '王大明' } });
  });
  afterAll(() => world.close());

  const opened = async (viewport?: { width: number; height: number }) => {
    const page = await world.page(viewport);
    await world.signIn(page, 'manager@example.test');
    await page.goto(`${world.address}/projects/${project}/registers/${list}`);
    await page.getByRole('button', { name: '清單設定' }).click();
    await page.getByRole('button', { name: /^改欄位/ }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('清單的欄位').waitFor();
    return { page, dialog };
  };

  it('are named anew, added to and moved in the settings of the list', async () => {
    const { page, dialog } = await opened();
    await dialog.getByRole('button', { name: /^班次/ }).click();
    await dialog.getByLabel('欄位名稱').fill('車次');
    await dialog.getByRole('button', { name: /^車次/ }).click();
    await dialog.getByRole('button', { name: /^車種/ }).click();
    await dialog.getByRole('button', { name: '再加一個選項' }).click();
    await dialog.getByLabel('選項 2', { exact: true }).fill('大客車');
    await dialog.getByRole('button', { name: '把「車種」往上移' }).click();
    await dialog.getByRole('button', { name: /^車種/ }).click();
    await dialog.getByRole('button', { name: '再加一欄' }).click();
    await dialog.getByLabel('欄位名稱').fill('座位');
    await choose(page, '內容的種類', '數字');
    await dialog.getByLabel('單位').fill('位');
    if (SHOTS) await page.screenshot({ path: `${SHOTS}/columns-desk.png` });
    await dialog.getByRole('button', { name: '儲存' }).click();
    await dialog.waitFor({ state: 'hidden' });
    const heads = page.getByRole('columnheader');
    await page.getByRole('columnheader', { name: '座位' }).waitFor();
    expect((await heads.allTextContents()).slice(2)).toEqual(['車種', '車次', '司機', '座位位']);
    await page.getByText('第一班').waitFor();
    await page.context().close();
  });

  it('go with what stands in them once that is ticked, on a phone too', async () => {
    const { page, dialog } = await opened(PHONE);
    await dialog.getByRole('button', { name: '移除「司機」欄' }).click();
    await dialog.getByRole('button', { name: '儲存' }).click();
    await dialog.getByText('移除欄位會丟掉已經填的內容：「司機」1 筆').waitFor();
    expect(await dialog.getByRole('button', { name: '儲存' }).isDisabled()).toBe(true);
    if (SHOTS) await page.screenshot({ path: `${SHOTS}/columns-phone.png` });
    expect(await page.evaluate(TOO_WIDE)).toBeLessThanOrEqual(0);
    expect(await page.evaluate(TOO_SMALL.replaceAll('main :is', '[role=dialog] :is'))).toEqual([]);
    await dialog.getByLabel('丟掉「司機」已經填的 1 筆內容，不能復原').check();
    await dialog.getByRole('button', { name: '儲存' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await page.getByText('第一班').waitFor();
    await page.getByText('王大明').waitFor({ state: 'detached' });
    await page.context().close();
  });
});
