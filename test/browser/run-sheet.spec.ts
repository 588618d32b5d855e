import type { BrowserContext, Page } from 'playwright-core';
import { type Api, DESK, inDays, PHONE, TOO_SMALL, TOO_WIDE, until, World } from './world';

interface Sheet {
  cues: { id: string; title: string; minute: number; fixed: boolean }[];
}
const SCREEN = { width: 1920, height: 1080 };
const ROWS = ['09:30-10:20\t專題演講', '10:30\t茶敘', '11:00\t頒獎'].join('\n');
/** Which answers this device keeps. */
const KEPT = `new Promise((told, failed) => {
  const opening = indexedDB.open('convener');
  opening.onerror = failed;
  opening.onsuccess = () => {
    const db = opening.result;
    const keys = [...db.objectStoreNames].includes('kept') ? db.transaction('kept').objectStore('kept').getAllKeys() : null;
    if (!keys) { db.close(); told([]); return; }
    keys.onsuccess = () => { db.close(); told(keys.result.map(String)); };
  };
})`;

/** The day of an event in three hands: planned at a desk, called, read on a phone and on a screen. */
describe('the run sheet', () => {
  let world: World;
  let manager: Api;
  let project: string;
  let office: Page;
  let phone: Page;
  let hall: BrowserContext;

  beforeAll(async () => {
    world = await World.open();
    manager = await world.setUp();
    const start = { template: 'conference', name: '2028 智慧醫療研討會', opening: inDays(1), closing: inDays(2) };
    project = (await manager.post<{ id: string }>('/api/projects', start)).id;
    await world.invite(manager, '王思涵', 'member@example.test', { projectId: project });
    office = await world.page(DESK);
    await world.signIn(office, 'manager@example.test');
    hall = await world.context(PHONE);
    phone = await hall.newPage();
    await world.signIn(phone, 'member@example.test');
  });
  afterAll(() => world.close());

  const sheet = () => manager.get<Sheet>(`/api/projects/${project}/run-sheet`);
  const cue = async (title: string) => (await sheet()).cues.find((one) => one.title === title);
  const row = (title: string) => office.locator('.sheet-row', { hasText: title });

  it('is planned at a desk: one cue by hand, the others from a spreadsheet', async () => {
    await office.goto(`${world.address}/projects/${project}/run-sheet`);
    await office.getByRole('heading', { name: '這一天還沒有流程' }).waitFor();
    await office.keyboard.press('n');
    const dialog = office.getByRole('dialog');
    await dialog.getByLabel('流程', { exact: true }).fill('開幕');
    await dialog.getByLabel('地點').fill('主會場');
    await dialog.getByLabel('開始時間').fill('早上');
    await dialog.getByText('請輸入時間').waitFor();
    await dialog.getByLabel('開始時間').fill('0900');
    await dialog.getByRole('button', { name: '儲存' }).click();
    await row('開幕').waitFor();
    await office.getByRole('button', { name: '貼上試算表' }).click();
    await dialog.getByLabel('從試算表複製的列').fill(ROWS);
    await dialog.getByRole('button', { name: '加入 3 筆' }).click();
    await row('頒獎').waitFor();
    await office.getByRole('button', { name: '頒獎', exact: true }).click();
    await dialog.getByLabel('硬時點').check();
    await dialog.getByRole('button', { name: '儲存' }).click();
    await until(async () => (await cue('頒獎'))?.fixed === true, 'the award to be fixed');
  });

  it('is late at the desk, with a preview of what moves and what no longer fits, and on the phone by itself', async () => {
    await phone.goto(`${world.address}/run-sheet/${project}`);
    const talk = phone.locator('.cue-line', { hasText: '專題演講' });
    await talk.getByText('09:30').waitFor();
    expect(await phone.getByRole('button', { name: '+10' }).count()).toBe(0);
    await row('開幕').getByRole('button', { name: '順延「開幕」' }).click();
    const dialog = office.getByRole('dialog');
    await dialog.getByRole('radio', { name: '+30' }).check();
    await dialog.getByText('硬時點「頒獎」（11:00）之前排不下，差 20 分鐘').waitFor();
    await dialog.getByText('10:30 → 10:50').waitFor();
    await dialog.getByRole('radio', { name: '+10' }).check();
    await dialog.getByText('09:30 → 09:40').waitFor();
    expect(await dialog.locator('.delay-moves li').count()).toBe(2);
    expect(await cue('開幕')).toMatchObject({ minute: 540 });
    await dialog.getByRole('button', { name: '套用' }).click();
    await talk.getByText('09:40').waitFor();
    await talk.getByText('＋10 分').waitFor();
    expect(await phone.evaluate(TOO_WIDE)).toBeLessThanOrEqual(0);
    expect(await phone.evaluate(TOO_SMALL)).toEqual([]);
  });

  it('stands on a big screen, dark and without menus, and follows', async () => {
    const context = await world.context(SCREEN);
    const screen = await context.newPage();
    await world.signIn(screen, 'member@example.test');
    await screen.goto(`${world.address}/stage/${project}`);
    const hallNow = screen.getByRole('region', { name: '主會場' });
    await hallNow.getByText('專題演講').waitFor();
    await hallNow.getByText('＋10 分').first().waitFor();
    expect(await screen.getByRole('navigation').count()).toBe(0);
    expect(await screen.evaluate(TOO_WIDE)).toBeLessThanOrEqual(0);
    const paper = await screen.evaluate<string>("getComputedStyle(document.querySelector('.stage')).backgroundColor");
    expect(Math.max(...paper.match(/\d+/g)!.map(Number))).toBeLessThan(60);
    await manager.post(`/api/run-sheet-cues/${(await cue('開幕'))!.id}/state`, { state: 'running' });
    await hallNow.getByRole('heading', { name: '開幕' }).waitFor();
    await context.close();
  });

  it('shows another day on a big screen to whoever rehearses it, for good, or goes by the clock again', async () => {
    const cues = [{ day: inDays(2), minute: 300, minutes: 30, title: '閉幕彩排', place: '主會場' }];
    await manager.post(`/api/projects/${project}/run-sheet/cues`, { cues });
    const screen = await hall.newPage();
    await screen.goto(`${world.address}/stage/${project}`);
    const place = screen.getByRole('region', { name: '主會場' });
    await place.getByRole('heading', { name: '開幕' }).waitFor();
    const day = screen.getByRole('combobox', { name: '日期' });
    await day.selectOption({ index: 2 });
    await place.getByText('閉幕彩排').waitFor();
    await screen.reload();
    await place.getByText('閉幕彩排').waitFor();
    expect(await screen.evaluate(TOO_WIDE)).toBeLessThanOrEqual(0);
    await day.selectOption({ label: '依現在時間' });
    await place.getByRole('heading', { name: '開幕' }).waitFor();
    await screen.close();
  });

  it('is read on the phone without a network, with the time that it is from', async () => {
    await until(() => phone.evaluate('navigator.serviceWorker.controller !== null'), 'the service worker');
    await until(
      async () => (await phone.evaluate<string[]>(KEPT)).some((key) => key.includes('run-sheet')),
      'the run sheet to be kept',
    );
    await hall.setOffline(true);
    await phone.reload();
    await phone.locator('.cue-line', { hasText: '專題演講' }).getByText('09:40').waitFor();
    await phone.getByText('目前離線，顯示').waitFor();
    await hall.setOffline(false);
  });

  it('takes a delay back but for what has begun, and is printed on sheets that lie across', async () => {
    await office.getByText('「開幕」順延 10 分鐘').waitFor();
    await office.locator('.sheet-delay').getByRole('button', { name: '復原' }).click();
    await until(async () => (await cue('專題演講'))?.minute === 570, 'the talk to be back');
    expect(await cue('開幕')).toMatchObject({ minute: 550 });
    const paper = (await office.pdf({ preferCSSPageSize: true })).toString('latin1');
    const [, width, height] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(paper) ?? [];
    expect(Number(width)).toBeGreaterThan(Number(height));
  });
});
