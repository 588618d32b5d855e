import { TransientError } from '@convener/kernel';
import { type Mail, type Mailer, MailRefused, OutboxMailer, OutgoingMail, SmtpMailer } from '@convener/platform';
import { sqlite } from '../support/database';
import { FakeClock } from '../support/fake-clock';
import { MemoryMailer } from '../support/memory-mailer';
import { headerOf as header, TestSmtpServer } from '../support/smtp-server';

interface Sent {
  key: string;
  to: string;
  subject: string;
}

interface Harness {
  mailer: Mailer;
  /** What has left, each mail once however often it was handed over. */
  sent(): Promise<Sent[]>;
  close(): Promise<void>;
}

const mail = (key: string, more: Partial<Mail> = {}): Mail => ({
  key,
  to: 'lin@example.org',
  subject: '明早的工作：場地合約',
  text: '場地合約 明天到期',
  html: '<p>場地合約 明天到期</p>',
  ...more,
});

async function outbox(): Promise<Harness> {
  const db = await sqlite().open([OutgoingMail]);
  const rows = () => db.dataSource.manager.find(OutgoingMail, { order: { id: 'ASC' } });
  return {
    mailer: new OutboxMailer(db.database, new FakeClock()),
    sent: async () =>
      (await rows()).map(({ messageKey, recipient, subject }) => ({ key: messageKey, to: recipient, subject })),
    close: db.close,
  };
}

function decoded(words: string): string {
  return words
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?UTF-8\?([BQ])\?([^?]*)\?=/gi, (_all, kind: string, text: string) => {
      if (kind.toUpperCase() === 'B') return Buffer.from(text, 'base64').toString();
      const bytes = text.replace(/_/g, ' ').replace(/=([0-9A-F]{2})/gi, (_hex, code: string) => `%${code}`);
      return decodeURIComponent(bytes);
    });
}

