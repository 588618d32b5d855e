import { Injectable } from '@nestjs/common';
import { allow, Person, type ProjectRole, type SignedIn } from '@convener/access';
import { MembershipWriter, type ProjectPart } from '@convener/accounts';
import { ActivityLog } from '@convener/activity';
import { Clock, notFound } from '@convener/kernel';
import type { EntityManager } from 'typeorm';
import { ProjectMember } from './project-member.entity';
import { requireRunning } from './running';
import { Standings } from './standings';
import { Team } from './team.entity';
import { TeamMember } from './team-member.entity';

const RANK: Record<ProjectRole, number> = { viewer: 0, member: 1, manager: 2 };

/** What invitations do in projects: the answer of this lib to the port that `access` defines. */
@Injectable()
export class InvitedMembership extends MembershipWriter {
  constructor(
    private readonly standings: Standings,
    private readonly activity: ActivityLog,
    private readonly clock: Clock,
  ) {
    super();
  }

  async mayInvite(em: EntityManager, inviter: SignedIn, { projectId, teamId }: ProjectPart): Promise<void> {
    allow(await this.standings.of(em, projectId, inviter), 'members.manage');
    await this.requireRunning(em, projectId);
    if (teamId && !(await em.existsBy(Team, { id: teamId, projectId }))) throw notFound();
  }

  async names(em: EntityManager, { projectId, teamId }: { projectId: string; teamId: string | null }) {
    const project = await this.project(em, projectId);
    const team = teamId ? await em.findOneBy(Team, { id: teamId }) : null;
    return { projectName: project?.name ?? null, teamName: team?.name ?? null };
  }

  async join(
    em: EntityManager,
    { projectId, personId, role, teamId, lead }: ProjectPart & { personId: string },
  ): Promise<void> {
    await this.requireRunning(em, projectId);
    const member = await em.findOneBy(ProjectMember, { projectId, personId });
    if (!member) await em.insert(ProjectMember, { projectId, personId, role, createdAt: this.clock.now() });
    else if (RANK[role] > RANK[member.role]) await em.update(ProjectMember, { projectId, personId }, { role });
    const place = teamId ? await em.findOneBy(TeamMember, { teamId, personId }) : null;
    if (teamId && !place) await em.insert(TeamMember, { teamId, personId, lead });
    else if (teamId && lead) await em.update(TeamMember, { teamId, personId }, { lead });
    const person = await em.findOneBy(Person, { id: personId });
    await this.activity.record(em, {
      projectId,
      actorId: personId,
      action: 'member.joined',
      subject: { type: 'member', id: personId, title: person?.name ?? '' },
      after: { role, teamId, lead },
    });
  }

  private async requireRunning(em: EntityManager, projectId: string): Promise<void> {
    const project = await this.project(em, projectId);
    if (!project) throw notFound();
    requireRunning(project);
  }

  /** `projects` is a later layer, so its table is read by name. */
  private project(em: EntityManager, id: string): Promise<{ name: string; status: string } | undefined> {
    return em
      .createQueryBuilder()
      .select('p.name', 'name')
      .addSelect('p.status', 'status')
      .from('projects', 'p')
      .where('p.id = :id', { id })
      .getRawOne();
  }
}
