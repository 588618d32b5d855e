import { CallerError, Clock, newId } from '@convener/kernel';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type Locale, Person, type WorkspaceRole } from '@convener/access';
import { normalEmail } from '@convener/sign-in';

/** Adds people; the one place that does, for set-up, invitations, codes and the demo alike. */
@Injectable()
export class NewPeople {
  constructor(private readonly clock: Clock) {}

  /** Throws conflict (409) when the address already has a person. The hash comes from Passwords. */
  async add(
    em: EntityManager,
    given: { name: string; email: string; passwordHash: string; workspaceRole: WorkspaceRole | null },
  ): Promise<Person> {
    const email = normalEmail(given.email);
    if (await em.existsBy(Person, { email })) throw emailTaken();
    const rest = { id: newId(), locale: 'zh-TW' as const, active: true, createdAt: this.clock.now(), version: 1 };
    const person = em.create(Person, { ...given, ...rest, email });
    await em.insert(Person, person);
    return person;
  }

  /** Somebody without an account: neither an address nor a password, nor a place in the workspace. */
  async addTemporary(em: EntityManager, { name, locale }: { name: string; locale: Locale }): Promise<Person> {
    const account = { email: null, passwordHash: null, workspaceRole: null };
    const rest = { id: newId(), active: true, createdAt: this.clock.now(), version: 1 };
    const person = em.create(Person, { name, locale, ...account, ...rest });
    await em.insert(Person, person);
    return person;
  }
}

function emailTaken(): CallerError {
  const text = {
    zh: '這個電子郵件已經有人使用。若是您本人，請先登入，再打開一次連結。',
    en: 'This e-mail address is already in use. If it is yours, sign in first and open the link again.',
  };
  return new CallerError(409, 'email-taken', text, [
    { pointer: '/email', zh: '已經有人使用。', en: 'Already in use.' },
  ]);
}
