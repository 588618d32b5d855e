import { Injectable } from '@nestjs/common';
import { allow, PeopleQueries, type SignedIn } from '@convener/access';
import { ActivityLog, difference } from '@convener/activity';
import { Clock, conflict, requireVersion } from '@convener/kernel';
import { Database } from '@convener/platform';
import type { Stage } from '@convener/templates';
import type { EntityManager } from 'typeorm';
import { AnchorBooks } from './anchor-book';
import { followDue, requireDays } from './dates';
import { Deliverable, deliverableMoved } from './deliverable.entity';
import { ProjectReminders } from './project-reminders';
import { requireHands, requireTeam, requireTeamOfHands } from './references';
import { changeRow, changeRows } from './rows';
import { byHand, ruledOrByHand, toldOf } from './rule-days';
import { type ItemScope, WorkScope } from './scope';
import { progressed, statusChanged } from './standstill';
import { requireOpen, type StatusEdit, statusChanges } from './status-moves';
import { isOpenItem, isSettled } from './transitions';
import { WorkItem } from './work-item.entity';
import { WorkOrigins } from './work-origins';

/** What can be changed of a work item. Undefined leaves a field alone, null clears it. */
export interface WorkItemEdit extends StatusEdit {
  title?: string;
  titleEn?: string | null;
  stage?: Stage;
  startDay?: string | null;
  dueDay?: string | null;
  dueTime?: string | null;
  /** Counts the day from an anchor or milestone instead; null takes the rule away and leaves the day. */
  startRule?: string | null;
  dueRule?: string | null;
  teamId?: string | null;
  assigneeId?: string | null;
}

/** Edits, hands out and claims work items. */
@Injectable()
export class WorkItemsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly scope: WorkScope,
    private readonly people: PeopleQueries,
    private readonly activity: ActivityLog,
    private readonly reminders: ProjectReminders,
    private readonly books: AnchorBooks,
    private readonly origins: WorkOrigins,
  ) {}

  /** `seen` is the version that the caller last saw, or null. */
  edit(person: SignedIn, id: string, edit: WorkItemEdit, seen: number | null): Promise<void> {
    return this.database.write(async (em) => {
      const scope = await this.scope.item(em, id, person, 'change');
      requireVersion(scope.item, seen);
      const { status, waitingFor, waitingKind, followUpDay, reason, startRule, dueRule, ...given } = edit;
      const ruled = await this.books.changes(em, scope.project.id, scope.item, { ...given, startRule, dueRule });
      const changes = {
        ...ruledOrByHand(await this.fieldChanges(em, scope, { ...given, ...ruled }), ruled),
        ...statusChanges(scope, { status, waitingFor, waitingKind, followUpDay, reason }, this.clock.now()),
      };
      const dueBefore = scope.item.dueDay;
      await this.save(
        em,
        scope,
        changes,
        status !== undefined && status !== scope.item.status ? 'work-item.status' : 'work-item.edited',
      );
      if (changes.dueDay !== undefined) await this.moveDeliverables(em, scope, dueBefore);
      await this.reminders.replan(em, scope.project, [id]);
    });
  }

  /** Takes a work item of one's own sub-team that nobody has. Throws 409 naming whoever was faster. */
  claim(person: SignedIn, id: string): Promise<void> {
    return this.database.write(async (em) => {
      const scope = await this.scope.item(em, id, person, 'change');
      const { item, actor } = scope;
      allow(actor, 'work-item.claim', item);
      if (item.assigneeId === actor.personId) return;
      if (item.assigneeId) {
        const holder = (await this.people.refs(em, [item.assigneeId])).get(item.assigneeId);
        throw conflict(
          'already-claimed',
          { zh: `「${holder?.name ?? ''}」已經認領了。`, en: `${holder?.name ?? 'Somebody'} has already taken this.` },
          { assignee: holder },
        );
      }
      requireOpen(item);
      await requireHands(em, item.projectId, actor.personId, [item.teamId]);
      await this.save(em, scope, { assigneeId: actor.personId }, 'work-item.claimed');
      await this.reminders.replan(em, scope.project, [id]);
    });
  }

  /** Opens a done or not applicable work item again. Needs the manager and a reason. */
  reopen(person: SignedIn, id: string, reason: string): Promise<void> {
    return this.database.write(async (em) => {
      const scope = await this.scope.item(em, id, person, 'change');
      allow(scope.actor, 'work-item.reopen', scope.item);
      if (isOpenItem(scope.item)) return;
      const status = scope.item.status === 'done' ? 'doing' : 'to-do';
      await this.save(
        em,
        scope,
        { status, doneAt: null, doneBy: null, reason: null, setAsideBy: null },
        'work-item.reopened',
        {
          why: reason,
        },
      );
      await this.reminders.replan(em, scope.project, [id]);
    });
  }

  private async fieldChanges(
    em: EntityManager,
    scope: ItemScope,
    fields: Partial<WorkItem>,
  ): Promise<Partial<WorkItem>> {
    const { item, actor } = scope;
    const { assigneeId, ...rest } = fields;
    const changed = difference(item, rest)?.after ?? {};
    if (Object.keys(changed).length > 0) allow(actor, 'work-item.edit', item);
    if (typeof rest.teamId === 'string' && rest.teamId !== item.teamId) {
      await requireTeam(em, item.projectId, rest.teamId);
      // A lead hands work to another sub-team only through the manager.
      allow(actor, 'work-item.edit', { teamId: rest.teamId });
    }
    requireDays({ ...item, ...rest }, rest);
    const teamId = rest.teamId === undefined ? item.teamId : rest.teamId;
    if (assigneeId === undefined || assigneeId === item.assigneeId) {
      if (teamId !== item.teamId) await requireTeamOfHands(em, [item.assigneeId], teamId);
      return changed;
    }
    // Giving back one's own work needs no lead.
    if (!(assigneeId === null && item.assigneeId === actor.personId)) allow(actor, 'work.assign', item);
    if (assigneeId !== null) await requireHands(em, item.projectId, assigneeId, [teamId]);
    return { ...changed, assigneeId };
  }

  private async save(
    em: EntityManager,
    { item, project, actor }: ItemScope,
    changes: Partial<WorkItem>,
    action: string,
    note: Record<string, unknown> = {},
  ): Promise<void> {
    const told = difference(item, toldOf(changes));
    const changed = difference(item, changes);
    if (!changed) return;
    const now = this.clock.now();
    const since = changed.after.status === undefined ? progressed(now) : statusChanged(now);
    const from = item.status;
    await changeRow(em, WorkItem, item, { ...changed.after, ...since });
    await this.origins.follow(em, actor.personId, [{ id: item.id, from, to: item.status }]);
    if (!told) return;
    await this.activity.record(em, {
      projectId: project.id,
      actorId: actor.personId,
      action,
      subject: { type: 'work-item', id: item.id, title: item.title },
      before: told.before,
      after: { ...told.after, ...note },
    });
  }

  private async moveDeliverables(
    em: EntityManager,
    { item, deliverables, actor }: ItemScope,
    before: string | null,
  ): Promise<void> {
    const moved = deliverables
      .filter((row) => !isSettled(row))
      .flatMap((row) => {
        const changed = difference(row, followDue(row, before, item.dueDay));
        return changed ? [{ row, ...changed }] : [];
      });
    await changeRows(
      em,
      Deliverable,
      moved.map(({ row, after }) => ({ row, changes: byHand(after) })),
    );
    await this.activity.record(em, ...moved.map(({ row, ...change }) => deliverableMoved(row, actor.personId, change)));
  }
}
