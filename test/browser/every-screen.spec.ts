import type { Page } from 'playwright-core';
import { doorsOf, join, type Known, pagesOf, prepare, TEMPORARY_PAGES } from './screens';
import { faultsOf, visit } from './looking';
import { type Api, DESK, PHONE, TOO_SMALL, TOO_WIDE, World } from './world';

/** What the English screens may say in Chinese: what people wrote, and the standards' own wording. */
const MAY_BE_CHINESE =
  /中文（臺灣）|中文|會展專案工作台|林怡君|王小明|2028 數位轉型論壇|簽訂場地合約|合約|平面圖|本會範本/;
const IN_THE_STANDARDS_WORDS = /^\/(templates|standards|house-templates)|\/items\/|\/next-edition/;

/** Every screen in both languages and both sizes: opens without an error, asks no other host, fits its window. */
describe('every screen', () => {
  let world: World;
  let manager: Api;
  let known: Known;

  beforeAll(async () => {
    world = await World.open();
    manager = await world.setUp();
    known = await prepare(world, manager);
  });
  afterAll(() => world.close());

  async function faultsAt(page: Page, paths: readonly string[]): Promise<string[]> {
    const faults = faultsOf(page, world.address);
    for (const path of paths) {
      await visit(page, world.address + path);
      const wider = await page.evaluate<number>(TOO_WIDE);
      if (wider > 0) faults.push(`${path} is ${wider} px wider than the window`);
      if (page.viewportSize()?.width !== PHONE.width) continue;
      for (const small of await page.evaluate<string[]>(TOO_SMALL)) faults.push(`${path}: too small: ${small}`);
    }
    return faults;
  }

  it.each([
    ['a desk', DESK],
    ['a phone and its thumb', PHONE],
  ])('opens without an error and fits %s', async (_, size) => {
    const page = await world.page(size);
    const outside = await faultsAt(page, doorsOf(known));
    await world.signIn(page, 'manager@example.test');
    expect([...outside, ...(await faultsAt(page, pagesOf(known)))]).toEqual([]);
    await page.close();
  });

  it('opens for temporary staff on a phone: what they have, and no more', async () => {
    const page = await world.page(PHONE);
    const item = await join(page, world.address, known);
    expect(await faultsAt(page, [...TEMPORARY_PAGES, item])).toEqual([]);
    await page.close();
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
    for (const path of pagesOf(known).filter((one) => !IN_THE_STANDARDS_WORDS.test(one))) {
      await visit(page, world.address + path);
      expect(await page.locator('html').getAttribute('lang')).toBe('en');
      const words = await page.locator('nav, h1, h2, h3, button:not(.link-button), label, [role=tab]').allInnerTexts();
      chinese.push(
        ...words
          .filter((word) => /[\u4e00-\u9fff]/.test(word.replace(new RegExp(MAY_BE_CHINESE, 'g'), '')))
          .map((word) => `${path}: ${word}`),
      );
    }
    expect(chinese).toEqual([]);
    await manager.patch('/api/me', { locale: 'zh-TW' });
  });
});
