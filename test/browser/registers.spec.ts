import type { Page } from 'playwright-core';
import { aSheet, csv } from '../support/sheets';
import { type Api, choose, DESK, inDays, PHONE, TOO_SMALL, TOO_WIDE, until, World } from './world';

interface Rows {
  items: { cells: Record<string, string | number | boolean>; status: string }[];
}

const VENUES = [
  ['台北國際會議中心', '2028/6/12~6/14', 'NT$1,200,000', '3,100坪', '3122', '劇院型', '捷運台北101/世貿站'],
  ['圓山大飯店', '117/6/12~117/6/14', '80萬', '800', '1200', '教室型', '劍潭站接駁車'],
  ['高雄展覽館', '2028/6/12~6/14', '六十萬', '5000', '4000', '劇院型', '輕軌高雄展覽館站'],
];

describe('a list of the project, as a sub-team keeps it', () => {
  let world: World;
  let manager: Api;
  let project: string;
  let list: string;
  const opened: Page[] = [];

  beforeAll(async () => {
    world = await World.open();
    manager = await world.setUp();
    const start = { template: 'conference', name: '2028 數位轉型論壇', opening: inDays(400), closing: inDays(402) };
    project = (await manager.post<{ id: string }>('/api/projects', start)).id;
  });
  afterEach(() => Promise.all(opened.splice(0).map((page) => page.context().close())));
  afterAll(() => world.close());

  const rows = async () => (await manager.get<Rows>(`/api/registers/${list}/rows`)).items;
  const cell = (page: Page, row: number, column: number) => page.locator(`[data-cell="${row} ${column}"]`);

  async function open(size = DESK): Promise<Page> {
    const page = await world.page(size);
    opened.push(page);
    await world.signIn(page, 'manager@example.test');
    await page.goto(`${world.address}/projects/${project}/registers${list ? `/${list}` : ''}`);
    return page;
  }

  /** What a spreadsheet does when it is copied from and pasted here. */
  async function paste(page: Page, cells: readonly (readonly string[])[]): Promise<void> {
    const text = cells.map((row) => row.join('\t')).join('\r\n');
    await page.evaluate(`(() => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', ${JSON.stringify(text)});
      const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
      document.activeElement.dispatchEvent(event);
    })()`);
  }

  it('begins from the standard’s own register, and names the deliverable that it is', async () => {
    const page = await open();
    await page.getByText('還沒有清單').waitFor();
    await page.getByRole('button', { name: '新增清單' }).click();
    const dialog = page.getByRole('dialog');
    await choose(page, '哪一種清單', '場地列表');
    await dialog.getByText('欄位：場地名稱、檔期、費用、坪數、可容納人數、形式、交通').waitFor();
    await dialog.getByRole('button', { name: '建立清單' }).click();
    await page.getByRole('heading', { name: '場地列表' }).waitFor();
    await page.getByText('還沒有資料', { exact: true }).first().waitFor();
    await page.getByRole('link', { name: '場地分析表' }).waitFor();
    list = page.url().split('/').at(-1)!;
  });

  it('takes a first row by the form, and says what can’t be read beside the field', async () => {
    const page = await open();
    await page.getByRole('button', { name: '新增一筆' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('場地名稱').fill('臺北漢來大飯店');
    await dialog.getByLabel('費用').fill('面議');
    await dialog.getByRole('button', { name: '儲存' }).click();
    await dialog.getByText('不是新臺幣金額').waitFor();
    await dialog.getByLabel('費用').fill('95萬');
    await dialog.getByRole('button', { name: '儲存' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByText('950,000', { exact: true }).waitFor();
    await page.getByText('還缺：檔期 1 筆').waitFor();
  });

  it('takes rows from a spreadsheet, keeps what can be read and says what can’t in its cell', async () => {
    const page = await open();
    await cell(page, 0, 1).click();
    await paste(page, VENUES);
    await page.getByText('更新 1 筆，新增 2 筆。').waitFor();
    await page.getByRole('button', { name: '貼上', exact: true }).click();
    await page.getByText('六十萬').waitFor();
    await until(async () => (await rows()).length === 3, 'three venues');
    expect(await rows()).toMatchObject([
      { cells: { venue: '台北國際會議中心', dates: '2028-06-12/2028-06-14', cost: 1_200_000, area: 3100 } },
      { cells: { venue: '圓山大飯店', dates: '2028-06-12/2028-06-14', cost: 800_000 } },
      { cells: { venue: '高雄展覽館', capacity: 4000 } },
    ]);
    expect((await rows())[2]!.cells.cost).toBeUndefined();
    await cell(page, 2, 3).click();
    await page.getByRole('alert').getByText('不是新臺幣金額').waitFor();
    await page.keyboard.type('60萬');
    await page.keyboard.press('Enter');
    await page.getByText('已填齊，可以送交').waitFor();
    expect((await rows())[2]!.cells.cost).toBe(600_000);
    await cell(page, 1, 0).click();
    await paste(page, [['已確認'], ['也許']]);
    await page.getByRole('button', { name: '貼上', exact: true }).click();
    await until(async () => (await rows())[1]!.status === 'confirmed', 'a status by its name');
    await cell(page, 2, 0).click();
    await page.locator('.cell-refused').getByRole('alert').waitFor();
    await page.keyboard.press('Escape');
  });

  it('is written by keyboard alone, and lets go what is given up', async () => {
    const page = await open();
    await cell(page, 0, 1).click();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await page.keyboard.press('End');
    await page.keyboard.type('99');
    await page.keyboard.press('Escape');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.type('850000');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Delete');
    await until(async () => (await rows())[1]!.cells.area === undefined, 'an emptied cell');
    expect((await rows()).map(({ cells }) => cells.cost)).toEqual([1_200_000, 850_000, 600_000]);
    await page.getByText('還缺：坪數 1 筆').waitFor();
    await page.keyboard.type('800');
    await page.keyboard.press('Enter');
    await page.getByText('已填齊，可以送交').waitFor();
  });

  it('sorts by a column, narrows down to what is looked for, and keeps both in the address', async () => {
    const page = await open();
    await page.getByRole('columnheader', { name: '費用' }).getByRole('button').click();
    await until(async () => (await cell(page, 0, 1).textContent())?.includes('高雄展覽館') === true, 'the cheapest');
    await page.getByLabel('搜尋內容').fill('捷運');
    await page.getByLabel('搜尋內容').press('Enter');
    await until(async () => (await page.locator('.grid-body .grid-row').count()) === 1, 'one row');
    expect(page.url()).toContain('sort=cost');
    await page.reload();
    await until(async () => (await page.locator('.grid-body .grid-row').count()) === 1, 'one row again');
  });

  it('keeps both, where two people write into one row', async () => {
    const [mine, other] = [await open(), await open()];
    await cell(mine, 0, 6).click();
    await mine.keyboard.type('會議型');
    await cell(other, 0, 7).click();
    await other.keyboard.type('接駁車');
    await other.keyboard.press('Enter');
    await until(async () => (await rows())[0]!.cells.transport === '接駁車', 'the other’s words');
    await mine.keyboard.press('Enter');
    await until(async () => (await rows())[0]!.cells.form === '會議型', 'my words');
    expect((await rows())[0]!.cells.transport).toBe('接駁車');
  });

  it('is cards on a phone, filled in with a thumb', async () => {
    const page = await open(PHONE);
    await page.getByRole('button', { name: /圓山大飯店/ }).tap();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('地址').fill('台北市中山北路四段1號');
    await dialog.getByRole('button', { name: '儲存' }).tap();
    await page.getByText('台北市中山北路四段1號').waitFor();
    expect(await page.evaluate(TOO_WIDE)).toBeLessThanOrEqual(0);
    expect(await page.evaluate(TOO_SMALL)).toEqual([]);
  });

  it('reads a file in, says first what is wrong with it, and then all of it', async () => {
    const page = await open();
    await page.getByRole('button', { name: '匯入', exact: true }).click();
    const dialog = page.getByRole('dialog');
    const give = (name: string, buffer: Buffer) =>
      dialog.locator('input[type=file]').setInputFiles({ name, mimeType: 'application/octet-stream', buffer });
    const heads = ['場地名稱', '檔期', '費用（NT$）', '坪數（坪）', '可容納人數', '形式', '交通'];
    await give('場地.csv', csv(heads.join(','), '圓山大飯店,2028/6/12~6/14,面議,900,1200,教室型,接駁車'));
    await dialog.getByText('有 1 處讀不懂').waitFor();
    await dialog.getByRole('cell', { name: '面議' }).waitFor();
    expect(await dialog.getByRole('button', { name: /^匯入 1 筆/ }).isDisabled()).toBe(true);
    const right = [
      ['2028 數位轉型論壇 場地評估'],
      heads,
      ['圓山大飯店', '2028/6/12~6/14', 910_000, 900, 1200, '教室型', '接駁車'],
      ['福華大飯店', '117/6/12', '50萬', 400, 600, '宴會型', '公車'],
    ];
    await give('場地評估.xlsx', aSheet(right));
    await choose(page, '用哪一欄認出已有的資料', '場地名稱', dialog);
    await dialog.getByText('共 2 筆：新增 1、更新 1、沒有不同 0').waitFor();
    await dialog.getByRole('button', { name: '匯入 2 筆' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByText('福華大飯店').waitFor();
    const all = await rows();
    expect(all.find(({ cells }) => cells.venue === '圓山大飯店')!.cells).toMatchObject({ cost: 910_000, area: 900 });
    expect(all).toHaveLength(4);
  });

  it('keeps what was chosen of a file on screen while the next preview is held back, and where it fails', async () => {
    const page = await world.pageToRoute();
    opened.push(page);
    await world.signIn(page, 'manager@example.test');
    await page.goto(`${world.address}/projects/${project}/registers/${list}`);
    await page.getByRole('button', { name: '匯入', exact: true }).click();
    const dialog = page.getByRole('dialog');
    const buffer = csv('館,價,註', '國父紀念館,1200,靠捷運');
    await dialog.locator('input[type=file]').setInputFiles({ name: '場館.csv', mimeType: 'text/csv', buffer });
    const take = dialog.getByRole('button', { name: /^匯入 \d 筆/ });
    await take.waitFor();
    const goesTo = async (heading: string) => {
      const cell = dialog.locator('.import-mapping tr', { hasText: heading }).locator('td').nth(1);
      // An open list says the chosen one a second time.
      return (await cell.innerText()).split('\n')[0];
    };

    const held: (() => void)[] = [];
    await page.route('**/import/preview', async (route) => {
      await new Promise<void>((release) => held.push(release));
      await route.continue();
    });
    await choose(page, '「館」放進', '場地名稱', dialog);
    await choose(page, '「價」放進', '費用', dialog);
    await until(async () => (await dialog.getByText('正在讀檔案').count()) === 1, 'the file to be read again');
    expect([await goesTo('館'), await goesTo('價'), await take.isDisabled()]).toEqual(['場地名稱', '費用', true]);
    expect(await dialog.locator('.import-outcome').count()).toBe(0);
    for (const release of held) release();
    await dialog.getByText('共 1 筆：新增 1').waitFor();
    expect([await goesTo('館'), await goesTo('價'), await take.isDisabled()]).toEqual(['場地名稱', '費用', false]);

    await page.unroute('**/import/preview');
    await page.route('**/import/preview', (route) => route.abort());
    await choose(page, '「註」放進', '備註', dialog);
    await dialog.getByRole('alert').waitFor();
    expect([await goesTo('價'), await goesTo('註'), await take.isDisabled()]).toEqual(['費用', '備註', true]);
    await page.unroute('**/import/preview');
    await choose(page, '用哪一欄認出已有的資料', '場地名稱', dialog);
    await dialog.getByText('共 1 筆：新增 1').waitFor();
    expect([await goesTo('價'), await goesTo('註'), await take.isDisabled()]).toEqual(['費用', '備註', false]);
  });

  it('goes out as a spreadsheet and as text', async () => {
    const page = await open();
    for (const [name, kind] of [
      ['匯出 XLSX', '.xlsx'],
      ['CSV', '.csv'],
    ] as const) {
      const download = page.waitForEvent('download');
      await page.getByRole('link', { name, exact: true }).click();
      expect((await download).suggestedFilename()).toMatch(new RegExp(`^場地列表.*\\${kind}$`));
    }
  });

  it('compares venues by what counts, and ranks them', async () => {
    const page = await open();
    await page.getByRole('link', { name: '加權比較' }).click();
    await page.getByText('還沒有權重').waitFor();
    await page.getByLabel('費用的權重').fill('6');
    await page.getByLabel('可容納人數的權重').fill('4');
    await page.getByRole('button', { name: '套用' }).click();
    const best = page.locator('.ranking tbody tr').first();
    await best.getByText('高雄展覽館').waitFor();
    const scores = await page.locator('.ranking-score').allTextContents();
    expect(scores.map(Number)).toEqual([...scores.map(Number)].sort((a, b) => b - a));
  });

  it('is handed in once it is complete, from the item that it belongs to', async () => {
    const page = await open();
    await page.getByRole('link', { name: '場地分析表' }).click();
    const card = page.locator('.deliverable', { hasText: '場地分析表' }).first();
    await card.getByRole('link', { name: '開啟清單「場地列表」' }).waitFor();
    await card.getByRole('button', { name: '送交驗收' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '送交驗收' }).click();
    await card.getByText('待驗收').waitFor();
  });
});
