import type { Bilingual } from '@convener/kernel';
import type { OutputKind } from '@convener/templates';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Deliverable } from './deliverable.entity';

/** What a deliverable still lacks before it can be handed in; null where nothing. */
export type MissingOf = (em: EntityManager, deliverable: Deliverable) => Promise<Bilingual | null>;

/** Whether what is kept here of a deliverable shows it, so that it needs no other evidence. */
export type ShowsItself = (em: EntityManager, deliverable: Deliverable) => Promise<boolean>;

interface KindAnswers {
  missing: MissingOf;
  shows?: ShowsItself;
}

/**
 * What the kinds of outputs ask for. Libs that stand on this one keep the contracts, registers and records themselves, and
 * answer here for theirs.
 */
@Injectable()
export class KindRules {
  private readonly answers = new Map<OutputKind, KindAnswers>();

  /** Throws where two libs answer for one kind: only one of them would be asked. */
  answerFor(kind: OutputKind, missing: MissingOf, shows?: ShowsItself): void {
    if (this.answers.has(kind)) throw new Error(`Two libs answer for deliverables of kind "${kind}"`);
    this.answers.set(kind, { missing, shows });
  }

  async missing(em: EntityManager, deliverable: Deliverable): Promise<Bilingual | null> {
    return (await this.answers.get(deliverable.kind)?.missing(em, deliverable)) ?? null;
  }

  async showsItself(em: EntityManager, deliverable: Deliverable): Promise<boolean> {
    return (await this.answers.get(deliverable.kind)?.shows?.(em, deliverable)) ?? false;
  }
}
