import { CallerError, Clock, conflict, newId, notFound } from '@convener/kernel';
import { Config, Database } from '@convener/platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AccountDoorbell } from './account-doorbell';
import { AccountMail } from './account-mail.entity';
import { actorOf, allow, Person, type SignedIn } from '@convener/access';
import {
  Attempts,
  type Limit,
  normalEmail,
  type OpenedSession,
  Passwords,
  SessionsService,
  type Visit,
} from '@convener/sign-in';
import { resetLink } from './links';
import type { PasswordReset } from './password-reset.entity';
import { endResetLinks, newResetLink, notePassword, openResetLink, useUpResetLink } from './reset-links';

/** For one account: nobody fills another's mailbox. */
const MAILS: Limit = { most: 3, windowMs: 60 * 60_000 };

/** Lets people who have lost their password choose a new one, by a link that works once. */
@Injectable()
export class PasswordResetService {
  constructor(
    private readonly config: Config,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly attempts: Attempts,
    private readonly passwords: Passwords,
    private readonly sessions: SessionsService,
    private readonly doorbell: AccountDoorbell,
  ) {}

  /**
   * Asks for a mail with a link. Whether anybody has the address is for the job to find out: here an unknown one costs
   * the same and looks the same. More than three an hour are passed over in silence; the last link goes on to work.
   */
  async ask(given: string): Promise<void> {
    const email = normalEmail(given);
    const mail = this.mail('reset', email, null);
    const taken = await this.database.write(async (em) => {
      if ((await this.attempts.count(em, `reset ${email}`, MAILS)) > 0) return false;
      await em.delete(AccountMail, { email, kind: 'reset' });
      await em.insert(AccountMail, mail);
      return true;
    });
    if (taken) await this.doorbell.ring([mail.id]);
  }

  /** Whose password a link sets. Throws 410 where it doesn't work, for whatever reason. */
  async show(token: string): Promise<{ name: string; email: string }> {
    const { name, email } = (await this.find(token)).person;
    return { name, email: email ?? '' };
  }

  /** Sets the password and signs in; all earlier sessions and links end. Throws 410, and 400 for a weak password. */
  async use(token: string, password: string, visit: Visit): Promise<OpenedSession> {
    const { link, person } = await this.find(token);
    const passwordHash = await this.passwords.choose(password, person, '/password');
    return this.database.write(async (em) => {
      const now = this.clock.now();
      if (!(await useUpResetLink(em, link, now))) throw over();
      const { id } = person;
      const set = await em.update(Person, { id, active: true }, { passwordHash, version: () => 'version + 1' });
      if (!set.affected) throw over();
      await this.sessions.endAll(em, id);
      await endResetLinks(em, person);
      const kind = link.madeBy === null ? 'reset' : 'admin-reset';
      await notePassword(em, { personId: id, kind, madeBy: link.madeBy, at: now });
      return this.sessions.open(em, person, visit);
    });
  }

  /**
   * A link for an admin to hand to somebody whom no mail reaches. The person gets a mail that says so, and finds it
   * beside their sessions. Throws 409 for an inactive person and for oneself.
   */
  async makeFor(admin: SignedIn, personId: string): Promise<{ link: string; expiresAt: number }> {
    allow(actorOf(admin), 'people.manage');
    if (personId === admin.personId) throw ownPassword();
    const now = this.clock.now();
    const { token, expiresAt, mail } = await this.database.write(async (em) => {
      const person = await em.findOneBy(Person, { id: personId });
      if (!person || person.email === null) throw notFound();
      if (!person.active) throw inactive();
      const mail = this.mail('admin-link', person.email, admin.personId);
      await em.insert(AccountMail, mail);
      await notePassword(em, { personId, kind: 'admin-link', madeBy: admin.personId, at: now });
      return { mail, ...(await newResetLink(em, personId, admin.personId, now)) };
    });
    await this.doorbell.ring([mail.id]);
    return { link: resetLink(this.config.publicUrl, token), expiresAt };
  }

  private find(token: string): Promise<{ link: PasswordReset; person: Person }> {
    return this.database.read(async (em: EntityManager) => {
      const link = await openResetLink(em, token, this.clock.now());
      const person = link && (await em.findOneBy(Person, { id: link.personId, active: true }));
      if (!link || !person) throw over();
      return { link, person };
    });
  }

  private mail(kind: AccountMail['kind'], email: string, madeBy: string | null): AccountMail {
    const now = this.clock.now();
    return { id: newId(), kind, email, madeBy, createdAt: now, attempts: 0, dueAt: now };
  }
}

function over(): CallerError {
  const text = {
    zh: '這個連結已經使用過、超過 30 分鐘，或已被較新的連結取代。請到登入頁重新申請。',
    en: 'This link has been used, is older than 30 minutes, or a newer one has taken its place. Ask for a new one on the sign-in page.',
  };
  return new CallerError(410, 'reset-over', text);
}

function inactive(): CallerError {
  return conflict('inactive-person', {
    zh: '這個人已停用，請先啟用再建立連結。',
    en: 'This person is inactive. Activate them first.',
  });
}

function ownPassword(): CallerError {
  return conflict('own-password', {
    zh: '自己的密碼請在「我的帳號」更改。',
    en: 'Change your own password under My account.',
  });
}
