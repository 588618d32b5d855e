import { randomBytes } from 'node:crypto';
import { readAll } from '@convener/platform';
import type { EntityManager } from 'typeorm';
import { UnsubscribeLink } from './unsubscribe-link.entity';

/** The tokens of these people, made where somebody has none. Joins the caller's transaction. */
export async function unsubscribeTokens(em: EntityManager, people: readonly string[]): Promise<Map<string, string>> {
  const known = await read(em, people);
  // In the order of their ids: two jobs that wait for each other would be a deadlock.
  const missing = [...new Set(people)].filter((id) => !known.has(id)).sort();
  if (missing.length === 0) return known;
  const links = missing.map((personId) => ({ personId, token: randomBytes(24).toString('base64url') }));
  // Another job may have made one in the same moment.
  await em.createQueryBuilder().insert().into(UnsubscribeLink).values(links).orIgnore().updateEntity(false).execute();
  return read(em, people);
}

async function read(em: EntityManager, people: readonly string[]): Promise<Map<string, string>> {
  const links = await readAll(em, UnsubscribeLink, 'WHERE t.person_id IN ?*', [people]);
  return new Map(links.map(({ personId, token }) => [personId, token]));
}
