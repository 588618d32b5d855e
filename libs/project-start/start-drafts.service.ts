import type { SignedIn } from '@convener/access';
import { type Bilingual, Clock, requireVersion, versionMoved } from '@convener/kernel';
import { Database, insertAll, isPostgres, plainRows, updateRow } from '@convener/platform';
import { TemplatesLibrary } from '@convener/templates';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { StoredStartDraft } from './start-draft.entity';
import { fitDraft } from './start-drafts.rules';
import type { StartDraft } from './start.types';

export interface StartDraftView {
  /** Null where nothing was begun. */
  draft: StartDraft | null;
  dropped: Bilingual[];
  /** Epoch milliseconds; null where nothing was begun. */
  savedAt: number | null;
  /** 0 before the first draft; keeps counting over all drafts of the person. */
  version: number;
}

/** A person's unfinished start, kept on the server: on the phone it is the same one, and on a shared machine nobody else's. */
@Injectable()
export class StartDraftsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly templates: TemplatesLibrary,
  ) {}

  /** The draft as its template now takes it. */
  of({ personId }: SignedIn): Promise<StartDraftView> {
    return this.database.read(async (em) => {
      const { content, savedAt, version } = await present(em, personId);
      if (!content) return { draft: null, dropped: [], savedAt: null, version };
      const published = content.template === undefined ? null : await this.templates.find(em, content.template);
      return { ...fitDraft(content, published), savedAt, version };
    });
  }

  /** Puts the draft in the place of what was there; null discards it. Throws 412 where another device was faster. */
  async save({ personId }: SignedIn, content: StartDraft | null, seen: number | null): Promise<number> {
    return this.database.write(async (em) => {
      await alone(em, personId);
      const { version } = await present(em, personId);
      requireVersion({ version }, seen);
      const row = { content, savedAt: this.clock.now(), version: version + 1 };
      if (version === 0) await insertAll(em, StoredStartDraft, [{ personId, ...row }]);
      else if ((await updateRow(em, StoredStartDraft, row, { personId, version })) !== 1) throw versionMoved();
      return row.version;
    });
  }
}

/** What was put together has become a project: in the transaction that starts it, so that it can't be started twice. */
export async function draftStarted(em: EntityManager, personId: string): Promise<void> {
  await em
    .createQueryBuilder()
    .update(StoredStartDraft)
    .set({ content: null, version: () => 'version + 1' })
    .where('person_id = :personId AND content IS NOT NULL', { personId })
    .execute();
}

async function present(em: EntityManager, personId: string): Promise<StoredStartDraft> {
  const nothing = { personId, content: null, savedAt: 0, version: 0 };
  return (await em.findOneBy(StoredStartDraft, { personId })) ?? nothing;
}

/** Two devices that begin at once must not both make the first row. */
async function alone(em: EntityManager, personId: string): Promise<void> {
  await plainRows(em, `SELECT id FROM people WHERE id = ?${isPostgres(em) ? ' FOR NO KEY UPDATE' : ''}`, [personId]);
}
