import { PeopleQueries, type PersonRef } from '@convener/access';
import { Database } from '@convener/platform';
import { Injectable } from '@nestjs/common';
import { PasswordEvent, type PasswordEventKind } from './password-event.entity';

/** What happened to one's password, and which admin had a hand in it. */
export interface OwnPasswordEvent {
  at: number;
  kind: PasswordEventKind;
  by: PersonRef | null;
}

const MOST_EVENTS = 10;

/** What a person is told of their password. */
@Injectable()
export class PasswordEventsQueries {
  constructor(
    private readonly database: Database,
    private readonly people: PeopleQueries,
  ) {}

  /** The last things that happened to a person's password, the newest first. */
  async of(personId: string): Promise<OwnPasswordEvent[]> {
    return this.database.read(async (em) => {
      const events = await em.find(PasswordEvent, { where: { personId }, order: { id: 'DESC' }, take: MOST_EVENTS });
      const refs = await this.people.refs(
        em,
        events.map(({ madeBy }) => madeBy),
      );
      return events.map(({ at, kind, madeBy }) => ({ at, kind, by: refs.get(madeBy ?? '') ?? null }));
    });
  }
}
