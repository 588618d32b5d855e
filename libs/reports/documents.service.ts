import { Injectable, Logger } from '@nestjs/common';
import { allow, type SignedIn } from '@convener/access';
import { ActivityLog } from '@convener/activity';
import { Clock, conflict, isId, newId, notFound } from '@convener/kernel';
import type { PaperFormat } from '@convener/papers';
import {
  Database,
  defineJob,
  FileStore,
  insertAll,
  JobQueue,
  plainChange,
  plainRows,
  readAll,
} from '@convener/platform';
import { type ProjectScope, WorkScope, wrongField } from '@convener/projects';
import { requireRunning } from '@convener/teams';
import type { EntityManager } from 'typeorm';
import { Composing, type Wanted } from './composing';
import { type DocumentKind, DocumentKinds } from './document-kind';
import { MadeDocument } from './made-document.entity';
import { requireReadable } from './made-document.rules';

export const makeDocument = defineJob<{ id: string }>('make-document');

export interface AskedDocument extends Wanted {
  format: PaperFormat;
  /** Whose evidence it becomes; null where it is only to be read. */
  deliverableId: string | null;
  /** Whether that deliverable is handed in with it. */
  handIn: boolean;
}

/** So many of a project's documents may wait at once: more are a mistake, or a page that asks again and again. */
const MOST_WAITING = 20;

/** Asks for documents, stops them, and takes them away. A job makes them. */
@Injectable()
export class DocumentsService {
  private readonly logger = new Logger(DocumentsService.name);

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly scope: WorkScope,
    private readonly kinds: DocumentKinds,
    private readonly composing: Composing,
    private readonly activity: ActivityLog,
    private readonly queue: JobQueue,
    private readonly store: FileStore,
  ) {}

  /** Throws 409 where too many wait already, and what handing in would throw where that is asked for. */
  async ask(person: SignedIn, projectId: string, asked: AskedDocument): Promise<{ id: string }> {
    const id = await this.database.write(async (em) => {
      const fresh = newId();
      const scope = await this.scope.project(em, projectId, person);
      const { kind, chosen } = await this.composing.readable(em, scope, asked);
      if (!kind.formats.includes(asked.format)) throw wrongField('/format', NO_FORMAT);
      if (asked.deliverableId !== null) await this.requireReceiver(em, person, scope, asked.deliverableId, kind);
      if ((await waitingOf(em, projectId)) >= MOST_WAITING) throw tooMany();
      await insertAll(em, MadeDocument, [rowOf(fresh, person, scope, asked, chosen, kind, this.clock.now())]);
      await this.record(em, scope, 'document.asked', this.told({ kind: kind.key, format: asked.format }));
      return fresh;
    });
    await this.ring(id);
    return { id };
  }

  /** What is being made stops within a second. Nothing is left of it, and it can be asked for again. */
  async cancel(person: SignedIn, id: string): Promise<void> {
    const key = await this.database.write(async (em) => {
      const { row, scope } = await this.own(em, person, id);
      if ((await plainChange(em, CANCEL, [this.clock.now(), id])) === 0) return null;
      // Asked now that no maker can keep one any more.
      const [kept] = await plainRows<{ key: string | null }>(em, KEY, [id]);
      await plainChange(em, FORGET, [id]);
      await this.record(em, scope, 'document.cancelled', this.told(row));
      return kept?.key ?? null;
    });
    await this.discard(key);
  }

  /** The file goes with it; what a deliverable has of it stays there. */
  async remove(person: SignedIn, id: string): Promise<void> {
    const key = await this.database.write(async (em) => {
      const { row, scope } = await this.own(em, person, id);
      await plainChange(em, 'DELETE FROM made_documents WHERE id = ?', [id]);
      await this.record(em, scope, 'document.removed', this.told(row));
      return row.storeKey;
    });
    await this.discard(key);
  }

  /** After the transaction that no longer names it. */
  private async discard(key: string | null): Promise<void> {
    if (key === null) return;
    await this.store
      .remove(key)
      .catch((error: unknown) =>
        this.logger.warn(`A removed document is left over, see files:check: ${String(error)}`),
      );
  }

  /** For whoever asked for it, and the manager. */
  private async own(
    em: EntityManager,
    person: SignedIn,
    id: string,
  ): Promise<{ row: MadeDocument; scope: ProjectScope }> {
    const [row] = isId(id) ? await readAll(em, MadeDocument, 'WHERE t.id = ?', [id]) : [];
    if (!row) throw notFound();
    const scope = await this.scope.project(em, row.projectId, person);
    allow(scope.actor, 'documents.make');
    requireReadable(scope.actor, row);
    if (row.askedBy !== person.personId) allow(scope.actor, 'project.edit');
    return { row, scope };
  }

  /** Throws 400 where the deliverable is another document's, and 403 where somebody else hands it in. */
  private async requireReceiver(
    em: EntityManager,
    person: SignedIn,
    { project }: ProjectScope,
    deliverableId: string,
    kind: DocumentKind,
  ): Promise<void> {
    const { deliverable, item, actor } = await this.scope.deliverable(em, deliverableId, person, 'look');
    if (deliverable.projectId !== project.id) throw notFound();
    requireRunning(project);
    allow(actor, 'deliverable.submit', item);
    if (deliverable.document !== null && deliverable.document !== kind.key) throw wrongField('/deliverableId', OTHERS);
  }

  private told({ kind, format }: Pick<MadeDocument, 'kind' | 'format'>) {
    return { document: this.kinds.find(kind)?.name.zh ?? kind, format };
  }

  private record(em: EntityManager, { project, actor }: ProjectScope, action: string, after: Record<string, unknown>) {
    const subject = { type: 'project' as const, id: project.id, title: project.name };
    return this.activity.record(em, { projectId: project.id, actorId: actor.personId, action, subject, after });
  }

  /** A ring that is lost is made good by the sweep. */
  private async ring(id: string): Promise<void> {
    await this.queue
      .add(makeDocument, { id }, id)
      .catch((error: unknown) => this.logger.warn(`The job queue cannot be reached: ${String(error)}`));
  }
}

