import { Injectable } from '@nestjs/common';
import { type Actor, allow, type SignedIn } from '@convener/access';
import { ActivityLog } from '@convener/activity';
import { Clock, newId } from '@convener/kernel';
import { Database, insertAll } from '@convener/platform';
import type { Accepter, EvidenceNeed, OutputKind, Stage } from '@convener/templates';
import type { EntityManager } from 'typeorm';
import { AnchorBooks } from './anchor-book';
import { markWithItem } from './cant-wait.service';
import { Check } from './check.entity';
import { requireDays } from './dates';
import { Deliverable } from './deliverable.entity';
import { positionAfter } from './order';
import { ownItem, UNPLANNED } from './own-item';
import { ProjectReminders } from './project-reminders';
import { Project } from './project.entity';
import { requireHands, requireTeam } from './references';
import { type ProjectScope, WorkScope } from './scope';
import { noteProgress } from './standstill';
import { requireOpen } from './status-moves';
import { WorkItem } from './work-item.entity';

export interface OwnDeliverable {
  title: string;
  titleEn?: string;
  evidence?: EvidenceNeed;
  /** A file where it is not given. */
  kind?: OutputKind;
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
  /** Counts the day from an anchor or milestone instead, so that it moves with re-plans. */
  startRule?: string;
  dueRule?: string;
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
    private readonly books: AnchorBooks,
  ) {}

  addItem(person: SignedIn, projectId: string, own: OwnWorkItem): Promise<{ id: string }> {
    return this.database.write(async (em) => {
      const scope = await this.scope.project(em, projectId, person, 'keep');
      allow(scope.actor, 'work-item.create', { teamId: own.teamId ?? null });
      return this.add(em, scope, own);
    });
  }

  /** The same in the caller's transaction, for whoever has asked already whether it may be done. */
  async add(em: EntityManager, { project, actor }: ProjectScope, own: OwnWorkItem): Promise<{ id: string }> {
    await this.checkReferences(em, project, own);
    const now = this.clock.now();
    const ruled = await this.books.changes(em, project.id, UNPLANNED, own);
    const item = ownItem(project.id, own, await positionAfter(em, project.id, own.after ?? null), now, ruled);
    const deliverables = (own.deliverables ?? []).map((row, index) => deliverableRow(item, row, index, now));
    const checks = (own.checks ?? []).map((text, index) => checkRow(item, text, index));
    await insertAll(em, WorkItem, [item]);
    await insertAll(em, Deliverable, deliverables);
    await insertAll(em, Check, checks);
    await this.record(em, actor, item, 'work-item.added', { type: 'work-item', id: item.id, title: item.title });
    await this.reminders.replan(em, project, [item.id]);
    return { id: item.id };
  }

  addDeliverable(person: SignedIn, itemId: string, own: OwnDeliverable): Promise<void> {
    return this.database.write(async (em) => {
      const { project, actor, item, deliverables } = await this.scope.item(em, itemId, person, 'change');
      allow(actor, 'work-item.edit', item);
      requireOpen(item);
      requireOwnDay(own);
      const row = deliverableRow(item, own, deliverables.length, this.clock.now());
      await insertAll(em, Deliverable, [row]);
      await markWithItem(em, itemId, row.id);
      await noteProgress(em, item, project.zone, this.clock.now());
      await this.record(em, actor, item, 'deliverable.added', { type: 'deliverable', id: row.id, title: row.title });
      await this.reminders.replan(em, project, [itemId]);
    });
  }

  addCheck(person: SignedIn, itemId: string, text: string): Promise<void> {
    return this.database.write(async (em) => {
      const { project, actor, item, checks } = await this.scope.item(em, itemId, person, 'change');
      allow(actor, 'work-item.edit', item);
      requireOpen(item);
      const row = checkRow(item, text, checks.length);
      await insertAll(em, Check, [row]);
      await this.record(em, actor, item, 'check.added', { type: 'check', id: row.id, title: row.text });
      const moved = await noteProgress(em, item, project.zone, this.clock.now());
      if (moved) await this.reminders.replan(em, project, [itemId]);
    });
  }

  private async checkReferences(
    em: EntityManager,
    project: Project,
    { teamId, assigneeId, startDay, dueDay, deliverables = [] }: OwnWorkItem,
  ): Promise<void> {
    if (teamId) await requireTeam(em, project.id, teamId);
    if (assigneeId) await requireHands(em, project.id, assigneeId, [teamId ?? null]);
    const days = { startDay: startDay ?? null, dueDay: dueDay ?? null };
    requireDays(days, days);
    for (const [index, row] of deliverables.entries()) requireOwnDay(row, `/deliverables/${index}`);
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

function deliverableRow(item: WorkItem, own: OwnDeliverable, position: number, now: number): Deliverable {
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
    kind: own.kind ?? 'file',
    document: null,
    startDay,
    dueDay,
    dueTime: null,
    startRule: null,
    dueRule: null,
    dayBasis: null,
    plannedStartDay: null,
    plannedDueDay: null,
    handSet: false,
    setAsideBy: null,
    baselineStartDay: startDay,
    baselineDueDay: dueDay,
    status: 'open',
    statusSince: now,
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
    setAsideBy: null,
    version: 1,
  };
}
