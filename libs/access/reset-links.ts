import { newId } from '@convener/kernel';
import { type EntityManager, MoreThan } from 'typeorm';
import { AccountMail } from './account-mail.entity';
import { PasswordEvent, type PasswordEventKind } from './password-event.entity';
import { PasswordReset } from './password-reset.entity';
import type { Person } from './person.entity';
import { hashToken, newToken } from './secrets';

/** A link that sets a password works for so long (ms). */
export const RESET_VALID_MS = 30 * 60_000;

/** Makes the one link that a person has, in place of an earlier one. Answers its token, which is kept nowhere. */
export async function newResetLink(
  em: EntityManager,
  personId: string,
  madeBy: string | null,
  now: number,
): Promise<{ token: string; expiresAt: number }> {
  const token = newToken();
  const expiresAt = now + RESET_VALID_MS;
  await em.delete(PasswordReset, { personId });
  await em.insert(PasswordReset, { tokenHash: hashToken(token), personId, madeBy, createdAt: now, expiresAt });
  return { token, expiresAt };
}

/** The link of a token that still works; null for every other. */
export function openResetLink(em: EntityManager, token: string, now: number): Promise<PasswordReset | null> {
  return em.findOneBy(PasswordReset, { tokenHash: hashToken(token), expiresAt: MoreThan(now) });
}

/** Takes a link out of use. False where it is over, or where another request has just used it. */
export async function useUpResetLink(em: EntityManager, link: PasswordReset, now: number): Promise<boolean> {
  const { affected } = await em.delete(PasswordReset, { tokenHash: link.tokenHash, expiresAt: MoreThan(now) });
  return affected === 1;
}

/** Ends a person's link, and the mail that would make another. */
export async function endResetLinks(em: EntityManager, { id, email }: Pick<Person, 'id' | 'email'>): Promise<void> {
  await em.delete(PasswordReset, { personId: id });
  await em.delete(AccountMail, { email, kind: 'reset' });
}

/** Writes down what happened to a person's password. */
export async function notePassword(
  em: EntityManager,
  event: { personId: string; kind: PasswordEventKind; madeBy: string | null; at: number },
): Promise<void> {
  await em.insert(PasswordEvent, { id: newId(), ...event });
}
