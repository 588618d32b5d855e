import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Locator,
  type Page,
} from 'playwright-core';
import decodeQR from 'qr/decode.js';

const ROOT = join(__dirname, '..', '..');
const OWN_HEADER = { 'x-requested-with': 'convener' };
const SETUP_TOKEN = 'a-setup-token-for-browser-tests';
export const PASSWORD = 'a password for tests';
export const DESK = { width: 1280, height: 800 };
/** How many pixels the page is wider than its window. */
export const TOO_WIDE = 'document.documentElement.scrollWidth - window.innerWidth';
/** Buttons, links and boxes that a thumb would miss: lower than 44 px, unless their row or label takes the tap. */
export const TOO_SMALL = `[...document.querySelectorAll('main :is(button, a, input, summary), nav :is(button, a)')]
  .filter((one) => one.offsetParent && !one.closest('p') && !one.matches('[type=radio], [class*=clear-icon]'))
  .map((one) => {
    const around = one.matches('.cover') ? '.row-link' : 'label, .ant-select, .ant-input-affix-wrapper, .ant-picker';
    return [one, (one.closest(around) ?? one).getBoundingClientRect().height];
  })
  .filter(([, height]) => height > 0 && height < 43.5)
  .map(([one, height]) => one.outerHTML.slice(0, 90) + ' ' + Math.round(height) + ' px')`;
export const PHONE = { width: 390, height: 844 };

/** The built product as a newcomer runs it: one process on a fresh SQLite file, and a browser in front of it. */
export class World {
  private constructor(
    readonly address: string,
    private readonly server: ChildProcess,
    private readonly browser: Browser,
    private readonly folder: string,
  ) {}

