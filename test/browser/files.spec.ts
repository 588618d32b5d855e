import type { Page } from 'playwright-core';
import { aJpeg, aPdf } from '../support/files';
import { type Api, inDays, PHONE, TOO_SMALL, TOO_WIDE, until, World } from './world';

interface Item {
  id: string;
  deliverableList: { id: string }[];
}

/** A member who shows with photos that the work is done, and a manager who looks at them. */
describe('files that show that a deliverable exists', () => {
  let world: World;
  let manager: Api;
  let address: string;
  let phone: Page;
  let desk: Page;

  beforeAll(async () => {
    world = await World.open();
    manager = await world.setUp();
    const start = { template: 'venue-search', name: '場地勘查', opening: inDays(590), closing: inDays(592) };
    const { id } = await manager.post<{ id: string }>('/api/projects', start);
    await world.invite(manager, '王思涵', 'member@example.test', { projectId: id });
    const body = { title: '會場佈置', stage: 'before', deliverables: [{ title: '現場照片', evidence: 'required' }] };
    const item = await manager.post<Item>(`/api/projects/${id}/work-items`, body);
    address = `${world.address}/projects/${id}/items/${item.id}`;
    phone = await world.page(PHONE);
    await world.signIn(phone, 'member@example.test');
    await phone.goto(address);
    desk = await world.page();
    await world.signIn(desk, 'member@example.test');
  });
  afterAll(() => world.close());

  const card = (page: Page) =>
    page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: '現場照片' }) });
  const choose = async (page: Page, button: string, name: string, buffer: Buffer) => {
    const chosen = page.waitForEvent('filechooser');
    await card(page).getByRole('button', { name: button, exact: true }).first().click();
    await (await chosen).setFiles({ name, mimeType: 'application/octet-stream', buffer });
  };

  it('a photo is taken on a phone, and looked at', async () => {
    const camera = phone.locator('input[capture]').first();
    expect(await camera.getAttribute('accept')).toBe('image/*');
    await choose(phone, '拍照', 'IMG_0001.jpg', await aJpeg(800, 600));
    await card(phone).getByRole('link', { name: 'IMG_0001.jpg' }).waitFor();
    await card(phone).getByRole('button', { name: '預覽「IMG_0001.jpg」' }).tap();
    const picture = phone.getByRole('dialog').getByRole('img', { name: 'IMG_0001.jpg' });
    await picture.waitFor();
    const whole = `document.querySelector('.file-preview img')?.naturalWidth === 800`;
    await until(() => phone.evaluate<boolean>(whole), 'the picture');
    await phone
      .getByRole('dialog')
      .getByRole('button', { name: /關閉|Close/ })
      .tap();
    await picture.waitFor({ state: 'hidden' });
  });

  it('nothing is wider than the phone, and touch targets are large', async () => {
    expect(await phone.evaluate<number>(TOO_WIDE)).toBeLessThanOrEqual(0);
    expect(await phone.evaluate<string[]>(TOO_SMALL)).toEqual([]);
  });

  it('what is not taken is refused in words, and can be put away', async () => {
    await choose(phone, '加入檔案', '標誌.png', Buffer.from('<svg onload="alert(1)"/>'));
    const refused = card(phone).getByRole('alert');
    await refused.getByText(/「標誌\.png」沒有上傳.*可以上傳：照片/).waitFor();
    await refused.getByRole('button', { name: '關閉' }).tap();
    await refused.waitFor({ state: 'hidden' });
  });

  it('a newer version takes the place of an older one, which can still be had', async () => {
    await choose(phone, '上傳新版', 'IMG_0002.jpg', await aJpeg(400, 300));
    await card(phone).getByRole('link', { name: 'IMG_0002.jpg' }).waitFor();
    await card(phone).getByText('較早的 1 個版本').tap();
    await card(phone).getByRole('link', { name: 'IMG_0001.jpg' }).waitFor();
  });

  it('files are dropped and pasted on a desk, and a PDF is looked at', async () => {
    await desk.goto(address);
    const bring = (event: 'drop' | 'paste', name: string, content: string) =>
      desk.evaluate(`(() => {
        const data = new DataTransfer();
        data.items.add(new File([${JSON.stringify(content)}], ${JSON.stringify(name)}));
        const card = document.querySelector('.deliverable');
        ${
          event === 'drop'
            ? `card.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: data }))`
            : `card.querySelector('button').focus();
               card.dispatchEvent(new ClipboardEvent('paste', { bubbles: true, cancelable: true, clipboardData: data }))`
        };
      })()`);
    await card(desk).waitFor();
    await bring('drop', '議程.pdf', aPdf().toString('latin1'));
    await card(desk).getByRole('link', { name: '議程.pdf' }).waitFor();
    await bring('paste', '名單.csv', '姓名\n王\n');
    await card(desk).getByRole('link', { name: '名單.csv' }).waitFor();
    const framed = desk.waitForResponse((answer) => answer.url().includes('preview=1'));
    await desk.evaluate(`Object.defineProperty(navigator, 'pdfViewerEnabled', { value: true })`);
    await card(desk).getByRole('button', { name: '預覽「議程.pdf」' }).click();
    expect((await framed).headers()['content-disposition']).toMatch(/^inline/);
    const download = desk.waitForEvent('download');
    await desk.getByRole('dialog').getByRole('link', { name: '下載' }).click();
    expect((await download).suggestedFilename()).toBe('議程.pdf');
  });

  it('what was added by mistake is taken away', async () => {
    await desk.goto(address);
    const line = card(desk)
      .getByRole('listitem')
      .filter({ has: desk.getByRole('link', { name: '名單.csv' }) });
    await line.getByRole('button', { name: '移除' }).click();
    await desk.getByRole('tooltip').getByRole('button', { name: '移除' }).click();
    await line.waitFor({ state: 'hidden' });
  });
});
