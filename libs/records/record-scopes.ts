import { Injectable } from '@nestjs/common';
import { allow, type SignedIn } from '@convener/access';
import { isId, notFound } from '@convener/kernel';
import { type Deliverable, type ItemScope, lockRow, WorkScope } from '@convener/projects';
import type { EntityManager } from 'typeorm';
import { RecordEntry } from './record-entry.entity';

export type RecordScope = ItemScope & { deliverable: Deliverable };

/** Loads records together with who asks. Whoever has no part in the project gets notFound. */
@Injectable()
export class RecordScopes {
  constructor(private readonly scope: WorkScope) {}

  async look(em: EntityManager, deliverableId: string, person: SignedIn): Promise<RecordScope> {
    const scope = await this.scope.deliverable(em, deliverableId, person, 'look');
    allow(scope.actor, 'records.read');
    return scope;
  }

  /** For changes: the work item is held, so that a record is not handed in while its last entry goes. */
  async toWrite(em: EntityManager, deliverableId: string, person: SignedIn): Promise<RecordScope> {
    const scope = await this.scope.deliverable(em, deliverableId, person, 'change');
    allow(scope.actor, 'records.write', scope.item);
    return scope;
  }

  /** The work item first, as every change of its parts does; an entry locked before could wait for it crosswise. */
  async entryToWrite(em: EntityManager, id: string, person: SignedIn): Promise<RecordScope & { entry: RecordEntry }> {
    const { deliverableId } = await entryOf(em, id);
    const scope = await this.toWrite(em, deliverableId, person);
    return { ...scope, entry: await lockedEntry(em, id) };
  }
}

export async function entryOf(em: EntityManager, id: string): Promise<RecordEntry> {
  const entry = isId(id) ? await em.findOneBy(RecordEntry, { id }) : null;
  if (!entry) throw notFound();
  return entry;
}

/** Somebody may have removed it while its lock was waited for. */
export async function lockedEntry(em: EntityManager, id: string): Promise<RecordEntry> {
  const entry = await lockRow(em, RecordEntry, id, 'write');
  if (!entry) throw notFound();
  return entry;
}
