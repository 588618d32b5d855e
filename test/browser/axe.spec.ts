import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import {
  DEAD_DOORS,
  dialogsOf,
  doorsOf,
  join,
  type Known,
  pagesOf,
  phonePagesOf,
  prepare,
  TEMPORARY_PAGES,
} from './screens';
import { atRest, inTheme, visit } from './looking';
import { DESK, PHONE, World } from './world';

/**
 * Every page and what opens over it, in both themes: axe has no serious or critical finding. The theme is switched under
 * the open page, as a device does in the evening, and only what can differ is looked at again.
 */
describe('everybody can read', () => {
  let world: World;
  let known: Known;

  beforeAll(async () => {
    world = await World.open();
    known = await prepare(world, await world.setUp());
  });
  afterAll(() => world.close());

  async function quietPage(size = DESK): Promise<Page> {
    const page = await world.page(size);
    await page.emulateMedia({ reducedMotion: 'reduce', colorScheme: 'light' });
    return page;
  }

  async function findings(page: Page, where: string): Promise<string[]> {
    const light = await serious(rules(page, 'light'), `${where}, light`);
    await page.emulateMedia({ colorScheme: 'dark' });
    await inTheme(page, 'dark');
    const dark = await serious(rules(page, 'dark'), `${where}, dark`);
    // The page that is opened next begins in the light.
    await page.emulateMedia({ colorScheme: 'light' });
    return [...light, ...dark];
  }

  const rules = (page: Page, theme: 'light' | 'dark') => {
    // No page of ours holds a frame: the "legacy mode" looks at the page alone, and opens no second one for the sums.
    const axe = new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ['violations'] });
    return theme === 'dark'
      ? axe.withRules(['color-contrast', 'link-in-text-block'])
      : axe.withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa']);
  };

  const serious = async (axe: AxeBuilder, where: string) => {
    const { violations } = await axe.analyze();
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .flatMap(({ id, nodes }) => nodes.slice(0, 3).map((node) => `${where}: ${id}: ${node.html.slice(0, 160)}`));
  };

  async function at(page: Page, paths: readonly string[]): Promise<string[]> {
    const found: string[] = [];
    for (const path of paths) {
      await visit(page, world.address + path);
      found.push(...(await findings(page, path)));
    }
    return found;
  }

  it('the pages before the sign-in', async () => {
    const page = await quietPage(PHONE);
    expect(await at(page, [...doorsOf(known), ...DEAD_DOORS])).toEqual([]);
    await page.close();
  });

  it('every page at a desk', async () => {
    const page = await quietPage();
    await world.signIn(page, 'manager@example.test');
    expect(await at(page, pagesOf(known))).toEqual([]);
    await page.close();
  }, 600_000);

  it('the crew’s pages on a phone, and the rest of its menu', async () => {
    const page = await quietPage(PHONE);
    await world.signIn(page, 'manager@example.test');
    const found = await at(page, phonePagesOf(known));
    await page.getByRole('button', { name: '更多' }).click();
    await page.getByRole('dialog').waitFor();
    await atRest(page);
    expect([...found, ...(await findings(page, 'more'))]).toEqual([]);
    await page.close();
  });

  it('what temporary staff have on a phone', async () => {
    const page = await quietPage(PHONE);
    const item = await join(page, world.address, known);
    expect(await at(page, [...TEMPORARY_PAGES, item])).toEqual([]);
    await page.close();
  });

  it('what opens over a page', async () => {
    const page = await quietPage();
    await world.signIn(page, 'manager@example.test');
    const found: string[] = [];
    for (const { what, path, open } of dialogsOf(known)) {
      await visit(page, world.address + path);
      await open(page);
      await page.getByRole('dialog').waitFor();
      await atRest(page);
      found.push(...(await findings(page, what)));
    }
    expect(found).toEqual([]);
    await page.close();
  });
});
