import { allow, type SignedIn } from '@convener/access';
import { publicLink } from '@convener/accounts';
import { ActivityLog } from '@convener/activity';
import { Clock, isId, newId, notFound } from '@convener/kernel';
import { Config, Database, insertAll } from '@convener/platform';
import { type Project, WorkScope } from '@convener/projects';
import { hashToken, newToken } from '@convener/sign-in';
import { requireRunning, Team } from '@convener/teams';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { JoinCode } from './join-code.entity';
import { TemporaryStaffService } from './temporary-staff.service';

const HOUR_MS = 3_600_000;

export interface CodeRequest {
  teamId: string;
  /** How long it works; null: until the end of the event. */
  hours: number | null;
  most: number;
}

/** Makes and ends codes. A project is held meanwhile, so that nobody slips in while a code is ended with its staff. */
@Injectable()
export class JoinCodesService {
  constructor(
    private readonly config: Config,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly scope: WorkScope,
    private readonly activity: ActivityLog,
    private readonly staff: TemporaryStaffService,
  ) {}

  /** The link is shown this once. */
  async make(person: SignedIn, { teamId, hours, most }: CodeRequest): Promise<{ id: string; link: string }> {
    const token = newToken();
    const madeAt = this.clock.now();
    const expiresAt = hours === null ? null : madeAt + hours * HOUR_MS;
    const made = { id: newId(), tokenHash: hashToken(token), madeBy: person.personId, madeAt };
    await this.database.write(async (em) => {
      const team = await em.findOneBy(Team, { id: teamId });
      if (!team) throw notFound();
      const { projectId } = team;
      const { project, actor } = await this.scope.project(em, projectId, person, 'change');
      allow(actor, 'temporary.manage', { teamId });
      requireRunning(project);
      await insertAll(em, JoinCode, [{ ...made, projectId, teamId, expiresAt, most, joined: 0, endedAt: null }]);
      await this.record(em, person, project, team, 'join-code.made', { expiresAt, most });
    });
    return { id: made.id, link: publicLink(this.config.publicUrl, `/join/${token}`) };
  }

  /** Nobody joins by it any more; those who have stay, unless `andStaff`. Ended twice it changes nothing. */
  end(person: SignedIn, id: string, andStaff: boolean): Promise<void> {
    return this.database.write(async (em) => {
      const found = isId(id) ? await em.findOneBy(JoinCode, { id }) : null;
      if (!found) throw notFound();
      const { project, actor } = await this.scope.project(em, found.projectId, person, 'change');
      allow(actor, 'temporary.manage', found);
      // Read again: whoever held the project may have ended it.
      const code = await em.findOneByOrFail(JoinCode, { id });
      const team = await em.findOneByOrFail(Team, { id: found.teamId });
      if (code.endedAt === null) {
        await em.update(JoinCode, { id }, { endedAt: this.clock.now() });
        await this.record(em, person, project, team, 'join-code.ended');
      }
      if (andStaff) await this.staff.endAll(em, project, { codeId: id }, person.personId);
    });
  }

  private record(
    em: EntityManager,
    { personId: actorId }: SignedIn,
    { id: projectId }: Project,
    { id, name: title }: Team,
    action: string,
    after?: Record<string, unknown>,
  ): Promise<void> {
    return this.activity.record(em, { projectId, actorId, action, subject: { type: 'team', id, title }, after });
  }
}
