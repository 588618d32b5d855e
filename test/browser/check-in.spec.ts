import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { PNG } from 'pngjs';
import encodeQR from 'qr';
import { csv } from '../support/sheets';
import { goOffline } from './check-in.world';
import { join as joinBy } from './screens';
import { type Api, choose, DESK, inDays, PHONE, qrIn, TOO_SMALL, TOO_WIDE, until, World } from './world';

interface CheckIn {
  counts: { expected: number; arrived: number }[];
  desks: { name: string; arrivals: number; receipts: number; amount: number }[];
  doubles: { name: string }[];
  receiptPrefix: string;
}
interface Row {
  id: string;
  cells: Record<string, string | number | boolean>;
}

/** How many lists of names this device keeps. */
const KEPT_LISTS = `new Promise((told, failed) => {
  const opening = indexedDB.open('convener-check-in');
  opening.onerror = failed;
  opening.onsuccess = () => {
    const db = opening.result;
    const counting = db.transaction('lists').objectStore('lists').count();
    counting.onsuccess = () => { db.close(); told(counting.result); };
  };
})`;
const HEADS = ['註冊編號', '姓名', '服務單位', '電子郵件', '報名身份', '註冊費', '繳費'];
const guest = (at: number) => [
  ...[`T${String(at).padStart(3, '0')}`, `來賓${at}`, '臺灣大學', `guest${at}@example.test`],
  ...[at % 5 === 0 ? '貴賓' : '會員', at % 5 === 0 ? '0' : '1200', at % 3 === 0 ? '否' : '是'],
];

