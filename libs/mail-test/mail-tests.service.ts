import { Person, type SignedIn } from '@convener/access';
import { maskedError } from '@convener/delivery';
import { Clock, newId } from '@convener/kernel';
import { Config, Database, defineJob, JobQueue, type Mail, maskUrl } from '@convener/platform';
import { Attempts } from '@convener/sign-in';
import { Injectable, Logger } from '@nestjs/common';
import { composeMailTest } from './mail-test.compose';
import { MailTest } from './mail-test.entity';
import { type ShownState, stateNow } from './mail-test.rules';
import { mailFault, type MailFault } from './mail-fault';

export const sendMailTest = defineJob<{ id: string }>('send-mail-test');

/** More than anybody needs to mend a setting, and too few to fill a mailbox. */
const LIMIT = { most: 10, windowMs: 60 * 60_000 };

export interface MailTestView {
  askedAt: number;
  state: ShownState;
  fault: MailFault | null;
  answer: string | null;
  endedAt: number | null;
}

export interface MailSettings {
  /** The mail server's address without its password; null where mails stand in the outbox. */
  server: string | null;
  from: string;
  /** The reader's own last test. */
  last: MailTestView | null;
}

/** Sends an administrator a message, the way every mail goes, and keeps what the mail server said. */
@Injectable()
export class MailTestsService {
  private readonly log = new Logger(MailTestsService.name);

  constructor(
    private readonly config: Config,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly queue: JobQueue,
    private readonly attempts: Attempts,
  ) {}

  async settings(person: SignedIn): Promise<MailSettings> {
    const row = await this.database.read((em) => em.findOneBy(MailTest, { personId: person.personId }));
    const { smtpUrl, mailFrom } = this.config;
    return { server: smtpUrl && maskUrl(smtpUrl), from: mailFrom, last: row && this.view(row) };
  }

  /** Throws 429 beyond ten in an hour. */
  async ask(person: SignedIn): Promise<void> {
    await this.attempts.admit(`mail-test ${person.personId}`, LIMIT);
    const id = newId();
    const fresh = { state: 'waiting' as const, fault: null, answer: null, endedAt: null };
    const row = { personId: person.personId, id, askedAt: this.clock.now(), ...fresh };
    // One statement: of two taps at once the later one's test stands, and neither fails.
    await this.database.write((em) => em.upsert(MailTest, row, ['personId']));
    await this.ring(id);
  }

  /** The message of a test that waits; null where it was tried, or a newer one has taken its place. */
  open(id: string): Promise<Mail | null> {
    return this.database.read(async (em) => {
      const row = await em.findOneBy(MailTest, { id, state: 'waiting' });
      const person = row && (await em.findOneBy(Person, { id: row.personId, active: true }));
      if (!person?.email) return null;
      return { key: `mail-test-${id}`, to: person.email, ...composeMailTest(person, this.config.publicUrl) };
    });
  }

  async sent(id: string): Promise<void> {
    await this.end(id, { state: this.config.smtpUrl === null ? 'kept' : 'sent' });
  }

  async failed(id: string, error: unknown): Promise<void> {
    const answer = maskedError(error instanceof Error ? error.message : String(error));
    await this.end(id, { state: 'failed', fault: mailFault(error), answer });
  }

  private async end(id: string, changes: Partial<MailTest>): Promise<void> {
    await this.database.write((em) => em.update(MailTest, { id }, { ...changes, endedAt: this.clock.now() }));
  }

  /** A ring that was lost shows as a test that nobody took up: that is worth knowing, so it is not rung again. */
  private async ring(id: string): Promise<void> {
    try {
      await this.queue.add(sendMailTest, { id }, id);
    } catch (error) {
      this.log.warn(`The job queue cannot be reached: ${error instanceof Error ? error.message : String(error)}`);
    }
  }

  private view({ askedAt, state, fault, answer, endedAt }: MailTest): MailTestView {
    return { askedAt, state: stateNow({ state, askedAt }, this.clock.now()), fault, answer, endedAt };
  }
}
