import { isPostgres } from '@convener/platform';
import type { EntityManager } from 'typeorm';

/** A cell by its key, which is a parameter: as text on PostgreSQL, as what it is on SQLite; NULL where it is empty. */
export function cellOf(em: EntityManager, row = 't'): string {
  return isPostgres(em) ? `(${row}.cells::jsonb ->> CAST(? AS text))` : `(${row}.cells ->> ?)`;
}
