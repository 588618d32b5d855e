import { badRequest, type Bilingual, CallerError, conflict } from '@convener/kernel';
import type { EntityManager, EntityTarget, QueryDeepPartialEntity } from 'typeorm';

interface Row {
  id: string;
  version: number;
}

/**
 * Reads one row and keeps it from changing until the transaction ends: `write` for the row that will change, `read` for
 * one that must only stay as it is. SQLite has one writer at a time, so there the read alone is enough.
 */
export async function lockRow<R extends Row>(
  em: EntityManager,
  entity: EntityTarget<R>,
  id: string,
  mode: 'read' | 'write',
): Promise<R | null> {
  const query = em.createQueryBuilder(entity, 'r').where('r.id = :id', { id });
  if (em.dataSource.options.type === 'postgres')
    query.setLock(mode === 'write' ? 'pessimistic_write' : 'pessimistic_read');
  return query.getOne();
}

/** Changes a row where nobody changed it meanwhile, and answers it as it now is. Throws conflict (409) otherwise. */
export async function changeRow<R extends Row>(
  em: EntityManager,
  entity: EntityTarget<R>,
  row: R,
  changes: Partial<R>,
): Promise<R> {
  const set = { ...changes, version: row.version + 1 } as unknown as QueryDeepPartialEntity<R>;
  const { affected } = await em
    .createQueryBuilder()
    .update(entity)
    .set(set)
    .where('id = :id AND version = :version', { id: row.id, version: row.version })
    .execute();
  if (affected !== 1) {
    throw conflict('changed-meanwhile', {
      zh: '有人剛剛改過這筆資料，請重新整理後再試。',
      en: 'Somebody has just changed this. Reload and try again.',
    });
  }
  return Object.assign(row, changes, { version: row.version + 1 });
}

/** Throws 412 unless the row still has the version that the caller last saw. `null` means the caller named none. */
export function requireVersion(row: Row, seen: number | null): void {
  if (seen === null || seen === row.version) return;
  throw new CallerError(
    412,
    'version-moved',
    {
      zh: '這筆資料在您編輯時已被更改，請看過最新內容再儲存。',
      en: 'This was changed while you were editing. Look at the present state, then save again.',
    },
    [],
    { version: row.version },
  );
}

/** A 400 at one field that only the rows can tell to be wrong. */
export function wrongField(pointer: string, text: Bilingual): CallerError {
  return badRequest('validation', { zh: '有欄位需要修正。', en: 'Some fields need correcting.' }, [
    { pointer, ...text },
  ]);
}
