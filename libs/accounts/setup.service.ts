import { CallerError, Clock, conflict, newId } from '@convener/kernel';
import { Config, Database } from '@convener/platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import {
  Attempts,
  hashToken,
  type Limit,
  networkOf,
  newToken,
  type OpenedSession,
  Passwords,
  SessionsService,
  type Visit,
} from '@convener/sign-in';
import { publicLink } from './links';
import { NewPeople } from './new-person';
import { Person } from '@convener/access';
import { SetupLink } from './setup-link.entity';

/** From one network: SETUP_TOKEN may be short enough to be guessed. */
const SET_UPS: Limit = { most: 20, windowMs: 15 * 60_000 };

/** Makes the first admin, through a link that only somebody with access to the server has seen. */
@Injectable()
export class SetupService {
  constructor(
    private readonly config: Config,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly attempts: Attempts,
    private readonly passwords: Passwords,
    private readonly people: NewPeople,
    private readonly sessions: SessionsService,
  ) {}

  /** Whether there is nobody yet. */
  needed(): Promise<boolean> {
    return this.database.read(nobodyYet);
  }

  /**
   * A fresh set-up link for the start-up banner, in place of all earlier ones; null once there is somebody. The token
   * is SETUP_TOKEN where that is set.
   */
  async openLink(): Promise<string | null> {
    const token = this.config.setupToken ?? newToken();
    const opened = await this.database.write(async (em) => {
      if (!(await nobodyYet(em))) return false;
      await em.createQueryBuilder().delete().from(SetupLink).execute();
      const link = { id: newId(), tokenHash: hashToken(token), createdAt: this.clock.now() };
      // Processes that start together open the same link where SETUP_TOKEN is set.
      await em.createQueryBuilder().insert().into(SetupLink).values(link).orIgnore().execute();
      return true;
    });
    return opened ? publicLink(this.config.publicUrl, `/setup?token=${encodeURIComponent(token)}`) : null;
  }

  /** Makes the admin and signs in. Throws 403 on a wrong token, 409 once somebody exists, 429 on guessing. */
  async setUp(
    given: { token: string; name: string; email: string; password: string },
    visit: Visit,
  ): Promise<OpenedSession> {
    await this.attempts.admit(`set-up ${networkOf(visit.address)}`, SET_UPS);
    const tokenHash = hashToken(given.token);
    // Checked before hashing, so that strangers can't make the server work.
    await this.database.read(async (em) => {
      if (!(await em.existsBy(SetupLink, { tokenHash }))) throw await refusal(em);
    });
    const passwordHash = await this.passwords.choose(given.password, given, '/password');
    return this.database.write(async (em) => {
      await useUp(em, tokenHash);
      const { name, email } = given;
      const person = await this.people.add(em, { name, email, passwordHash, workspaceRole: 'admin' });
      return this.sessions.open(em, person, visit);
    });
  }
}

/** Deletes the link, and with it all others: of two overlapping set-ups the second then finds nothing to use up. */
async function useUp(em: EntityManager, tokenHash: string): Promise<void> {
  const { affected } = await em.delete(SetupLink, { tokenHash });
  if (!affected) throw await refusal(em);
  await em.createQueryBuilder().delete().from(SetupLink).execute();
  if (!(await nobodyYet(em))) throw alreadySetUp();
}

async function refusal(em: EntityManager): Promise<CallerError> {
  return (await nobodyYet(em)) ? wrongToken() : alreadySetUp();
}

async function nobodyYet(em: EntityManager): Promise<boolean> {
  return !(await em.exists(Person));
}

function alreadySetUp(): CallerError {
  return conflict('already-set-up', {
    zh: '系統已經完成設定，請直接登入。',
    en: 'Set-up is already done; please sign in.',
  });
}

function wrongToken(): CallerError {
  const text = {
    zh: '這個設定連結無效。請使用伺服器最近一次啟動時印出的連結。',
    en: 'This set-up link is not valid. Use the one printed when the server last started.',
  };
  return new CallerError(403, 'wrong-setup-token', text);
}
