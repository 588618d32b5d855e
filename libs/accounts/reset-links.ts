import { newId } from '@convener/kernel';
import { type EntityManager, MoreThan } from 'typeorm';
import { AccountMail } from './account-mail.entity';
import { PasswordEvent, type PasswordEventKind } from './password-event.entity';
import { PasswordReset } from './password-reset.entity';
import { hashToken, newToken, normalEmail } from '@convener/sign-in';
import { resetLink } from './links';
import { Person } from '@convener/access';

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

/**
 * For whoever has the server itself: the way back in where nobody can sign in to make a link, such as for a sole admin
 * without a mail server. Answers the address of the page; null where nobody active has the e-mail. The person finds it
 * noted beside their sessions.
 */
export async function resetLinkAtServer(
  em: EntityManager,
  { email, publicUrl, now }: { email: string; publicUrl: string; now: number },
): Promise<string | null> {
  const person = await em.findOneBy(Person, { email: normalEmail(email), active: true });
  if (!person) return null;
  await notePassword(em, { personId: person.id, kind: 'admin-link', madeBy: null, at: now });
  return resetLink(publicUrl, (await newResetLink(em, person.id, null, now)).token);
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
  if (email !== null) await em.delete(AccountMail, { email, kind: 'reset' });
}

/** Writes down what happened to a person's password. */
export async function notePassword(
  em: EntityManager,
  event: { personId: string; kind: PasswordEventKind; madeBy: string | null; at: number },
): Promise<void> {
  await em.insert(PasswordEvent, { id: newId(), ...event });
}
