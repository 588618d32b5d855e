import { CallerError } from '@convener/kernel';
import { Database } from '@convener/platform';
import { Injectable } from '@nestjs/common';
import { normalEmail } from './email';
import { Passwords } from './passwords';
import { Person } from '@convener/access';
import { type OpenedSession, SessionsService } from './sessions.service';
import { SignInLimits } from './sign-in-limits';
import type { Visit } from './visit';

/** Lets people in by e-mail and password. */
@Injectable()
export class SignInService {
  constructor(
    private readonly database: Database,
    private readonly passwords: Passwords,
    private readonly limits: SignInLimits,
    private readonly sessions: SessionsService,
  ) {}

  /**
   * Signs in. Throws 401 on a wrong pair and 429 after too many. An unknown address and an inactive person cost the
   * same statements and the same hashing, and get the same answers.
   */
  async signIn(given: { email: string; password: string }, visit: Visit): Promise<OpenedSession> {
    const email = normalEmail(given.email);
    const admission = await this.limits.admit(email, visit.address);
    const person = await this.database.read((em) => em.findOneBy(Person, { email, active: true }));
    const passwordHash = person?.passwordHash;
    const right = passwordHash
      ? await this.passwords.verify(passwordHash, given.password)
      : await this.passwords.verifyNobody(given.password);
    if (!person || !passwordHash || !right) throw wrongCredentials();
    return this.database.write(async (em) => {
      // The password may have been changed, or the person made inactive, while it was being verified.
      const still = await em.findOneBy(Person, { id: person.id, passwordHash, active: true });
      if (!still) throw wrongCredentials();
      const session = await this.sessions.open(em, still, visit);
      await this.limits.giveBack(em, admission);
      return session;
    });
  }
}

function wrongCredentials(): CallerError {
  const text = { zh: '電子郵件或密碼不正確。', en: 'The e-mail address or the password is wrong.' };
  return new CallerError(401, 'wrong-credentials', text);
}
