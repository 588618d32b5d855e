import { isPostgres } from '@convener/platform';
import type { EntityManager } from 'typeorm';

/** A cell by its key, which is a parameter: as text on PostgreSQL, as what it is on SQLite; NULL where it is empty. */
export function cellOf(em: EntityManager, row = 't'): string {
  return isPostgres(em) ? `(${row}.cells::jsonb ->> CAST(? AS text))` : `(${row}.cells ->> ?)`;
}

/** A cell by its key that is as kept as this text; key and text are parameters. */
export function cellIs(em: EntityManager): string {
  return isPostgres(em) ? '(t.cells::jsonb ->> CAST(? AS text)) = ?' : 'CAST(t.cells ->> ? AS text) = ?';
}
