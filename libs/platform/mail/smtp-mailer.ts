import { createHash } from 'node:crypto';
import type { OnApplicationShutdown } from '@nestjs/common';
import { TransientError } from '@convener/kernel';
import { createTransport, type Transporter } from 'nodemailer';
import { type Mail, Mailer, MailRefused } from './mailer';

const TIMEOUTS_MS = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 };

/** Sends through the configured mail server. */
export class SmtpMailer extends Mailer implements OnApplicationShutdown {
  private readonly transport: Transporter;
  private readonly host: string;

  constructor(
    smtpUrl: string,
    private readonly from: string,
  ) {
    super();
    this.transport = createTransport({ url: smtpUrl, pool: true, maxConnections: 5, ...TIMEOUTS_MS });
    this.host = /@([^\s<>@]+)>?$/.exec(from)?.[1] ?? 'localhost';
  }

  async send(mail: Mail): Promise<void> {
    const { to, subject, text, html } = mail;
    const headers = { ...mail.headers, 'Auto-Submitted': 'auto-generated' };
    // The root is never sent: programs join mails that answer the same one, whether they have it or not.
    const root = mail.thread === undefined ? undefined : this.messageId(`thread ${mail.thread}`);
    try {
      await this.transport.sendMail({
        from: this.from,
        to,
        subject,
        text,
        html,
        headers,
        inReplyTo: root,
        references: root,
        messageId: this.messageId(mail.key),
      });
    } catch (error) {
      if (isForGood(error))
        throw new MailRefused(`The mail server refused the mail: ${String(error)}`, { cause: error });
      throw new TransientError(`The mail server did not take the mail: ${String(error)}`, { cause: error });
    }
  }

  onApplicationShutdown(): void {
    this.transport.close();
  }

  /** The same for the same key, so that a mail that was sent twice shows once in most readers. */
  private messageId(key: string): string {
    return `<${createHash('sha256').update(key).digest('hex').slice(0, 32)}@${this.host}>`;
  }
}

/**
 * Only what is said of the recipient or of the content. A refused sign-in or sender is a setting that somebody will
 * mend, and the mails must go out then.
 */
function isForGood(error: unknown): boolean {
  const { permanent, command } = error as { permanent?: boolean; command?: string };
  return permanent === true && (command === 'RCPT TO' || command === 'DATA');
}
