import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { buildStale } from './build.mjs';
import { node, ROOT } from './run.mjs';

/**
 * `npm run screenshots [-- name …]`: the README's pictures, taken from the built product with the demo loaded. Needs
 * Chromium. A new picture is one entry of PICTURES.
 */
const FOLDER = join(ROOT, 'docs/images');
const DESK = { viewport: { width: 1280, height: 800 } };
const PHONE = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true };
const DARK = { colorScheme: 'dark' };
const DAY_MS = 86_400_000;

/** `who` signs in, in `size`; `go` leads the page to what is to be seen. */
const PICTURES = [
  // The stage in which finished, running and waiting work meet.
  { name: 'checklist', who: manager, size: DESK, go: (page) => open(page, `/projects/${project}?stage=before`) },
  { name: 'item', who: manager, size: DESK, go: anItem },
  { name: 'overview', who: manager, size: DESK, go: (page) => open(page, `/projects/${project}/overview`) },
  {
    name: 'timeline',
    who: manager,
    size: DESK,
    go: (page) => open(page, `/projects/${project}/schedule?view=timeline`),
  },
  { name: 'run-sheet', who: manager, size: DESK, go: (page) => open(page, `/projects/${project}/run-sheet`) },
  { name: 'document', who: manager, size: DESK, go: (page) => open(page, `/projects/${project}/documents/budget`) },
  {
    name: 'closing-report',
    who: manager,
    size: DESK,
    go: (page) => open(page, `/projects/${project}/closing-report?chapter=sponsors`),
  },
  { name: 'start-template', who: manager, size: DESK, go: startTemplate },
  { name: 'start-preview', who: manager, size: DESK, go: startPreview },
  { name: 'item-dark', who: manager, size: { ...DESK, ...DARK }, go: anItem },
  { name: 'phone-my-work', who: member, size: PHONE, go: (page) => open(page, '/my-work') },
  { name: 'phone-item', who: member, size: PHONE, go: ownItem },
];

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !PICTURES.some((picture) => picture.name === name));
if (unknown.length > 0) throw new Error(`There is no picture ${unknown.join(', ')}`);
await buildStale('server', 'web');
const data = mkdtempSync(join(tmpdir(), 'convener-screenshots-'));
const port = await freePort();
const address = `http://127.0.0.1:${port}`;
const env = { HOST: '127.0.0.1', PORT: String(port), PUBLIC_URL: address, DATA_DIR: data, LOG_LEVEL: 'error' };
const settings = { ...env, DATABASE_URL: '', REDIS_URL: '', SMTP_URL: '' };
const { people, project } = await loadDemo();
const server = spawn(process.execPath, ['dist/apps/api/main.js'], {
  cwd: ROOT,
  env: { ...process.env, ...settings },
  stdio: ['ignore', 'ignore', 'inherit'],
});
let browser;
try {
  await answers(`${address}/api/ready`);
  browser = await launch();
  mkdirSync(FOLDER, { recursive: true });
  for (const picture of PICTURES) if (wanted.length === 0 || wanted.includes(picture.name)) await take(picture);
} finally {
  await browser?.close();
  server.kill('SIGTERM');
  await new Promise((resolve) => server.once('exit', resolve));
  rmSync(data, { recursive: true, force: true });
}

async function take({ name, who, size, go }) {
  const page = await signedIn(await who(), size);
  await go(page);
  await page.mouse.move(0, 0);
  await page.waitForLoadState('networkidle');
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: join(FOLDER, `${name}.png`), animations: 'disabled', caret: 'hide' });
  await page.context().close();
  console.log(`docs/images/${name}.png`);
}

async function anItem(page) {
  // Of a long checklist only what is in sight stands in the document.
  await open(page, `/projects/${project}?q=T2.6`);
  await page.getByRole('link', { name: /T2\.6 *執行文宣組工作/ }).click();
  await page.getByRole('heading', { name: /交付項目/ }).waitFor();
}

async function ownItem(page) {
  await open(page, '/my-work');
  await page.locator('.line-title').first().click();
  await page.getByRole('heading', { name: '交付項目' }).waitFor();
}

