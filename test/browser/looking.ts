import type { Page } from 'playwright-core';

/** Opens a page and waits until it shows what it is for. */
export async function visit(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.locator('main h1').first().waitFor();
  await page.locator('.skeleton').first().waitFor({ state: 'detached' });
  await atRest(page);
}

/** By ourselves: the page's security policy forbids what waitForFunction does. */
const STANDS_STILL = `new Promise((still) => {
  const look = () => (document.getAnimations().length === 0 ? still() : requestAnimationFrame(look));
  requestAnimationFrame(look);
})`;

/** Waits until nothing moves any more: what is still coming in looks paler than it will. */
export async function atRest(page: Page): Promise<void> {
  await page.evaluate(STANDS_STILL);
}

/** Waits until the page is in the theme, all of it: a colour half-way between two is nobody's. */
export async function inTheme(page: Page, theme: 'light' | 'dark'): Promise<void> {
  await page.locator(`html[data-theme=${theme}]`).waitFor({ state: 'attached' });
  await page.evaluate(STANDS_STILL);
}

/** What goes wrong on a page from now on; other hosts are none of its business. */
export function faultsOf(page: Page, address: string): string[] {
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  // What could not be loaded is told below, with its address.
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      faults.push(message.text());
  });
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(`${address}/`) && !/^(data|blob):/.test(url)) faults.push(`asks another host: ${url}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400 && !response.url().endsWith('/api/me'))
      faults.push(`${response.status()} ${response.url()}`);
  });
  return faults;
}
