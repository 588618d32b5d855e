import { type Api, inDays, until, World } from './world';

const ROWS = 2000;
const IN_FLIGHT = 16;

/** Two thousand rows in one project. */
describe('a long checklist', () => {
  let world: World;
  let manager: Api;
  let projectId: string;

  beforeAll(async () => {
    world = await World.open();
    manager = await world.setUp();
    const start = { template: 'venue-search', name: '2028 世界博覽會', opening: inDays(500), closing: inDays(502) };
    projectId = (await manager.post<{ id: string }>('/api/projects', start)).id;
    const { items } = await manager.get<{ items: unknown[] }>(`/api/projects/${projectId}/work-items?limit=200`);
    const missing = Array.from({ length: ROWS - items.length }, (_, index) => index);
    const stages = ['preparation', 'before', 'closing'];
    for (let from = 0; from < missing.length; from += IN_FLIGHT)
      await Promise.all(
        missing.slice(from, from + IN_FLIGHT).map((index) =>
          manager.post(`/api/projects/${projectId}/work-items`, {
            title: `第 ${index} 項攤位工作${index % 7 === 0 ? '，名稱比較長，長到一行放不下，要換行才看得完整的那一種項目名稱' : ''}`,
            stage: stages[index % 3],
            dueDay: inDays(100 + (index % 300)),
          }),
        ),
      );
  }, 240_000);
  afterAll(() => world.close());

  it('has under a hundred rows in the document wherever one is, keys that go to its last row, and all rows on paper', async () => {
    const page = await world.page();
    await world.signIn(page, 'manager@example.test');
    await page.goto(`${world.address}/projects/${projectId}`);
    await page.locator('.line').first().waitFor();
    const drawn = () => page.locator('.line').count();
    const inWindow = () =>
      page.evaluate<number>(`[...document.querySelectorAll('.line')].filter((line) => {
        const { top, bottom } = line.getBoundingClientRect();
        return bottom > 0 && top < innerHeight;
      }).length`);
    const total = () => page.locator('.checklist h2 + .muted').allInnerTexts();
    const counted = (texts: string[]) => texts.reduce((sum, text) => sum + Number(/\/(\d+)/.exec(text)?.[1]), 0);
    await until(async () => counted(await total()) === ROWS, 'all rows to have come');
    const places: number[] = [];
    for (const part of [0, 0.5, 1]) {
      await page.evaluate(`window.scrollTo(0, document.body.scrollHeight * ${part})`);
      await until(async () => (await inWindow()) > 4, 'rows to be drawn');
      places.push(await drawn());
    }
    expect(places.filter((count) => count >= 100)).toEqual([]);
    // The row that has the focus stays where it is wherever the window goes.
    await page.evaluate('window.scrollTo(0, 0)');
    await page.keyboard.press('j');
    const held = () =>
      page.evaluate<string | null>(`document.activeElement.closest('[data-row]')?.dataset.row ?? null`);
    await until(async () => (await held()) !== null, 'a row to have the focus');
    const first = await held();
    await page.mouse.wheel(0, 20_000);
    await until(async () => (await page.evaluate<number>('window.scrollY')) > 5000, 'the window to have moved');
    expect(await held()).toBe(first);
    await page.keyboard.press('End');
    const last = page.locator('.checklist-group').last().locator('.line').last();
    await until(async () => (await last.getAttribute('data-row')) === (await held()), 'the last row to have the focus');
    const size = await last.getAttribute('aria-setsize');
    expect(await last.getAttribute('aria-posinset')).toBe(size);
    expect(await last.isVisible()).toBe(true);
    await until(
      () => page.evaluate<boolean>('document.activeElement.getBoundingClientRect().bottom < innerHeight'),
      'the last row to be in the window',
    );
    await page.keyboard.press('k');
    await until(async () => (await held()) !== (await last.getAttribute('data-row')), 'the row above');
    expect(await drawn()).toBeLessThan(100);
    await page.emulateMedia({ media: 'print' });
    await until(async () => (await drawn()) === ROWS, 'all rows on paper');
    await page.emulateMedia({ media: 'screen' });
    await until(async () => (await drawn()) < 100, 'few rows again');
    await page.context().close();
  }, 120_000);

  it('is changed as a whole, also where rows have not come yet, and taken back', async () => {
    const page = await world.page();
    await world.signIn(page, 'manager@example.test');
    await page.goto(`${world.address}/projects/${projectId}?standard=own`);
    await page.getByRole('button', { name: '批次處理' }).click();
    await page.getByRole('button', { name: /^選取(全部 \d+ 項|篩選出的全部)$/ }).click();
    await page.getByRole('button', { name: '更改狀態' }).click();
    await page.getByRole('dialog').getByRole('radio', { name: '進行中' }).click();
    await page.getByRole('button', { name: '套用' }).click();
    const offer = page.getByText(/已更新 19\d\d 項/);
    await offer.waitFor();
    await page.getByRole('button', { name: /^復\s?原$/ }).click();
    await page.getByText(/已復原 19\d\d 項/).waitFor();
    const doing = `/api/projects/${projectId}/work-items?status=doing`;
    expect((await manager.get<{ items: unknown[] }>(doing)).items).toEqual([]);
    await page.context().close();
  }, 60_000);
});
