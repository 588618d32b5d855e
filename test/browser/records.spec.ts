import type { Page } from 'playwright-core';
import { type Api, choose, DESK, inDays, PHONE, TOO_SMALL, TOO_WIDE, until, World } from './world';

interface Item {
  id: string;
  title: string;
  dueDay: string | null;
  assignee: { id: string } | null;
}

describe('what was said and found, until it is done', () => {
  let world: World;
  let manager: Api;
  let staff: Api;
  let project: string;
  const opened: Page[] = [];

  beforeAll(async () => {
    world = await World.open();
    manager = await world.setUp();
    const start = { template: 'conference', name: '2028 數位轉型論壇', opening: inDays(60), closing: inDays(62) };
    project = (await manager.post<{ id: string }>('/api/projects', start)).id;
    const place = { workspaceRole: 'member', projectId: project, projectRole: 'member' };
    staff = await world.invite(manager, '王小明', 'staff@example.test', place);
  });
  afterEach(() => Promise.all(opened.splice(0).map((page) => page.context().close())));
  afterAll(() => world.close());

  async function open(path: string, size = DESK, email = 'manager@example.test'): Promise<Page> {
    const page = await world.page(size);
    opened.push(page);
    await world.signIn(page, email);
    await page.goto(`${world.address}/projects/${project}${path}`);
    return page;
  }

  it('a meeting is written down on a phone, and what is to be done becomes work', async () => {
    const own = { title: '召開籌備會議', stage: 'preparation' };
    const { id: meetings } = await manager.post<Item>(`/api/projects/${project}/work-items`, own);
    const minutes = { title: '會議紀錄', kind: 'record', evidence: 'required' };
    await manager.post(`/api/work-items/${meetings}/deliverables`, minutes);
    const page = await open(`/items/${meetings}`, PHONE);
    const card = page.locator('.deliverable', { hasText: '會議紀錄' });
    await card.getByText('還沒有紀錄').waitFor();
    await card.getByRole('button', { name: '新增紀錄' }).tap();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('主題').fill('第一次籌備會');
    await dialog.getByLabel('地點').fill('501 會議室');
    await dialog.getByLabel('出席人員').fill('林怡君、王小明');
    await dialog.getByLabel('決議').fill('開幕採劇院型\n午餐加訂素食');
    await dialog.getByRole('button', { name: '新增一項待辦' }).tap();
    await dialog.getByLabel('第 1 項待辦', { exact: true }).fill('向飯店加訂素食');
    await choose(page, '第 1 項的負責人', '王小明');
    expect(await page.evaluate(TOO_WIDE)).toBeLessThanOrEqual(0);
    await dialog.getByRole('button', { name: '儲存' }).tap();
    await dialog.waitFor({ state: 'detached' });
    await card.getByText('午餐加訂素食').waitFor();
    await card.getByRole('button', { name: '轉為工作項目' }).tap();
    const action = card.locator('.record-action', { hasText: '向飯店加訂素食' });
    await action.getByText('待辦', { exact: true }).waitFor();
    expect(await page.evaluate(TOO_WIDE)).toBeLessThanOrEqual(0);
    expect(await page.evaluate(TOO_SMALL)).toEqual([]);
    await action.getByRole('link').tap();
    await page.getByRole('heading', { name: '向飯店加訂素食' }).waitFor();
    await page.getByRole('link', { name: /來自.*「第一次籌備會」/ }).tap();
    await card.getByText('會議', { exact: true }).waitFor();
    await card.getByRole('button', { name: '交付' }).tap();
    await dialog.getByText('紀錄裡有一筆就可以送出，不必另附檔案').waitFor();
    await dialog.getByRole('button', { name: '交付' }).tap();
    await card.getByText('已交付').first().waitFor();
    const { items } = await manager.get<{ items: Item[] }>(
      `/api/projects/${project}/work-items?q=${encodeURIComponent('素食')}`,
    );
    expect(items).toMatchObject([{ assignee: { id: staff.id } }]);
  });

  it('a finding of the rehearsal becomes work, is done by staff, and is solved in the list', async () => {
    const { id: list } = await manager.post<{ id: string }>(`/api/projects/${project}/registers`, {
      preset: 'rehearsalFindings',
    });
    await manager.post(`/api/registers/${list}/rows`, {
      cells: {
        ...{ problem: '投影機沒有聲音', rehearsal: inDays(59), solution: '換音源線', owner: '王小明' },
        ...{ due: inDays(60), solved: '否' },
      },
    });
    const page = await open(`/registers/${list}`);
    await page.getByRole('button', { name: '開啟第 1 筆' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: '轉為工作項目' }).click();
    await dialog.getByRole('link', { name: '工作項目「投影機沒有聲音」：待辦' }).waitFor();
    await dialog.getByRole('button', { name: '取消' }).click();
    await page.getByRole('columnheader', { name: '工作項目' }).waitFor();

    const phone = await open('/my-work', PHONE, 'staff@example.test');
    await phone.goto(`${world.address}/my-work`);
    await phone.getByRole('link', { name: '投影機沒有聲音' }).tap();
    await phone.getByRole('link', { name: '來自清單「彩排問題紀錄表」' }).waitFor();
    await phone
      .getByRole('radio', { name: '完成' })
      .or(phone.getByRole('button', { name: '完成' }))
      .first()
      .tap();
    interface Rows {
      items: { cells: Record<string, unknown> }[];
    }
    const solved = async () => (await manager.get<Rows>(`/api/registers/${list}/rows`)).items[0]!.cells.solved === true;
    await until(solved, 'the finding to be solved');

    // Whoever has the list open sees it without touching anything.
    await page.getByRole('link', { name: '工作項目「投影機沒有聲音」：完成' }).waitFor();
    await phone.goto(`${world.address}/projects/${project}/registers/${list}`);
    await phone.getByRole('link', { name: '工作項目「投影機沒有聲音」：完成' }).waitFor();
    expect(await phone.evaluate(TOO_WIDE)).toBeLessThanOrEqual(0);
    expect(await phone.evaluate(TOO_SMALL)).toEqual([]);
    const row = phone.getByRole('button', { name: /投影機沒有聲音/ });
    expect(await row.innerText()).toMatch(/已解決\s*是/);
  });
});
