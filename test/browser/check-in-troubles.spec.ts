import type { Page } from 'playwright-core';
import { DeskWorld, goOffline, search, troubles } from './check-in.world';
import { until } from './world';

/** Both in one task, so that nothing of it can be written down in between. */
const ENTER_AND_LEAVE = `document.querySelector('.desk-search')
  .dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }));
location.reload();`;

/** What goes wrong at an entrance, and the way out of it. */
describe('a desk that meets trouble', () => {
  let desks: DeskWorld;

  beforeAll(async () => {
    desks = await DeskWorld.open();
  });
  afterAll(() => desks.close());

  const desk = async (name: string): Promise<Page> => {
    const made = await desks.device();
    await desks.begin(made, name);
    return made;
  };
  /** Answers the receipt's number. */
  const pay = async (at: Page, number: string): Promise<string> => {
    await search(at).fill(number);
    await at.getByRole('button', { name: `向「來賓${number}」收費` }).click();
    const form = at.getByRole('dialog');
    const receipt = (await form.locator('.desk-receipt strong').innerText()).trim();
    await form.getByRole('button', { name: '已收款，開立收據' }).click();
    await form.waitFor({ state: 'detached' });
    return receipt;
  };

  it('takes back the receipt of somebody who had paid before, who stays paid', async () => {
    await desks.guest('P001');
    const [door, side] = [await desk('大門'), await desk('側門')];
    await search(side).fill('P001');
    await side.getByRole('button', { name: '向「來賓P001」收費' }).waitFor();
    await goOffline(side);
    const first = await pay(door, 'P001');
    await until(async () => (await desks.listed('P001'))?.cells.receipt === first, 'the first payment');
    const second = await pay(side, 'P001');
    await side.context().setOffline(false);
    const trouble = troubles(side).getByRole('listitem').filter({ hasText: second });
    await trouble.getByText(/先前已經繳費/).waitFor();
    await trouble.getByRole('button', { name: '作廢收據' }).click();
    await side.locator('.ant-popconfirm').getByRole('button', { name: '作廢收據' }).click();
    await troubles(side).waitFor({ state: 'detached' });
    const office = async () => desks.manager.get<{ desks: { name: string; receipts: number }[] }>(desks.path());
    const receipts = async () => (await office()).desks.find(({ name }) => name === '側門')?.receipts;
    await until(async () => (await receipts()) === 0, 'the second receipt to be taken back');
    expect((await desks.listed('P001'))!.cells).toMatchObject({ paid: true, receipt: first });
    await Promise.all([door, side].map((at) => at.context().close()));
  });

  it('mends a walk-in who was refused: told what is new about their data, and with a fee that can be read', async () => {
    const at = await desk('服務台');
    await goOffline(at);
    await at.getByRole('button', { name: '現場報名' }).click();
    const form = at.getByRole('dialog');
    await form.getByLabel('姓名').fill('歐陽小華');
    await form.getByLabel('註冊費').fill('六百');
    await form.getByRole('button', { name: '加入名單並報到' }).click();
    await desks.manager.patch(desks.path(), { consent: { text: '您的資料僅供本次研討會報到使用。' } });
    await at.context().setOffline(false);
    const trouble = troubles(at).getByRole('listitem').filter({ hasText: '歐陽小華' });
    await trouble.getByText('請先向來賓說明個人資料的使用').waitFor();

    await trouble.getByRole('button', { name: '補正' }).click();
    expect(await form.getByLabel('姓名').inputValue()).toBe('歐陽小華');
    await form.getByLabel('已向來賓說明以上事項並取得同意').check();
    await form.getByRole('button', { name: '加入名單並報到' }).click();
    await trouble.getByText('不是新臺幣金額').waitFor();
    await trouble.getByRole('button', { name: '補正' }).click();
    await form.getByLabel('註冊費').fill('600');
    await form.getByRole('button', { name: '加入名單並報到' }).click();
    await troubles(at).waitFor({ state: 'detached' });
    const code = (await at.locator('.desk-title .tag').innerText()).split(' ')[0];
    await until(async () => (await desks.listed('歐陽小華')) !== undefined, 'the walk-in to be in the list');
    expect((await desks.listed('歐陽小華'))!.cells).toMatchObject({
      ...{ fee: 600, consentVersion: '1', number: `W${code}001` },
    });
    await at.context().close();
  });

  it('gives up what can never be taken, knowing what that means', async () => {
    const id = await desks.guest('G001');
    const at = await desk('入口');
    await search(at).fill('G001');
    await at.getByRole('button', { name: '為「來賓G001」報到' }).waitFor();
    await goOffline(at);
    await at.getByRole('button', { name: '為「來賓G001」報到' }).click();
    await at.getByText('1 筆待送出').waitFor();
    await desks.manager.delete(`/api/register-rows/${id}`);
    await at.context().setOffline(false);
    await troubles(at).getByText('名單裡已經沒有這筆報名').waitFor();
    await troubles(at).getByRole('button', { name: '不再送出' }).click();
    const question = at.locator('.ant-popconfirm');
    await question.getByText('清單不會記下這位來賓已報到').waitFor();
    await question.getByRole('button', { name: '不再送出' }).click();
    await troubles(at).waitFor({ state: 'detached' });
    await at.context().close();
  });

  it('goes on where the network swallows what it sends, and says why the server takes nothing', async () => {
    const id = await desks.guest('N001');
    const at = await desks.world.pageToRoute();
    await desks.world.signIn(at, 'manager@example.test');
    await desks.begin(at, '地下室');
    let answer: 'none' | 'no' | 'true' = 'none';
    const problem = { type: '/problems/forbidden', title: '您沒有這個權限。', titleEn: 'Not allowed.', status: 403 };
    await at.route('**/check-in/entries', async (route) => {
      if (answer === 'no') await route.fulfill({ status: 403, json: problem, contentType: 'application/problem+json' });
      if (answer === 'true') await route.continue();
    });
    await search(at).fill('N001');
    await at.getByRole('button', { name: '為「來賓N001」報到' }).click();
    await at.getByText('目前離線；1 筆待送出').waitFor();
    answer = 'no';
    await at.getByRole('alert').filter({ hasText: '您沒有這個權限' }).waitFor();
    await at.getByText('會繼續嘗試送出').waitFor();
    answer = 'true';
    await at.getByText('會繼續嘗試送出').waitFor({ state: 'detached' });
    const { rows } = await desks.manager.get<{ rows: { id: string; arrivedAt: number | null }[] }>(
      `${desks.path()}/list`,
    );
    expect(rows.find((row) => row.id === id)!.arrivedAt).not.toBeNull();
    await at.context().close();
  });

  it('shows a code that nobody has, which the next scan takes the place of, however fast the scanner is', async () => {
    for (const number of ['S001', 'S002', 'S003']) await desks.guest(number);
    const before = await desks.arrived();
    const at = await desk('掃描槍');
    await search(at).focus();
    /** Keys follow each other as a scanner on a cable sends them. */
    const scan = async (...codes: string[]) => {
      for (const code of codes) {
        await at.keyboard.type(code);
        await at.keyboard.press('Enter');
      }
    };
    await scan('X999');
    await at.locator('.desk-result', { hasText: '名單中沒有這個號碼' }).waitFor();
    await scan('S001');
    await at.locator('.desk-result', { hasText: '來賓S001' }).waitFor();
    // Several have it in their number: nobody is checked in, and the scan after it counts.
    await scan('S00', 'X998', 'S002', 'S003');
    await at.locator('.desk-result', { hasText: '來賓S003' }).waitFor();
    expect(await search(at).inputValue()).toBe('');
    await until(async () => (await desks.arrived()) === before + 3, 'the three arrivals');
    await at.context().close();
  });

  it('keeps the last guest of a page that is left the moment after, without a network', async () => {
    for (let count = 1; count <= 6; count += 1) await desks.guest(`L00${count}`);
    const at = await desk('出口');
    await search(at).fill('L006');
    await at.getByText('來賓L006').waitFor();
    await goOffline(at);
    for (let count = 1; count <= 6; count += 1) {
      await search(at).fill(`L00${count}`);
      await Promise.all([at.waitForEvent('load'), at.evaluate(ENTER_AND_LEAVE)]);
      await at.getByText(`${count} 筆待送出`).waitFor();
    }
    await at.context().close();
  });
});
