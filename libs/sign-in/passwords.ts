import { badRequest } from '@convener/kernel';
import { Injectable } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';
import { commonPasswords } from './common-passwords';
import { type PasswordOwner, passwordProblem } from './password.rules';

/** OWASP's floor for argon2id: 19 MiB, two passes, one lane. */
const ARGON2ID = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** A hash in the same form whose password nobody knows: its digest was drawn, not computed. */
const DECOY = '$argon2id$v=19$m=19456,t=2,p=1$rkZ0T2mDqXo5WkqWcS8x1A$Yw1f0mJmQ7eX9oS1uVtq3fR6b0yC4nKzL2hPpD8sGxE';

/** Hashes and checks passwords. Slow by design (tens of milliseconds): never inside a transaction. */
@Injectable()
export class Passwords {
  hash(password: string): Promise<string> {
    return hash(normal(password), ARGON2ID);
  }

  /** Hashes a password that somebody chooses. Throws 400 at the field where it is one that is soon guessed. */
  async choose(password: string, owner: PasswordOwner, pointer: string): Promise<string> {
    const problem = passwordProblem(password, owner, await commonPasswords());
    if (!problem) return this.hash(password);
    const title = { zh: '請換一個密碼。', en: 'Please choose another password.' };
    throw badRequest('weak-password', title, [{ pointer, ...problem }]);
  }

  verify(storedHash: string, password: string): Promise<boolean> {
    return verify(storedHash, normal(password));
  }

  /** Takes as long as verify() and is always false, so that response times don't tell which addresses exist. */
  async verifyNobody(password: string): Promise<false> {
    await this.verify(DECOY, password);
    return false;
  }
}

/** The same password typed on another keyboard or system may arrive in another Unicode form. */
function normal(password: string): string {
  return password.normalize('NFKC');
}
