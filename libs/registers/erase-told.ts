import { plainChange } from '@convener/platform';
import type { EntityManager } from 'typeorm';
import type { Register } from './register.entity';

/** Of rows that are gone nobody knows of which list they were: rather too much is erased than too little. */
const TOLD = `
  DELETE FROM activity_personal
   WHERE content LIKE ? ESCAPE '\\'
     AND entry_id IN (
       SELECT a.id FROM activity a
        WHERE a.project_id = ? AND a.subject_type = 'register-row'
          AND NOT EXISTS (SELECT 1 FROM register_rows r WHERE r.id = a.subject_id AND r.register_id <> ?))`;

/**
 * What the activity has told of the cells of a column that is personal from now on: it stands beside the chain, entry by
 * entry, so what the same entries say of other cells goes with it.
 */
export async function eraseTold(em: EntityManager, { id, projectId }: Register, key: string): Promise<void> {
  await plainChange(em, TOLD, [`%"cells":{%"${key}":%`, projectId, id]);
}
