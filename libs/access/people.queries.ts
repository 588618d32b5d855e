import { notFound } from '@convener/kernel';
import { Database, plainRows } from '@convener/platform';
import { Injectable } from '@nestjs/common';
import { type EntityManager, IsNull, Not } from 'typeorm';
import type { WorkspaceRole } from './can';
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

/** Reads of people for lists and for names beside other things. */
@Injectable()
export class PeopleQueries {
  constructor(private readonly database: Database) {}

  /** Everybody with an account, the active first, by name. Temporary staff stand in their project alone. */
  async list(): Promise<PersonSummary[]> {
    const people = await this.database.read((em) =>
      em.find(Person, { where: { email: Not(IsNull()) }, order: { active: 'DESC', name: 'ASC', id: 'ASC' } }),
    );
    return people.map(personSummary);
  }

  /** Throws notFound for an unknown id. */
  async one(id: string): Promise<Person> {
    const person = await this.database.read((em) => em.findOneBy(Person, { id }));
    if (!person) throw notFound();
    return person;
  }

  /** Name and id of each person asked for, by id; unknown ids are left out. Runs in the caller's transaction. */
  refs(em: EntityManager, ids: Iterable<string | null | undefined>): Promise<Map<string, PersonRef>> {
    return personRefs(em, ids);
  }
}

/** The same for readers that have nothing but a transaction. */
export async function personRefs(
  em: EntityManager,
  ids: Iterable<string | null | undefined>,
): Promise<Map<string, PersonRef>> {
  const wanted = [...new Set([...ids].filter((id) => typeof id === 'string'))];
  if (wanted.length === 0) return new Map();
  const people = await plainRows<PersonRef>(em, 'SELECT id, name FROM people WHERE id IN ?*', [wanted]);
  return new Map(people.map(({ id, name }) => [id, { id, name }]));
}

/** Of somebody with an account. */
export function personSummary({ id, name, email, workspaceRole, active, version }: Person): PersonSummary {
  return { id, name, email: email ?? '', workspaceRole, active, version };
}
