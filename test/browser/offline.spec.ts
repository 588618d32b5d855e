import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { BrowserContext, Page } from 'playwright-core';
import { type Api, inDays, PHONE, TOO_SMALL, TOO_WIDE, until, World } from './world';

interface Check {
  id: string;
  state: string;
}
interface Item {
  id: string;
  title: string;
  status: string;
  checkList: Check[];
  deliverableList: { id: string; status: string; evidenceList: { note: string | null }[] }[];
}

const WEB = join(__dirname, '..', '..', 'dist', 'web');
const FIRST_LOAD_BYTES = 300 * 1024;
const DAY_MS = 24 * 60 * 60_000;

/** Execution staff in a hall whose network comes and goes. */
describe('without a network', () => {
  let world: World;
  let manager: Api;
  let projectId: string;
  let memberId: string;
  let hall: BrowserContext;
  let phone: Page;

  beforeAll(async () => {
    world = await World.open();
    manager = await world.setUp();
    const start = { template: 'conference', name: '2028 智慧醫療研討會', opening: inDays(590), closing: inDays(592) };
    projectId = (await manager.post<{ id: string }>('/api/projects', start)).id;
    const project = await manager.get<{ teams: { id: string; key: string }[] }>(`/api/projects/${projectId}`);
    const teamId = project.teams[0]!.id;
    memberId = (await world.invite(manager, '王思涵', 'member@example.test', { projectId, teamId })).id;
    hall = await world.context(PHONE);
    phone = await hall.newPage();
    await world.signIn(phone, 'member@example.test');
  });
  afterAll(() => world.close());
  beforeEach(() => hall.setOffline(false));

  const give = (title: string, more: object = {}) =>
    manager.post<Item>(`/api/projects/${projectId}/work-items`, {
      ...{ title, stage: 'before', dueDay: inDays(3), assigneeId: memberId, checks: ['看過場地', '簽約'] },
      ...more,
    });
  const now = ({ id }: Item) => manager.get<Item>(`/api/work-items/${id}`);
  const changes = async ({ id }: { id: string }) =>
    (await manager.get<{ items: { action: string }[] }>(`/api/projects/${projectId}/activity?subject=${id}`)).items.map(
      ({ action }) => action,
    );
  const open = async (item: Item) => {
    await phone.getByRole('link', { name: '我的工作' }).tap();
    await phone.getByRole('link', { name: item.title }).tap();
    await phone.getByRole('heading', { name: item.title, level: 1 }).waitFor();
  };
  const box = (name: RegExp) => phone.getByRole('checkbox', { name });
  const row = (name: RegExp) => phone.getByRole('listitem').filter({ has: box(name) });
  /** At My work, with everything that is kept written down. */
  const atWork = async (...items: Item[]) => {
    await phone.goto(`${world.address}/my-work`);
    for (const item of items) await phone.getByRole('link', { name: item.title }).waitFor();
    await phone.waitForLoadState('networkidle');
    await until(() => phone.evaluate('navigator.serviceWorker.controller !== null'), 'the service worker');
    await until(async () => {
      const kept = await phone.evaluate<string[]>(KEPT);
      return items.every(({ id }) => kept.some((key) => key.includes(id)));
    }, 'the work to be kept');
  };

  it('can be installed, and its first page is light', async () => {
    const fetched = new Set<string>();
    const page = await (await world.context(PHONE)).newPage();
    page.on('request', (request) => void (request.serviceWorker() ?? fetched.add(new URL(request.url()).pathname)));
    await page.goto(`${world.address}/sign-in`);
    await page.getByRole('button', { name: '登入' }).waitFor();
    const scripts = [...fetched].filter((path) => path.startsWith('/assets/') && path.endsWith('.js'));
    const bytes = scripts.reduce((sum, path) => sum + gzipSync(readFileSync(join(WEB, path))).length, 0);
    expect(scripts.length).toBeGreaterThan(3);
    expect(bytes).toBeLessThanOrEqual(FIRST_LOAD_BYTES);

    const manifest = await (await page.context().request.get(`${world.address}/manifest.webmanifest`)).json();
    expect(manifest).toMatchObject({ display: 'standalone', start_url: '/my-work' });
    for (const { src } of manifest.icons as { src: string }[]) expect(existsSync(join(WEB, src))).toBe(true);
    const session = await page.context().newCDPSession(page);
    const { installabilityErrors } = await session.send('Page.getInstallabilityErrors');
    expect(installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito')).toEqual([]);
    await page.context().close();
  });

  it('a tick waits on the phone, survives a reload, can be taken back, and is sent once', async () => {
    const item = await give('確認會場動線');
    await atWork(item);
    await hall.setOffline(true);
    await open(item);
    await phone.getByText('目前離線，資料為', { exact: false }).waitFor();
    await box(/看過場地/).tap();
    await box(/簽約/).tap();
    for (const name of [/看過場地/, /簽約/]) await row(name).getByText('待送出').waitFor();
    expect(await phone.evaluate<number>(TOO_WIDE)).toBeLessThanOrEqual(0);
    expect(await phone.evaluate<string[]>(TOO_SMALL)).toEqual([]);

    await phone.reload();
    await row(/簽約/).getByText('待送出').waitFor();
    expect([await box(/看過場地/).isChecked(), await box(/簽約/).isChecked()]).toEqual([true, true]);
    await row(/簽約/).getByRole('button', { name: '復原' }).tap();
    await row(/簽約/).getByText('待送出').waitFor({ state: 'hidden' });
    expect(await box(/簽約/).isChecked()).toBe(false);

    await hall.setOffline(false);
    await until(async () => (await now(item)).checkList[0]?.state === 'ticked', 'the tick');
    await phone.getByText('待送出').first().waitFor({ state: 'hidden' });
    await phone.waitForLoadState('networkidle');
    expect(await box(/看過場地/).isChecked()).toBe(true);
    expect(await changes(item.checkList[0]!)).toEqual(['check.ticked']);
    expect(await changes(item.checkList[1]!)).toEqual([]);
  });

  it('is handed in and done from the phone, with the note that was written there', async () => {
    const item = await give('製作指標', {
      checks: ['掛好'],
      deliverables: [{ title: '指標清單', accepter: 'manager' }],
    });
    await atWork(item);
    await hall.setOffline(true);
    await open(item);
    await phone.getByRole('button', { name: '送交驗收' }).tap();
    await phone.getByLabel('說明').fill('共 40 面');
    await phone.getByRole('dialog').getByRole('button', { name: '送交驗收' }).tap();
    await phone.getByRole('dialog').waitFor({ state: 'hidden' });
    await phone.getByText('待送出').first().waitFor();
    await phone.getByRole('radio', { name: '進行中' }).tap();
    await hall.setOffline(false);
    await until(async () => (await now(item)).status === 'doing', 'the status');
    const [list] = (await now(item)).deliverableList;
    expect(list).toMatchObject({ status: 'submitted', evidenceList: [{ note: '共 40 面' }] });
  });

  it('what somebody else decided meanwhile is told in words, and stays', async () => {
    const item = await give('確認翻譯設備');
    await atWork(item);
    await hall.setOffline(true);
    await open(item);
    await box(/看過場地/).tap();
    await row(/看過場地/)
      .getByText('待送出')
      .waitFor();
    await manager.post(`/api/checks/${item.checkList[0]!.id}/not-applicable`, { reason: '改為線上' });
    await hall.setOffline(false);
    const told = phone.getByRole('alert').getByText('「看過場地」沒有打勾', { exact: false });
    await told.waitFor();
    expect(await told.locator('..').textContent()).toContain('目前是「不適用」（林怡君）');
    expect((await now(item)).checkList[0]!.state).toBe('not-applicable');
    await phone.reload();
    await told.waitFor();
    await phone.getByRole('button', { name: '知道了' }).tap();
    await told.waitFor({ state: 'hidden' });
  });

  it('a network that leads nowhere counts as none, and says how old the page is', async () => {
    const item = await give('確認網路');
    await atWork(item);
    await hall.route('**/api/**', (route) => route.abort('connectionreset'));
    await phone.reload();
    await phone.getByText('目前連不到伺服器，資料為', { exact: false }).waitFor();
    await open(item);
    await box(/看過場地/).tap();
    await row(/看過場地/)
      .getByText('待送出')
      .waitFor();
    await hall.unroute('**/api/**');
    await until(async () => (await now(item)).checkList[0]?.state === 'ticked', 'the tick');
    await phone.getByText('目前連不到伺服器', { exact: false }).waitFor({ state: 'hidden' });
    expect(await changes(item.checkList[0]!)).toEqual(['check.ticked']);
  });

  it('two pages of one phone send each tick once', async () => {
    const item = await give('確認茶點');
    await atWork(item);
    const second = await hall.newPage();
    await second.goto(`${world.address}/projects/${projectId}/items/${item.id}`);
    await open(item);
    await second.getByRole('checkbox', { name: /簽約/ }).waitFor();
    await hall.setOffline(true);
    await box(/看過場地/).tap();
    await second.getByRole('checkbox', { name: /簽約/ }).tap();
    await row(/簽約/).getByText('待送出').waitFor();
    await hall.setOffline(false);
    await until(async () => (await now(item)).checkList.every(({ state }) => state === 'ticked'), 'both ticks');
    await second.getByText('待送出').first().waitFor({ state: 'hidden' });
    for (const check of item.checkList) expect(await changes(check)).toEqual(['check.ticked']);
    await second.close();
  });

  it('waits for its own author where the session has ended, and is not sent in the name of the next', async () => {
    const item = await give('確認貴賓室');
    await atWork(item);
    await hall.setOffline(true);
    await open(item);
    await box(/看過場地/).tap();
    await row(/看過場地/)
      .getByText('待送出')
      .waitFor();
    await hall.clearCookies();
    await hall.setOffline(false);
    await phone.waitForURL(/sign-in/);
    await until(async () => (await phone.evaluate<string[]>(KEPT)).length === 0, 'the kept data to go');
    await world.signIn(phone, 'manager@example.test');
    await phone.goto(`${world.address}/projects/${projectId}/items/${item.id}`);
    await box(/看過場地/).waitFor();
    await phone.waitForLoadState('networkidle');
    expect(await box(/看過場地/).isChecked()).toBe(false);
    expect((await now(item)).checkList[0]!.state).toBe('open');
    await world.signIn(phone, 'member@example.test');
    await until(async () => (await now(item)).checkList[0]!.state === 'ticked', 'the tick of its author');
    await until(async () => (await phone.evaluate<string[]>(OUTBOX)).length === 0, 'the outbox to be empty');
  });

  it('what was kept is gone the next day', async () => {
    const item = await give('確認接駁車');
    await atWork(item);
    await hall.setOffline(true);
    await phone.reload();
    await phone.getByRole('link', { name: item.title }).waitFor();
    const tomorrow = await hall.newPage();
    await tomorrow.clock.install({ time: Date.now() + DAY_MS + 60_000 });
    await tomorrow.goto(`${world.address}/my-work`);
    await tomorrow.getByText('連不到伺服器').waitFor();
    expect(await tomorrow.getByText(item.title).count()).toBe(0);
    await tomorrow.close();
    await hall.setOffline(false);
  });

  it('signing out leaves nothing behind, and asks before it loses what was not sent', async () => {
    const item = await give('確認音響');
    await atWork(item);
    await hall.setOffline(true);
    await open(item);
    await box(/簽約/).tap();
    await row(/簽約/).getByText('待送出').waitFor();
    await phone.getByRole('button', { name: '更多' }).tap();
    await phone.getByRole('button', { name: '登出' }).tap();
    await phone.getByText('還有 1 筆變更沒有送出').last().waitFor();
    await phone.getByRole('button', { name: '刪除並登出' }).tap();
    await phone.waitForURL(/sign-in/);
    await until(async () => (await phone.evaluate<string[]>(KEPT)).length === 0, 'the kept data to go');
    expect(await phone.evaluate<string[]>(OUTBOX)).toEqual([]);
    await hall.setOffline(false);
    await phone.goto(`${world.address}/my-work`);
    await phone.waitForURL(/sign-in/);
    expect((await now(item)).checkList[1]!.state).toBe('open');
  });
});

/** The keys in a store of the app's database. */
const keysOf = (store: string) => `new Promise((resolve, reject) => {
  const opening = indexedDB.open('convener');
  opening.onerror = () => reject(opening.error);
  opening.onsuccess = () => {
    const reading = opening.result.transaction('${store}').objectStore('${store}').getAllKeys();
    reading.onsuccess = () => { opening.result.close(); resolve(reading.result); };
    reading.onerror = () => reject(reading.error);
  };
})`;
const KEPT = keysOf('kept');
const OUTBOX = keysOf('outbox');
