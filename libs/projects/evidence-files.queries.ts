import type { Readable } from 'node:stream';
import type { SignedIn } from '@convener/access';
import { CallerError, notFound } from '@convener/kernel';
import { Database, FileMissing, FileStore, readAll } from '@convener/platform';
import { Injectable } from '@nestjs/common';
import { EvidenceFile } from './evidence-file.entity';
import { WorkScope } from './scope';

/** Hands files out to whoever may read their project. */
@Injectable()
export class EvidenceFilesQueries {
  constructor(
    private readonly database: Database,
    private readonly scope: WorkScope,
    private readonly store: FileStore,
  ) {}

  async open(person: SignedIn, evidenceId: string): Promise<{ file: EvidenceFile; content: Readable }> {
    const file = await this.database.read(async (em) => {
      await this.scope.evidence(em, evidenceId, person, 'look');
      const [found] = await readAll(em, EvidenceFile, 'WHERE t.evidence_id = ?', [evidenceId]);
      if (!found) throw notFound();
      return found;
    });
    try {
      return { file, content: await this.store.read(file.storeKey) };
    } catch (error) {
      throw error instanceof FileMissing ? gone() : error;
    }
  }
}

const gone = () =>
  new CallerError(410, 'file-missing', {
    zh: '伺服器上找不到這個檔案的內容。請通知管理者（npm run files:check），或重新上傳。',
    en: 'The content of this file is not on the server. Tell whoever runs it (npm run files:check), or upload it again.',
  });
