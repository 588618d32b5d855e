import { plainRows } from '@convener/platform';
import type { EntityManager } from 'typeorm';

/** Who did something, also those who have left the project since: what they decided stays theirs. */
export type NameOf = (personId: string | null) => string | null;

export async function peopleNames(em: EntityManager, ids: readonly (string | null)[]): Promise<NameOf> {
  const wanted = [...new Set(ids.filter((id) => id !== null))];
  const sql = 'SELECT id, name FROM people WHERE id IN ?*';
  const rows = wanted.length === 0 ? [] : await plainRows<{ id: string; name: string }>(em, sql, [wanted]);
  const names = new Map(rows.map(({ id, name }) => [id, name]));
  return (id) => (id === null ? null : (names.get(id) ?? null));
}
