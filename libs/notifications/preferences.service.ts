import { Person } from '@convener/access';
import { Clock, dayAt, notFound, requireVersion, versionMoved } from '@convener/kernel';
import { Database, insertAll, isPostgres, plainRows, readAll, updateRow } from '@convener/platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { DEFAULT_PREFERENCES, NotificationPreferences } from './notification-preferences.entity';
import { checkPreferences, type PreferencesEdit, wrongStandIn } from './preferences.rules';
import { UnsubscribeLink } from './unsubscribe-link.entity';

/** A person who can be chosen as a stand-in. */
export interface Colleague {
  id: string;
  name: string;
}

export interface OwnPreferences extends Omit<NotificationPreferences, 'personId'> {
  /** Everybody active who shares a project with the person, by name. */
  colleagues: Colleague[];
}

/** How people want to be told: by themselves, and through the link that stands in every mail. */
@Injectable()
export class PreferencesService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  of(personId: string): Promise<OwnPreferences> {
    return this.database.read((em) => view(em, personId));
  }

  /** `seen` is the version that the caller last saw (0 before the first choice), or null. Throws 400 at wrong fields. */
  change(personId: string, edit: PreferencesEdit, seen: number | null): Promise<OwnPreferences> {
    return this.database.write(async (em) => {
      await alone(em, personId);
      const before = await present(em, personId);
      requireVersion(before, seen);
      const { personId: _, version, ...now } = before;
      const next = { ...now, ...given(edit) };
      checkPreferences(endedAbsence(next, edit), dayAt(this.clock.now(), next.zone));
      if (given(edit).standInId && !(await isColleague(em, personId, next.standInId!))) throw wrongStandIn();
      await save(em, personId, next, version);
      // Who wants mail again gets a new link: an old mail that was passed on must not end it once more.
      if (next.mail && !now.mail) await em.delete(UnsubscribeLink, { personId });
      return view(em, personId);
    });
  }

  /** Whose mails this link ends. Throws notFound. */
  async linked(token: string): Promise<{ email: string; mail: boolean }> {
    const [found] = await this.database.select<Linked>(LINKED, [token]);
    if (!found) throw notFound();
    return { email: maskedAddress(found.email), mail: found.mail === null || Boolean(found.mail) };
  }

  /** Ends mails to whoever the link belongs to; the inbox stays. Done twice it changes nothing. Throws notFound. */
  async unsubscribe(token: string): Promise<void> {
    await this.database.write(async (em) => {
      const link = await em.findOneBy(UnsubscribeLink, { token });
      if (!link) throw notFound();
      await alone(em, link.personId);
      const { personId, version, ...now } = await present(em, link.personId);
      if (now.mail) await save(em, personId, { ...now, mail: false }, version);
    });
  }
}

/** One change of a person's choice at a time: the first of them makes the row. */
async function alone(em: EntityManager, personId: string): Promise<void> {
  await plainRows(em, `SELECT id FROM people WHERE id = ?${isPostgres(em) ? ' FOR NO KEY UPDATE' : ''}`, [personId]);
}

async function present(em: EntityManager, personId: string): Promise<NotificationPreferences> {
  return (await em.findOneBy(NotificationPreferences, { personId })) ?? { ...DEFAULT_PREFERENCES, personId };
}

/** Version 0 is the row that nobody has yet made. Throws 412 where somebody was faster. */
async function save(
  em: EntityManager,
  personId: string,
  next: Omit<NotificationPreferences, 'personId' | 'version'>,
  version: number,
): Promise<void> {
  if (version === 0) return insertAll(em, NotificationPreferences, [{ ...next, personId, version: 1 }]);
  const row = { ...next, version: version + 1 };
  if ((await updateRow(em, NotificationPreferences, row, { personId, version })) !== 1) throw versionMoved();
}

/** An absence that is long over is no reason to refuse another change. */
function endedAbsence<T extends { awayUntil: string | null }>(next: T, edit: PreferencesEdit): T {
  return edit.awayUntil === undefined ? { ...next, awayUntil: null } : next;
}

function given(edit: PreferencesEdit): PreferencesEdit {
  return Object.fromEntries(Object.entries(edit).filter(([, value]) => value !== undefined));
}

async function view(em: EntityManager, personId: string): Promise<OwnPreferences> {
  const { personId: _, ...rest } = await present(em, personId);
  return { ...rest, colleagues: await colleaguesOf(em, personId) };
}

async function isColleague(em: EntityManager, personId: string, standInId: string): Promise<boolean> {
  return (await colleaguesOf(em, personId)).some(({ id }) => id === standInId);
}

/** Enough to know one's own address by, and too little to learn somebody else's. */
export function maskedAddress(email: string): string {
  const [name = '', host = ''] = email.split('@');
  return `${name.slice(0, 1)}•••@${host}`;
}

interface Linked {
  email: string;
  mail: boolean | number | null;
}

const LINKED = `
  SELECT p.email, (SELECT n.mail FROM notification_preferences n WHERE n.person_id = u.person_id) AS mail
    FROM unsubscribe_links u JOIN people p ON p.id = u.person_id
   WHERE u.token = ?`;

async function colleaguesOf(em: EntityManager, personId: string): Promise<Colleague[]> {
  const ids = (await plainRows<{ id: string }>(em, BESIDE, [personId, personId])).map(({ id }) => id);
  const people = await readAll(em, Person, 'WHERE t.id IN ?* ORDER BY t.name, t.id', [ids]);
  return people.filter(({ active }) => active).map(({ id, name }) => ({ id, name }));
}

const BESIDE = `
  SELECT DISTINCT theirs.person_id AS id FROM project_members mine
    JOIN project_members theirs ON theirs.project_id = mine.project_id
   WHERE mine.person_id = ? AND theirs.person_id <> ?`;
