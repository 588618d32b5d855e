import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { aDocx } from '../support/files';
import { DESK, PHONE, TOO_SMALL, TOO_WIDE, World } from './world';

const SHOTS = process.env.SHOTS;
const letter = (words: string) =>
  aDocx({ 'word/document.xml': `<w:document><w:body><w:p><w:r><w:t>${words}</w:t></w:r></w:p></w:body></w:document>` });

describe('the document templates of the house', () => {
  let world: World;
  let folder: string;

  beforeAll(async () => {
    world = await World.open();
    await world.setUp();
    folder = await mkdtemp(join(tmpdir(), 'convener-letters-'));
    await writeFile(join(folder, '與會證明.docx'), letter('{{姓名}} {{服務單位}} {{專案}}'));
    await writeFile(join(folder, '空白.docx'), letter('您好'));
  });
  afterAll(async () => {
    await world.close();
    await rm(folder, { recursive: true, force: true });
  });

  const open = async (viewport = DESK): Promise<Page> => {
    const page = await world.page(viewport);
    await world.signIn(page, 'manager@example.test');
    await page.goto(`${world.address}/templates`);
    return page;
  };
  const shot = async (page: Page, name: string) => {
    if (SHOTS) await page.screenshot({ path: `${SHOTS}/${name}.png` });
  };
  const upload = async (page: Page, name: string, file: string) => {
    await page.getByRole('button', { name: '上傳文件範本' }).click();
    const dialog = page.getByRole('dialog', { name: '上傳文件範本' });
    await dialog.locator('input[type=file]').setInputFiles(join(folder, file));
    await dialog.getByLabel('名稱').fill(name);
    await shot(page, `letters-dialog-${file}`);
    await dialog.getByRole('button', { name: '上傳文件範本' }).click();
    return dialog;
  };

  it('are uploaded with what they are for, show their fields, and are removed', async () => {
    const page = await open();
    const dialog = await upload(page, '空白', '空白.docx');
    await dialog.getByText(/範本裡沒有任何欄位/).waitFor();
    await dialog.getByRole('button', { name: '取消' }).click();
    await upload(page, '本會與會證明', '與會證明.docx');
    await page.getByText('欄位：{{姓名}}、{{服務單位}}、{{專案}}').waitFor();
    await page.getByRole('heading', { name: '文件範本' }).scrollIntoViewIfNeeded();
    await shot(page, 'letters-desk');
    const phone = await open(PHONE);
    await phone.getByText('本會與會證明').scrollIntoViewIfNeeded();
    await shot(phone, 'letters-phone');
    expect(await phone.evaluate(TOO_WIDE)).toBe(0);
    expect(await phone.evaluate(TOO_SMALL)).toEqual([]);
    await page.getByRole('button', { name: '移除 本會與會證明' }).click();
    await page.getByRole('button', { name: '移除', exact: true }).last().click();
    await page.getByText('還沒有文件範本；沒有範本時用內建版面。').waitFor();
  });
});
