import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Documents for the crew that showed what is personal are for leads, as files and as evidence. Of those that were made
 * before nobody knows what they showed, so that all of the two kinds that show names from the start count as such.
 */
const UP: readonly string[] = [
  'ALTER TABLE evidence_files ADD COLUMN for_leads boolean NOT NULL DEFAULT false',
  `UPDATE made_documents SET for_leads = true WHERE kind IN ('expenses', 'staffing')`,
  `UPDATE evidence_files SET for_leads = true
    WHERE evidence_id IN (SELECT evidence_id FROM made_documents WHERE for_leads = true AND kind <> 'work-handbook')`,
];

export class DocumentsForLeads1765750000000 implements MigrationInterface {
  name = 'DocumentsForLeads1765750000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  /** Which rows were for leads before is not known any more; that more of them are hides nothing from leads. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE evidence_files DROP COLUMN for_leads');
  }
}
