import type { Page } from 'playwright-core';
import { type Known, prepare } from './screens';
import { inTheme, visit } from './looking';
import { type Api, until, World } from './world';

/** The lightness of a colour as the browser tells it: 0 black, 255 white. */
const lightness = (colour: string) => Math.max(...(colour.match(/[\d.]+/g) ?? []).slice(0, 3).map(Number));

/** What moves though nobody wants it to: a dialog or a list at all, anything else for longer than a moment. */
const MOVED = `new Promise((resolve) => {
  const seen = new Set();
  const end = performance.now() + 1000;
  const look = () => {
    for (const { effect, animationName = '' } of document.getAnimations()) {
      if (/^css-.*(zoom|fade|slide)/i.test(animationName)) seen.add(animationName);
      if (effect.getComputedTiming().endTime > 350) seen.add(effect.target.className);
    }
    if (performance.now() < end) requestAnimationFrame(look);
    else resolve([...seen]);
  };
  look();
})`;

describe('light, dark and paper', () => {
  let world: World;
  let manager: Api;
  let known: Known;
  let page: Page;

  beforeAll(async () => {
    world = await World.open();
    manager = await world.setUp();
    known = await prepare(world, manager);
    page = await world.page();
    await world.signIn(page, 'manager@example.test');
  });
  afterAll(() => world.close());

  const paperOf = async (one: Page) =>
    lightness(await one.evaluate<string>('getComputedStyle(document.body).backgroundColor'));

  it('follows the device while the page is open, antd’s own fields included', async () => {
    await visit(page, `${world.address}/account`);
    await inTheme(page, 'light');
    await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
    await inTheme(page, 'dark');
    expect(await paperOf(page)).toBeLessThan(60);
    const field = `getComputedStyle(document.querySelector('main input[autocomplete=name]'))`;
    expect(lightness(await page.evaluate(`${field}.backgroundColor`))).toBeLessThan(60);
    expect(lightness(await page.evaluate(`${field}.color`))).toBeGreaterThan(200);
  });

  it('keeps what was chosen on this device', async () => {
    await page.getByRole('radio', { name: '淺色' }).check();
    await inTheme(page, 'light');
    await visit(page, `${world.address}/projects`);
    await inTheme(page, 'light');
    expect(await paperOf(page)).toBeGreaterThan(240);
  });

  it('starts in what was chosen without a flash of the other', async () => {
    const context = await world.context();
    await context.addInitScript("localStorage.setItem('convener.theme', 'dark')");
    const again = await context.newPage();
    // The first thing that can be painted: the app itself never arrives.
    const html = await (await fetch(world.address)).text();
    const app = [...html.matchAll(/(?:type="module" crossorigin src|modulepreload" crossorigin href)="([^"]+)"/g)];
    expect(app.length).toBeGreaterThan(1);
    for (const [, file] of app) await again.route(`**${file}`, (route) => route.abort());
    await again.goto(world.address);
    expect(await again.evaluate('document.body.innerText')).toBe('');
    expect(await paperOf(again)).toBeLessThan(60);
    await context.close();
  });

  it('opens lists where they belong and dialogs at once, and lets no button ripple, for whoever wants nothing to move', async () => {
    const context = await world.context(undefined, 'zh-TW', { reducedMotion: 'reduce' });
    const still = await context.newPage();
    await world.signIn(still, 'manager@example.test');
    await visit(still, `${world.address}/projects/${known.project}`);
    await still.getByLabel('分組方式').click();
    await until(async () => {
      const box = await still.locator('.ant-select-dropdown').boundingBox();
      return box !== null && box.x > 0 && box.y > 0;
    }, 'the list in sight');
    await still.keyboard.press('Escape');
    const moved = still.evaluate<string[]>(MOVED);
    await still.getByRole('button', { name: '新增工作' }).click();
    await still.getByRole('dialog').waitFor();
    expect(await moved).toEqual([]);
    expect(await still.evaluate('document.activeElement.matches("[role=dialog] input")')).toBe(true);
    await context.close();
  });

  it('goes back to the device, and gives the browser its paper for the bars around the page', async () => {
    await visit(page, `${world.address}/account`);
    await page.getByRole('radio', { name: '跟著裝置' }).check();
    await inTheme(page, 'dark');
    const bar = await page.locator('meta[name=theme-color]').first().getAttribute('content');
    expect(Number.parseInt(bar!.slice(1, 3), 16)).toBeLessThan(60);
  });

  it.each([
    ['checklist', '', ['簽訂場地合約', '工作清單']],
    ['item', '/items/$item', ['簽訂場地合約', '平面圖', '取消條款已看過']],
    ['overview', '/overview', ['總覽', '簽訂場地合約']],
    ['timeline', '/schedule?view=timeline', ['排程', '簽訂場地合約']],
    ['people', '/people', ['人員與小組', '王小明']],
  ])('prints the %s of a dark screen black on white, with whose view of when it is', async (_, path, says) => {
    await visit(page, `${world.address}/projects/${known.project}${path.replace('$item', known.item)}`);
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    const head = page.locator('.print-head');
    await head.waitFor();
    expect(await head.innerText()).toMatch(/Convener.*\d{4}\/\d{2}\/\d{2} \d{2}:\d{2} 由 林怡君 列印/s);
    const paper = await page.evaluate<string>('document.body.innerText');
    for (const word of ['2028 數位轉型論壇', ...says]) expect(paper).toContain(word);
    // Places to go and things to press.
    for (const word of ['我的工作', '寄件紀錄', '編輯', '新增工作', '新增交付項目', '送交驗收'])
      expect(paper).not.toContain(word);
    expect(await paperOf(page)).toBe(255);
    const inks = await page.evaluate<string[]>(
      `[...document.querySelectorAll('main :is(h1, h2, h3, a)')].map((one) => getComputedStyle(one).color)`,
    );
    expect(inks.length).toBeGreaterThan(2);
    for (const ink of inks) expect(lightness(ink)).toBeLessThan(100);
    await page.emulateMedia({ media: 'screen', colorScheme: 'dark' });
    await head.waitFor({ state: 'detached' });
  });

  it('prints what is folded on screen', async () => {
    type Text = { knowledge: { code: string; text: string }[]; duties: { tasks: { knowledge: string[] }[] }[] };
    const { knowledge, duties } = await manager.get<Text>('/api/standards/conference-project-executive');
    const { text } = knowledge.find(({ code }) => code === duties[0]!.tasks[0]!.knowledge[0])!;
    await visit(page, `${world.address}/standards/conference-project-executive`);
    const asked = page.locator('.competences').first();
    expect(await asked.innerText()).not.toContain(text);
    await page.emulateMedia({ media: 'print' });
    expect(await asked.innerText()).toContain(text);
  });
});