async function smtp(): Promise<Harness & { server: TestSmtpServer }> {
  const server = new TestSmtpServer();
  const mailer = new SmtpMailer(await server.listen(), 'Convener <desk@convener.example>');
  const sent = async () => {
    const byId = new Map(server.received.map((received) => [header(received, 'Message-ID'), received]));
    return [...byId].map(([key, received]) => ({
      key,
      to: received.to.join(),
      subject: decoded(header(received, 'Subject')),
    }));
  };
  const close = async () => {
    mailer.onApplicationShutdown();
    await server.close();
  };
  return { mailer, server, sent, close };
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

async function memory(): Promise<Harness> {
  const mailer = new MemoryMailer();
  const sent = async () => [...new Map(mailer.sent.map((one) => [one.key, one])).values()];
  return { mailer, sent, close: async () => undefined };
}

describe.each([
  { name: 'outbox', open: outbox },
  { name: 'SMTP', open: smtp },
  { name: 'in memory', open: memory },
])('the mailer: $name', ({ open }) => {
  let harness: Harness;

  beforeAll(async () => {
    harness = await open();
  });
  afterAll(() => harness.close());

  it('sends mails, each once however often its key comes', async () => {
    await harness.mailer.send(mail('a'));
    await harness.mailer.send(mail('b', { to: 'wang@example.org' }));
    await harness.mailer.send(mail('a'));
    const sent = await harness.sent();
    expect(sent.map(({ to }) => to)).toEqual(['lin@example.org', 'wang@example.org']);
    expect(sent.map(({ subject }) => subject)).toEqual([mail('a').subject, mail('b').subject]);
    expect(new Set(sent.map(({ key }) => key)).size).toBe(2);
  });

  it('takes many at once', async () => {
    const before = (await harness.sent()).length;
    await Promise.all(Array.from({ length: 20 }, (_, n) => harness.mailer.send(mail(`many ${n}`))));
    expect(await harness.sent()).toHaveLength(before + 20);
  });
});

describe('the outbox', () => {
  it('keeps a mail without what only its recipient may read', async () => {
    const db = await sqlite().open([OutgoingMail]);
    const link = 'http://convener.test/reset-password/s3cret';
    const given = mail('k', { text: `打開 ${link}`, html: `<a href="${link}">${link}</a>`, secrets: ['s3cret'] });
    await new OutboxMailer(db.database, new FakeClock()).send(given);
    const [kept] = await db.dataSource.manager.find(OutgoingMail);
    expect(kept?.text).toBe('打開 http://convener.test/reset-password/•••');
    expect(JSON.stringify(kept)).not.toContain('s3cret');
    await db.close();
  });
});

describe('the outbox’s headers', () => {
  it('are kept, without what only the recipient may read', async () => {
    const db = await sqlite().open([OutgoingMail]);
    const headers = { 'List-Id': '<p1.convener.test>', 'List-Unsubscribe': '<https://convener.test/u/s3cret>' };
    await new OutboxMailer(db.database, new FakeClock()).send(mail('k', { headers, secrets: ['s3cret'] }));
    const [kept] = await db.dataSource.manager.find(OutgoingMail);
    expect(kept?.headers).toEqual({ ...headers, 'List-Unsubscribe': '<https://convener.test/u/•••>' });
    await db.close();
  });
});

describe('the SMTP mailer', () => {
  it('joins mails of one conversation, and no others, to one root', async () => {
    const { mailer, server, close } = await smtp();
    for (const [key, thread] of [
      ['a', 'p1 an'],
      ['b', 'p1 an'],
      ['c', 'p2 an'],
    ]) {
      await mailer.send(mail(key!, { thread }));
    }
    await mailer.send(mail('d'));
    const roots = server.received.map((received) => header(received, 'References'));
    expect(roots[0]).toMatch(/^<[0-9a-f]{32}@convener\.example>$/);
    expect(roots[1]).toBe(roots[0]);
    expect(roots[2]).not.toBe(roots[0]);
    expect(server.received[3]?.raw).not.toMatch(/^(References|In-Reply-To):/m);
    expect(header(server.received[0]!, 'In-Reply-To')).toBe(roots[0]);
    expect(header(server.received[0]!, 'Message-ID')).not.toBe(header(server.received[1]!, 'Message-ID'));
    await close();
  });

  it('lets one-click unsubscribing through unchanged', async () => {
    const { mailer, server, close } = await smtp();
    const headers = {
      'List-Id': '<0199a5c2-7c1e-7bbb-8a35-2f6f5d1f1a11.convener.example.org>',
      'List-Unsubscribe': `<https://convener.example.org/api/unsubscribe/${'x'.repeat(32)}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    };
    await mailer.send(mail('k', { headers }));
    // A long header may begin on its second line (RFC 5322, 2.2.3).
    const raw = server.received[0]!.raw.replace(/\r?\n /g, ' ');
    for (const [name, value] of Object.entries(headers))
      expect(raw).toMatch(new RegExp(`^${name}: +${escaped(value)}\\r?$`, 'mi'));
    await close();
  });

  it('writes sender, texts and headers', async () => {
    const { mailer, server, close } = await smtp();
    await mailer.send(mail('k', { headers: { 'List-Unsubscribe': '<https://convener.example/me>' } }));
    const [received] = server.received;
    if (!received) throw new Error('nothing came');
    expect(received.from).toBe('desk@convener.example');
    expect(header(received, 'From')).toBe('Convener <desk@convener.example>');
    expect(header(received, 'Message-ID')).toMatch(/^<[0-9a-f]{32}@convener\.example>$/);
    expect(header(received, 'Auto-Submitted')).toBe('auto-generated');
    expect(header(received, 'List-Unsubscribe')).toBe('<https://convener.example/me>');
    expect(received.raw).toMatch(/text\/plain[\s\S]*text\/html/);
    await close();
  });

  it('lets no header in through a subject', async () => {
    const { mailer, server, close } = await smtp();
    await mailer.send(mail('k', { subject: 'hello\r\nBcc: everybody@example.org' }));
    expect(server.received[0]?.to).toEqual(['lin@example.org']);
    expect(server.received[0]?.raw).not.toMatch(/^Bcc:/m);
    await close();
  });

  it('fails with a TransientError while the server refuses or is away, and sends later', async () => {
    const { mailer, server, close } = await smtp();
    server.refusal = '451 try later';
    await expect(mailer.send(mail('k'))).rejects.toBeInstanceOf(TransientError);
    server.refusal = null;
    await mailer.send(mail('k'));
    expect(server.received).toHaveLength(1);
    await close();
    const away = new SmtpMailer('smtp://127.0.0.1:1', 'desk@convener.example');
    await expect(away.send(mail('k'))).rejects.toBeInstanceOf(TransientError);
    away.onApplicationShutdown();
  });

  it('tells a mail that will never be taken from one that may be later', async () => {
    const { mailer, server, close } = await smtp();
    server.refusal = '550 no such mailbox';
    await expect(mailer.send(mail('k'))).rejects.toBeInstanceOf(MailRefused);
    server.refusal = '421 shutting down';
    await expect(mailer.send(mail('k'))).rejects.toBeInstanceOf(TransientError);
    await close();
  });

  it('holds a refusal of our own address, which a setting mends, for a passing one', async () => {
    const { mailer, server, close } = await smtp();
    server.refusedCommand = 'MAIL';
    server.refusal = '550 not you';
    await expect(mailer.send(mail('k'))).rejects.toBeInstanceOf(TransientError);
    await close();
  });

  it('sends again under the same name what was taken without an answer', async () => {
    const { mailer, server, close } = await smtp();
    server.trouble = { failing: 0, lostReplies: 1, takesMs: 0 };
    await expect(mailer.send(mail('k'))).rejects.toBeInstanceOf(TransientError);
    server.trouble = { failing: 0, lostReplies: 0, takesMs: 0 };
    await mailer.send(mail('k'));
    expect(server.received.length).toBeGreaterThan(1);
    expect(new Set(server.received.map((one) => header(one, 'Message-ID'))).size).toBe(1);
    await close();
  });
});
