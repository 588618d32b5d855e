import { notFound } from '@convener/kernel';
import { Database, plainRows } from '@convener/platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { WorkspaceRole } from './can';
import { PasswordEvent, type PasswordEventKind } from './password-event.entity';
import { Person } from './person.entity';

export interface PersonRef {
  id: string;
  name: string;
}

export interface PersonSummary extends PersonRef {
  email: string;
  workspaceRole: WorkspaceRole | null;
  active: boolean;
  version: number;
}

/** What happened to one's password, and which admin had a hand in it. */
export interface OwnPasswordEvent {
  at: number;
  kind: PasswordEventKind;
  by: PersonRef | null;
}

const MOST_EVENTS = 10;

/** Reads of people for lists and for names beside other things. */
@Injectable()
export class PeopleQueries {
  constructor(private readonly database: Database) {}

  /** Everybody, the active first, by name. */
  async list(): Promise<PersonSummary[]> {
    const people = await this.database.read((em) =>
      em.find(Person, { order: { active: 'DESC', name: 'ASC', id: 'ASC' } }),
    );
    return people.map(personSummary);
  }

  /** Throws notFound for an unknown id. */
  async one(id: string): Promise<Person> {
    const person = await this.database.read((em) => em.findOneBy(Person, { id }));
    if (!person) throw notFound();
    return person;
  }

  /** The last things that happened to a person's password, the newest first. */
  async passwordEvents(personId: string): Promise<OwnPasswordEvent[]> {
    return this.database.read(async (em) => {
      const events = await em.find(PasswordEvent, { where: { personId }, order: { id: 'DESC' }, take: MOST_EVENTS });
      const refs = await this.refs(
        em,
        events.map(({ madeBy }) => madeBy),
      );
      return events.map(({ at, kind, madeBy }) => ({ at, kind, by: refs.get(madeBy ?? '') ?? null }));
    });
  }

  /** Name and id of each person asked for, by id; unknown ids are left out. Runs in the caller's transaction. */
  async refs(em: EntityManager, ids: Iterable<string | null | undefined>): Promise<Map<string, PersonRef>> {
    const wanted = [...new Set([...ids].filter((id) => typeof id === 'string'))];
    if (wanted.length === 0) return new Map();
    const people = await plainRows<PersonRef>(em, 'SELECT id, name FROM people WHERE id IN ?*', [wanted]);
    return new Map(people.map(({ id, name }) => [id, { id, name }]));
  }
}

export function personSummary({ id, name, email, workspaceRole, active, version }: Person): PersonSummary {
  return { id, name, email, workspaceRole, active, version };
}
