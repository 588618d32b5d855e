import {
  badRequest,
  type CallerError,
  Clock,
  conflict,
  notFound,
  requireVersion,
  versionMoved,
} from '@convener/kernel';
import { Database } from '@convener/platform';
import { Injectable } from '@nestjs/common';
import { type EntityManager, IsNull } from 'typeorm';
import { actorOf, allow, isTemporary, type Locale, Person, type SignedIn, type WorkspaceRole } from '@convener/access';
import { Attempts, type Limit, Passwords, SessionsService, signedIn } from '@convener/sign-in';
import { Invitation } from './invitation.entity';
import { endResetLinks, notePassword } from './reset-links';

/** For one person: a browser that was left open is no place to guess the password in. */
const PASSWORD_CHANGES: Limit = { most: 10, windowMs: 15 * 60_000 };

/** Changes to people: by themselves and by an admin. */
@Injectable()
export class PeopleService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly attempts: Attempts,
    private readonly passwords: Passwords,
    private readonly sessions: SessionsService,
  ) {}

  /** One's own name and language. `seen` is the version that the caller last saw, or null. */
  changeOwn(person: SignedIn, change: { name?: string; locale?: Locale }, seen: number | null): Promise<SignedIn> {
    return this.database.write(async (em) => signedIn(await this.change(em, person.personId, change, seen)));
  }

  /**
   * Ends all other sessions of the person, and the link that would set another password. Throws 400 at /current when
   * the present password is wrong, at /next when the new one is soon guessed.
   */
  async changePassword(
    person: SignedIn,
    sessionId: string | undefined,
    given: { current: string; next: string },
  ): Promise<void> {
    const id = person.personId;
    const key = `password ${id}`;
    await this.attempts.admit(key, PASSWORD_CHANGES);
    const known = await this.database.read((em) => em.findOneBy(Person, { id }));
    if (!known?.passwordHash || !(await this.passwords.verify(known.passwordHash, given.current)))
      throw wrongPassword();
    const passwordHash = await this.passwords.choose(given.next, known, '/next');
    await this.database.write(async (em) => {
      await this.change(em, id, { passwordHash }, null);
      await this.sessions.endAll(em, id, sessionId);
      await endResetLinks(em, known);
      await notePassword(em, { personId: id, kind: 'changed', madeBy: null, at: this.clock.now() });
      await this.attempts.forgive(em, key);
    });
  }

  /**
   * An admin changes a person's workspace role or whether they may sign in. Throws conflict (409) for the last active
   * admin. Whoever loses the role or the sign-in also loses the invitations that they have sent and nobody has used.
   * `seen` is the version that the caller last saw, or null.
   */
  async manage(
    admin: SignedIn,
    id: string,
    change: { workspaceRole?: WorkspaceRole | null; active?: boolean },
    seen: number | null,
  ): Promise<Person> {
    allow(actorOf(admin), 'people.manage');
    return this.database.write(async (em) => {
      await lockAdmins(em);
      const person = await this.change(em, id, change, seen, (found) => !isTemporary(found));
      if (!(await em.existsBy(Person, { workspaceRole: 'admin', active: true }))) throw lastAdmin();
      if (!person.active) {
        await this.sessions.endAll(em, id);
        await endResetLinks(em, person);
      }
      if (!person.active || person.workspaceRole !== 'admin') {
        await em.delete(Invitation, { invitedBy: id, acceptedAt: IsNull() });
      }
      return person;
    });
  }

  private async change(
    em: EntityManager,
    id: string,
    change: Partial<Person>,
    seen: number | null,
    isMeant: (person: Person) => boolean = () => true,
  ): Promise<Person> {
    const given = Object.entries(change).filter(([, value]) => value !== undefined);
    const person = await em.findOneBy(Person, { id });
    if (!person || !isMeant(person)) throw notFound();
    requireVersion(person, seen);
    if (given.length === 0) return person;
    const changed: Partial<Person> = { ...Object.fromEntries(given), version: person.version + 1 };
    const { affected } = await em.update(Person, { id, version: person.version }, changed);
    if (!affected) throw seen === null ? changedMeanwhile() : versionMoved();
    return Object.assign(person, changed);
  }
}

/** Locks the rows of all admins on PostgreSQL, so that of two admins who demote each other one is refused. */
async function lockAdmins(em: EntityManager): Promise<void> {
  await em.update(Person, { workspaceRole: 'admin' }, { workspaceRole: 'admin' });
}

function lastAdmin(): CallerError {
  return conflict('last-admin', { zh: '至少要保留一位可登入的管理者。', en: 'At least one active admin must remain.' });
}

function changedMeanwhile(): CallerError {
  return conflict('changed-meanwhile', {
    zh: '資料剛被別人改過，請重新整理。',
    en: 'Somebody has just changed this; reload it.',
  });
}

function wrongPassword(): CallerError {
  const text = { zh: '目前的密碼不正確。', en: 'The present password is wrong.' };
  return badRequest('wrong-password', text, [{ pointer: '/current', ...text }]);
}
