import { Person } from '@convener/access';
import {
  canStandIn,
  DEFAULT_PREFERENCES,
  type Delivery,
  deliveryOf,
  heldUntil,
  isAway,
  messagesToday,
  NotificationPreferences,
  type OfficeDays,
  type StandIn,
} from '@convener/notifications';
import { plainRows, readAll } from '@convener/platform';
import { CantWait, type Reminder } from '@convener/reminders';
import { OfficeCalendars } from '@convener/schedule';
import { membershipsOf } from '@convener/teams';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** Reminders that travel together in one message. */
export interface Parcel extends Delivery {
  personId: string;
  /** Whom the reader stands in for; null where the reminders are the reader's own. */
  forPersonId: string | null;
}

export type DueRow = Pick<Reminder, 'id' | 'personId' | 'projectId' | 'subjectId' | 'kind' | 'fireAt' | 'expiresAt'>;

type Preferences = Omit<NotificationPreferences, 'personId'>;

/** Rows that one person is told, on their own or on somebody else's behalf. */
interface Load {
  personId: string;
  forPersonId: string | null;
  rows: DueRow[];
}

/** No day is longer, not even one on which the clocks are put back. */
const LONGEST_DAY_MS = 25 * 3_600_000;
/** Where nobody has chosen anything, the office calendar is asked for nothing. */
const EVERY_DAY: OfficeDays = { isWorkingDay: () => true, addWorkingDays: (day) => day };

/** Decides who is told of due reminders, in which messages and from when on. */
@Injectable()
export class Routing {
  constructor(private readonly calendars: OfficeCalendars) {}

  /** Each of the rows in exactly one parcel. In the claim's transaction; a constant number of statements. */
  async parcels(em: EntityManager, rows: readonly DueRow[], now: number): Promise<Parcel[]> {
    const owners = [...new Set(rows.map(({ personId }) => personId!))];
    const chosen = await preferencesOf(em, owners);
    const calendar = await this.calendar(em, chosen.size > 0);
    const loads = await loadsOf(em, rows, owners, chosen, calendar, now);
    const marks = await marksOf(em, owners);
    const sent = await sentToday(em, loads, chosen, marks, now);
    return loads.flatMap(({ personId, forPersonId, rows: own }) => {
      const due = own.map((row) => ({ ...row, cantWait: marks.has(`${row.personId} ${row.subjectId}`) }));
      const rules = chosen.get(personId) ?? DEFAULT_PREFERENCES;
      return deliveryOf(due, rules, calendar, now, sent.get(personId) ?? 0).map((delivery) => {
        // Whoever stands in for several people, or has work too, has one cap for all.
        if (delivery.single) sent.set(personId, (sent.get(personId) ?? 0) + 1);
        return { personId, forPersonId, ...delivery };
      });
    });
  }

  /** For opening messages: until when (epoch ms) each of these people's own rules hold messages back at `now`. */
  async held(em: EntityManager, people: readonly string[], now: number): Promise<Held> {
    const chosen = await preferencesOf(em, people);
    const calendar = await this.calendar(em, chosen.size > 0);
    const held = [...chosen].map(([id, rules]) => [id, heldUntil(rules, calendar, now)] as const);
    return {
      until: new Map(held.filter(([, until]) => until > now)),
      withoutMail: new Set([...chosen].filter(([, { mail }]) => !mail).map(([id]) => id)),
    };
  }

  private async calendar(em: EntityManager, needed: boolean): Promise<OfficeDays> {
    return needed ? this.calendars.current(em) : EVERY_DAY;
  }
}

export interface Held {
  until: Map<string, number>;
  /** Who wants nothing by e-mail. */
  withoutMail: Set<string>;
}

async function preferencesOf(em: EntityManager, people: readonly string[]): Promise<Map<string, Preferences>> {
  const rows = await readAll(em, NotificationPreferences, 'WHERE t.person_id IN ?*', [people]);
  return new Map(rows.map((row) => [row.personId, row]));
}