function rowOf(
  id: string,
  { personId }: SignedIn,
  { project }: ProjectScope,
  { language, format, deliverableId, handIn }: AskedDocument,
  choices: Record<string, string>,
  kind: DocumentKind,
  now: number,
): MadeDocument {
  return {
    ...{ id, projectId: project.id, kind: kind.key, choices, language, format, deliverableId },
    ...{
      forLeads: kind.audience !== 'crew',
      handIn: handIn && deliverableId !== null,
      evidenceId: null,
      shownColumns: null,
    },
    ...{ state: 'waiting', progress: 0, fault: null, attempts: 0, leaseToken: null, leaseUntil: null },
    ...{ askedBy: personId, askedAt: now, endedAt: null },
    ...{ name: null, mediaType: null, bytes: null, sha256: null, storeKey: null },
  };
}

async function waitingOf(em: EntityManager, projectId: string): Promise<number> {
  const sql = `SELECT COUNT(*) AS n FROM made_documents WHERE project_id = ? AND state IN ('waiting', 'making')`;
  const [row] = await plainRows<{ n: number | string }>(em, sql, [projectId]);
  return Number(row?.n ?? 0);
}

const CANCEL = `UPDATE made_documents SET state = 'cancelled', lease_token = NULL, lease_until = NULL, ended_at = ?
  WHERE id = ? AND state IN ('waiting', 'making')`;
const KEY = 'SELECT store_key AS key FROM made_documents WHERE id = ?';
const FORGET = `UPDATE made_documents SET name = NULL, media_type = NULL, bytes = NULL, sha256 = NULL, store_key = NULL
  WHERE id = ?`;
const NO_FORMAT = { zh: '這份文件沒有這種格式。', en: "This document doesn't come in that format." };
const OTHERS = { zh: '這個交付項目是另一份文件。', en: 'That deliverable is another document.' };
const tooMany = () =>
  conflict('too-many-documents', {
    zh: '這個專案有太多文件正在產製，請等它們完成或取消一些。',
    en: 'Too many documents of this project are being made. Wait for them, or cancel some.',
  });
