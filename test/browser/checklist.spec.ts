import type { Page } from 'playwright-core';
import { type Api, choose, inDays, PASSWORD, until, World } from './world';

interface Row {
  id: string;
  title: string;
  status: string;
  assignee: { id: string; name: string } | null;
  dueDay: string | null;
}

/** The checklist at a desk, by mouse and by keyboard alone, in both languages. */
describe('the checklist at a desk', () => {
  let world: World;
  let manager: Api;
  let member: Api;
  let projectId: string;

  beforeAll(async () => {
    world = await World.open();
    manager = await world.setUp();
    const start = { template: 'conference', name: '2028 海洋論壇', opening: inDays(500), closing: inDays(502) };
    projectId = (await manager.post<{ id: string }>('/api/projects', start)).id;
    member = await world.invite(manager, '王小明', 'member@example.test', { projectId, projectRole: 'member' });
  });
  afterAll(() => world.close());

  const rowsOf = async (query = '') =>
    (await manager.get<{ items: Row[] }>(`/api/projects/${projectId}/work-items?limit=200${query}`)).items;
  const open = async (query = '', page?: Page) => {
    page ??= await world.page();
    await world.signIn(page, 'manager@example.test');
    await page.goto(`${world.address}/projects/${projectId}${query}`);
    await page.locator('.line').first().waitFor();
    return page;
  };
  const titleWithFocus = (page: Page) => page.evaluate<string>('document.activeElement.textContent');
  const add = (title: string, more: object = {}) =>
    manager.post<Row>(`/api/projects/${projectId}/work-items`, { title, stage: 'proposal', ...more });

  it('is grouped in five ways, which the address keeps', async () => {
    await add('自家的工作');
    const page = await open();
    const headings = async () => (await page.locator('.checklist h2').allInnerTexts()).map((text) => text.trim());
    expect((await headings()).slice(0, 2)).toEqual(['提案', '籌備']);
    for (const [by, last] of [
      ['依小組', '未分小組'],
      ['依工作流程', '自訂工作'],
      ['依負責人', '待認領'],
      ['依職能基準', '自訂工作'],
    ] as const) {
      await choose(page, '分組方式', by);
      await until(async () => (await headings()).at(-1) === last, `${by} to end with ${last}`);
    }
    await page.reload();
    await until(async () => (await headings()).includes('會議專案經理'), 'the standards by their names');
    await page.context().close();
  });

  it('is narrowed down to a person, a workflow and a standard by the address', async () => {
    const { id } = await add('給王小明的', { assigneeId: member.id });
    const page = await open(`?assignee=${member.id}`);
    expect(await page.locator('.line .cover').allInnerTexts()).toEqual(['給王小明的']);
    await page.goto(`${world.address}/projects/${projectId}?standard=own&workflow=own&assignee=${member.id}`);
    await page.locator(`[data-row="${id}"]`).waitFor();
    expect(await page.locator('.line').count()).toBe(1);
    const file = page.getByRole('link', { name: '匯出 XLSX' });
    expect(await file.getAttribute('href')).toContain(`assignee=${member.id}`);
    await page.context().close();
  });

  it('goes by keyboard alone: from row to row, choosing, assigning together, and taking it back', async () => {
    const page = await open('?stage=before');
    const rows = await rowsOf('&stage=before');
    await page.keyboard.press('j');
    await until(async () => (await titleWithFocus(page)).includes(rows[0]!.title), 'the first row');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('k');
    await page.keyboard.press('x');
    await page.keyboard.press('Shift+J');
    await page.keyboard.press('Shift+J');
    await page.getByText('已選 3 項').waitFor();
    await page.keyboard.press('a');
    await page.getByRole('dialog').getByText('指派 3 個工作項目').waitFor();
    await page.getByRole('dialog').getByLabel('負責人', { exact: true }).focus();
    await page.keyboard.type('王小');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: '套用' }).press('Enter');
    await page.getByText('已更新 3 項').waitFor();
    const chosen = rows.slice(0, 3).map(({ id }) => id);
    const assigned = async () =>
      (await rowsOf(`&assignee=${member.id}`)).filter(({ id }) => chosen.includes(id)).length;
    expect(await assigned()).toBe(3);
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await page.keyboard.press('Control+z');
    await page.getByText('已復原 3 項').waitFor();
    expect(await assigned()).toBe(0);
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: '鍵盤快速鍵' }).getByText('就地編輯這一列').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog', { name: '鍵盤快速鍵' }).waitFor({ state: 'hidden' });
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/items\//);
    await page.context().close();
  });

  it('is edited in place by keyboard: Enter saves and Escape leaves it as it was', async () => {
    const { id } = await add('就地改這一項', { dueDay: inDays(100) });
    const page = await open(`?q=${encodeURIComponent('就地改')}`);
    await page.keyboard.press('j');
    await page.keyboard.press('a');
    await page.locator('.line-editing .ant-select-open').waitFor();
    await page.keyboard.type('王小');
    await page.locator('.ant-select-item-option-active', { hasText: '王小明' }).waitFor();
    await page.keyboard.press('Enter');
    await page.locator('.line-editing .ant-select-open').waitFor({ state: 'detached' });
    await page.keyboard.press('Enter');
    await page.locator(`[data-row="${id}"]`).getByText('王小明').waitFor();
    await until(async () => (await titleWithFocus(page)).includes('就地改這一項'), 'the focus to come back');
    await until(async () => (await rowsOf(`&assignee=${member.id}`)).some((row) => row.id === id), 'it to be saved');
    await page.keyboard.press('d');
    const start = page.getByLabel('開始日', { exact: true });
    await start.waitFor();
    await page.keyboard.press('Escape');
    await start.waitFor({ state: 'detached' });
    await page.keyboard.press('e');
    await page.getByLabel('期限', { exact: true }).fill(inDays(90));
    await page.keyboard.press('Enter');
    await until(async () => (await rowsOf('&standard=own')).some((row) => row.dueDay === inDays(90)), 'the day');
    await page.context().close();
  });

  it('is edited again before the first save is answered, and both are kept', async () => {
    const { id } = await add('改了再改', { dueDay: inDays(100) });
    const page = await open(`?q=${encodeURIComponent('改了再改')}`, await world.pageToRoute());
    const answers: (() => void)[] = [];
    await page.route(`**/api/work-items/${id}`, async (route) => {
      const response = await route.fetch();
      await new Promise<void>((resolve) => answers.push(resolve));
      await route.fulfill({ response });
    });
    const row = page.locator(`[data-row="${id}"]`);
    const stored = async () => (await rowsOf('&standard=own')).find((one) => one.id === id)!;
    await page.getByRole('button', { name: '就地編輯「改了再改」' }).click();
    await page.getByLabel('期限', { exact: true }).fill(inDays(90));
    await page.keyboard.press('Enter');
    await until(() => Promise.resolve(answers.length === 1), 'the first save');
    expect((await stored()).dueDay).toBe(inDays(90));
    await row.getByRole('button', { name: '就地編輯「改了再改」' }).click();
    answers[0]!();
    await page.locator('.line-editing').getByLabel('負責人', { exact: true }).fill('王小');
    await page.locator('.ant-select-item-option-active', { hasText: '王小明' }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: '儲存' }).click();
    await until(() => Promise.resolve(answers.length === 2), 'the second save');
    answers[1]!();
    await row.getByText('王小明').waitFor();
    expect(await stored()).toMatchObject({ dueDay: inDays(90), assignee: { name: '王小明' } });
    await page.context().close();
  });

  it('tells in words what somebody else has changed meanwhile, and keeps what was chosen', async () => {
    const { id } = await add('兩個人改的', { dueDay: inDays(100) });
    const page = await open(`?q=${encodeURIComponent('兩個人')}`, await world.pageToRoute());
    await page.route('**/live', (route) => route.abort());
    await page.getByRole('button', { name: '就地編輯「兩個人改的」' }).click();
    await manager.patch(`/api/work-items/${id}`, { dueDay: inDays(80) });
    await page.locator('.line-editing').getByLabel('負責人', { exact: true }).fill('王小');
    await page.locator('.ant-select-item-option-active', { hasText: '王小明' }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: '儲存' }).click();
    await page.getByText(/期限已改為/).waitFor();
    expect(await page.locator('.line-editing').getByTitle('王小明').count()).toBeGreaterThan(0);
    await page.getByRole('button', { name: '儲存' }).click();
    await page.locator(`[data-row="${id}"]`).getByText('王小明').waitFor();
    await until(async () => (await rowsOf(`&assignee=${member.id}`)).some((row) => row.id === id), 'it to be saved');
    await page.context().close();
  });

  it('in English: all that a filter leaves gets another status, what can’t is named, and the history takes it back', async () => {
    await manager.patch('/api/me', { locale: 'en' });
    const page = await world.page({ width: 1280, height: 800 }, 'en-US');
    await page.goto(`${world.address}/sign-in`);
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByLabel('E-mail').fill('manager@example.test');
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
    await add('Banner', { titleEn: 'Banner' });
    await add('Banner stand', { titleEn: 'Banner stand', deliverables: [{ title: '設計圖' }] });
    await page.goto(`${world.address}/projects/${projectId}?q=Banner`);
    await page.getByRole('button', { name: 'Select', exact: true }).click();
    await page.getByRole('button', { name: 'Select all 2' }).click();
    await page.getByRole('button', { name: 'Change status' }).click();
    // By key, here and below: a press would meet the dialog while it still grows, and its release another place.
    await page.getByRole('dialog').getByRole('radio', { name: 'Done' }).press('Space');
    await page.getByRole('button', { name: 'Apply' }).click();
    const left = page.getByRole('dialog').filter({ hasText: '1 stays as it is' });
    await left.getByText('Banner stand').waitFor();
    await left.getByRole('button', { name: 'Close' }).press('Enter');
    expect((await rowsOf('&status=done')).map(({ title }) => title)).toEqual(['Banner']);
    await page.getByRole('link', { name: 'Activity', exact: true }).click();
    const past = page.getByRole('listitem').filter({ hasText: 'changed 1 work item' });
    await past.getByText('Status: Done').waitFor();
    await past.getByRole('button', { name: 'Undo' }).click();
    await past.getByText('undone').waitFor();
    await page.getByText('undid a bulk change in').first().waitFor();
    expect(await rowsOf('&status=done')).toEqual([]);
    await manager.patch('/api/me', { locale: 'zh-TW' });
    await page.context().close();
  });
});
