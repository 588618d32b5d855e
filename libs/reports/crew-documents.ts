import { plainChange, plainRows } from '@convener/platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** Documents that the whole crew reads. What leads make, also to hand it out, is for leads from the start. */
@Injectable()
export class CrewDocuments {
  /**
   * Columns are about people from now on: documents that show cells of them are for leads, as files and as evidence. Of one
   * that is still being made nobody knows what it will show, nor of one that was made before that was written down: rather
   * too much is closed than too little.
   *
   * @param columns as `placeOf` names them
   */
  async close(em: EntityManager, projectId: string, columns: readonly string[]): Promise<void> {
    const open = await plainRows<Open>(em, OPEN, [projectId]);
    const ids = open
      .filter(({ shown }) => shown === null || (JSON.parse(shown) as string[]).some((one) => columns.includes(one)))
      .map(({ id }) => id);
    if (ids.length === 0) return;
    await plainChange(em, CLOSE, [ids]);
    await plainChange(em, CLOSE_EVIDENCE, [ids]);
  }
}

interface Open {
  id: string;
  /** A JSON list. */
  shown: string | null;
}
const OPEN = `SELECT id, shown_columns AS "shown" FROM made_documents
 WHERE project_id = ? AND for_leads = false AND state IN ('waiting', 'making', 'ready')`;
/** First: whoever adds one of them as evidence at this moment holds its row. */
const CLOSE = 'UPDATE made_documents SET for_leads = true WHERE id IN ?*';
const CLOSE_EVIDENCE = `UPDATE evidence_files SET for_leads = true
 WHERE evidence_id IN (SELECT evidence_id FROM made_documents WHERE id IN ?*)`;