/** `<person> <subject>` of everything that these people have marked. */
async function marksOf(em: EntityManager, people: readonly string[]): Promise<Set<string>> {
  const rows = await readAll(em, CantWait, 'WHERE t.person_id IN ?*', [people]);
  return new Set(rows.map(({ personId, subjectId }) => `${personId} ${subjectId}`));
}

/** Whoever is away is told through the stand-in, as far as that one takes part in the projects and is there. */
async function loadsOf(
  em: EntityManager,
  rows: readonly DueRow[],
  owners: readonly string[],
  chosen: Map<string, Preferences>,
  calendar: OfficeDays,
  now: number,
): Promise<Load[]> {
  const away = owners.flatMap((personId) => {
    const own = chosen.get(personId);
    if (!own || own.standInId === null) return [];
    const at = heldUntil(own, calendar, now);
    return isAway(own, at) ? [{ personId, standInId: own.standInId, at }] : [];
  });
  const standIns = await standInsOf(
    em,
    away.map(({ standInId }) => standInId),
    chosen,
  );
  const able = away.filter(({ standInId, at }) => canStandIn(standIns.get(standInId), at));
  const standInOf = new Map(able.map(({ personId, standInId }) => [personId, standInId]));
  const projects = rows.filter(({ personId }) => standInOf.has(personId!)).map(({ projectId }) => projectId);
  const part = able.length === 0 ? new Set() : await membershipsOf(em, [...standInOf.values()], projects);
  const loads = new Map<string, Load>();
  for (const row of rows) {
    const owner = row.personId!;
    const standIn = standInOf.get(owner);
    const told = standIn !== undefined && part.has(`${row.projectId} ${standIn}`) ? standIn : owner;
    const load = loads.get(`${told} ${owner}`) ?? newLoad(told, owner);
    load.rows.push(row);
    loads.set(`${told} ${owner}`, load);
  }
  return [...loads.values()];
}

function newLoad(personId: string, owner: string): Load {
  return { personId, forPersonId: personId === owner ? null : owner, rows: [] };
}

/** Also adds what the stand-ins have chosen to `chosen`: they are told by their own rules. */
async function standInsOf(
  em: EntityManager,
  ids: readonly string[],
  chosen: Map<string, Preferences>,
): Promise<Map<string, StandIn>> {
  if (ids.length === 0) return new Map();
  const people = await readAll(em, Person, 'WHERE t.id IN ?*', [ids]);
  for (const [id, own] of await preferencesOf(em, ids)) chosen.set(id, own);
  return new Map(people.map(({ id, active }) => [id, { ...(chosen.get(id) ?? DEFAULT_PREFERENCES), active }]));
}

/** How many messages those who may be told singly have had today; others are not counted. */
async function sentToday(
  em: EntityManager,
  loads: readonly Load[],
  chosen: ReadonlyMap<string, Preferences>,
  marks: ReadonlySet<string>,
  now: number,
): Promise<Map<string, number>> {
  const rulesOf = (id: string) => chosen.get(id) ?? DEFAULT_PREFERENCES;
  const asked = loads.filter(({ personId, rows }) =>
    rows.some((row) => marks.has(`${row.personId} ${row.subjectId}`) || rulesOf(personId).singles.includes(row.kind)),
  );
  if (asked.length === 0) return new Map();
  const people = [...new Set(asked.map(({ personId }) => personId))];
  const messages = await plainRows<{ personId: string; createdAt: number | string }>(em, RECENT, [
    people,
    now - LONGEST_DAY_MS,
  ]);
  const instants = new Map<string, number[]>(people.map((id) => [id, []]));
  for (const { personId, createdAt } of messages) instants.get(personId)?.push(Number(createdAt));
  return new Map([...instants].map(([id, all]) => [id, messagesToday(all, rulesOf(id).zone, now)]));
}

const RECENT = `
  SELECT person_id AS "personId", created_at AS "createdAt" FROM messages
   WHERE person_id IN ?* AND created_at > ? AND status <> 'empty'`;
