import { allow, type SignedIn } from '@convener/access';
import { Database } from '@convener/platform';
import { CantWait } from '@convener/reminders';
import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { type ItemScope, WorkScope } from './scope';

/** Work whose reminders a person wants singly and at once: the item and all deliverables of it. */
@Injectable()
export class CantWaitService {
  constructor(
    private readonly database: Database,
    private readonly scope: WorkScope,
  ) {}

  /** Whether the person has marked this work item. Throws notFound. */
  isMarked(person: SignedIn, itemId: string): Promise<boolean> {
    return this.database.read(async (em) => {
      const { item } = await this.item(em, itemId, person);
      return em.existsBy(CantWait, { personId: person.personId, subjectId: item.id });
    });
  }

  /** Marks it for the person alone; marked twice it stays marked. Throws notFound. */
  async mark(person: SignedIn, itemId: string): Promise<void> {
    await this.database.write(async (em) => {
      const marks = marksOf(await this.item(em, itemId, person), person.personId);
      await em.createQueryBuilder().insert().into(CantWait).values(marks).orIgnore().updateEntity(false).execute();
    });
  }

  async unmark(person: SignedIn, itemId: string): Promise<void> {
    await this.database.write(async (em) => {
      const marks = marksOf(await this.item(em, itemId, person), person.personId);
      const subjectId = In(marks.map((mark) => mark.subjectId));
      await em.delete(CantWait, { personId: person.personId, subjectId });
    });
  }

  /** How somebody wants to be told is a matter of their account, which temporary staff have not. */
  private async item(em: EntityManager, itemId: string, person: SignedIn): Promise<ItemScope> {
    const scope = await this.scope.item(em, itemId, person, 'look');
    allow(scope.actor, 'project.read');
    return scope;
  }
}

function marksOf({ item, deliverables }: ItemScope, personId: string): CantWait[] {
  return [
    { personId, subjectId: item.id, subjectType: 'work-item' as const },
    ...deliverables.map(({ id }) => ({ personId, subjectId: id, subjectType: 'deliverable' as const })),
  ];
}

/** A deliverable that is added to a marked work item is marked with it. */
export async function markWithItem(em: EntityManager, itemId: string, deliverableId: string): Promise<void> {
  const people = await em.findBy(CantWait, { subjectId: itemId });
  if (people.length === 0) return;
  const marks = people.map(({ personId }) => ({
    personId,
    subjectId: deliverableId,
    subjectType: 'deliverable' as const,
  }));
  await em.createQueryBuilder().insert().into(CantWait).values(marks).orIgnore().updateEntity(false).execute();
}
