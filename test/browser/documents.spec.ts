import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { unzipped } from '../support/unzip';
import { type Api, DESK, inDays, PHONE, TOO_SMALL, TOO_WIDE, World } from './world';

interface Item {
  deliverableList: { id: string; status: string; evidenceList: { file: { name: string } | null }[] }[];
}

describe('documents that write themselves', () => {
  let world: World;
  let manager: Api;
  let project: string;
  const opened: Page[] = [];

  beforeAll(async () => {
    world = await World.open();
    manager = await world.setUp();
    const start = { template: 'conference', name: '2028 數位轉型論壇', opening: inDays(60), closing: inDays(62) };
    project = (await manager.post<{ id: string }>('/api/projects', start)).id;
  });
  afterEach(() => Promise.all(opened.splice(0).map((page) => page.context().close())));
  afterAll(() => world.close());

  async function open(path: string, size = DESK): Promise<Page> {
    const page = await world.page(size);
    opened.push(page);
    await world.signIn(page, 'manager@example.test');
    await page.goto(`${world.address}/projects/${project}${path}`);
    return page;
  }
  async function saved(page: Page, press: () => Promise<void>): Promise<Buffer> {
    const download = page.waitForEvent('download');
    await press();
    return readFileSync(await (await download).path());
  }

  it('are looked through, made, and handed in from the work item that asks for one', async () => {
    const { items } = await manager.get<{ items: { id: string }[] }>(
      `/api/projects/${project}/work-items?limit=200&q=T2.1`,
    );
    const views = await Promise.all(items.map(({ id }) => manager.get<Item>(`/api/work-items/${id}`)));
    const at = views.findIndex(({ deliverableList }) =>
      deliverableList.some((one) => 'document' in one && one.document === 'work-by-team'),
    );
    const page = await open(`/items/${items[at]!.id}`);
    await page.getByRole('link', { name: '由專案資料產製這份文件' }).last().click();
    await page.getByRole('heading', { name: '工作分配表' }).first().waitFor();
    await page.getByText('還沒有負責人').waitFor();
    await page.getByRole('radio', { name: 'Word（可再編修）' }).check();
    await page.getByRole('button', { name: '產製', exact: true }).click();
    await page.getByText('已送交').waitFor();
    const { deliverableList } = await manager.get<Item>(`/api/work-items/${items[at]!.id}`);
    const handed = deliverableList.find(({ evidenceList }) => evidenceList.length > 0)!;
    expect(['submitted', 'delivered']).toContain(handed.status);
    expect(handed.evidenceList[0]!.file!.name).toMatch(/工作分配表.*\.docx$/);
    const file = await saved(page, () => page.getByRole('link', { name: '工作分配表' }).first().click());
    expect(unzipped(file).get('word/document.xml')!.toString('utf8')).toContain('2028 數位轉型論壇');
  });

  it('lead to where what they lack is filled in', async () => {
    const page = await open('/documents/budget');
    const lacking = page.locator('.paper-missing a').first();
    await lacking.waitFor();
    await lacking.click();
    await page.waitForURL(/\/registers/);
  });

  it('stand in the other language as well', async () => {
    const page = await open('/documents/schedule');
    await page.getByRole('radio', { name: '英文' }).check();
    await page.locator('.paper[lang=en]').getByText('Project', { exact: true }).first().waitFor();
  });

  it('are not made while what is on screen is still what was chosen before', async () => {
    const page = await world.pageToRoute();
    opened.push(page);
    await world.signIn(page, 'manager@example.test');
    await page.goto(`${world.address}/projects/${project}/documents/schedule`);
    await page.locator('.paper[lang=zh-TW]').waitFor();
    const make = page.getByRole('button', { name: '產製', exact: true });
    expect(await make.isDisabled()).toBe(false);
    let release = () => {};
    const held = new Promise<void>((done) => (release = done));
    await page.route('**/documents/preview', async (route) => {
      await held;
      await route.continue();
    });
    const asked = page.waitForRequest('**/documents/preview');
    await page.getByRole('radio', { name: '英文' }).check();
    await asked;
    expect(await page.locator('.paper').getAttribute('lang')).toBe('zh-TW');
    expect(await make.isDisabled()).toBe(true);
    release();
    await page.locator('.paper[lang=en]').waitFor();
    expect(await make.isDisabled()).toBe(false);
  });

  it('come with an evidence pack of everything that shows the deliverables', async () => {
    const page = await open('/documents');
    const pack = await saved(page, () => page.getByRole('link', { name: '下載佐證包（ZIP）' }).click());
    expect([...unzipped(pack).keys()]).toEqual(expect.arrayContaining(['索引.csv', 'SHA256SUMS']));
  });

  it('fit a phone', async () => {
    const page = await open('/documents', PHONE);
    await page.getByRole('link', { name: '時程規劃表' }).first().waitFor();
    expect(await page.evaluate(TOO_WIDE)).toBeLessThanOrEqual(0);
    expect(await page.evaluate(TOO_SMALL)).toEqual([]);
    await page.locator('.line-title', { hasText: '時程規劃表' }).click();
    await page.locator('.paper').waitFor();
    expect(await page.evaluate(TOO_WIDE)).toBeLessThanOrEqual(0);
    expect(await page.evaluate(TOO_SMALL)).toEqual([]);
  });
});
