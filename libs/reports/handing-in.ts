import { Injectable } from '@nestjs/common';
import type { SignedIn } from '@convener/access';
import { type Bilingual, CallerError } from '@convener/kernel';
import { Database, plainRows } from '@convener/platform';
import { DeliverablesService, EvidenceFilesService } from '@convener/projects';
import { DocumentKinds } from './document-kind';
import { type Finished, Leases, NEARLY, Unwanted } from './leases';
import type { MadeDocument } from './made-document.entity';

export interface HandedIn {
  evidenceId: string | null;
  /** Why it could not be added or handed in. */
  fault: Bilingual | null;
}

/** Makes a finished document the evidence of its deliverable, as whoever asked for it and only under its lease. Doing it twice changes nothing. */
@Injectable()
export class HandingIn {
  constructor(
    private readonly database: Database,
    private readonly kinds: DocumentKinds,
    private readonly leases: Leases,
    private readonly files: EvidenceFilesService,
    private readonly deliverables: DeliverablesService,
  ) {}

  /** What was made stays, whatever stands in the way of handing it in. */
  async handIn(person: SignedIn, row: MadeDocument, file: Finished, path: string): Promise<HandedIn> {
    const { deliverableId } = row;
    if (deliverableId === null) return { evidenceId: null, fault: null };
    // Set where a maker before this one got so far.
    let { evidenceId } = row;
    try {
      evidenceId ??= await this.add(person, { ...row, deliverableId }, file, path);
      if (row.handIn) {
        if (!(await this.leases.hold(row, NEARLY))) throw new Unwanted();
        await this.deliverables.submit(person, deliverableId, {});
      }
      return { evidenceId, fault: null };
    } catch (error) {
      if (error instanceof CallerError) return { evidenceId, fault: error.text };
      throw error;
    }
  }

  private async add(
    person: SignedIn,
    row: MadeDocument & { deliverableId: string },
    { bytes, sha256, name }: Finished,
    path: string,
  ): Promise<string> {
    const { deliverableId } = row;
    const replaces = await this.before(row);
    await this.files.requireAddable(person, deliverableId, replaces);
    const handedOut = this.kinds.find(row.kind)?.audience === 'handed-out';
    const given = { received: { path, bytes: bytes!, sha256: sha256! }, name: name!, replaces };
    let added = '';
    await this.files.add(person, deliverableId, given, async (em, evidenceId) => {
      const forLeads = await this.leases.added(em, row, evidenceId);
      added = evidenceId;
      return { forLeads: forLeads && !handedOut };
    });
    return added;
  }

  /** What was made of the same document before is the version that this one replaces. */
  private async before({ deliverableId, kind, format, language }: MadeDocument): Promise<string | null> {
    const rows = await this.database.read((em) =>
      plainRows<{ id: string }>(em, BEFORE, [deliverableId, kind, format, language]),
    );
    return rows[0]?.id ?? null;
  }
}

const BEFORE = `SELECT m.evidence_id AS id FROM made_documents m
  JOIN evidence_files f ON f.evidence_id = m.evidence_id
 WHERE m.deliverable_id = ? AND m.kind = ? AND m.format = ? AND m.language = ? ORDER BY m.ended_at DESC LIMIT 1`;