  /** `more`: settings beside those of a newcomer, such as a mail server; `switches`: of the browser. */
  static async open(more: Record<string, string> = {}, switches: readonly string[] = []): Promise<World> {
    const folder = mkdtempSync(join(tmpdir(), 'convener-browser-'));
    const port = await freePort();
    const address = `http://127.0.0.1:${port}`;
    const env = {
      ...process.env,
      HOST: '127.0.0.1',
      PORT: String(port),
      PUBLIC_URL: address,
      DATA_DIR: folder,
      SETUP_TOKEN,
      LOG_LEVEL: 'error',
    };
    const server = spawn(process.execPath, [join(ROOT, 'dist/apps/api/main.js')], {
      env: { ...env, DATABASE_URL: '', REDIS_URL: '', SMTP_URL: '', ...more },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    await until(
      async () => (await fetch(`${address}/api/ready`).catch(() => null))?.ok === true,
      'the server to be ready',
    );
    return new World(address, server, await launch(switches), folder);
  }

  get setupLink(): string {
    return `${this.address}/setup?token=${SETUP_TOKEN}`;
  }

  /** A page of somebody's own browser, in Taiwan unless told otherwise. */
  async page(viewport = DESK, locale = 'zh-TW'): Promise<Page> {
    return (await this.context(viewport, locale)).newPage();
  }

  /**
   * The same for a test that answers requests itself. No service worker: what goes past one, a few in a hundred, never
   * comes to `route`.
   */
  async pageToRoute(viewport = DESK): Promise<Page> {
    return (await this.context(viewport, 'zh-TW', { serviceWorkers: 'block' })).newPage();
  }

  async context(viewport = DESK, locale = 'zh-TW', more: BrowserContextOptions = {}): Promise<BrowserContext> {
    const context = await this.browser.newContext({
      ...more,
      viewport,
      locale,
      timezoneId: 'Asia/Taipei',
      hasTouch: viewport.width < 600,
    });
    context.setDefaultTimeout(30_000);
    return context;
  }

  /** The first person, by the API. */
  async setUp(name = '林怡君'): Promise<Api> {
    return Api.as(this.address, '/api/setup', {
      token: SETUP_TOKEN,
      name,
      email: 'manager@example.test',
      password: PASSWORD,
    });
  }

  /** Somebody who accepts an invitation of `inviter`, by the API. */
  async invite(inviter: Api, name: string, email: string, invitation: object): Promise<Api> {
    const { link } = await inviter.post<{ link: string }>('/api/invitations', invitation);
    return Api.as(this.address, `/api/invitations/${link.split('/').at(-1)}/accept`, {
      name,
      email,
      password: PASSWORD,
    });
  }

  /** Signs somebody in through the page. */
  async signIn(page: Page, email: string): Promise<void> {
    await page.goto(`${this.address}/sign-in`);
    await page.getByLabel('電子郵件').fill(email);
    await page.getByLabel('密碼', { exact: true }).fill(PASSWORD);
    await page.getByRole('button', { name: '登入' }).click();
    await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
  }

  async close(): Promise<void> {
    await this.browser.close();
    const gone = new Promise((resolve) => this.server.once('exit', resolve));
    // Nobody is served any more, and its folder goes: it needs no time to end what runs.
    if (this.server.exitCode === null && this.server.kill('SIGKILL')) await gone;
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** Somebody at the API, to prepare what a journey needs and to look at what it left. */
export class Api {
  private constructor(
    private readonly address: string,
    private readonly cookie: string,
    readonly id: string,
  ) {}

  static async as(address: string, path: string, body: object): Promise<Api> {
    const response = await fetch(address + path, {
      method: 'POST',
      headers: { ...OWN_HEADER, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${path}: ${response.status} ${text}`);
    const cookie = response.headers.get('set-cookie')?.split(';')[0] ?? '';
    return new Api(address, cookie, (JSON.parse(text) as { id: string }).id);
  }

  get<T>(path: string): Promise<T> {
    return this.send<T>('GET', path);
  }

  post<T>(path: string, body: object = {}): Promise<T> {
    return this.send<T>('POST', path, body);
  }

  patch<T>(path: string, body: object): Promise<T> {
    return this.send<T>('PATCH', path, body, { 'if-match': '*' });
  }

  put<T>(path: string, body: object): Promise<T> {
    return this.send<T>('PUT', path, body, { 'if-match': '*' });
  }

  delete<T>(path: string): Promise<T> {
    return this.send<T>('DELETE', path);
  }

  private async send<T>(method: string, path: string, body?: object, headers: Record<string, string> = {}): Promise<T> {
    const typed: Record<string, string> = body ? { 'content-type': 'application/json' } : {};
    const response = await fetch(this.address + path, {
      method,
      headers: { ...OWN_HEADER, ...typed, ...headers, cookie: this.cookie },
      body: body && JSON.stringify(body),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
    return (text ? JSON.parse(text) : undefined) as T;
  }
}

/** Waits until `holds`, at most half a minute. */
export async function until(holds: () => Promise<boolean>, what: string | (() => string)): Promise<void> {
  for (let tries = 0; tries < 150; tries += 1) {
    if (await holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`Waited in vain for ${typeof what === 'string' ? what : what()}`);
}

/**
 * Somebody else acts between the next change that the page sends to `url` and its arrival: what a page hears of it live can
 * come no sooner than the press.
 */
export async function meanwhile(page: Page, url: string, acts: () => Promise<unknown>): Promise<void> {
  let acted = false;
  await page.route(url, async (route) => {
    if (!acted && route.request().method() !== 'GET') {
      acted = true;
      await acts();
    }
    await route.continue();
  });
}

/** Takes an option of a list with the arrow keys: a click would meet the list while it is still unfolding. */
export async function choose(page: Page, field: string, option: string, within: Page | Locator = page): Promise<void> {
  const box = within.getByRole('combobox', { name: field });
  await box.click();
  // The list of another field may still be folding up.
  const list = await box.getAttribute('aria-controls');
  const active = page.locator(`.ant-select-dropdown:has([id="${list}"]) .ant-select-item-option-active`);
  await active.waitFor();
  for (let tries = 0; tries < 50 && !(await active.innerText()).includes(option); tries += 1)
    await box.press('ArrowDown');
  await box.press('Enter');
}

/** `YYYY-MM-DD` so many days after today, in Taipei. */
export function inDays(count: number): string {
  return new Date(Date.now() + count * 86_400_000).toLocaleDateString('sv-SE', { timeZone: 'Asia/Taipei' });
}

/** Where this machine has its Chromium. */
export function chromiumHere(): string | undefined {
  const usual = ['/usr/bin/chromium', '/usr/bin/chromium-browser'];
  return process.env.CHROMIUM_PATH ?? usual.find((path) => existsSync(path));
}

/** `more`: switches beside those that every test needs. */
export function launch(more: readonly string[] = []): Promise<Browser> {
  const executablePath = chromiumHere();
  if (!executablePath)
    throw new Error('No Chromium here: apt-get install chromium fonts-noto-cjk, or set CHROMIUM_PATH');
  // Without these a machine that reaches no outside network waits for lookups that never end.
  const quiet = [
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--disable-quic',
    '--no-first-run',
  ];
  const root = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return chromium.launch({ executablePath, args: ['--disable-gpu', ...quiet, ...root, ...more] });
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });
}

/** The QR code in a picture; null where none can be read. */
export function qrIn(picture: { data: Uint8Array; width: number; height: number }): string | null {
  try {
    return decodeQR(picture, { timeLimit: 1000 });
  } catch {
    return null;
  }
}
