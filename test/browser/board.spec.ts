import { type Page } from 'playwright-core';
import { type Api, inDays, PHONE, TOO_WIDE, until, World } from './world';

interface Row {
  id: string;
  title: string;
  assignee: { name: string } | null;
}
interface Team {
  id: string;
  key: string;
}

/** What a thumb would miss in the panel beside the board, which stands outside of the page itself. */
const SMALL_IN_PANEL = `[...document.querySelectorAll('.board-drawer :is(button, a, input, summary)')]
  .filter((one) => one.offsetParent && !one.closest('p, .board-standard, .credit'))
  .map((one) => [one, (one.closest('.row-link, label, .ant-select') ?? one).getBoundingClientRect().height])
  .filter(([, height]) => height > 0 && height < 43.5)
  .map(([one, height]) => one.outerHTML.slice(0, 90) + ' ' + Math.round(height) + ' px')`;

describe('the board of sub-teams', () => {
  let world: World;
  let manager: Api;
  let lead: Api;
  let projectId: string;
  let registration: string;
  let desk: Page;

  beforeAll(async () => {
    world = await World.open();
    manager = await world.setUp();
    const start = { template: 'conference', name: '2028 智慧醫療研討會', opening: inDays(590), closing: inDays(592) };
    projectId = (await manager.post<{ id: string }>('/api/projects', start)).id;
    const project = await manager.get<{ teams: Team[] }>(`/api/projects/${projectId}`);
    registration = project.teams.find(({ key }) => key === 'registration')!.id;
    const to = { projectId, teamId: registration };
    lead = await world.invite(manager, '陳柏宇', 'lead@example.test', { ...to, lead: true });
    await world.invite(manager, '王思涵', 'member@example.test', to);
    desk = await world.page();
    await world.signIn(desk, 'lead@example.test');
  });
  afterAll(() => world.close());

  const board = () => `${world.address}/projects/${projectId}/board`;
  const cellOf = async (stage: string) => {
    const query = `team=${registration}&stage=${stage}`;
    return (await manager.get<{ items: Row[] }>(`/api/projects/${projectId}/board/cell?${query}`)).items;
  };
  const assignees = async (stage: string) => (await cellOf(stage)).map(({ assignee }) => assignee?.name ?? null);
  const panel = (page: Page) => page.getByRole('dialog');
  /** Typed and taken with Enter: a click would meet the list while it is still unfolding. */
  const choose = async (page: Page, field: string, name: string) => {
    const box = panel(page).getByRole('combobox', { name: field });
    await box.fill(name);
    await page.locator('.ant-select-item-option-active', { hasText: name }).waitFor();
    await box.press('Enter');
  };

  it('a lead sees it beside the checklist, and what the standards ask of whoever does the work of a cell', async () => {
    await desk.goto(`${world.address}/projects/${projectId}`);
    await desk.getByRole('link', { name: '小組分工' }).click();
    const count = (await cellOf('after')).length;
    await desk.getByRole('link', { name: `註冊與報到組，會後：未完成 ${count}、待認領 ${count}` }).click();
    await panel(desk).getByText(`未完成 ${count} 項`).waitFor();
    const asks = panel(desk).getByRole('region', { name: '職能基準的要求' });
    await asks.getByText('最高職能級別').waitFor();
    await asks.getByRole('link', { name: /會議專案執行人員/ }).waitFor();
    await asks.locator('summary', { hasText: '知識' }).click();
    expect(await asks.locator('.code').first().innerText()).toMatch(/^K\d+/);
  });

  it('hands the cell to a member, who finds it in their work', async () => {
    await choose(desk, '負責人', '王思涵（未完成 0）');
    const count = (await cellOf('after')).length;
    await panel(desk)
      .getByRole('button', { name: `分派 ${count} 項` })
      .click();
    await desk.getByText(`已更新 ${count} 項`).waitFor();
    expect(new Set(await assignees('after'))).toEqual(new Set(['王思涵']));
    const phone = await world.page(PHONE);
    await world.signIn(phone, 'member@example.test');
    const [{ title } = { title: '' }] = await cellOf('after');
    await phone
      .getByRole('link', { name: new RegExp(title) })
      .first()
      .waitFor();
  });

  it('takes what is ticked back into the pool and leaves the rest', async () => {
    const [first] = await cellOf('after');
    await panel(desk)
      .getByRole('checkbox', { name: `勾選「${first!.title}」` })
      .check();
    await panel(desk).getByRole('radio', { name: '放回待認領' }).check();
    await panel(desk).getByRole('button', { name: '分派 1 項' }).click();
    await until(async () => (await assignees('after'))[0] === null, 'the pool to get it back');
    expect((await assignees('after')).slice(1).every((name) => name === '王思涵')).toBe(true);
  });

  it('goes from cell to cell by arrow keys, opens one by Enter and closes it by Escape', async () => {
    await desk.goto(board());
    const cells = desk.getByRole('table', { name: '各小組 × 各階段' }).getByRole('link', { name: /：未完成/ });
    await cells.nth(1).focus();
    const name = () => desk.evaluate<string>('document.activeElement.getAttribute("aria-label")');
    const start = await name();
    await desk.keyboard.press('ArrowRight');
    expect(await name()).not.toBe(start);
    await desk.keyboard.press('ArrowLeft');
    expect(await name()).toBe(start);
    await desk.keyboard.press('ArrowDown');
    expect(await name()).not.toBe(start);
    await desk.keyboard.press('ArrowUp');
    await desk.keyboard.press('Enter');
    await panel(desk).waitFor();
    await desk.keyboard.press('Escape');
    await panel(desk).waitFor({ state: 'detached' });
    expect(new URL(desk.url()).search).toBe('');
  });

  it('shows a lead the cell of another sub-team without anything to hand out', async () => {
    await desk
      .getByRole('link', { name: /^議事組，/ })
      .first()
      .click();
    await panel(desk).getByText('這個小組的工作由組長或專案經理分派。').waitFor();
    expect(await panel(desk).getByRole('region', { name: '分派', exact: true }).count()).toBe(0);
    expect(await panel(desk).getByRole('checkbox').count()).toBe(0);
  });

  it('shows what others add meanwhile, and keeps what is ticked and who was chosen', async () => {
    const listening = desk.waitForResponse((response) => /\/live$/.test(response.url()) && response.ok());
    await desk.goto(`${board()}?row=${registration}&stage=during`);
    await listening;
    const [first] = await cellOf('during');
    const box = panel(desk).getByRole('checkbox', { name: `勾選「${first!.title}」` });
    await box.check();
    await choose(desk, '負責人', '陳柏宇');
    const own = { title: '報到台測試', stage: 'during', teamId: registration };
    await manager.post(`/api/projects/${projectId}/work-items`, own);
    await panel(desk).getByRole('link', { name: '報到台測試' }).waitFor();
    expect(await box.isChecked()).toBe(true);
    await panel(desk).getByRole('button', { name: '分派 1 項' }).click();
    await until(async () => (await assignees('during')).includes('陳柏宇'), 'the chosen one to be handed out');
    expect((await assignees('during')).filter((name) => name === null)).toHaveLength(
      (await cellOf('during')).length - 1,
    );
  });

  it('leads from a week of somebody to that work in the checklist', async () => {
    const members = await manager.get<{ members: { person: { id: string; name: string } }[] }>(
      `/api/projects/${projectId}`,
    );
    const { id: assigneeId } = members.members.find(({ person }) => person.name === '王思涵')!.person;
    const own = { title: '印製識別證', stage: 'before', teamId: registration, assigneeId, dueDay: inDays(8) };
    await manager.post(`/api/projects/${projectId}/work-items`, own);
    await desk.goto(board());
    await desk.getByRole('link', { name: /^王思涵，.+ 起：1 項$/ }).click();
    await desk.getByRole('link', { name: '印製識別證' }).waitFor();
    expect(await desk.locator('.checklist .line').count()).toBe(1);
    await desk.locator('.filters').getByTitle('王思涵').waitFor();
    await desk.getByRole('button', { name: /^期限：/ }).click();
    await until(async () => (await desk.locator('.checklist .line').count()) > 1, 'all that is hers');
  });

  it('leads to people where nobody is in a sub-team yet', async () => {
    const page = await world.page();
    await world.signIn(page, 'manager@example.test');
    await page.goto(board());
    const row = page.getByRole('row', { name: /^議事組/ });
    await row.getByText('還沒有組員').waitFor();
    await row.getByRole('link', { name: '加入組員' }).click();
    await page.waitForURL(/\/people$/);
  });

  it('is handed out on a phone in English, within its width and for a thumb', async () => {
    await lead.patch('/api/me', { locale: 'en' });
    const phone = await world.page(PHONE, 'en');
    await world.signIn(phone, 'lead@example.test');
    await phone.goto(board());
    const card = phone.getByRole('listitem').filter({ has: phone.getByRole('heading', { name: /^Registration/ }) });
    await card.getByRole('link', { name: /^Follow-up.*open/ }).tap();
    await panel(phone)
      .getByText(/open work items?$/)
      .first()
      .waitFor();
    expect(await phone.evaluate<number>(TOO_WIDE)).toBeLessThanOrEqual(0);
    expect(await phone.evaluate<string[]>(SMALL_IN_PANEL)).toEqual([]);
    await panel(phone)
      .getByRole('radio', { name: /^All \(/ })
      .check();
    await choose(phone, 'Assignee', '陳柏宇');
    await panel(phone)
      .getByRole('button', { name: /^Hand out/ })
      .tap();
    await phone.getByText(/^\d+ changed/).waitFor();
    expect(new Set(await assignees('after'))).toEqual(new Set(['陳柏宇']));
  });
});
