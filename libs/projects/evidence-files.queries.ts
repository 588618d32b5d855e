import type { Readable } from 'node:stream';
import type { SignedIn } from '@convener/access';
import { forbidden, notFound } from '@convener/kernel';
import { Database, FileKeeper, readAll } from '@convener/platform';
import { Injectable } from '@nestjs/common';
import { EvidenceFile } from './evidence-file.entity';
import { mayOpenFile } from './evidence-files.rules';
import { WorkScope } from './scope';

/** Hands files out to whoever may read their project; what speaks of people, to fewer. */
@Injectable()
export class EvidenceFilesQueries {
  constructor(
    private readonly database: Database,
    private readonly scope: WorkScope,
    private readonly keeper: FileKeeper,
  ) {}

  async open(person: SignedIn, evidenceId: string): Promise<{ file: EvidenceFile; content: Readable }> {
    const file = await this.database.read(async (em) => {
      const { actor, item, deliverable, evidence } = await this.scope.evidence(em, evidenceId, person, 'look');
      const [found] = await readAll(em, EvidenceFile, 'WHERE t.evidence_id = ?', [evidenceId]);
      if (!found) throw notFound();
      const { teamId } = item;
      const of = { teamId, accepter: deliverable.accepter, addedBy: evidence.addedBy, forLeads: found.forLeads };
      if (!mayOpenFile(actor, of)) throw forbidden(FOR_LEADS);
      return found;
    });
    return { file, content: await this.keeper.open(file.storeKey) };
  }
}

const FOR_LEADS = {
  zh: '這個檔案含有個人資料，只有專案經理、組長、加入檔案的人與驗收人能開啟。需要內容請找他們。',
  en: 'This file holds personal data: only managers, leads, whoever added it and whoever accepts it open it. Ask one of them.',
};
