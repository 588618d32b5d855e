import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { type Known, prepare } from './screens';
import { visit } from './looking';
import { DESK, PHONE, World } from './world';

/** KB of packed scripts of a first visit, until the page is still and before anybody touches it. */
const BUDGET_KB = 300;

describe('what a first visit loads', () => {
  let world: World;
  let known: Known;
  const figures: string[] = [];

  beforeAll(async () => {
    world = await World.open();
    known = await prepare(world, await world.setUp());
  });
  afterAll(async () => {
    await world.close();
    process.stdout.write(`\nJavaScript of a first visit, gzip:\n${figures.join('\n')}\n`);
  });

  /** A browser that has never been here, but has a session where one is needed. */
  async function newcomer(size: typeof DESK, withSession: boolean): Promise<Page> {
    const page = await world.page(size);
    if (!withSession) return page;
    const before = await world.page(size);
    await world.signIn(before, 'manager@example.test');
    await page.context().addCookies(await before.context().cookies());
    await before.context().close();
    return page;
  }

  /** Every script that Chromium asks for until the page is still, as KB of gzip whatever it came packed in. */
  async function scriptsOf(page: Page, path: string): Promise<{ kb: number; hosts: Set<string> }> {
    const bodies: Promise<Buffer>[] = [];
    const hosts = new Set<string>();
    page.on('request', (request) => hosts.add(new URL(request.url()).host));
    page.on('response', (response) => {
      const ofWorker = response.request().serviceWorker() !== null || response.url().endsWith('/sw.js');
      if (!ofWorker && /javascript/.test(response.headers()['content-type'] ?? '')) bodies.push(response.body());
    });
    await visit(page, world.address + path);
    await page.waitForLoadState('networkidle');
    const packed = (await Promise.all(bodies)).map((body) => gzipSync(body).length);
    return { kb: packed.reduce((sum, one) => sum + one, 0) / 1024, hosts };
  }

  it.each<[string, typeof DESK, (known: Known) => string]>([
    ['sign-in', PHONE, () => '/sign-in'],
    ['survey', PHONE, ({ surveyLink }) => `/survey/${surveyLink}`],
    ['my work', PHONE, () => '/my-work'],
    ['item', PHONE, ({ project, item }) => `/projects/${project}/items/${item}`],
    ['checklist', DESK, ({ project }) => `/projects/${project}`],
    ['start', DESK, () => '/projects/new'],
  ])('stays within the budget, from this host alone: %s', async (name, size, pathOf) => {
    const page = await newcomer(size, name !== 'sign-in' && name !== 'survey');
    const { kb, hosts } = await scriptsOf(page, pathOf(known));
    figures.push(`  ${name.padEnd(10)} ${kb.toFixed(1).padStart(6)} of ${BUDGET_KB} KB`);
    // A page that loads next to nothing has not been measured.
    expect(kb).toBeGreaterThan(100);
    expect(kb).toBeLessThanOrEqual(BUDGET_KB);
    expect([...hosts]).toEqual([new URL(world.address).host]);
    await page.context().close();
  });
});
