import { TransientError } from '@convener/kernel';
import { type Mail, Mailer, MailRefused } from '@convener/platform';

/** Keeps mails for a test to look at: `overrideProvider(Mailer).useValue(mailer)`. */
export class MemoryMailer extends Mailer {
  /** Every handing over, also a second one under the same key. */
  readonly sent: Mail[] = [];
  private failures = 0;
  private readonly refused = new Set<string>();
  /** Called with each mail before it is sent. */
  onSend: (mail: Mail) => void = () => undefined;

  /** The next `times` sends throw TransientError. */
  failNext(times = 1): void {
    this.failures = times;
  }

  /** Mails to this address are refused for good. */
  refuse(address: string): void {
    this.refused.add(address);
  }

  /** Mails to this address are taken again. */
  accept(address: string): void {
    this.refused.delete(address);
  }

  async send(mail: Mail): Promise<void> {
    this.onSend(mail);
    if (this.refused.has(mail.to)) throw new MailRefused('No such mailbox (by order of the test)');
    if (this.failures > 0) {
      this.failures -= 1;
      throw new TransientError('The mail server is away (by order of the test)');
    }
    this.sent.push(mail);
  }

  to(address: string): Mail[] {
    return this.sent.filter((mail) => mail.to === address);
  }
}
