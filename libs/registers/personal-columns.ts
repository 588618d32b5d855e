import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** Columns of a list that are about people from now on. */
export interface NewlyPersonal {
  projectId: string;
  registerId: string;
  keys: readonly string[];
}

type Heard = (em: EntityManager, columns: NewlyPersonal) => Promise<void>;

/** What becomes of cells that stand elsewhere once their column is about people: libs above that show them say so here. */
@Injectable()
export class PersonalColumns {
  private readonly heard: Heard[] = [];

  /** Called in the transaction that changes the columns. */
  whenNew(heard: Heard): void {
    this.heard.push(heard);
  }

  async tell(em: EntityManager, columns: NewlyPersonal): Promise<void> {
    if (columns.keys.length === 0) return;
    for (const one of this.heard) await one(em, columns);
  }
}
