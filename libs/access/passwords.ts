import { Injectable } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';

/** OWASP's floor for argon2id: 19 MiB, two passes, one lane. */
const ARGON2ID = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Hashes and checks passwords. Slow by design (tens of milliseconds): never inside a transaction. */
@Injectable()
export class Passwords {
  private decoy: Promise<string> | null = null;

  hash(password: string): Promise<string> {
    return hash(normal(password), ARGON2ID);
  }

  verify(storedHash: string, password: string): Promise<boolean> {
    return verify(storedHash, normal(password));
  }

  /** Takes as long as verify() and is always false, so that response times don't tell which addresses exist. */
  async verifyNobody(password: string): Promise<false> {
    this.decoy ??= this.hash('nobody has this password');
    await this.verify(await this.decoy, password);
    return false;
  }
}

/** The same password typed on another keyboard or system may arrive in another Unicode form. */
function normal(password: string): string {
  return password.normalize('NFKC');
}