async function startTemplate(page) {
  await open(page, '/projects/new');
  await page.getByRole('button', { name: '國際會議', exact: true }).waitFor();
}

async function startPreview(page) {
  await startTemplate(page);
  await page.getByRole('button', { name: '國際會議', exact: true }).click();
  await page.getByLabel('專案名稱').fill('2028 臺灣智慧醫療國際論壇');
  await page.getByLabel('委託單位').fill('臺灣智慧醫療協會（示範）');
  await page.getByLabel('場地', { exact: false }).first().fill('高雄國際會議中心');
  await typeDay(page, '開幕日', 560);
  await typeDay(page, '閉幕日', 562);
  await page.getByRole('button', { name: '下一步' }).click();
  await page.getByRole('group', { name: '會議附帶展覽嗎？' }).getByRole('radio', { name: /^否/ }).click();
  await page.getByRole('button', { name: '下一步' }).click();
  await page.getByRole('button', { name: '看預覽' }).click();
  await page.getByText('55', { exact: true }).first().waitFor();
}

function manager() {
  return people.find(({ role }) => role === '專案經理');
}

/** The member whose work is spread widest over today, this week and later: the demo moves with the calendar. */
async function member() {
  let best = { buckets: -1 };
  for (const person of people.filter(({ role }) => role === '組員')) {
    const page = await signedIn(person, PHONE);
    const { items } = await (await page.request.get(`${address}/api/me/work`)).json();
    const buckets = new Set(items.map(({ mine, bucket }) => (mine ? bucket : 'pool'))).size;
    if (buckets > best.buckets) best = { buckets, person };
    await page.context().close();
  }
  return best.person;
}

/** Loads the demo and reads from what it prints who can sign in and which project it made. */
async function loadDemo() {
  const { code, output } = await node(['dist/apps/cli/demo.js'], { env: settings });
  const people = [...output.matchAll(/^(\S+)\s+(\S+).*?(\S+@\S+)\s+(\S+)\s*$/gmu)].map(
    ([, name, role, email, password]) => ({ name, role, email, password }),
  );
  const project = /\/projects\/([0-9a-f-]{36})/.exec(output)?.[1];
  if (code !== 0 || !project) throw new Error(`The demo was not loaded:\n${output}`);
  return { people, project };
}

/** A page of somebody who has signed in, in Taiwan. */
async function signedIn({ email, password }, size) {
  const context = await browser.newContext({ ...size, locale: 'zh-TW', timezoneId: 'Asia/Taipei' });
  context.setDefaultTimeout(10_000);
  const response = await context.request.post(`${address}/api/session`, {
    headers: { 'X-Requested-With': 'convener' },
    data: { email, password },
  });
  if (!response.ok()) throw new Error(`${email} can't sign in: ${await response.text()}`);
  return context.newPage();
}

async function open(page, path) {
  await page.goto(address + path);
  await page.locator('main h1').first().waitFor();
  await page.locator('.skeleton').waitFor({ state: 'detached' });
}

/** Types a day some days from now, and waits until the field shows it as people write it. */
async function typeDay(page, label, daysAhead) {
  const day = new Date(Date.now() + daysAhead * DAY_MS).toLocaleDateString('sv-SE', { timeZone: 'Asia/Taipei' });
  const field = page.getByLabel(label, { exact: true });
  const shown = day.replaceAll('-', '/');
  for (let tries = 0; !(await field.inputValue()).startsWith(shown); tries += 1) {
    if (tries === 20) throw new Error(`${label} does not take ${day}`);
    await field.fill(day);
    await field.press('Enter');
    await page.waitForTimeout(200);
  }
  await field.press('Tab');
}

async function answers(url) {
  for (let tries = 0; tries < 150; tries += 1) {
    if ((await fetch(url).catch(() => null))?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`${url} does not answer`);
}

function launch() {
  const executablePath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
  const root = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return chromium.launch({ executablePath, args: ['--disable-gpu', '--disable-background-networking', ...root] });
}

function freePort() {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}