describe('the registration desks', () => {
  let world: World;
  let manager: Api;
  let project: string;
  let team: string;
  let list: string;
  let folder: string;
  const opened: BrowserContext[] = [];

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'convener-camera-'));
    const camera = join(folder, 'badge.y4m');
    writeFileSync(camera, aFilmOf('T007'));
    world = await World.open({}, [
      ...['--use-fake-ui-for-media-stream', '--use-fake-device-for-media-stream'],
      `--use-file-for-fake-video-capture=${camera}`,
    ]);
    manager = await world.setUp();
    const start = { template: 'conference', name: '2028 智慧醫療研討會', opening: inDays(30), closing: inDays(31) };
    project = (await manager.post<{ id: string }>('/api/projects', start)).id;
    const { teams } = await manager.get<{ teams: { id: string; key: string }[] }>(`/api/projects/${project}`);
    team = teams.find(({ key }) => key === 'registration')!.id;
    const body = { preset: 'registrations', teamId: team };
    list = (await manager.post<{ id: string }>(`/api/projects/${project}/registers`, body)).id;
  });
  afterEach(() => Promise.all(opened.splice(0).map((context) => context.close())));
  afterAll(async () => {
    await world.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const page = async (viewport = DESK): Promise<Page> => {
    const context = await world.context(viewport);
    opened.push(context);
    const made = await context.newPage();
    await world.signIn(made, 'manager@example.test');
    return made;
  };
  const desk = async (name: string, viewport = DESK): Promise<Page> => {
    const made = await page(viewport);
    await made.goto(`${world.address}/check-in/${list}`);
    await made.getByLabel('報到台名稱').fill(name);
    await made.getByRole('button', { name: '開始報到' }).click();
    await search(made).waitFor();
    return made;
  };
  const search = (at: Page) => at.getByLabel('姓名、註冊編號或服務單位');
  /** As a scanner on a cable does it: the number and Enter. */
  const checkIn = async (at: Page, number: number) => {
    const [code, name] = guest(number);
    await search(at).fill(code!);
    await search(at).press('Enter');
    await at.locator('.desk-result', { hasText: name }).waitFor();
  };
  const look = () => manager.get<CheckIn>(`/api/registers/${list}/check-in`);
  const arrived = async () => (await look()).counts.reduce((sum, one) => sum + one.arrived, 0);
  const row = async (text: string) =>
    (await manager.get<{ items: Row[] }>(`/api/registers/${list}/rows?text=${encodeURIComponent(text)}`)).items[0]!;

  it('have five hundred guests from a file, and a badge for each that a phone can read', async () => {
    const office = await page();
    await office.goto(`${world.address}/projects/${project}/registers/${list}`);
    await office.getByRole('button', { name: '匯入', exact: true }).click();
    const buffer = csv(HEADS.join(','), ...Array.from({ length: 500 }, (_, at) => guest(at).join(',')));
    const dialog = office.getByRole('dialog');
    await dialog.locator('input[type=file]').setInputFiles({ name: '報名.csv', mimeType: 'text/csv', buffer });
    await dialog.getByRole('button', { name: '匯入 500 筆' }).click();
    await dialog.waitFor({ state: 'detached' });
    await office.getByRole('link', { name: '現場報到' }).click();
    await office.getByRole('button', { name: '開放現場報到' }).click();
    await office.getByRole('link', { name: '列印名牌' }).click();
    await office.getByText('共 500 張').waitFor();
    const first = PNG.sync.read(await office.locator('.badge').first().screenshot({ scale: 'css' }));
    expect(qrIn(first)).toBe(`CVN:${(await row('T000')).id}`);
    const paper = await office.pdf({ preferCSSPageSize: true });
    expect(pagesIn(paper)).toBe(63);
    await office.getByRole('radio', { name: '貴賓' }).check();
    await office.getByText('共 100 張').waitFor();
    await office.getByRole('radio', { name: '90 × 55 mm' }).check();
    expect(pagesIn(await office.pdf({ preferCSSPageSize: true }))).toBe(100);
  });

  it('check fifty guests in at two desks, one of which loses the network, and show who came twice', async () => {
    const door = await desk('大門');
    const side = await desk('側門', PHONE);
    for (let at = 0; at < 25; at += 1) await checkIn(door, at);
    for (let at = 100; at < 110; at += 1) await checkIn(side, at);
    await until(async () => (await arrived()) === 35, 'both desks to be heard');
    // Each sees what the other has done.
    await side.locator('.desk-count', { hasText: '35' }).waitFor();

    await goOffline(side);
    for (let at = 110; at < 124; at += 1) await checkIn(side, at);
    await checkIn(side, 30);
    await side.getByText('15 筆待送出').waitFor();
    await side.reload();
    await side.getByText('15 筆待送出').waitFor();
    await side.locator('.desk-count', { hasText: '50' }).waitFor();
    await checkIn(door, 30);
    await door.locator('.desk-result', { hasText: '報到完成' }).waitFor();
    await until(async () => (await arrived()) === 36, 'the door to be heard first');

    await side.context().setOffline(false);
    const trouble = side.getByRole('region', { name: '需要處理' });
    await trouble.getByText('來賓30').waitFor();
    await trouble.getByText('已經在「大門」報到過').waitFor();
    expect(await arrived()).toBe(50);
    expect((await look()).doubles.map(({ name }) => name)).toEqual(['來賓30']);
    await trouble.getByRole('button', { name: '知道了' }).tap();
    await trouble.waitFor({ state: 'detached' });
    expect(await side.evaluate<number>(TOO_WIDE)).toBeLessThanOrEqual(0);
    expect(await side.evaluate<string[]>(TOO_SMALL)).toEqual([]);

    const office = await page();
    await office.goto(`${world.address}/projects/${project}/registers/${list}/check-in`);
    await office.getByRole('row', { name: /合計 50 500/ }).waitFor();
    await office.getByText('來賓30').waitFor();
    await office.getByText(/第一次是 .* 在「大門」/).waitFor();
  });

  it('read the code on a badge by the camera', async () => {
    const at = await desk('相機');
    await at.getByRole('button', { name: '掃描 QR code' }).click();
    await at.locator('.desk-result', { hasText: '來賓7' }).waitFor();
    expect((await at.locator('.desk-result').innerText()).includes('報到')).toBe(true);
    await at.getByRole('button', { name: '關閉相機' }).click();
    await at.locator('video').waitFor({ state: 'detached' });
  });

  it('take a walk-in who is told about their data and pays, also without a network', async () => {
    const office = await page();
    await office.goto(`${world.address}/projects/${project}/registers/${list}/check-in`);
    await office.getByLabel('個人資料告知與同意').fill('您的資料僅供本次研討會報到與統計使用。');
    await office.getByLabel('收據號碼開頭').fill('117-');
    await office.getByRole('button', { name: '儲存' }).click();
    await office.getByText('目前是第 1 版').waitFor();

    const at = await desk('服務台', PHONE);
    await at.context().setOffline(true);
    await at.getByRole('button', { name: '現場報名' }).tap();
    const form = at.getByRole('dialog');
    await form.getByLabel('姓名').fill('歐陽小華');
    await form.getByLabel('註冊費').fill('600');
    await choose(at, '報名身份', '學生');
    const add = form.getByRole('button', { name: '加入名單並報到' });
    expect(await add.isDisabled()).toBe(true);
    await form.getByLabel('已向來賓說明以上事項並取得同意').check();
    await add.tap();
    await at.locator('.desk-result', { hasText: '歐陽小華' }).getByRole('button', { name: '收費' }).tap();
    const receipt = (await form.locator('.desk-receipt strong').innerText()).trim();
    expect(receipt).toMatch(/^117-[A-Z]+-0001$/);
    await form.getByRole('button', { name: '已收款，開立收據' }).tap();
    await at.locator('.desk-result', { hasText: receipt }).waitFor();
    await at.context().setOffline(false);
    await until(async () => Boolean((await row('歐陽小華'))?.cells.receipt), 'the walk-in to be in the list');
    expect((await row('歐陽小華')).cells).toMatchObject({
      ...{ fee: 600, paid: true, receipt, kind: 'student', way: 'onSite', consentVersion: '1' },
    });
    expect((await look()).desks.find(({ name }) => name === '服務台')).toMatchObject({ receipts: 1, amount: 600 });

    // The manager's page was open all the time.
    await office.getByRole('row', { name: /服務台.* 1 1 600/ }).waitFor();

    await search(at).fill('歐陽小華');
    await at.locator('.guest', { hasText: '歐陽小華' }).getByRole('button', { name: '作廢收據' }).tap();
    await at.locator('.ant-popconfirm').getByRole('button', { name: '作廢收據' }).tap();
    await until(async () => (await row('歐陽小華')).cells.paid === false, 'the receipt to be taken back');
    expect((await row('歐陽小華')).cells.receipt).toBeUndefined();
  });

  it('are closed and opened again without losing what is being typed into their settings', async () => {
    const office = await page();
    await office.goto(`${world.address}/projects/${project}/registers/${list}/check-in`);
    const prefix = office.getByLabel('收據號碼開頭');
    await prefix.fill('118-');
    await office.getByRole('button', { name: '結束報到' }).click();
    await office.locator('.ant-popconfirm').getByRole('button', { name: '結束報到' }).click();
    await office.getByRole('button', { name: '重新開放報到' }).waitFor();
    expect(await prefix.inputValue()).toBe('118-');
    await office.getByRole('button', { name: '重新開放報到' }).click();
    await office.getByRole('button', { name: '結束報到' }).waitFor();
    expect(await prefix.inputValue()).toBe('118-');
    await office.getByRole('button', { name: '儲存' }).click();
    await until(async () => (await look()).receiptPrefix === '118-', 'the prefix to be kept');
    expect(await office.locator('.form-error').count()).toBe(0);
  });

  it('let temporary staff of the sub-team work, who see nothing else of the list', async () => {
    const code = await manager.post<{ link: string }>('/api/join-codes', { teamId: team, hours: 24, most: 5 });
    const context = await world.context(PHONE);
    opened.push(context);
    const phone = await context.newPage();
    await joinBy(phone, world.address, { joinCode: code.link.split('/').at(-1)! });
    await phone.getByRole('link', { name: '報名資料表・現場報到' }).tap();
    await phone.getByLabel('報到台名稱').fill('工讀生');
    await phone.getByRole('button', { name: '開始報到' }).tap();
    await search(phone).fill('來賓200');
    await phone.getByRole('button', { name: '為「來賓200」報到' }).tap();
    await phone.locator('.desk-result', { hasText: '報到完成' }).waitFor();
    await until(
      async () => (await look()).desks.some(({ name, arrivals }) => name === '工讀生' && arrivals === 1),
      'the arrival',
    );
    expect(await phone.evaluate<number>(TOO_WIDE)).toBeLessThanOrEqual(0);
    expect(await phone.evaluate<string[]>(TOO_SMALL)).toEqual([]);
  });

  it('leave no names on a device from which somebody has signed out', async () => {
    const at = await desk('借來的平板');
    await until(async () => (await at.evaluate<number>(KEPT_LISTS)) === 1, 'the list to be kept');
    await at.goto(`${world.address}/account`);
    await at.getByRole('button', { name: '登出', exact: true }).first().click();
    await at.waitForURL('**/sign-in**');
    await until(async () => (await at.evaluate<number>(KEPT_LISTS)) === 0, 'the list to be forgotten');
  });

  it('are one desk a device: a second tab waits until the first is closed', async () => {
    const first = await desk('唯一');
    const second = await first.context().newPage();
    await second.goto(`${world.address}/check-in/${list}`);
    await second.getByText('另一個分頁正在報到').waitFor();
    await first.close();
    await search(second).waitFor();
    await second.getByText('唯一').waitFor();
  });
});

/** How many pages a PDF has. */
function pagesIn(pdf: Buffer): number {
  return pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;
}

/** What a camera sees that is held before a badge with this code: one still picture, in YUV 4:2:0. */
function aFilmOf(text: string): Buffer {
  const [width, height, scale] = [640, 480, 10];
  const code = encodeQR(text, 'raw', { border: 4 });
  const grey = Buffer.alloc(width * height, 235);
  const [left, top] = [(width - code.length * scale) >> 1, (height - code.length * scale) >> 1];
  for (const [y, line] of code.entries())
    for (const [x, dark] of line.entries())
      for (let down = 0; down < scale && dark; down += 1) {
        const from = (top + y * scale + down) * width + left + x * scale;
        grey.fill(16, from, from + scale);
      }
  const colour = Buffer.alloc((width * height) / 2, 128);
  return Buffer.concat([Buffer.from(`YUV4MPEG2 W${width} H${height} F10:1 Ip C420\nFRAME\n`), grey, colour]);
}
