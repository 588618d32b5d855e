import { allow, type SignedIn } from '@convener/access';
import { ActivityLog } from '@convener/activity';
import { Clock, conflict, newId, notFound } from '@convener/kernel';
import { Database, FileKeeper, fileName, insertAll, type Inspected, readAll, type Received } from '@convener/platform';
import { requireRunning } from '@convener/teams';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { EvidenceFile } from './evidence-file.entity';
import { mayRemoveFile, placeOf, sameFile } from './evidence-files.rules';
import { Evidence } from './evidence.entity';
import { oneAtATime, requireSpace } from './file-space';
import { ProjectReminders } from './project-reminders';
import { WorkScope } from './scope';
import { noteProgress } from './standstill';

export interface GivenFile {
  received: Received;
  /** As its sender calls it. */
  name: string;
  /** The evidence whose file it is a newer version of. */
  replaces: string | null;
}

/**
 * Done in the transaction that adds a file, with the evidence that it is; answers whether it speaks of people, so that not
 * everybody in the project opens it. Throws where nothing is to be added.
 */
export type WithEvidence = (em: EntityManager, evidenceId: string) => Promise<{ forLeads: boolean }>;

/** Files that show that a deliverable exists. The row follows the file in, and goes before it out. */
@Injectable()
export class EvidenceFilesService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly scope: WorkScope,
    private readonly activity: ActivityLog,
    private readonly reminders: ProjectReminders,
    private readonly keeper: FileKeeper,
  ) {}

  /** Asked before anything is received: who may not add a file needs not send it. */
  async requireAddable(person: SignedIn, deliverableId: string, replaces: string | null): Promise<void> {
    await this.database.read(async (em) => {
      const { item, actor, project } = await this.scope.deliverable(em, deliverableId, person, 'look');
      requireRunning(project);
      allow(actor, 'deliverable.submit', item);
      const files = await filesOf(em, deliverableId);
      if (replaces !== null && !files.some(({ evidenceId }) => evidenceId === replaces)) throw notFound();
      await requireSpace(em, project.id, 1, this.keeper.mostOfProject);
    });
    await this.keeper.requireRoom();
  }

  /** Keeps what was received, unless the very same file is there. Where anything fails, nothing is left. */
  add(person: SignedIn, deliverableId: string, { received, ...given }: GivenFile, also?: WithEvidence): Promise<void> {
    return this.keeper.keep(received, (em, file) => this.write(em, person, deliverableId, { ...given, ...file }, also));
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
    await this.keeper.removeAll([removed.key]);
    return removed.deliverableId;
  }

  /** Answers the key, or null where the same file is there already. */
  private async write(
    em: EntityManager,
    person: SignedIn,
    deliverableId: string,
    { name, replaces, key, ...inspected }: Omit<GivenFile, 'received'> & Inspected & { key: string },
    also: WithEvidence = () => Promise.resolve({ forLeads: false }),
  ): Promise<string | null> {
    const { deliverable, item, actor, project } = await this.scope.deliverable(em, deliverableId, person, 'change');
    allow(actor, 'deliverable.submit', item);
    const { mediaType, bytes, sha256, givenSha256, width, height } = inspected;
    const evidenceId = newId();
    const files = await filesOf(em, deliverableId);
    const place = placeOf(files, { evidenceId, givenSha256, replaces });
    // Before the activity: whoever else changes what `also` changes does it in that order, too.
    const { forLeads } = await also(em, place ? evidenceId : sameFile(files, { givenSha256, replaces })!.evidenceId);
    if (!place) return null;
    await oneAtATime(em, project.id);
    await requireSpace(em, project.id, bytes, this.keeper.mostOfProject);
    const now = this.clock.now();
    const by = { addedBy: actor.personId, addedAt: now };
    await em.insert(Evidence, { id: evidenceId, deliverableId, note: null, link: null, ...by });
    const file: EvidenceFile = {
      ...{ evidenceId, deliverableId, projectId: project.id, storeKey: key, ...place },
      ...{ name: fileName(name, mediaType), mediaType, bytes, sha256, givenSha256, width, height, forLeads },
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
