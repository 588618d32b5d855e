import AxeBuilder from '@axe-core/playwright';
import { type Page } from 'playwright-core';
import { type Api, DESK, inDays, PHONE, TOO_SMALL, TOO_WIDE, until, World } from './world';

/** Every screen in both languages and both sizes: opens without an error, can be read by everybody, fits its window. */
describe('every screen', () => {
  let world: World;
  let manager: Api;
  let paths: string[];
  let projectId: string;

  beforeAll(async () => {
    world = await World.open();
    manager = await world.setUp();
    const start = { template: 'conference', name: '2028 數位轉型論壇', opening: inDays(120), closing: inDays(122) };
    const { id } = await manager.post<{ id: string }>('/api/projects', start);
    projectId = id;
    const { items } = await manager.get<{ items: { id: string }[] }>(`/api/projects/${id}/work-items`);
    const { teams } = await manager.get<{ teams: { id: string }[] }>(`/api/projects/${id}`);
    const project = `/projects/${id}`;
    paths = [
      ...[
        '/my-work',
        '/projects',
        '/projects/new',
        '/inbox',
        '/inbox?done=true&kind=returned',
        '/acceptance',
        '/my-work?view=hand-out',
        '/my-work?group=project',
        '/templates',
        '/templates/conference',
        '/standards',
        '/people',
        '/calendars',
        '/outbox',
        '/operations',
        '/account',
      ],
      ...[
        '/standards/conference-project-executive',
        project,
        `${project}/overview`,
        `${project}/board`,
        `${project}/board?row=${teams[0]!.id}&stage=preparation`,
        `${project}/schedule`,
        `${project}/schedule?view=timeline`,
        `${project}/people`,
        `${project}/activity`,
        `${project}/settings`,
      ],
      `${project}/items/${items[0]!.id}`,
      '/no-such-page',
    ];
  });
  afterAll(() => world.close());

  const faultsOf = (page: Page) => {
    const faults: string[] = [];
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
    page.on(
      'response',
      (response) =>
        response.status() >= 400 &&
        !response.url().endsWith('/api/me') &&
        faults.push(`${response.status()} ${response.url()}`),
    );
    return faults;
  };
  const visit = async (page: Page, path: string) => {
    await page.goto(world.address + path);
    await page.locator('main h1').first().waitFor();
    await page.locator('.skeleton').first().waitFor({ state: 'detached' });
    // What is still sliding in looks paler than it will.
    const moving = () => page.evaluate<number>('document.getAnimations().length');
    await until(async () => (await moving()) === 0, `${path} to come to rest`);
  };
  const serious = async (page: Page, path: string) => {
    const axe = new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa']).options({ resultTypes: ['violations'] });
    const { violations } = await axe.analyze();
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => `${path}: ${id}: ${nodes[0]?.html.slice(0, 160)}`);
  };

  it('opens without an error, fits a desk, and axe has no serious finding', async () => {
    const page = await world.page();
    await world.signIn(page, 'manager@example.test');
    const faults = faultsOf(page);
    for (const path of paths) {
      await visit(page, path);
      const wider = await page.evaluate<number>(TOO_WIDE);
      if (wider > 0) faults.push(`${path} is ${wider} px wider than the window`);
      faults.push(...(await serious(page, path)));
    }
    expect(faults).toEqual([]);
  });

  it('opens without an error and fits a phone and its thumb', async () => {
    const page = await world.page(PHONE);
    await world.signIn(page, 'manager@example.test');
    const faults = faultsOf(page);
    for (const path of paths) {
      await visit(page, path);
      const wider = await page.evaluate<number>(TOO_WIDE);
      if (wider > 0) faults.push(`${path} is ${wider} px wider than the window`);
      for (const small of await page.evaluate<string[]>(TOO_SMALL)) faults.push(`${path}: too small: ${small}`);
    }
    expect(faults).toEqual([]);
  });

  it('opens for temporary staff on a phone: what they have, and no more', async () => {
    const page = await world.page(PHONE);
    const faults = faultsOf(page);
    const { teams } = await manager.get<{ teams: { id: string }[] }>(`/api/projects/${projectId}`);
    const code = { teamId: teams[0]!.id, hours: 24, most: 5 };
    const { link } = await manager.post<{ link: string }>('/api/join-codes', code);
    await page.goto(link);
    await page.getByLabel('您的姓名').fill('林小美');
    faults.push(...(await serious(page, '/join')));
    for (const small of await page.evaluate<string[]>(TOO_SMALL)) faults.push(`/join: too small: ${small}`);
    await page.getByLabel('我看過上面的說明').check();
    await page.getByRole('button', { name: '加入' }).tap();
    await page.waitForURL('**/team-work');
    const item = (await page.locator('.line-title').first().getAttribute('href'))!;
    for (const path of ['/my-work', '/team-work', '/inbox', '/account', item, '/join-over']) {
      await visit(page, path);
      const wider = await page.evaluate<number>(TOO_WIDE);
      if (wider > 0) faults.push(`${path} is ${wider} px wider than the window`);
      for (const small of await page.evaluate<string[]>(TOO_SMALL)) faults.push(`${path}: too small: ${small}`);
      faults.push(...(await serious(page, path)));
    }
    expect(faults).toEqual([]);
  });

  it('speaks English throughout when asked to', async () => {
    await manager.patch('/api/me', { locale: 'en' });
    const page = await world.page(DESK, 'en-US');
    await page.goto(`${world.address}/sign-in`);
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByLabel('E-mail').fill('manager@example.test');
    await page.getByLabel('Password', { exact: true }).fill('a password for tests');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
    const chinese: string[] = [];
    // What people wrote, and the standards' own wording, stay as they are.
    for (const path of [
      '/my-work',
      '/projects',
      '/inbox',
      '/acceptance',
      '/my-work?view=hand-out',
      '/projects/new',
      '/people',
      '/calendars',
      '/outbox',
      '/account',
      `/projects/${projectId}`,
      `/projects/${projectId}/overview`,
      `/projects/${projectId}/schedule?view=timeline`,
      `/projects/${projectId}/people`,
      `/projects/${projectId}/activity`,
      `/projects/${projectId}/settings`,
      '/no-such-page',
    ]) {
      await visit(page, path);
      const words = await page.locator('nav, h1, h2, h3, button:not(.link-button), label, [role=tab]').allInnerTexts();
      chinese.push(
        ...words
          .filter((word) => /[\u4e00-\u9fff]/.test(word) && !/中文|會展專案工作台|林怡君|2028 數位轉型論壇/.test(word))
          .map((word) => `${path}: ${word}`),
      );
    }
    expect(chinese).toEqual([]);
    await manager.patch('/api/me', { locale: 'zh-TW' });
  });
});
