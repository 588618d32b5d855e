import type { Page } from 'playwright-core';
import { aJpeg, aPdf } from '../support/files';
import { type Api, DESK, inDays, PHONE, TOO_SMALL, TOO_WIDE, until, World } from './world';

interface Rows {
  items: { id: string; cells: Record<string, string>; files: Record<string, { name: string }[]> }[];
}

const COLUMNS = [
  { key: 'venue', name: '場地', type: 'text', required: true },
  { key: 'photo', name: '照片', type: 'file', required: true },
  { key: 'note', name: '備註', type: 'text' },
];

describe('a list that holds files, and whose rows are moved', () => {
  let world: World;
  let manager: Api;
  let project: string;
  let list: string;
  const opened: Page[] = [];

  beforeAll(async () => {
    world = await World.open();
    manager = await world.setUp();
    const start = { template: 'venue-search', name: '場地勘查', opening: inDays(400), closing: inDays(402) };
    project = (await manager.post<{ id: string }>('/api/projects', start)).id;
    const made = { name: '場地照片', columns: COLUMNS, deliverables: [] };
    list = (await manager.post<{ id: string }>(`/api/projects/${project}/registers`, made)).id;
    for (const venue of ['圓山大飯店', '台北國際會議中心', '高雄展覽館'])
      await manager.post(`/api/registers/${list}/rows`, { cells: { venue } });
  });
  afterEach(() => Promise.all(opened.splice(0).map((page) => page.context().close())));
  afterAll(() => world.close());

  const rows = async () => (await manager.get<Rows>(`/api/registers/${list}/rows`)).items;
  const names = async () => (await rows()).map(({ cells }) => cells.venue);
  const cell = (page: Page, row: number, column: number) => page.locator(`[data-cell="${row} ${column}"]`);
  async function open(size = DESK): Promise<Page> {
    const page = await world.page(size);
    opened.push(page);
    await world.signIn(page, 'manager@example.test');
    await page.goto(`${world.address}/projects/${project}/registers/${list}`);
    return page;
  }
  const choose = async (page: Page, button: string, name: string, buffer: Buffer) => {
    const chosen = page.waitForEvent('filechooser');
    await page.getByRole('dialog').getByRole('button', { name: button, exact: true }).click();
    await (await chosen).setFiles({ name, mimeType: 'application/octet-stream', buffer });
  };

  it('takes a file into a cell by keyboard and picker, shows its name there, and looks at it', async () => {
    const page = await open();
    await cell(page, 0, 1).click();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.getByText('還沒有檔案').waitFor();
    await choose(page, '加入檔案', '正門.jpg', await aJpeg(800, 600));
    await dialog.getByRole('link', { name: '正門.jpg' }).waitFor();
    await choose(page, '加入檔案', '平面圖.pdf', aPdf());
    await dialog.getByRole('link', { name: '平面圖.pdf' }).waitFor();
    await dialog.getByRole('button', { name: '預覽「正門.jpg」' }).click();
    const whole = `document.querySelector('.file-preview img')?.naturalWidth === 800`;
    await until(() => page.evaluate<boolean>(whole), 'the picture');
    await page.keyboard.press('Escape');
    await page.locator('.file-preview').waitFor({ state: 'hidden' });
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await cell(page, 0, 2).getByText('正門.jpg、平面圖.pdf').waitFor();
    await page.getByText('還缺：照片 2 筆').waitFor();
  });

  it('takes what is dropped on a cell, and says what it can’t take', async () => {
    const page = await open();
    await cell(page, 1, 2).waitFor();
    const drop = (name: string, content: string) =>
      page.evaluate(`(() => {
        const data = new DataTransfer();
        data.items.add(new File([${JSON.stringify(content)}], ${JSON.stringify(name)}));
        const event = new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: data });
        document.querySelector('[data-cell="1 2"]').dispatchEvent(event);
      })()`);
    await drop('報價.txt', '場租 80 萬');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('link', { name: '報價.txt' }).waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await drop('標誌.png', '<svg onload="alert(1)"/>');
    await dialog.getByRole('alert').getByText('「標誌.png」沒有上傳').waitFor();
    expect((await rows())[1]!.files.photo).toMatchObject([{ name: '報價.txt' }]);
  });

  it('takes nothing by typing, pasting or emptying, and keeps what is there', async () => {
    const page = await open();
    await cell(page, 0, 1).click();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Delete');
    await page.keyboard.type('別的');
    await page.keyboard.press('ArrowLeft');
    await page.evaluate(`(() => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', '圓山大飯店\\t別的.jpg\\t敦睦廳');
      document.activeElement.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
      );
    })()`);
    await page.getByRole('button', { name: '貼上', exact: true }).click();
    await until(async () => (await rows())[0]!.cells.note === '敦睦廳', 'the note');
    expect((await rows())[0]!.cells.photo).toBe('正門.jpg\n平面圖.pdf');
    expect(await page.locator('.cell-refused').count()).toBe(0);
  });

  it('is filled with a photo on a phone, which is taken away there too', async () => {
    const page = await open(PHONE);
    await page.getByRole('button', { name: /高雄展覽館/ }).tap();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('備註').fill('停車場大');
    const camera = dialog.locator('input[capture]');
    expect(await camera.getAttribute('accept')).toBe('image/*');
    await choose(page, '拍照', 'IMG_0001.jpg', await aJpeg(400, 300));
    await dialog.getByRole('link', { name: 'IMG_0001.jpg' }).waitFor();
    expect(await page.evaluate(TOO_WIDE)).toBeLessThanOrEqual(0);
    expect(await page.evaluate(TOO_SMALL)).toEqual([]);
    // What was typed before the photo came is still there, and is saved over it.
    await dialog.getByRole('button', { name: '儲存' }).tap();
    await dialog.waitFor({ state: 'detached' });
    await page.getByText('停車場大').waitFor();
    await page.getByText('已填齊，可以送交').waitFor();
    await page.getByRole('button', { name: /高雄展覽館/ }).tap();
    await dialog.getByRole('button', { name: '移除「IMG_0001.jpg」' }).tap();
    await page.locator('.ant-popconfirm').getByRole('button', { name: '移除' }).tap();
    await dialog.getByText('還沒有檔案').waitFor();
    expect((await rows())[2]).toMatchObject({ cells: { note: '停車場大' }, files: {} });
  });

  it('keeps a new row open for its files', async () => {
    const page = await open(PHONE);
    await page.getByRole('button', { name: '新增一筆' }).tap();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('場地', { exact: true }).fill('臺北漢來大飯店');
    await dialog.getByText('儲存後就可以加入檔案').waitFor();
    await dialog.getByRole('button', { name: '儲存' }).tap();
    await dialog.getByText('現在可以加入檔案').waitFor();
    await choose(page, '拍照', 'IMG_0002.jpg', await aJpeg());
    await dialog.getByRole('link', { name: 'IMG_0002.jpg' }).waitFor();
    await dialog.getByRole('button', { name: '儲存' }).tap();
    await dialog.waitFor({ state: 'detached' });
    expect(await rows()).toHaveLength(4);
  });

  it('is put in another order by keyboard, with the focus on the row that moves', async () => {
    const page = await open();
    await cell(page, 3, 1).click();
    await page.keyboard.press('Alt+ArrowUp');
    await until(
      async () => (await names()).join() === '圓山大飯店,台北國際會議中心,臺北漢來大飯店,高雄展覽館',
      'one up',
    );
    await page.getByText('已移到第 3 筆。').waitFor({ state: 'attached' });
    await page.keyboard.press('Alt+Home');
    await until(async () => (await names())[0] === '臺北漢來大飯店', 'the top');
    await page.keyboard.press('Alt+ArrowDown');
    await until(async () => (await names())[1] === '臺北漢來大飯店', 'one down');
    // The focus went along: what is typed goes into the row that was moved.
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.type('三樓');
    await page.keyboard.press('Enter');
    await until(async () => (await rows())[1]!.cells.note === '三樓', 'the note of the moved row');
    await page.getByRole('columnheader', { name: '場地' }).getByRole('button').click();
    await page.getByText('取消排序和篩選後').waitFor();
  });

  it('is put in another order by dragging a number, and by buttons on a phone', async () => {
    const page = await open();
    await page
      .locator('.grid-handle')
      .nth(3)
      .dragTo(page.locator('[data-row="0"] .grid-number'), {
        targetPosition: { x: 10, y: 4 },
      });
    await until(async () => (await names())[0] === '高雄展覽館', 'the last row on top');
    const phone = await open(PHONE);
    await phone.getByRole('button', { name: /高雄展覽館/ }).tap();
    const dialog = phone.getByRole('dialog');
    await dialog.getByText('排在第 1 筆').waitFor();
    expect(await dialog.getByRole('button', { name: '移到最上面' }).isDisabled()).toBe(true);
    await dialog.getByRole('button', { name: '下移' }).tap();
    await dialog.getByText('排在第 2 筆').waitFor();
    await until(async () => (await names())[1] === '高雄展覽館', 'one down');
    await dialog.getByRole('button', { name: '移到最上面' }).tap();
    await until(async () => (await names())[0] === '高雄展覽館', 'back on top');
  });
});
