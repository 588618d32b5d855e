import { Clock, newId, notFound } from '@convener/kernel';
import { Database } from '@convener/platform';
import { Injectable, Logger } from '@nestjs/common';
import { type EntityManager, LessThanOrEqual, MoreThan, Not } from 'typeorm';
import { isTemporary, mayStay, type Person, type SignedIn, type Stay } from '@convener/access';
import { deviceOf } from './device';
import { hashToken, newToken } from './secrets';
import { Session } from './session.entity';
import { cookieEnd, sessionEnd, used } from './session.rules';
import { SignInLimits } from './sign-in-limits';
import type { Visit } from './visit';

/** A session just opened; the token goes into the cookie and is known nowhere else. */
export interface OpenedSession {
  token: string;
  /** Until when the browser may keep the cookie, in epoch milliseconds. */
  keepUntil: number;
  person: SignedIn;
}

export interface ResumedSession {
  id: string;
  person: SignedIn;
  /** Where this request has prolonged the cookie's life: its new end in epoch milliseconds, else null. */
  keepUntil: number | null;
}

/** One of a person's own sessions, for them to know again. */
export type OwnSession = Pick<Session, 'id' | 'createdAt' | 'lastSeenAt' | 'device' | 'ownDevice'>;

/**
 * Asked at every request: one statement, found by unique keys. Temporary staff bring along what their stay depends on, so
 * that it ends at once with their part, and moves with the closing of their project. Later layers own those tables, so
 * they are read by name.
 */
const OPEN = (key: 'id' | 'token_hash') => `SELECT s.id, s.created_at, s.last_seen_at, s.expires_at, s.own_device,
    p.id AS person_id, p.name, p.email, p.workspace_role, p.locale, p.version,
    j.status, j.closing_day, j.zone
  FROM sessions s JOIN people p ON p.id = s.person_id
    LEFT JOIN temporary_staff h ON h.person_id = p.id LEFT JOIN projects j ON j.id = h.project_id
  WHERE s.${key} = ? AND s.expires_at > ? AND p.active`;
const RESUME = OPEN('token_hash');
const LOOK = OPEN('id');

interface ResumeRow {
  id: string;
  created_at: number | string;
  last_seen_at: number | string;
  expires_at: number | string;
  own_device: boolean | number;
  person_id: string;
  name: string;
  email: string | null;
  workspace_role: SignedIn['workspaceRole'];
  locale: SignedIn['locale'];
  version: number;
  /** Of the project that temporary staff are in; null for everybody else. */
  status: string | null;
  closing_day: string | null;
  zone: string | null;
}

/** Opens, recognises, lists and ends sessions. */
@Injectable()
export class SessionsService {
  private readonly log = new Logger(SessionsService.name);

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly limits: SignInLimits,
  ) {}

  /** Opens a session within the caller's transaction: whoever is let in by password or by link. */
  async open(em: EntityManager, person: Person, visit: Visit): Promise<OpenedSession> {
    const token = newToken();
    const now = this.clock.now();
    const start = { ownDevice: visit.ownDevice, createdAt: now };
    const row = { id: newId(), tokenHash: hashToken(token), personId: person.id, device: deviceOf(visit.userAgent) };
    await em.insert(Session, { ...row, ...start, lastSeenAt: now, expiresAt: sessionEnd(start, now) });
    if (person.email !== null) await this.limits.remember(em, person.email, visit.address);
    return { token, keepUntil: cookieEnd(start, now), person: signedIn(person) };
  }

  /**
   * Who a token stands for; null when it is unknown or over, or when the person is inactive. Unless it is `attended`, the
   * request is no use of the session: an open page alone must not keep it from ending.
   */
  async resume(token: string, attended = true): Promise<ResumedSession | null> {
    const now = this.clock.now();
    const [row] = await this.database.select<ResumeRow>(RESUME, [hashToken(token), now]);
    if (!row || !mayGoOn(row, now)) return null;
    return { id: row.id, person: personIn(row), keepUntil: attended ? await this.use(row, now) : null };
  }

  /** Whose session it is; null when it is over, or the person inactive. Asking is no use of it. */
  async whose(sessionId: string): Promise<SignedIn | null> {
    const now = this.clock.now();
    const [row] = await this.database.select<ResumeRow>(LOOK, [sessionId, now]);
    return row && mayGoOn(row, now) ? personIn(row) : null;
  }

  /** A person's sessions that are not over, the last used first. */
  list(personId: string): Promise<OwnSession[]> {
    const where = { personId, expiresAt: MoreThan(this.clock.now()) };
    const select = { id: true, createdAt: true, lastSeenAt: true, device: true, ownDevice: true } as const;
    return this.database.read((em) =>
      em.find(Session, { select, where, order: { lastSeenAt: 'DESC', id: 'DESC' }, take: 100 }),
    );
  }

  async end(sessionId: string): Promise<void> {
    await this.database.write((em) => em.delete(Session, { id: sessionId }));
  }

  /** Ends one of a person's own sessions. Throws not-found for somebody else's. */
  async endOwn(personId: string, id: string): Promise<void> {
    const { affected } = await this.database.write((em) => em.delete(Session, { id, personId }));
    if (!affected) throw notFound();
  }

  /** Ends all sessions of a person but the one that they ask from. */
  async endOthers(personId: string, spare: string): Promise<void> {
    await this.database.write((em) => this.endAll(em, personId, spare));
  }

  /** Ends all sessions of a person, but for the one to spare. */
  async endAll(em: EntityManager, personId: string, spare?: string): Promise<void> {
    await em.delete(Session, spare ? { personId, id: Not(spare) } : { personId });
  }

  /** Removes sessions that are over. */
  async clear(em: EntityManager): Promise<void> {
    await em.delete(Session, { expiresAt: LessThanOrEqual(this.clock.now()) });
  }

  /** Notes that a session was used, where that was not noted just now. Answers the cookie's new end, if it has one. */
  private async use(row: ResumeRow, now: number): Promise<number | null> {
    const times = {
      ownDevice: Boolean(row.own_device),
      createdAt: Number(row.created_at),
      lastSeenAt: Number(row.last_seen_at),
      expiresAt: Number(row.expires_at),
    };
    const change = used(times, now);
    if (!change) return null;
    try {
      // Of requests that come together one notes it; and one that is slow does not turn the clock back.
      const same = { id: row.id, lastSeenAt: times.lastSeenAt };
      await this.database.write((em) => em.update(Session, same, change));
    } catch (error) {
      // A full disk must not keep people from reading; the session merely ends a little earlier.
      this.log.warn(`Use of a session was not noted: ${error instanceof Error ? error.message : String(error)}`);
      return null;
    }
    return times.ownDevice && change.expiresAt !== times.expiresAt ? cookieEnd(times, now) : null;
  }
}

/** Whoever has an account stays until the session is over; temporary staff as long as they have their part. */
function mayGoOn(row: ResumeRow, now: number): boolean {
  if (!isTemporary(row)) return true;
  const { status, closing_day: closingDay, zone } = row;
  if (status === null || closingDay === null || zone === null) return false;
  const stay: Stay = { status, closingDay, zone };
  return mayStay(stay, now);
}

function personIn(row: ResumeRow): SignedIn {
  const { person_id: personId, name, email, workspace_role: workspaceRole, locale, version } = row;
  return { personId, name, email, workspaceRole, locale, version };
}

export function signedIn(person: Person): SignedIn {
  const { id, name, email, workspaceRole, locale, version } = person;
  return { personId: id, name, email, workspaceRole, locale, version };
}
