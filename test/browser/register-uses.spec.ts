import { type Api, choose, inDays, until, World } from './world';

interface Rows {
  items: { cells: Record<string, string | number | boolean> }[];
}

describe('what comes before and after a list', () => {
  let world: World;
  let manager: Api;
  let project: string;

  beforeAll(async () => {
    world = await World.open();
    manager = await world.setUp();
    const start = { template: 'conference', name: '2028 數位轉型論壇', opening: inDays(400), closing: inDays(402) };
    project = (await manager.post<{ id: string }>('/api/projects', start)).id;
  });
  afterAll(() => world.close());

  it('leads to a contract with the venue that was chosen, handed in once it is signed', async () => {
    const own = { title: '簽訂場地合約', stage: 'preparation', startDay: inDays(1), dueDay: inDays(20) };
    const { id: item } = await manager.post<{ id: string }>(`/api/projects/${project}/work-items`, own);
    await manager.post(`/api/work-items/${item}/deliverables`, {
      title: '場地合約',
      kind: 'contract',
      accepter: 'manager',
    });
    const page = await world.page();
    await world.signIn(page, 'manager@example.test');
    await page.goto(`${world.address}/projects/${project}/items/${item}`);
    const card = page.locator('.deliverable', { hasText: '場地合約' });
    await card.getByRole('button', { name: '新增合約' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('簽約對象').fill('高雄展覽館');
    await dialog.getByLabel('金額').fill('600000');
    await dialog.getByRole('button', { name: '儲存' }).click();
    await card.getByText('TWD 600,000').waitFor();
    await card.getByRole('button', { name: '送交驗收' }).click();
    await dialog.getByRole('button', { name: '送交驗收' }).click();
    await dialog.getByText('還沒有簽回').waitFor();
    await dialog.getByRole('button', { name: '取消' }).click();
    await card.getByRole('button', { name: '標為已送出' }).click();
    // Busy with the step before, it would not take the click.
    await card.getByRole('button', { name: '標為已送出' }).waitFor({ state: 'detached' });
    await until(async () => (await card.locator('.ant-btn-loading').count()) === 0, 'the step to be taken');
    await card.getByRole('button', { name: '標為已簽約' }).click();
    await card.getByText('已簽約', { exact: true }).waitFor();
    await card.getByRole('button', { name: '送交驗收' }).click();
    await dialog.getByRole('button', { name: '送交驗收' }).click();
    await card.getByText('待驗收').waitFor();
    await page.context().close();
  });

  it('tells what it says of one person, hands out a copy and forgets them on request', async () => {
    const { id: guests } = await manager.post<{ id: string }>(`/api/projects/${project}/registers`, {
      name: '貴賓',
      columns: [
        { key: 'who', name: '姓名', type: 'person', personal: true },
        { key: 'mail', name: '電子郵件', type: 'e-mail', personal: true },
        { key: 'title', name: '身分', type: 'text' },
      ],
    });
    await manager.post(`/api/registers/${guests}/rows`, {
      cells: { who: '陳美玲', mail: 'chen@example.test', title: '主講' },
    });
    const own = { title: '召開籌備會議', stage: 'preparation' };
    const { id: meetings } = await manager.post<{ id: string }>(`/api/projects/${project}/work-items`, own);
    const minutes = await manager.post<{ deliverableList: { id: string }[] }>(
      `/api/work-items/${meetings}/deliverables`,
      { title: '會議紀錄', kind: 'record' },
    );
    await manager.post(`/api/deliverables/${minutes.deliverableList[0]!.id}/record-entries`, {
      ...{ kind: 'meeting', day: inDays(1), title: '第一次籌備會', present: '林怡君、陳美玲 chen@example.test' },
    });
    const page = await world.page();
    await world.signIn(page, 'manager@example.test');
    await page.goto(`${world.address}/projects/${project}/registers`);
    await page.getByRole('link', { name: /清除某人的個人資料/ }).click();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.getByLabel('完整的電子郵件').fill('CHEN@example.test');
    await page.getByLabel('完整的電子郵件').press('Enter');
    await page.getByRole('definition').getByText('陳美玲', { exact: true }).waitFor();
    // A name in an address would be kept in histories and logs.
    expect([page.url(), ...asked].filter((url) => /chen/i.test(url))).toEqual([]);
    await page.getByText('林怡君、陳美玲').waitFor();
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: '下載 1 筆的副本' }).click();
    expect((await download).suggestedFilename()).toMatch(/^personal-data-.*\.json$/);
    await page.getByRole('button', { name: '清除 1 筆的個人資料' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('理由').fill('本人要求刪除');
    await dialog.getByRole('button', { name: '清除 1 筆的個人資料' }).click();
    await page.getByRole('heading', { name: '清單裡的資料' }).waitFor({ state: 'detached' });
    await page.getByRole('link', { name: '會議紀錄' }).click();
    await page.getByText('第一次籌備會').waitFor();
    const [row] = (await manager.get<Rows>(`/api/registers/${guests}/rows`)).items;
    expect(row!.cells).toEqual({ title: '主講' });
    await page.context().close();
  });

  it('can have columns of its own, and goes away while it is empty', async () => {
    const page = await world.page();
    await world.signIn(page, 'manager@example.test');
    await page.goto(`${world.address}/projects/${project}/registers`);
    await page.getByRole('button', { name: '新增清單' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('哪一種清單').fill('自訂');
    await page.getByTitle('自訂欄位', { exact: true }).waitFor();
    await dialog.getByLabel('哪一種清單').press('Enter');
    await dialog.getByLabel('清單名稱').fill('接駁班次');
    await dialog.getByLabel('第 1 欄名稱').fill('班次');
    await dialog.getByLabel('第 2 欄名稱').fill('車種');
    await choose(page, '第 2 欄的內容', '選項', dialog);
    await dialog.getByLabel('第 2 欄的選項').fill('大客車、九人座');
    await dialog.getByRole('button', { name: '建立清單' }).click();
    await page.getByRole('heading', { name: '接駁班次' }).waitFor();
    await page.getByRole('button', { name: '清單設定' }).click();
    await dialog.getByLabel('清單名稱').fill('接駁車班次');
    await choose(page, '是哪些交付項目', '');
    await dialog.getByLabel('清單名稱').click();
    await dialog.getByRole('button', { name: '儲存' }).click();
    await page.getByRole('heading', { name: '接駁車班次' }).waitFor();
    await page.getByText('對應交付項目').waitFor();
    await page.getByRole('button', { name: '清單設定' }).click();
    await page.getByRole('button', { name: '刪除這份清單' }).click();
    await page.getByRole('button', { name: '刪除', exact: true }).click();
    await page.getByRole('link', { name: '貴賓' }).waitFor();
    await page.getByRole('link', { name: '接駁車班次' }).waitFor({ state: 'detached' });
    await page.context().close();
  });
});
