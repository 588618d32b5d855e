import type { Page } from 'playwright-core';
import { type Api, choose, DESK, inDays, meanwhile, PHONE, TOO_WIDE, World } from './world';

interface Results {
  answers: number;
  sections: { questions: { kind: string; mean: number | null; nps: { score: number } | null; texts: string[] }[] }[];
}

describe('a satisfaction survey', () => {
  let world: World;
  let manager: Api;
  let project: string;
  let survey: string;
  let links: string[];
  const opened: Page[] = [];

  beforeAll(async () => {
    world = await World.open();
    manager = await world.setUp();
    const start = { template: 'conference', name: '2028 數位轉型論壇', opening: inDays(60), closing: inDays(62) };
    project = (await manager.post<{ id: string }>('/api/projects', start)).id;
  });
  afterEach(() => Promise.all(opened.splice(0).map((page) => page.context().close())));
  afterAll(() => world.close());

  async function guest(link: string): Promise<Page> {
    const page = await world.page(PHONE);
    opened.push(page);
    await page.goto(link);
    return page;
  }

  async function desk(): Promise<Page> {
    const page = await world.page(DESK);
    opened.push(page);
    await world.signIn(page, 'manager@example.test');
    await page.goto(`${world.address}/projects/${project}/surveys`);
    return page;
  }

  it('is made from a ready questionnaire, opened, and gets links', async () => {
    const page = await desk();
    await page.getByRole('button', { name: '新增調查' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('調查名稱').fill('會後滿意度調查');
    await dialog.getByLabel('英文名稱').fill('Attendee survey');
    await choose(page, '從哪裡開始', '會議與會者（18 題）');
    await dialog.getByRole('button', { name: '建立' }).click();
    await page.getByText('整體而言，您對這場會議的滿意程度').waitFor();
    survey = new URL(page.url()).pathname.split('/').at(-1)!;
    await page.getByRole('button', { name: '開放填答' }).click();
    await page.getByText('填答中').waitFor();
    await page.getByLabel('數量').fill('3');
    await page.getByRole('button', { name: '產生連結' }).click();
    await page.getByText('3 個 · 0 個已填答').waitFor();
    await page.getByRole('button', { name: '列印 QR code' }).click();
    await page.getByRole('dialog').getByText('#3').waitFor();
    const given = await manager.post<{ items: { link: string }[] }>(`/api/surveys/${survey}/links/given`);
    links = given.items.map(({ link }) => world.address + new URL(link).pathname);
    expect(links).toHaveLength(3);
  });

  it('is answered on phones in Chinese, where what is missing is shown and nothing is lost', async () => {
    const page = await guest(links[0]!);
    await page.getByText('這份問卷不記名').waitFor();
    expect(await page.evaluate(TOO_WIDE)).toBeLessThanOrEqual(0);
    await page.getByLabel('5 非常滿意').last().check();
    await page.getByRole('button', { name: '送出' }).tap();
    await page.getByText('還有 1 題必填沒有回答').waitFor();
    await page.reload();
    await page.getByLabel('10', { exact: true }).check();
    await page.getByLabel('最有收穫的是什麼？').fill('分場討論很充實');
    await page.getByLabel('我看過上面的說明').check();
    await page.getByRole('button', { name: '送出' }).tap();
    await page.getByRole('heading', { name: '已收到，謝謝您！' }).waitFor();
  });

  it('is answered in English, without a network for a while', async () => {
    const page = await guest(`${links[1]!}?lang=en`);
    await page.getByText('This survey is anonymous').waitFor();
    await page.getByLabel('4 Satisfied').last().check();
    await page.getByLabel('8', { exact: true }).check();
    await page.getByLabel('I have read this').check();
    await page.context().setOffline(true);
    await page.getByRole('button', { name: 'Send' }).tap();
    await page.getByText('There is no network now.').waitFor();
    await page.context().setOffline(false);
    await page.getByRole('heading', { name: 'Received. Thank you!' }).waitFor();
  });

  it('asks again where the survey was made a named one meanwhile, and keeps what was filled in', async () => {
    const made = await manager.post<{ id: string }>(`/api/projects/${project}/surveys`, {
      title: '委託單位',
      ready: 'clients',
    });
    await manager.post(`/api/surveys/${made.id}/open`);
    await manager.post(`/api/surveys/${made.id}/links`, { count: 1 });
    const given = await manager.post<{ items: { link: string }[] }>(`/api/surveys/${made.id}/links/given`);
    const page = await guest(world.address + new URL(given.items[0]!.link).pathname);
    await page.getByText('這份問卷不記名').waitFor();
    for (const group of await page.getByRole('radiogroup').filter({ hasText: '必填' }).all())
      await group.getByRole('radio').nth(3).check();
    const consent = page.getByLabel('我看過上面的說明');
    await consent.check();
    await manager.patch(`/api/surveys/${made.id}`, { named: true });
    await page.getByRole('button', { name: '送出' }).tap();
    await page.getByText('主辦單位剛把這份問卷改為記名').waitFor();
    await page.getByText('這份問卷會記名').waitFor();
    expect(await consent.isChecked()).toBe(false);
    await page.getByRole('button', { name: '送出' }).tap();
    await page.getByText('請先勾選同意').waitFor();
    expect((await manager.get<Results>(`/api/surveys/${made.id}/results`)).answers).toBe(0);
    await consent.check();
    await page.getByRole('button', { name: '送出' }).tap();
    await page.getByRole('heading', { name: '已收到，謝謝您！' }).waitFor();
  });

  it('takes one answer a link, and shows what came of all of them', async () => {
    const third = await guest(links[2]!);
    await third.getByLabel('3 普通').last().check();
    await third.getByLabel('3', { exact: true }).check();
    await third.getByLabel('我看過上面的說明').check();
    await third.getByRole('button', { name: '送出' }).tap();
    await third.getByRole('heading', { name: '已收到，謝謝您！' }).waitFor();
    const again = await guest(links[2]!);
    await again.getByRole('heading', { name: '已經填過了，謝謝您！' }).waitFor();
    const page = await desk();
    await page.getByRole('link', { name: '會後滿意度調查' }).click();
    await page.getByText('平均 4.00').first().waitFor();
    await page.getByText('NPS 0').waitFor();
    await page.getByText('分場討論很充實').waitFor();
    await page.getByText('已有 3 份回覆，題目不能再改').waitFor();
    expect(await page.evaluate(TOO_WIDE)).toBeLessThanOrEqual(0);
    const results = await manager.get<Results>(`/api/surveys/${survey}/results`);
    expect(results.answers).toBe(3);
  });

  it('draws the codes of a thousand links while the page stays usable, and prints all of them or none', async () => {
    const made = await manager.post<{ id: string }>(`/api/projects/${project}/surveys`, {
      title: '大會',
      ready: 'clients',
    });
    await manager.post(`/api/surveys/${made.id}/links`, { count: 1000 });
    const page = await desk();
    await page.getByRole('link', { name: '大會' }).click();
    await page.getByText('1000 個 ·').waitFor();
    await page.evaluate(`window.longest = 0; new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) window.longest = Math.max(window.longest, duration);
    }).observe({ type: 'longtask' })`);
    const codes = page.locator('.survey-print li');
    await page.getByRole('button', { name: '列印 QR code' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('準備列印…').waitFor();
    expect([await codes.count(), await dialog.getByRole('button', { name: '準備列印…' }).isDisabled()]).toEqual([
      0,
      true,
    ]);
    await dialog.getByRole('button', { name: '列印', exact: true }).waitFor();
    expect([await codes.count(), await codes.last().innerText()]).toEqual([1000, expect.stringContaining('#1000')]);
    // All at once they take several seconds.
    expect(await page.evaluate('window.longest')).toBeLessThan(1500);
    await dialog.getByRole('button', { name: '關閉' }).last().click();
    await dialog.waitFor({ state: 'hidden' });
  });

  it('asks before typed questions are left behind', async () => {
    const made = await manager.post<{ id: string }>(`/api/projects/${project}/surveys`, {
      title: '廠商',
      ready: 'exhibitors',
    });
    const page = await desk();
    await page.getByRole('link', { name: '廠商' }).click();
    await page.getByRole('button', { name: '編輯題目' }).click();
    const title = page.getByLabel('部分名稱').first();
    await title.fill('我打的');
    const back = page.getByRole('link', { name: '所有調查' });
    await back.click();
    await page.getByRole('dialog', { name: '還有沒儲存的文字' }).getByRole('button', { name: '留在這一頁' }).click();
    expect([new URL(page.url()).pathname, await title.inputValue()]).toEqual([
      `/projects/${project}/surveys/${made.id}`,
      '我打的',
    ]);
    await back.click();
    await page.getByRole('button', { name: '不儲存並離開' }).click();
    await page.waitForURL(`**/projects/${project}/surveys`);
  });

  it('keeps typed questions while the survey changes around them, and opens only with what was saved', async () => {
    type Made = { id: string; sections: { title: string }[]; state: string };
    const made = await manager.post<Made>(`/api/projects/${project}/surveys`, { title: '場地', ready: 'exhibitors' });
    const stored = () => manager.get<Made>(`/api/surveys/${made.id}`);
    const page = await desk();
    await page.getByRole('link', { name: '場地' }).click();
    await page.getByRole('button', { name: '編輯題目' }).click();
    const title = page.getByLabel('部分名稱').first();
    await title.fill('我打的');
    await page.getByText('題目有修改還沒儲存').waitFor();
    expect(await page.getByRole('button', { name: '開放填答' }).isDisabled()).toBe(true);
    await page.getByRole('button', { name: '調查設定' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('說明（填答人先看到）').fill('約三分鐘');
    await dialog.getByRole('button', { name: '儲存' }).click();
    await dialog.waitFor({ state: 'hidden' });
    // Somebody else opens it meanwhile.
    await manager.post(`/api/surveys/${made.id}/open`);
    await page.getByText('填答中').waitFor();
    expect(await title.inputValue()).toBe('我打的');
    await page.getByRole('button', { name: '儲存', exact: true }).click();
    await title.waitFor({ state: 'detached' });
    expect((await stored()).sections[0]!.title).toBe('我打的');

    // The questions themselves were changed by somebody else: said, and replaced only when saved once more.
    await page.getByRole('button', { name: '編輯題目' }).click();
    await title.fill('再改一次');
    const sections = (await stored()).sections.map((section) => ({ ...section, title: '別人的' }));
    await meanwhile(page, `**/api/surveys/${made.id}`, () => manager.patch(`/api/surveys/${made.id}`, { sections }));
    await page.getByRole('button', { name: '儲存', exact: true }).click();
    await page.getByText('其他人剛才也改了題目').click();
    await page.getByRole('heading', { name: '別人的' }).first().waitFor();
    expect((await stored()).sections[0]!.title).toBe('別人的');
    await page.getByRole('button', { name: '儲存', exact: true }).click();
    await title.waitFor({ state: 'detached' });
    expect((await stored()).sections[0]!.title).toBe('再改一次');
  });

  it('says of a wrong link what to do', async () => {
    const page = await guest(`${world.address}/survey/no-such-link`);
    await page.getByRole('heading', { name: '這個連結不能填寫' }).waitFor();
  });
});
