import { CallerError, Clock, newId, notFound } from '@convener/kernel';
import { Config, Database } from '@convener/platform';
import { Injectable } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { type EntityManager, IsNull, MoreThan } from 'typeorm';
import { actorOf, allow, Person, type SignedIn } from '@convener/access';
import { Invitation } from './invitation.entity';
import { type InvitationRequest, planInvitation, requireNewcomer } from './invitation.rules';
import { publicLink } from './links';
import { MembershipWriter } from './membership-writer';
import { NewPeople } from './new-person';
import {
  hashToken,
  newToken,
  type OpenedSession,
  Passwords,
  SessionsService,
  signedIn,
  type Visit,
} from '@convener/sign-in';

const SEVEN_DAYS = 7 * 24 * 60 * 60_000;

export interface InvitationShown {
  name: string | null;
  email: string | null;
  workspaceRole: string | null;
  projectName: string | null;
  teamName: string | null;
  lead: boolean;
  invitedBy: string;
}

/** Invites people by link and lets them in. */
@Injectable()
export class InvitationsService {
  constructor(
    private readonly config: Config,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly passwords: Passwords,
    private readonly people: NewPeople,
    private readonly sessions: SessionsService,
    private readonly modules: ModuleRef,
  ) {}

  /** The link is shown this once; only its hash is kept. A workspace role needs an admin, a project its manager. */
  async invite(
    inviter: SignedIn,
    request: InvitationRequest,
  ): Promise<{ id: string; link: string; expiresAt: number }> {
    const plan = planInvitation(request);
    if (plan.workspaceRole) allow(actorOf(inviter), 'people.manage');
    const token = newToken();
    const id = newId();
    const createdAt = this.clock.now();
    const expiresAt = createdAt + SEVEN_DAYS;
    await this.database.write(async (em) => {
      const part = projectPart(plan);
      if (part) await this.memberships.mayInvite(em, inviter, part);
      const row = { ...plan, id, tokenHash: hashToken(token), invitedBy: inviter.personId, createdAt, expiresAt };
      await em.insert(Invitation, row);
    });
    return { id, link: publicLink(this.config.publicUrl, `/invitation/${token}`), expiresAt };
  }

  /** What the invited sees before accepting. Throws 404 for an unknown link and 410 for one that is over. */
  show(token: string): Promise<InvitationShown> {
    return this.database.read(async (em) => {
      const invitation = await this.find(em, token);
      const { name, email, workspaceRole, projectId, teamId, lead, invitedBy } = invitation;
      const names = projectId
        ? await this.memberships.names(em, { projectId, teamId })
        : { projectName: null, teamName: null };
      const inviter = await em.findOneByOrFail(Person, { id: invitedBy });
      return { name, email, workspaceRole, ...names, lead, invitedBy: inviter.name };
    });
  }

  /** A newcomer becomes a person and is signed in. Throws 400 naming missing or weak fields, 409 for an address in use. */
  async acceptAsNewcomer(
    token: string,
    given: { name?: string; email?: string; password?: string },
    visit: Visit,
  ): Promise<OpenedSession> {
    const invitation = await this.database.read((em) => this.find(em, token));
    const { name, email, password } = requireNewcomer(given, invitation);
    const passwordHash = await this.passwords.choose(password, { name, email }, '/password');
    return this.database.write(async (em) => {
      const person = await this.people.add(em, { name, email, passwordHash, workspaceRole: null });
      await this.use(em, token, person);
      return this.sessions.open(em, person, visit);
    });
  }

  /** Somebody who is already signed in, by an account, gets what the invitation gives on top of what they have. */
  async acceptAs({ personId }: SignedIn, token: string): Promise<SignedIn> {
    await this.database.read((em) => this.find(em, token));
    return this.database.write(async (em) => {
      const person = await em.findOneByOrFail(Person, { id: personId });
      await this.use(em, token, person);
      return signedIn(person);
    });
  }

  private async use(em: EntityManager, token: string, person: Person): Promise<void> {
    const now = this.clock.now();
    // The condition makes the link single-use, also for two requests at once.
    const free = { tokenHash: hashToken(token), acceptedAt: IsNull(), expiresAt: MoreThan(now) };
    const { affected } = await em.update(Invitation, free, { acceptedAt: now, acceptedBy: person.id });
    if (!affected) throw over();
    const invitation = await em.findOneByOrFail(Invitation, { tokenHash: hashToken(token) });
    if (invitation.workspaceRole && person.workspaceRole !== 'admin') {
      person.workspaceRole = invitation.workspaceRole;
      // An admin who has an older state on screen must not write over it unknowingly.
      person.version += 1;
      const { id, workspaceRole } = person;
      await em.update(Person, { id }, { workspaceRole, version: () => 'version + 1' });
    }
    const part = projectPart(invitation);
    if (part) await this.memberships.join(em, { ...part, personId: person.id });
  }

  private async find(em: EntityManager, token: string): Promise<Invitation> {
    const invitation = await em.findOneBy(Invitation, { tokenHash: hashToken(token) });
    if (!invitation) throw notFound();
    if (invitation.acceptedAt !== null || invitation.expiresAt <= this.clock.now()) throw over();
    return invitation;
  }

  /** Looked up when needed, since the module that provides it stands on this one. */
  private get memberships(): MembershipWriter {
    return this.modules.get(MembershipWriter, { strict: false });
  }
}

function projectPart({
  projectId,
  projectRole,
  teamId,
  lead,
}: Pick<Invitation, 'projectId' | 'projectRole' | 'teamId' | 'lead'>) {
  return projectId && projectRole ? { projectId, role: projectRole, teamId, lead } : null;
}

function over(): CallerError {
  const text = {
    zh: '這個邀請已經使用過或已過期，請對方重新邀請您。',
    en: 'This invitation has been used or has run out. Ask for a new one.',
  };
  return new CallerError(410, 'invitation-over', text);
}
