import type { MailSettings } from '../../apps/api/operations/mail-test.dto';
import { type SignedInClient, startTestApp, type TestApp } from '../support/app';
import { ok } from '../support/client';
import { told } from '../support/builders';
import { freePort } from '../support/free-port';
import { TestSmtpServer } from '../support/smtp-server';
import { until } from '../support/until';

const PATH = '/api/operations/mail-test';

describe('a test message', () => {
  const open: TestApp[] = [];
  afterEach(async () => {
    for (const app of open.splice(0)) await app.close();
  });

  async function office(env: Record<string, string> = {}): Promise<{ app: TestApp; admin: SignedInClient }> {
    const app = await startTestApp({ env, realMail: true });
    open.push(app);
    return { app, admin: await app.setUpAdmin() };
  }

  async function tried({ admin }: { admin: SignedInClient }): Promise<MailSettings> {
    ok(await admin.client.post(PATH));
    const settings = async () => ok(await admin.client.get<MailSettings>(PATH)).body;
    await until(async () => (await settings()).last?.state !== 'waiting', 'the test to end');
    return settings();
  }

  it('is taken by the mail server, in the reader’s language, and said to be', async () => {
    const smtp = new TestSmtpServer();
    const at = await office({ SMTP_URL: await smtp.listen(), MAIL_FROM: 'convener@example.test' });
    expect(await tried(at)).toMatchObject({ from: 'convener@example.test', last: { state: 'sent', fault: null } });
    expect(smtp.received).toMatchObject([{ from: 'convener@example.test', to: [at.admin.email] }]);
    await smtp.close();
  });

  it('that is refused says why, without the address', async () => {
    const smtp = new TestSmtpServer();
    const at = await office({ SMTP_URL: await smtp.listen() });
    smtp.refusal = `550 no mailbox ${at.admin.email}`;
    const { last } = await tried(at);
    expect(last).toMatchObject({ state: 'failed', fault: 'recipient' });
    expect(last!.answer).toContain('550 no mailbox');
    expect(last!.answer).not.toContain(at.admin.email);
    smtp.refusal = null;
    expect((await tried(at)).last?.state).toBe('sent');
    await smtp.close();
  });

  it('to a server that is not there says so, and the password stands nowhere', async () => {
    const at = await office({ SMTP_URL: `smtp://mailer:hunter2-secret@127.0.0.1:${await freePort()}` });
    const settings = await tried(at);
    expect(settings.last).toMatchObject({ state: 'failed', fault: 'unreachable' });
    expect(settings.server).toContain('mailer:');
    expect(JSON.stringify(settings)).not.toContain('hunter2');
  });

  it('stands in the outbox where no mail server is set', async () => {
    const at = await office();
    expect(await tried(at)).toMatchObject({ server: null, last: { state: 'kept' } });
    const { items } = ok(await at.admin.client.get<{ items: { to: string }[] }>('/api/outbox')).body;
    expect(items[0]).toMatchObject({ to: at.admin.email, subject: 'Convener 測試信' });
  });

  it('asked for twice at once fails for neither tap', async () => {
    const smtp = new TestSmtpServer();
    const at = await office({ SMTP_URL: await smtp.listen() });
    const answers = await Promise.all([at.admin.client.post(PATH), at.admin.client.post(PATH)]);
    expect(answers.map(({ status }) => status)).toEqual([202, 202]);
    await until(
      async () => ok(await at.admin.client.get<MailSettings>(PATH)).body.last?.state === 'sent',
      'the test to be sent',
    );
    await smtp.close();
  });

  it('is an administrator’s to send, ten an hour', async () => {
    const { app, admin } = await office();
    const { client } = await app.addPerson('成員');
    expect(told(await client.post(PATH))).toBe('403 forbidden');
    for (let turn = 0; turn < 10; turn += 1) ok(await admin.client.post(PATH));
    expect((await admin.client.post(PATH)).status).toBe(429);
  });
});
