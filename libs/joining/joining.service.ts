import { type SignedIn, temporaryUntil } from '@convener/access';
import { MembershipWriter, NewPeople } from '@convener/accounts';
import { ActivityLog } from '@convener/activity';
import { Clock, conflict, forbidden, notFound } from '@convener/kernel';
import { Database, insertAll, plainRows } from '@convener/platform';
import { lockRow, Project } from '@convener/projects';
import { Attempts, hashToken, type Limit, type OpenedSession, type Place, SessionsService } from '@convener/sign-in';
import { requireRunning, Standings, Team, TemporaryStaff } from '@convener/teams';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { JoinCode } from './join-code.entity';
import {
  codeState,
  type Newcomer,
  requireNewcomer,
  requireOpenCode,
  type Scanner,
  scannerOf,
} from './join-codes.rules';

/** By one code, from everywhere: a hall full of people may share one network, so none is limited by itself. */
const JOINS: Limit = { most: 200, windowMs: 10 * 60_000 };

/** What the page of a code says before anybody joins. */
export interface JoinOffer {
  projectName: string;
  zone: string;
  teamName: string;
  teamNameEn: string | null;
  /** The instant (epoch ms) from which temporary staff are out. */
  until: number;
  you: Scanner;
}

interface Offered {
  code: JoinCode;
  project: Project;
  team: Team;
  you: Scanner;
}

/** Lets people in by a code. */
@Injectable()
export class JoiningService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly attempts: Attempts,
    private readonly standings: Standings,
    private readonly people: NewPeople,
    private readonly members: MembershipWriter,
    private readonly sessions: SessionsService,
    private readonly activity: ActivityLog,
  ) {}

  /** Throws 404 for an unknown code and 410 for one by which nobody joins any more, unless one has already. */
  show(token: string, person: SignedIn | undefined): Promise<JoinOffer> {
    return this.database.read(async (em) => {
      const offered = await this.offered(em, token, person, 'look');
      const { project, team, you } = offered;
      if (you !== 'in') this.requireOpen(offered);
      const { name: projectName, zone } = project;
      return { projectName, zone, teamName: team.name, teamNameEn: team.nameEn, until: temporaryUntil(project), you };
    });
  }

  /** Somebody without an account, on the device that they join with. */
  async join(token: string, given: Newcomer, place: Place): Promise<OpenedSession> {
    const { name, locale } = requireNewcomer(given);
    await this.admit(token);
    return this.database.write(async (em) => {
      const { code, project, team } = await this.use(em, token, undefined);
      const person = await this.people.addTemporary(em, { name, locale });
      const part = { projectId: project.id, teamId: team.id, codeId: code.id, joinedAt: this.clock.now() };
      await insertAll(em, TemporaryStaff, [{ personId: person.id, ...part }]);
      await this.activity.record(em, {
        projectId: project.id,
        actorId: person.id,
        action: 'temporary.joined',
        subject: { type: 'member', id: person.id, title: name },
        after: { teamId: team.id },
      });
      return this.sessions.open(em, person, { ...place, ownDevice: true });
    });
  }

  /** Somebody signed in: as themselves, where a code is for them. Whoever is in already stays as they are. */
  async joinAs(person: SignedIn, token: string): Promise<void> {
    const { you } = await this.database.read((em) => this.offered(em, token, person, 'look'));
    if (you === 'in') return;
    if (you === 'elsewhere') throw elsewhere();
    if (you === 'outsider') throw outsider();
    await this.admit(token);
    await this.database.write(async (em) => {
      const { project, team } = await this.use(em, token, person);
      const seat = { role: 'member' as const, teamId: team.id, lead: false };
      await this.members.join(em, { projectId: project.id, personId: person.personId, ...seat });
    });
  }

  private async admit(token: string): Promise<void> {
    await this.attempts.admit(`join ${hashToken(token)}`, JOINS);
  }

  /** Takes one place of the code. The condition holds also for people who join at the same moment. */
  private async use(em: EntityManager, token: string, person: SignedIn | undefined): Promise<Offered> {
    const offered = await this.offered(em, token, person, 'keep');
    this.requireOpen(offered);
    const { id } = offered.code;
    const taken = await plainRows<{ id: string }>(em, TAKE_PLACE, [id]);
    if (taken.length === 0) requireOpenCode('full');
    return offered;
  }

  private async offered(
    em: EntityManager,
    token: string,
    person: SignedIn | undefined,
    use: 'look' | 'keep',
  ): Promise<Offered> {
    const code = await em.findOneBy(JoinCode, { tokenHash: hashToken(token) });
    if (!code) throw notFound();
    const { projectId, teamId } = code;
    const project =
      use === 'look' ? await em.findOneBy(Project, { id: projectId }) : await lockRow(em, Project, projectId, 'read');
    const team = await em.findOneBy(Team, { id: teamId });
    if (!project || !team) throw notFound();
    const actor = person && (await this.standings.ofMany(em, [projectId], person)).get(projectId);
    // Read again once the project is held: it may have been ended meanwhile.
    const now = use === 'look' ? code : await em.findOneByOrFail(JoinCode, { id: code.id });
    return { code: now, project, team, you: scannerOf(person, actor, teamId) };
  }

  private requireOpen({ code, project }: Offered): void {
    requireOpenCode(codeState(code, project, this.clock.now()));
    requireRunning(project);
  }
}

const TAKE_PLACE = `
  UPDATE join_codes SET joined = joined + 1 WHERE id = ? AND ended_at IS NULL AND joined < most RETURNING id`;

const elsewhere = () =>
  conflict('helping-elsewhere', {
    zh: '您在這支手機上已經是另一個小組的臨時人員。要換小組，請先到「我的帳號」離開，再掃描一次。',
    en: 'On this phone you are already with another sub-team. To change, leave it on your account page first and scan again.',
  });

const outsider = () =>
  forbidden({
    zh: '這個 QR code 是給現場臨時人員與同事使用的。請專案經理邀請您加入專案。',
    en: 'This code is for temporary staff and colleagues. Ask the project manager to invite you.',
  });
