import type { Page } from 'playwright-core';
import { PNG } from 'pngjs';
import { type Api, choose, DESK, inDays, PHONE, qrIn, TOO_SMALL, TOO_WIDE, until, World } from './world';

interface Item {
  id: string;
  assignee: { name: string } | null;
  deliverableList: { status: string; submittedBy: { name: string } | null }[];
}

/** A manager at a desk shows a code; somebody without an account reads it off the screen with a phone. */
describe('temporary staff', () => {
  let world: World;
  let manager: Api;
  let desk: Page;
  let projectId: string;
  let teamId: string;
  let itemId: string;

  beforeAll(async () => {
    world = await World.open();
    manager = await world.setUp();
    const start = { template: 'conference', name: '2028 智慧醫療研討會', opening: inDays(30), closing: inDays(31) };
    projectId = (await manager.post<{ id: string }>('/api/projects', start)).id;
    const project = await manager.get<{ teams: { id: string; key: string }[] }>(`/api/projects/${projectId}`);
    teamId = project.teams.find(({ key }) => key === 'registration')!.id;
    const own = {
      title: '佈置報到台',
      stage: 'during',
      teamId,
      deliverables: [{ title: '報到台照片', evidence: 'no' }],
    };
    itemId = (await manager.post<Item>(`/api/projects/${projectId}/work-items`, own)).id;
    await manager.post(`/api/projects/${projectId}/work-items`, { title: '別組的機密', stage: 'during' });
    desk = await world.page(DESK);
    await world.signIn(desk, 'manager@example.test');
  });
  afterAll(() => world.close());

  const item = () => manager.get<Item>(`/api/work-items/${itemId}`);

  /** What a phone's camera would read off the screen. */
  const readCode = async (page: Page): Promise<string> => {
    let read: string | null = null;
    await until(async () => {
      const { data, width, height } = PNG.sync.read(await page.locator('.ant-modal .join-qr').screenshot());
      read = qrIn({ data, width, height });
      return read !== null;
    }, 'a code that can be read off the screen');
    return read!;
  };

  const showCode = async (most = '3'): Promise<string> => {
    await desk.goto(`${world.address}/projects/${projectId}/people`);
    await desk.getByRole('button', { name: '出示加入 QR code' }).click();
    await choose(desk, '工作小組', '報到');
    await desk.getByLabel('最多幾人').fill(most);
    await desk.getByRole('button', { name: '產生 QR code' }).click();
    await desk.getByRole('img', { name: /的 QR code$/ }).waitFor();
    return readCode(desk);
  };

  const join = async (link: string, name: string, locale = 'zh-TW') => {
    const phone = await world.page(PHONE, locale);
    await phone.goto(link);
    await phone.getByLabel('您的姓名').fill(name);
    await phone.getByLabel('我看過上面的說明').check();
    await phone.getByRole('button', { name: '加入' }).tap();
    await phone.getByRole('heading', { level: 1, name: '的工作' }).waitFor();
    return phone;
  };

  it('scan the code off the screen, do the work, and are told when it is over', async () => {
    const link = await showCode();
    expect(link).toBe(await desk.getByLabel('加入連結').inputValue());
    const phone = await join(link, '林小美');
    expect(await phone.evaluate<number>(TOO_WIDE)).toBeLessThanOrEqual(0);
    expect(await phone.evaluate<string[]>(TOO_SMALL)).toEqual([]);
    expect(await phone.getByText('別組的機密').count()).toBe(0);
    expect(await phone.locator('.bottom-nav .place-name').allInnerTexts()).toEqual([
      ...['我的工作', '小組工作', '收件匣', '我的帳號'],
    ]);

    await phone.getByRole('button', { name: '認領「佈置報到台」' }).tap();
    await until(async () => (await item()).assignee?.name === '林小美', 'the claim');
    await phone.getByRole('link', { name: '佈置報到台' }).tap();
    await phone.getByRole('button', { name: '交付', exact: true }).tap();
    await until(async () => (await item()).deliverableList[0]!.submittedBy?.name === '林小美', 'the deliverable');

    await desk.goto(`${world.address}/projects/${projectId}/people`);
    const row = desk.locator('.temporary-row', { hasText: '林小美' });
    await row.getByText('最後使用').waitFor();
    await row.getByRole('button', { name: '結束 林小美 的協助' }).click();
    await desk.locator('.ant-popconfirm').getByRole('button', { name: '結束' }).click();
    await row.waitFor({ state: 'detached' });

    await phone.getByRole('link', { name: '我的工作' }).tap();
    await phone.getByRole('heading', { name: '您的協助已經結束' }).waitFor();
    await phone.goto(`${world.address}/my-work`);
    await phone.getByRole('heading', { name: '您的協助已經結束' }).waitFor();
    expect((await item()).deliverableList[0]!.submittedBy?.name).toBe('林小美');
  });

  it('go on as the same person when they scan again', async () => {
    const link = await showCode('1');
    const phone = await join(link, '陳大文');
    await phone.goto(link);
    await phone.getByRole('button', { name: '開始工作' }).tap();
    await phone.waitForURL('**/team-work');
    await phone.goto(`${world.address}/account`);
    await phone.getByText('您是臨時人員').waitFor();
    expect(await phone.getByText('密碼').count()).toBe(0);
    const { staff } = await manager.get<{ staff: { person: { name: string } }[] }>(
      `/api/projects/${projectId}/temporary-staff`,
    );
    expect(staff.filter(({ person }) => person.name === '陳大文')).toHaveLength(1);
  });

  it('are told in words, in both languages, why a code lets nobody in', async () => {
    const code = { teamId, hours: 1, most: 1 };
    const full = (await manager.post<{ link: string }>('/api/join-codes', code)).link;
    await join(full, '王先到');
    const ended = await manager.post<{ id: string; link: string }>('/api/join-codes', code);
    await manager.post(`/api/join-codes/${ended.id}/end`, { staff: false });
    const phone = await world.page(PHONE);
    await phone.goto(full);
    await phone.getByText('人數已滿').waitFor();
    await phone.goto(ended.link);
    await phone.getByText('已被停用').waitFor();
    await phone.getByRole('button', { name: 'English' }).tap();
    await phone.getByText('This code has been ended.').waitFor();
    await phone.goto(`${world.address}/join/nobody-made-this`);
    await phone.getByText('There is nothing here').waitFor();
  });

  it('read English where they ask for it before they join', async () => {
    const { link } = await manager.post<{ link: string }>('/api/join-codes', { teamId, hours: null, most: 9 });
    const phone = await world.page(PHONE, 'en-US');
    await phone.goto(link);
    await phone.getByRole('button', { name: 'English' }).tap();
    await phone.getByText('No registration, no password.').waitFor();
    await phone.getByLabel('Your name').fill('Amy Lin');
    await phone.getByLabel('I have read this').check();
    await phone.getByRole('button', { name: 'Join', exact: true }).tap();
    await phone.getByRole('heading', { level: 1, name: 'Work of' }).waitFor();
    const words = await phone.locator('nav, h2, button').allInnerTexts();
    expect(words.filter((word) => /[\u4e00-\u9fff]/.test(word))).toEqual([]);
  });

  it('have a sheet for the wall, which is all that is printed', async () => {
    await showCode();
    await desk.emulateMedia({ media: 'print' });
    await desk.locator('.join-sheet').waitFor();
    expect(await desk.locator('.join-sheet li').allInnerTexts()).toEqual([
      ...['用手機相機掃描 QR code', '填上您的姓名', '看到工作就可以開始'],
    ]);
    expect(await desk.locator('.ant-modal').first().isVisible()).toBe(false);
    await desk.emulateMedia({ media: null });
  });
});
