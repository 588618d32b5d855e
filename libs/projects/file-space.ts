import { CallerError } from '@convener/kernel';
import { FILE_TABLES, inMegabytes, isPostgres, namedFiles, plainRows } from '@convener/platform';
import type { EntityManager } from 'typeorm';

const USED = `SELECT SUM(f.used) AS used FROM (${namedFiles('COALESCE(SUM(bytes), 0) AS used', FILE_TABLES, 'project_id = ?')}) f`;
const LOCK = 'SELECT pg_advisory_xact_lock(hashtextextended(?, 0))';

/** Throws where so many bytes more would be over what the files of a project may take. */
export async function requireSpace(em: EntityManager, projectId: string, bytes: number, most: number): Promise<void> {
  const [row] = await plainRows<{ used: number | string }>(
    em,
    USED,
    FILE_TABLES.map(() => projectId),
  );
  if (Number(row?.used ?? 0) + bytes > most) throw spaceUsedUp(most);
}

/** Until the transaction ends: on PostgreSQL two uploads at once would each find room that only one of them has. */
export async function oneAtATime(em: EntityManager, projectId: string): Promise<void> {
  if (isPostgres(em)) await plainRows(em, LOCK, [`files ${projectId}`]);
}

const spaceUsedUp = (most: number) =>
  new CallerError(
    413,
    'project-files-full',
    {
      zh: `這個專案的檔案已用完空間（${inMegabytes(most)}）。請移除不需要的檔案，或改附連結。`,
      en: `The files of this project have used up its space (${inMegabytes(most)}). Remove some, or add a link instead.`,
    },
    [],
    { most },
  );
