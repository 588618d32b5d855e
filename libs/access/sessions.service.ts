import { CallerError, Clock, newId } from '@convener/kernel';
import { Database } from '@convener/platform';
import { Injectable } from '@nestjs/common';
import { type EntityManager, LessThanOrEqual, Not } from 'typeorm';
import type { SignedIn } from './allow';
import { AttemptLimiter } from './attempts';
import { normalEmail } from './email';
import { Passwords } from './passwords';
import { Person } from './person.entity';
import { hashToken, newToken } from './secrets';
import { Session } from './session.entity';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** A session ends after so long without a request. */
const IDLE = 30 * DAY;
/** Using a session is written down at most once in this time, so that reading stays reading. */
const RENEW_EVERY = DAY;

/** A session just opened; the token goes into the cookie and is known nowhere else. */
export interface OpenedSession {
  token: string;
  expiresAt: number;
  person: SignedIn;
}

export interface ResumedSession {
  id: string;
  person: SignedIn;
  /** The new end in epoch milliseconds when this request has prolonged the session, else null. */
  renewedUntil: number | null;
}

/** Opens, recognises and ends sessions. */
@Injectable()
export class SessionsService {
  private readonly attempts: AttemptLimiter;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly passwords: Passwords,
  ) {
    this.attempts = new AttemptLimiter(clock, 10, 15 * MINUTE);
  }

  /**
   * Signs in. Throws 401 on a wrong pair (the same for an unknown address and an inactive person) and 429 after ten
   * failures for that e-mail from one network address within a quarter of an hour.
   */
  async signIn(given: { email: string; password: string; address: string }): Promise<OpenedSession> {
    const email = normalEmail(given.email);
    const key = `${given.address} ${email}`;
    this.attempts.take(key);
    const person = await this.database.read((em) => em.findOneBy(Person, { email, active: true }));
    const right = person
      ? await this.passwords.verify(person.passwordHash, given.password)
      : await this.passwords.verifyNobody(given.password);
    if (!person || !right) throw wrongCredentials();
    const opened = await this.database.write(async (em) => {
      // The password may have been changed, or the person made inactive, while it was being verified.
      const { id, passwordHash } = person;
      const still = await em.findOneBy(Person, { id, passwordHash, active: true });
      if (!still) throw wrongCredentials();
      await em.delete(Session, { expiresAt: LessThanOrEqual(this.clock.now()) });
      return this.open(em, still);
    });
    this.attempts.forgive(key);
    return opened;
  }

  /** Opens a session within the caller's transaction: after set-up, sign-in, or an accepted invitation. */
  async open(em: EntityManager, person: Person): Promise<OpenedSession> {
    const token = newToken();
    const now = this.clock.now();
    const expiresAt = now + IDLE;
    const row = { id: newId(), tokenHash: hashToken(token), personId: person.id };
    await em.insert(Session, { ...row, createdAt: now, lastSeenAt: now, expiresAt });
    return { token, expiresAt, person: signedIn(person) };
  }

  /** Who a token stands for; null when it is unknown or over, or when the person is inactive. */
  async resume(token: string): Promise<ResumedSession | null> {
    const now = this.clock.now();
    const found = await this.database.read(async (em) => {
      const session = await em.findOneBy(Session, { tokenHash: hashToken(token) });
      if (!session || session.expiresAt <= now) return null;
      const person = await em.findOneBy(Person, { id: session.personId, active: true });
      return person && { session, person };
    });
    if (!found) return null;
    const { id, lastSeenAt } = found.session;
    const renewedUntil = now - lastSeenAt >= RENEW_EVERY ? await this.renew(id, now) : null;
    return { id, person: signedIn(found.person), renewedUntil };
  }

  async end(sessionId: string): Promise<void> {
    await this.database.write((em) => em.delete(Session, { id: sessionId }));
  }

  /** Ends all sessions of a person, but for the one to spare. */
  async endAll(em: EntityManager, personId: string, spare?: string): Promise<void> {
    await em.delete(Session, spare ? { personId, id: Not(spare) } : { personId });
  }

  private async renew(id: string, now: number): Promise<number> {
    const expiresAt = now + IDLE;
    await this.database.write((em) => em.update(Session, { id }, { lastSeenAt: now, expiresAt }));
    return expiresAt;
  }
}

export function signedIn(person: Person): SignedIn {
  const { id, name, email, workspaceRole, locale, version } = person;
  return { personId: id, name, email, workspaceRole, locale, version };
}

function wrongCredentials(): CallerError {
  const text = { zh: '電子郵件或密碼不正確。', en: 'The e-mail address or the password is wrong.' };
  return new CallerError(401, 'wrong-credentials', text);
}
