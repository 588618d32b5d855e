import { Injectable } from '@nestjs/common';
import { type Actor, allow, type SignedIn } from '@convener/access';
import { ActivityLog } from '@convener/activity';
import { Clock, newId, notFound } from '@convener/kernel';
import { Database, insertAll } from '@convener/platform';
import { ProjectMember, Team } from '@convener/teams';
import type { Accepter, EvidenceNeed, Stage } from '@convener/templates';
import type { EntityManager } from 'typeorm';
import { Check } from './check.entity';
import { requireDays } from './dates';
import { Deliverable } from './deliverable.entity';
import { positionAfter } from './order';
import { ProjectReminders } from './project-reminders';
import { Project } from './project.entity';
import { WorkScope } from './scope';
import { requireOpen } from './work-items.service';
import { WorkItem } from './work-item.entity';

export interface OwnDeliverable {
  title: string;
  titleEn?: string;
  evidence?: EvidenceNeed;
  accepter?: Accepter;
  dueDay?: string;
}

export interface OwnWorkItem {
  title: string;
  titleEn?: string;
  stage: Stage;
  workflow?: string;
  teamId?: string;
  assigneeId?: string;
  startDay?: string;
  dueDay?: string;
  /** The work item behind which it stands; at the end where it is not given. */
  after?: string;
  deliverables?: readonly OwnDeliverable[];
  checks?: readonly string[];
}

/** Adds the project's own work items, deliverables and checks: those that come from no standard. */
@Injectable()
export class OwnRowsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly scope: WorkScope,
    private readonly activity: ActivityLog,
    private readonly reminders: ProjectReminders,
  ) {}

  addItem(person: SignedIn, projectId: string, own: OwnWorkItem): Promise<{ id: string }> {
    return this.database.write(async (em) => {
      const { project, actor } = await this.scope.project(em, projectId, person, 'keep');
      allow(actor, 'work-item.create', { teamId: own.teamId ?? null });
      await this.checkReferences(em, project, own);
      const item = await this.itemRow(em, project, own);
      await insertAll(em, WorkItem, [item]);
      await insertAll(
        em,
        Deliverable,
        (own.deliverables ?? []).map((row, index) => deliverableRow(item, row, index)),
      );
      await insertAll(
        em,
        Check,
        (own.checks ?? []).map((text, index) => checkRow(item, text, index)),
      );
      await this.record(em, actor, item, 'work-item.added', { type: 'work-item', id: item.id, title: item.title });
      await this.reminders.replan(em, project, [item.id]);
      return { id: item.id };
    });
  }

  addDeliverable(person: SignedIn, itemId: string, own: OwnDeliverable): Promise<void> {
    return this.database.write(async (em) => {
      const { project, actor, item, deliverables } = await this.scope.item(em, itemId, person, 'change');
      allow(actor, 'work-item.edit', item);
      requireOpen(item);
      requireOwnDay(own);
      const row = deliverableRow(item, own, deliverables.length);
      await insertAll(em, Deliverable, [row]);
      await this.record(em, actor, item, 'deliverable.added', { type: 'deliverable', id: row.id, title: row.title });
      await this.reminders.replan(em, project, [itemId]);
    });
  }

  addCheck(person: SignedIn, itemId: string, text: string): Promise<void> {
    return this.database.write(async (em) => {
      const { actor, item, checks } = await this.scope.item(em, itemId, person, 'change');
      allow(actor, 'work-item.edit', item);
      requireOpen(item);
      const row = checkRow(item, text, checks.length);
      await insertAll(em, Check, [row]);
      await this.record(em, actor, item, 'check.added', { type: 'check', id: row.id, title: row.text });
    });
  }

  private async checkReferences(
    em: EntityManager,
    project: Project,
    { teamId, assigneeId, startDay, dueDay, deliverables = [] }: OwnWorkItem,
  ): Promise<void> {
    if (teamId && !(await em.existsBy(Team, { id: teamId, projectId: project.id }))) throw notFound();
    const member = assigneeId
      ? await em.findOneBy(ProjectMember, { projectId: project.id, personId: assigneeId })
      : null;
    if (assigneeId && (!member || member.role === 'viewer')) throw notFound();
    const days = { startDay: startDay ?? null, dueDay: dueDay ?? null };
    requireDays(days, days);
    for (const [index, row] of deliverables.entries()) requireOwnDay(row, `/deliverables/${index}`);
  }

  private async itemRow(em: EntityManager, project: Project, own: OwnWorkItem): Promise<WorkItem> {
    const startDay = own.startDay ?? null;
    const dueDay = own.dueDay ?? null;
    return em.create(WorkItem, {
      id: newId(),
      projectId: project.id,
      teamId: own.teamId ?? null,
      stage: own.stage,
      workflow: own.workflow ?? 'own',
      position: await positionAfter(em, project.id, own.after ?? null),
      code: null,
      title: own.title,
      titleEn: own.titleEn ?? null,
      ownerRole: 'member',
      level: null,
      source: 'own',
      standard: null,
      edition: null,
      place: null,
      templateSlug: null,
      templateVersion: null,
      startDay,
      dueDay,
      dueTime: null,
      startRule: null,
      dueRule: null,
      dayBasis: null,
      baselineStartDay: startDay,
      baselineDueDay: dueDay,
      status: 'to-do',
      waitingFor: null,
      waitingSince: null,
      reason: null,
      assigneeId: own.assigneeId ?? null,
      doneAt: null,
      doneBy: null,
      createdAt: this.clock.now(),
      version: 1,
    });
  }

  private async record(
    em: EntityManager,
    actor: Actor,
    item: WorkItem,
    action: string,
    subject: { type: 'work-item' | 'deliverable' | 'check'; id: string; title: string },
  ): Promise<void> {
    await this.activity.record(em, {
      projectId: item.projectId,
      actorId: actor.personId,
      action,
      subject,
      after: { workItem: item.title },
    });
  }
}

function requireOwnDay(own: OwnDeliverable, at?: string): void {
  const dueDay = own.dueDay ?? null;
  requireDays({ startDay: null, dueDay }, { dueDay }, at);
}

function deliverableRow(item: WorkItem, own: OwnDeliverable, position: number): Deliverable {
  const dueDay = own.dueDay ?? item.dueDay;
  const startDay = item.startDay && dueDay && dueDay < item.startDay ? dueDay : item.startDay;
  return {
    id: newId(),
    projectId: item.projectId,
    workItemId: item.id,
    position,
    code: null,
    title: own.title,
    titleEn: own.titleEn ?? null,
    source: 'own',
    sources: [],
    place: null,
    preparer: 'member',
    accepter: own.accepter ?? null,
    evidence: own.evidence ?? 'no',
    startDay,
    dueDay,
    dueTime: null,
    startRule: null,
    dueRule: null,
    dayBasis: null,
    baselineStartDay: startDay,
    baselineDueDay: dueDay,
    status: 'open',
    reason: null,
    submittedBy: null,
    submittedAt: null,
    settledBy: null,
    settledAt: null,
    selfAccepted: false,
    version: 1,
  };
}

function checkRow(item: WorkItem, text: string, position: number): Check {
  return {
    id: newId(),
    projectId: item.projectId,
    workItemId: item.id,
    position,
    stage: item.stage,
    code: null,
    text,
    source: 'own',
    place: null,
    state: 'open',
    reason: null,
    decidedBy: null,
    decidedAt: null,
    version: 1,
  };
}
