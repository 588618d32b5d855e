import { Person } from '@convener/access';
import { Clock, newId } from '@convener/kernel';
import { Config, Database, type Mail } from '@convener/platform';
import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { composeMail } from './compose';
import { handOver } from './hand-over';
import { composeLines, type ProjectLines } from './lines';
import { Message } from './message.entity';
import { LEASE_MS, MAIL_ATTEMPTS, retryAfter } from './pace';
import { Reminder } from './reminder.entity';
import { lookAgain } from './second-look';
import { ReminderSubjects } from './subjects';

export interface OpenedMessage {
  /** Proves that the message is still ours when the mail is done. */
  token: string;
  /** Null where nothing is left to mail. */
  mail: Mail | null;
  /** Messages of other people that rows went to: queue them. */
  passedOn: string[];
}

const DONE = { leaseToken: null, leaseUntil: null };

/** A claimed message on its way: opened under a lease, written for the inbox, then mailed or tried again. */
@Injectable()
export class MessagesService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly subjects: ReminderSubjects,
  ) {}

  /**
   * Takes the message under a lease, looks at each of its subjects again and writes what still holds into the inbox.
   * Null when it is finished or another job holds it.
   */
  async open(messageId: string): Promise<OpenedMessage | null> {
    const now = this.clock.now();
    const token = newId();
    return this.database.write(async (em) => {
      if (!(await lease(em, messageId, token, now))) return null;
      const message = await em.findOneByOrFail(Message, { id: messageId });
      const { projects, passedOn } = await this.write(em, message, now);
      const mail = projects.length > 0 ? await this.mailFor(em, message, projects) : null;
      if (!mail) await this.finish(em, message, projects.length > 0 ? 'ready' : 'empty');
      return { token, mail, passedOn };
    });
  }

  /** Notes that the mail went out. Changes nothing when the lease was lost meanwhile. */
  async sent(messageId: string, token: string): Promise<void> {
    await this.database.write(async (em) => {
      const won = await em.update(Message, { id: messageId, leaseToken: token }, { mailStatus: 'sent', ...DONE });
      if (won.affected) await this.settle(em, messageId);
    });
  }

  /** Notes that the mail failed: tried again later under the same key, or given up. The inbox has it either way. */
  async failed(messageId: string, token: string): Promise<void> {
    const now = this.clock.now();
    await this.database.write(async (em) => {
      const message = await em.findOneBy(Message, { id: messageId, leaseToken: token });
      if (!message) return;
      const mailAttempts = message.mailAttempts + 1;
      const givenUp = mailAttempts >= MAIL_ATTEMPTS;
      const next = givenUp
        ? { mailStatus: 'failed' as const, ...DONE }
        : { leaseToken: null, leaseUntil: now + retryAfter(mailAttempts) };
      const won = await em.update(Message, { id: messageId, leaseToken: token }, { mailAttempts, ...next });
      if (won.affected && givenUp) await this.settle(em, messageId);
    });
  }

  private async write(em: EntityManager, message: Message, now: number) {
    const where = { messageId: message.id, status: 'claimed' as const };
    const reminders = await em.find(Reminder, { where, order: { fireAt: 'ASC', id: 'ASC' } });
    const refs = new Map(
      reminders.map(({ subjectType, subjectId }) => [subjectId, { type: subjectType, id: subjectId }]),
    );
    const subjects = await this.subjects.look(em, [...refs.values()]);
    const { live, dropped, moved } = lookAgain(reminders, subjects, message.personId);
    if (dropped.length > 0) await em.update(Reminder, { id: In(dropped) }, { status: 'dropped', settledAt: now });
    const projects = composeLines(live, now);
    await em.update(Message, { id: message.id }, { lines: projects, status: 'ready' });
    return { projects, passedOn: await handOver(em, moved, now) };
  }

  /** Null for a person who has been made inactive. */
  private async mailFor(em: EntityManager, message: Message, projects: readonly ProjectLines[]): Promise<Mail | null> {
    const { name, email, locale, active } = await em.findOneByOrFail(Person, { id: message.personId });
    if (!active) return null;
    return { key: `message-${message.id}`, to: email, ...composeMail(projects, name, locale, this.config.publicUrl) };
  }

  private async finish(em: EntityManager, { id }: Message, status: Message['status']): Promise<void> {
    await em.update(Message, { id }, { status, mailStatus: 'none', ...DONE });
    await this.settle(em, id);
  }

  private async settle(em: EntityManager, messageId: string): Promise<void> {
    const settled = { status: 'sent', settledAt: this.clock.now() } as const;
    await em.update(Reminder, { messageId, status: 'claimed' }, settled);
  }
}

/** One conditional update: of two jobs for a message, one gets it. On PostgreSQL it also holds the row to the end. */
async function lease(em: EntityManager, id: string, leaseToken: string, now: number): Promise<boolean> {
  const won = await em
    .createQueryBuilder()
    .update(Message)
    .set({ leaseToken, leaseUntil: now + LEASE_MS })
    .where("id = :id AND mail_status = 'waiting' AND (lease_token IS NULL OR lease_until <= :now)", { id, now })
    .execute();
  return won.affected === 1;
}
