import { Clock } from '@convener/kernel';
import { Config, Database, type Mail } from '@convener/platform';
import { Injectable } from '@nestjs/common';
import { type EntityManager, LessThanOrEqual } from 'typeorm';
import { AccountMail } from './account-mail.entity';
import { composeAdminLink, composeReset } from './account-mail.compose';
import { resetLink } from './links';
import { Person } from '@convener/access';
import { newResetLink, RESET_VALID_MS } from './reset-links';

/** How long (ms) a job may hold a mail. Longer than any mail server's time-out, else a slow mail would go out twice. */
const LEASE_MS = 300_000;
const FIRST_RETRY_MS = 5_000;
const LONGEST_RETRY_MS = 3_600_000;
/** Spread over about six hours. */
const MOST_ATTEMPTS = 12;
const MAILS_PER_SWEEP = 500;

/** A mail about an account on its way: taken under a lease, written, then deleted or tried again. */
@Injectable()
export class AccountMailsService {
  constructor(
    private readonly config: Config,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** The ids of mails that wait for a job. */
  async due(): Promise<string[]> {
    const where = { dueAt: LessThanOrEqual(this.clock.now()) };
    const rows = await this.database.read((em) =>
      em.find(AccountMail, { select: { id: true }, where, order: { dueAt: 'ASC' }, take: MAILS_PER_SWEEP }),
    );
    return rows.map(({ id }) => id);
  }

  /** Takes the mail under a lease and writes it. Null when there is nothing to send, or another job has it. */
  async open(id: string): Promise<{ attempt: number; mail: Mail } | null> {
    const now = this.clock.now();
    return this.database.write(async (em) => {
      const lease = { dueAt: now + LEASE_MS, attempts: () => 'attempts + 1' };
      const { affected } = await em.update(AccountMail, { id, dueAt: LessThanOrEqual(now) }, lease);
      if (!affected) return null;
      const row = await em.findOneByOrFail(AccountMail, { id });
      const person = await em.findOneBy(Person, { email: row.email, active: true });
      const mail = person && !isStale(row, now) ? await this.write(em, row, person, now) : null;
      if (mail) return { attempt: row.attempts, mail };
      await em.delete(AccountMail, { id });
      return null;
    });
  }

  async sent(id: string, attempt: number): Promise<void> {
    await this.database.write((em) => em.delete(AccountMail, { id, attempts: attempt }));
  }

  /** Tried again later, or given up. */
  async failed(id: string, attempt: number): Promise<void> {
    if (attempt >= MOST_ATTEMPTS) return this.sent(id, attempt);
    const dueAt = this.clock.now() + Math.min(FIRST_RETRY_MS * 3 ** (attempt - 1), LONGEST_RETRY_MS);
    await this.database.write((em) => em.update(AccountMail, { id, attempts: attempt }, { dueAt }));
  }

  private async write(em: EntityManager, row: AccountMail, person: Person, now: number): Promise<Mail> {
    const { publicUrl } = this.config;
    if (row.kind === 'admin-link') {
      const admin = row.madeBy === null ? null : await em.findOneBy(Person, { id: row.madeBy });
      return { key: `account-${row.id}`, to: row.email, ...composeAdminLink(person, admin?.name ?? '', publicUrl) };
    }
    // Only its hash is kept, so each attempt brings a link of its own, and is a mail of its own.
    const { token } = await newResetLink(em, person.id, null, now);
    const text = composeReset(person, resetLink(publicUrl, token));
    return { key: `account-${row.id}-${row.attempts}`, to: row.email, secrets: [token], ...text };
  }
}

/** Whoever asked for a link half an hour ago has stopped waiting for it. */
function isStale({ kind, createdAt }: AccountMail, now: number): boolean {
  return kind === 'reset' && now - createdAt >= RESET_VALID_MS;
}
