import { randomUUID } from 'node:crypto';
import { allow, type SignedIn } from '@convener/access';
import { ActivityLog } from '@convener/activity';
import { Clock, conflict, newId, notFound } from '@convener/kernel';
import {
  Config,
  Database,
  databaseFault,
  FileInspector,
  fileName,
  FileStore,
  Incoming,
  insertAll,
  type Inspected,
  noRoom,
  readAll,
  type Received,
} from '@convener/platform';
import { requireRunning } from '@convener/teams';
import { Injectable, Logger } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { EvidenceFile } from './evidence-file.entity';
import { mayRemoveFile, placeOf } from './evidence-files.rules';
import { Evidence } from './evidence.entity';
import { oneAtATime, requireSpace } from './file-space';
import { ProjectReminders } from './project-reminders';
import { WorkScope } from './scope';
import { noteProgress } from './standstill';

const MB = 1024 * 1024;
/** So many bytes stay free for the database, which shares the disk. */
const LEAST_ROOM = 100 * MB;

export interface GivenFile {
  received: Received;
  /** As its sender calls it. */
  name: string;
  /** The evidence whose file it is a newer version of. */
  replaces: string | null;
}

/** Files that show that a deliverable exists. The row follows the file in, and goes before it out. */
@Injectable()
export class EvidenceFilesService {
  private readonly logger = new Logger(EvidenceFilesService.name);

  constructor(
    private readonly database: Database,
    private readonly config: Config,
    private readonly clock: Clock,
    private readonly scope: WorkScope,
    private readonly activity: ActivityLog,
    private readonly reminders: ProjectReminders,
    private readonly store: FileStore,
    private readonly inspector: FileInspector,
    private readonly incoming: Incoming,
  ) {}

  private get most(): number {
    return this.config.projectFilesMb * MB;
  }

  /** Asked before anything is received: who may not add a file needs not send it. */
  async requireAddable(person: SignedIn, deliverableId: string, replaces: string | null): Promise<void> {
    await this.database.read(async (em) => {
      const { item, actor, project } = await this.scope.deliverable(em, deliverableId, person, 'look');
      requireRunning(project);
      allow(actor, 'deliverable.submit', item);
      const files = await filesOf(em, deliverableId);
      if (replaces !== null && !files.some(({ evidenceId }) => evidenceId === replaces)) throw notFound();
      await requireSpace(em, project.id, 1, this.most);
    });
    const expected = (1 + this.incoming.receiving) * this.config.fileMaxMb * MB;
    const room = Math.min(await this.store.room(), await this.incoming.room());
    if (room < LEAST_ROOM + expected) throw noRoom();
  }

  /** Keeps what was received, unless the very same file is there. Where anything fails, nothing is left. */
  async add(person: SignedIn, deliverableId: string, given: GivenFile): Promise<void> {
    const inspected = await this.inspector.inspect(given.received);
    const key = randomUUID();
    try {
      await this.store.put(key, inspected.path);
      const named = await this.database.write((em) =>
        this.write(em, person, deliverableId, { ...given, inspected, key }),
      );
      // The same file again, or the same request: the answer stands, and this copy is one too many.
      if (named !== key) await this.store.remove(key);
    } catch (error) {
      // Where the database went away the commit may still come: a file too many is found by files:check, a lost one by nobody.
      if (databaseFault(error) !== 'away') await this.forget(key);
      throw error;
    } finally {
      await this.incoming.discard(inspected.path);
    }
  }

  /** Takes a file away; what it was stays in the activity. Answers the deliverable that it belonged to. */
  async remove(person: SignedIn, evidenceId: string): Promise<string> {
    const removed = await this.database.write(async (em) => {
      const { deliverable, item, actor, project, evidence } = await this.scope.evidence(
        em,
        evidenceId,
        person,
        'change',
      );
      const [file] = await readAll(em, EvidenceFile, 'WHERE t.evidence_id = ?', [evidenceId]);
      if (!file) throw notFound();
      allow(actor, 'evidence.remove', { ...item, addedBy: evidence.addedBy });
      if (!mayRemoveFile(actor, item, deliverable, evidence)) throw settledAlready();
      await em.delete(Evidence, { id: evidenceId });
      await this.activity.record(em, {
        projectId: project.id,
        actorId: actor.personId,
        action: 'deliverable.file-removed',
        subject: { type: 'deliverable', id: deliverable.id, title: deliverable.title },
        before: told(file),
      });
      return { deliverableId: deliverable.id, key: file.storeKey };
    });
    await this.store
      .remove(removed.key)
      .catch((error: unknown) => this.logger.warn(`A removed file is left over, see files:check: ${String(error)}`));
    return removed.deliverableId;
  }

  /** Answers the key, or null where the same file is there already. */
  private async write(
    em: EntityManager,
    person: SignedIn,
    deliverableId: string,
    { inspected, name, replaces, key }: GivenFile & { inspected: Inspected; key: string },
  ): Promise<string | null> {
    const { deliverable, item, actor, project } = await this.scope.deliverable(em, deliverableId, person, 'change');
    allow(actor, 'deliverable.submit', item);
    const { mediaType, bytes, sha256, givenSha256, width, height } = inspected;
    const evidenceId = newId();
    const place = placeOf(await filesOf(em, deliverableId), { evidenceId, givenSha256, replaces });
    if (!place) return null;
    await oneAtATime(em, project.id);
    await requireSpace(em, project.id, bytes, this.most);
    const now = this.clock.now();
    const by = { addedBy: actor.personId, addedAt: now };
    await em.insert(Evidence, { id: evidenceId, deliverableId, note: null, link: null, ...by });
    const file: EvidenceFile = {
      ...{ evidenceId, deliverableId, projectId: project.id, storeKey: key, ...place },
      ...{ name: fileName(name, mediaType), mediaType, bytes, sha256, givenSha256, width, height },
    };
    await insertAll(em, EvidenceFile, [file]);
    await this.activity.record(em, {
      projectId: project.id,
      actorId: actor.personId,
      action: 'deliverable.file-added',
      subject: { type: 'deliverable', id: deliverable.id, title: deliverable.title },
      after: told(file),
    });
    const moved = await noteProgress(em, item, project.zone, now);
    if (moved) await this.reminders.replan(em, project, [item.id]);
    return key;
  }

  /** After a failure. A commit whose answer was lost may have named the file, so the rows are asked first. */
  private async forget(key: string): Promise<void> {
    const sql = 'SELECT evidence_id FROM evidence_files WHERE store_key = ?';
    const isNamed = await this.database.select(sql, [key]).then(
      (rows) => rows.length > 0,
      () => true,
    );
    if (!isNamed) await this.store.remove(key).catch(() => undefined);
  }
}

function filesOf(em: EntityManager, deliverableId: string): Promise<EvidenceFile[]> {
  return readAll(em, EvidenceFile, 'WHERE t.deliverable_id = ?', [deliverableId]);
}

/** What activity says of a file; by its digest a copy can be known for what it was. */
function told({ name, mediaType, bytes, sha256, seriesVersion }: EvidenceFile) {
  return { fileName: name, mediaType, bytes, sha256, fileVersion: seriesVersion };
}

const settledAlready = () =>
  conflict('deliverable-settled', {
    zh: '交付項目已經驗收或交付，佐證檔案只有專案經理能移除。',
    en: 'The deliverable has been accepted or delivered: only the manager can remove its files now.',
  });
