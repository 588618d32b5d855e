import { type Page } from 'playwright-core';
import { TestSmtpServer } from '../support/smtp-server';
import { Api, DESK, PASSWORD, PHONE, TOO_SMALL, TOO_WIDE, until, World } from './world';

const NEXT = 'three cups of oolong';
const EMAIL = 'member@example.test';

/** Somebody who has forgotten their password, at a desk and on their phone. */
describe('somebody who signs in', () => {
  const mailServer = new TestSmtpServer();
  let world: World;
  let manager: Api;
  let desk: Page;
  let phone: Page;
  let link: string;

  beforeAll(async () => {
    world = await World.open({ SMTP_URL: await mailServer.listen() });
    manager = await world.setUp();
    await world.invite(manager, '王小明', EMAIL, { workspaceRole: 'member' });
    desk = await world.page(DESK);
    phone = await world.page(PHONE);
  });
  afterAll(async () => {
    await world.close();
    await mailServer.close();
  });

  const fillSignIn = async (page: Page, password: string) => {
    await page.getByLabel('電子郵件').fill(EMAIL);
    await page.getByLabel('密碼', { exact: true }).fill(password);
  };
  const submit = (page: Page) => page.getByRole('button', { name: '登入', exact: true }).click();
  const row = (page: Page, text: string) => page.getByRole('listitem').filter({ hasText: text });

  it('marks their phone as their own and stays signed in there for thirty days', async () => {
    await phone.goto(`${world.address}/sign-in`);
    await fillSignIn(phone, PASSWORD);
    await phone.getByLabel('這是我自己的裝置，30 天內不必重新登入').check();
    await submit(phone);
    await phone.waitForURL(/my-work/);
    expect(await daysKept(phone)).toBeGreaterThan(29);
  });

  it('has forgotten the password at a desk and asks for a link', async () => {
    await desk.goto(`${world.address}/sign-in`);
    await fillSignIn(desk, 'what was it again');
    await submit(desk);
    await desk.getByText('電子郵件或密碼不正確。').waitFor();
    await desk.getByRole('link', { name: '忘記密碼？' }).click();
    // Both pages ask for the address: filled in too early, it would go with the page that is left.
    await desk.getByRole('heading', { name: '重設密碼' }).waitFor();
    await desk.getByLabel('電子郵件').fill(EMAIL);
    await desk.getByRole('button', { name: '寄出連結' }).click();
    await desk.getByRole('heading', { name: '請查看您的信箱' }).waitFor();
    await until(async () => mailServer.received.length > 0, 'the mail');
    expect(mailServer.received[0]?.to).toEqual([EMAIL]);
    link = /http:\S+\/reset-password\/[\w-]{43}/.exec(plainText(mailServer.received[0]?.raw ?? ''))?.[0] ?? '';
    expect(link).toMatch(new RegExp(`^${world.address}/reset-password/`));
  });

  it('is told at the field when the new password is soon guessed, sets another, and is signed in', async () => {
    await desk.goto(link);
    await desk.getByText('王小明，請設定新的密碼。').waitFor();
    await desk.getByLabel('新密碼').fill('Password1');
    await desk.getByRole('button', { name: '設定密碼並登入' }).click();
    await desk.getByRole('alert').filter({ hasText: '這個密碼太常見' }).waitFor();
    await desk.getByLabel('新密碼').fill(NEXT);
    await desk.getByRole('button', { name: '設定密碼並登入' }).click();
    await desk.waitForURL(/my-work/);
    // Half a day, and up to the second by which Chromium moves an expiry: it takes the Date of the answer, which is cut to
    // whole seconds, for how far the server's clock is off.
    expect(await daysKept(desk)).toBeLessThanOrEqual(0.5 + 1 / 86_400);
  });

  it('finds the link used up, and the phone signed out', async () => {
    const other = await world.page(PHONE);
    await other.goto(link);
    await other.getByRole('heading', { name: '連結已經失效' }).waitFor();
    await other.getByRole('link', { name: '重新申請連結' }).click();
    await other.getByRole('heading', { name: '重設密碼' }).waitFor();
    await phone.goto(`${world.address}/my-work`);
    await phone.getByRole('heading', { name: '登入' }).waitFor();
    await fillSignIn(phone, NEXT);
    await phone.getByLabel('這是我自己的裝置，30 天內不必重新登入').check();
    await submit(phone);
    await phone.waitForURL(/my-work/);
  });

  it('sees both devices under their account and signs the phone out from the desk', async () => {
    await desk.goto(`${world.address}/account`);
    await row(desk, '這個裝置').waitFor();
    await row(desk, '自己的裝置').getByRole('button').click();
    await row(desk, '自己的裝置').waitFor({ state: 'detached' });
    await desk.getByText('透過寄到您信箱的連結設定了新密碼。').waitFor();
    await phone.goto(`${world.address}/my-work`);
    await phone.getByRole('heading', { name: '登入' }).waitFor();
  });

  it('signs all others out at once', async () => {
    for (let index = 0; index < 2; index += 1) {
      await Api.as(world.address, '/api/session', { email: EMAIL, password: NEXT });
    }
    await desk.reload();
    await desk.getByRole('button', { name: '登出其他裝置' }).click();
    await desk.getByRole('button', { name: '登出其他裝置' }).waitFor({ state: 'detached' });
    expect(await row(desk, '最近使用').count()).toBe(1);
  });

  it('is helped by an admin where no mail comes, and sees who did', async () => {
    const office = await world.page(DESK);
    await world.signIn(office, 'manager@example.test');
    await office.goto(`${world.address}/people`);
    await office.getByRole('button', { name: '重設「王小明」的密碼' }).click();
    await office.getByRole('button', { name: '建立連結' }).click();
    const handed = await office.getByRole('dialog').getByRole('textbox', { name: '重設密碼' }).inputValue();
    await desk.reload();
    await desk.getByText('管理員 林怡君 建立了重設密碼的連結。').waitFor();
    await phone.goto(handed);
    await phone.getByLabel('新密碼').fill('another phrase of mine');
    await phone.getByRole('button', { name: '設定密碼並登入' }).click();
    await phone.waitForURL(/my-work/);
    await desk.reload();
    await desk.getByRole('heading', { name: '登入' }).waitFor();
  });

  it('finds every page fit for a phone and its thumb, in English too', async () => {
    const fresh = await (await world.context(PHONE)).newPage();
    const faults: string[] = [];
    for (const path of ['/sign-in', '/reset-password', '/reset-password/no-such-link']) {
      await fresh.goto(world.address + path);
      await fresh.locator('main h1').first().waitFor();
      const wider = await fresh.evaluate<number>(TOO_WIDE);
      if (wider > 0) faults.push(`${path} is ${wider} px wider than the window`);
      for (const small of await fresh.evaluate<string[]>(TOO_SMALL)) faults.push(`${path}: too small: ${small}`);
    }
    await fresh.getByRole('button', { name: 'English' }).click();
    await fresh.getByRole('heading', { name: 'This link no longer works' }).waitFor();
    expect(faults).toEqual([]);
  });
});

/** For how many days the browser keeps the session's cookie. */
async function daysKept(page: Page): Promise<number> {
  const cookie = (await page.context().cookies()).find(({ name }) => name.endsWith('convener'));
  return ((cookie?.expires ?? 0) - Date.now() / 1000) / 86_400;
}

/** The text part of a mail as it came over the wire. */
function plainText(raw: string): string {
  const [, head = '', body = ''] = /Content-Type: text\/plain([^]*?)\r\n\r\n([^]*?)\r\n--/.exec(raw) ?? [];
  if (/base64/i.test(head)) return Buffer.from(body, 'base64').toString();
  return body.replace(/=\r\n/g, '').replace(/=3D/g, '=');
}
