import { randomUUID } from 'node:crypto';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { chromiumHere, launch, PHONE } from '../../browser/world';
import { type Job, measure } from '../gauge';
import { percentile } from '../stats';
import type { World } from '../world';

const TICKS = 30;
/** A phone of some years ago beside the machine that measures. */
const SLOWER = 4;
/** A person looks at what they ticked before the next tap; the answer of the server has come by then. */
const BETWEEN_MS = 700;
const UNTICKED = 'input[type=checkbox]:not(:checked)';

/** Milliseconds from the lift of the finger until a frame with one more tick in it was painted; null where it met no box. */
const WATCH = `window.tickPainted = new Promise((painted, failed) => {
  setTimeout(() => failed(new Error('The tick was never painted')), 15_000);
  const ticks = () => document.querySelectorAll('input[type=checkbox]:checked').length;
  const before = ticks();
  let lifted = 0;
  addEventListener('pointerup', ({ target, timeStamp }) => {
    lifted = timeStamp;
    if (!target.matches(${JSON.stringify(UNTICKED)})) painted(null);
  }, { capture: true, once: true });
  const look = () => {
    if (lifted === 0 || ticks() <= before) return requestAnimationFrame(look);
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => painted(performance.now() - lifted);
    port2.postMessage(null);
  };
  requestAnimationFrame(look);
}); undefined`;
const BARE_PAGE = `<!doctype html><meta name="viewport" content="width=device-width">${'<p><input type="checkbox"></p>'.repeat(TICKS)}`;

/** One tap on a check of an item page, beside the same tap on a page of plain boxes in the same slowed-down Chromium. */
export const paint: Job = {
  name: 'paint',
  run: async (gauge) => {
    if (!chromiumHere()) return [];
    const browser = await launch();
    try {
      const times = gauge.small ? 2 : TICKS;
      const all: number[] = [];
      const item = await itemPage(browser, gauge.world);
      const bare = await barePage(browser);
      const figure = await measure(gauge, {
        job: `tap to painted tick, ${SLOWER} × slower, p50`,
        unit: 'ms',
        ours: async () => {
          const ms = await item.ticks(times);
          all.push(...ms);
          return percentile(ms, 0.5);
        },
        floor: async () => percentile(await bare.ticks(times), 0.5),
        more: () => `p95 ${percentile(all, 0.95).toFixed(0)} ms, ${all.length} ticks`,
      });
      return [figure];
    } finally {
      await browser.close();
    }
  },
};

interface Ticked {
  ticks(times: number): Promise<number[]>;
}

async function barePage(browser: Browser): Promise<Ticked> {
  const page = await (await phone(browser)).newPage();
  await page.setContent(BARE_PAGE);
  const ticks = async (times: number) => {
    await page.evaluate('document.querySelectorAll("input").forEach((one) => (one.checked = false))');
    return tapped(page, 'p', times);
  };
  return { ticks: await slowed(page, ticks) };
}

/** The item with the most checks, in a project of as many items as the largest template has. */
async function itemPage(browser: Browser, world: World): Promise<Ticked> {
  const project = world.project(1);
  const [item] = await world.bare.all(
    `SELECT c.work_item_id AS id FROM checks c JOIN work_items w ON w.id = c.work_item_id
      WHERE c.project_id = ? AND c.state <> 'not-applicable' AND w.status IN ('to-do', 'doing')
        AND EXISTS (SELECT 1 FROM deliverables d WHERE d.work_item_id = w.id AND d.status = 'open')
      GROUP BY c.work_item_id ORDER BY COUNT(*) DESC LIMIT 1`,
    [project],
  );
  const context = await phone(browser);
  const [name, value] = (await world.cookieOf(world.member(project, 0))).split('=') as [string, string];
  await context.addCookies([{ name, value, url: world.address }]);
  const page = await context.newPage();
  const address = `${world.address}/projects/${project}/items/${String(item!.id)}`;
  const ticks = async (times: number) => {
    const ms: number[] = [];
    while (ms.length < times) {
      await takeBack(page, world, String(item!.id));
      await page.goto(address);
      await page.locator('.check').first().waitFor();
      await page.waitForLoadState('networkidle');
      const open = await page.locator(`.check ${UNTICKED}`).count();
      if (open === 0) throw new Error('There is nothing to tick');
      ms.push(...(await tapped(page, '.check', Math.min(open, times - ms.length))));
    }
    return ms;
  };
  return { ticks: await slowed(page, ticks) };
}

/** Taps so many boxes that are not ticked yet. */
async function tapped(page: Page, row: string, times: number): Promise<number[]> {
  const ms: number[] = [];
  for (let taps = 0; ms.length < times; taps += 1) {
    if (taps === 3 * times) throw new Error('The page never stands still under the finger');
    const box = page.locator(`${row} ${UNTICKED}`).first();
    await page.evaluate(`document.querySelector('${row} ${UNTICKED}').scrollIntoView({ block: 'center' })`);
    const { x, y, width, height } = (await box.boundingBox())!;
    await page.evaluate(WATCH);
    await page.touchscreen.tap(x + width / 2, y + height / 2);
    // What a tick changes above it may move the page under the next tap.
    const took = await page.evaluate<number | null>('window.tickPainted');
    if (took !== null) ms.push(took);
    await page.waitForTimeout(BETWEEN_MS);
  }
  return ms;
}

/** Behind the page's back, which is then opened anew. */
async function takeBack(page: Page, world: World, itemId: string): Promise<void> {
  const ticked = await world.bare.all("SELECT id FROM checks WHERE work_item_id = ? AND state = 'ticked'", [itemId]);
  for (const { id } of ticked) {
    const headers = { 'x-requested-with': 'convener', 'idempotency-key': randomUUID() };
    const answer = await page.request.post(`${world.address}/api/checks/${String(id)}/untick`, { headers });
    if (!answer.ok()) throw new Error(`${answer.status()} ${await answer.text()}`);
  }
}

function phone(browser: Browser): Promise<BrowserContext> {
  return browser.newContext({ viewport: PHONE, hasTouch: true, locale: 'zh-TW', timezoneId: 'Asia/Taipei' });
}

/**
 * With the page slowed down only while it is being measured: a slowed-down page keeps most of a core busy even when it
 * rests, and two of them left the drawing of both no core to run on.
 */
async function slowed(page: Page, ticks: Ticked['ticks']): Promise<Ticked['ticks']> {
  const devtools = await page.context().newCDPSession(page);
  const slower = (rate: number) => devtools.send('Emulation.setCPUThrottlingRate', { rate });
  return async (times) => {
    await slower(SLOWER);
    const ms = await ticks(times);
    await slower(1);
    return ms;
  };
}
