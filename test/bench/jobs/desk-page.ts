import type { Page } from 'playwright-core';
import { chromiumHere, launch, PHONE } from '../../browser/world';
import { type Figure, type Gauge, measure } from '../gauge';
import { percentile } from '../stats';

/** A phone of some years ago beside the machine that measures. */
const SLOWER = 4;
const KEYS = 20;

/** Milliseconds from a key in the search until a frame was painted that shows the guest first. */
const watch = (name: string) => `window.guestPainted = new Promise((painted, failed) => {
  setTimeout(() => failed(new Error('The guest was never shown')), 15_000);
  let typed = 0;
  addEventListener('input', ({ timeStamp }) => { typed = timeStamp; }, { capture: true, once: true });
  const look = () => {
    if (typed === 0 || !document.querySelector('.guests strong')?.textContent.includes(${JSON.stringify(name)}))
      return requestAnimationFrame(look);
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => painted(performance.now() - typed);
    port2.postMessage(null);
  };
  requestAnimationFrame(look);
}); undefined`;

/** Looking for guests at a desk of so many, in a slowed-down Chromium. */
export async function searching(gauge: Gauge, list: { id: string; cookie: string; rows: number }): Promise<Figure[]> {
  if (!chromiumHere()) return [];
  const browser = await launch();
  try {
    const context = await browser.newContext({ viewport: PHONE, hasTouch: true, locale: 'zh-TW' });
    const [name, value] = list.cookie.split('=') as [string, string];
    await context.addCookies([{ name, value, url: gauge.world.address }]);
    const page = await context.newPage();
    await page.goto(`${gauge.world.address}/check-in/${list.id}`);
    await page.getByLabel('報到台名稱').fill('量測');
    await page.getByRole('button', { name: '開始報到' }).click();
    await page.locator('.desk-search').waitFor();
    await page.waitForTimeout(1000);
    const devtools = await context.newCDPSession(page);
    const all: number[] = [];
    const ours = async () => {
      await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
      const ms = await typed(page, gauge.small ? 2 : KEYS, list.rows);
      await devtools.send('Emulation.setCPUThrottlingRate', { rate: 1 });
      all.push(...ms);
      return percentile(ms, 0.5);
    };
    const job = `a guest of ${list.rows.toLocaleString('en')} found as one types, ${SLOWER} × slower, p50`;
    const more = () => `p95 ${percentile(all, 0.95).toFixed(0)} ms, ${all.length} keys`;
    return [await measure(gauge, { job, unit: 'ms', ours, more })];
  } finally {
    await browser.close();
  }
}

async function typed(page: Page, times: number, rows: number): Promise<number[]> {
  const ms: number[] = [];
  for (let key = 0; key < times; key += 1) {
    const at = Math.floor((key / times) * rows);
    const search = page.locator('.desk-search');
    await search.fill(`T${String(at).padStart(5, '0').slice(0, 4)}`);
    await page.waitForTimeout(400);
    await page.evaluate(watch(`來賓${at}`));
    await search.press(String(at % 10));
    ms.push(await page.evaluate<number>('window.guestPainted'));
  }
  return ms;
}
