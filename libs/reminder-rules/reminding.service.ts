import { allow, type SignedIn } from '@convener/access';
import { ActivityLog } from '@convener/activity';
import { Clock, conflict, dayAt, instantAt, isId } from '@convener/kernel';
import { Database } from '@convener/platform';
import {
  changeRow,
  type ItemScope,
  ProjectReminders,
  remindables,
  requireOpen,
  WorkItem,
  WorkScope,
  wrongField,
} from '@convener/projects';
import { Reminder, RemindersPlan } from '@convener/reminders';
import { Standings } from '@convener/teams';
import type { Recipient } from '@convener/templates';
import { Injectable } from '@nestjs/common';
import { type EntityManager, In, MoreThanOrEqual } from 'typeorm';

/** Whom somebody can remind by hand of a work item, beside any member by id. */
export const MANUAL_ROLES = ['assignee', 'lead', 'manager', 'client'] as const satisfies readonly Recipient[];

/** Reminders that people send themselves, and the word of whoever knows that work stands still. */
@Injectable()
export class RemindingService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly scope: WorkScope,
    private readonly standings: Standings,
    private readonly plan: RemindersPlan,
    private readonly reminders: ProjectReminders,
    private readonly activity: ActivityLog,
  ) {}

  /**
   * Sends one reminder with the next sweep. `to` is a role or a member's id. Throws 409 saying when, where that person has
   * been reminded of it by hand on this day (in the project's zone).
   */
  remind(person: SignedIn, itemId: string, to: string, text: string | null): Promise<void> {
    return this.database.write(async (em) => {
      const scope = await this.scope.item(em, itemId, person, 'change');
      const { project, item, actor } = scope;
      allow(actor, 'work-item.remind', item);
      requireOpen(item);
      const { recipient, personId } = await this.receiver(em, scope, to);
      await this.requireFirstToday(em, scope, personId);
      const dueDay = item.dueDay ?? dayAt(this.clock.now(), project.zone);
      const about = { subjectType: 'work-item' as const, subjectId: item.id, dueDay };
      await this.plan.remindNow(em, project.id, { ...about, recipient, personId, note: text });
      await this.activity.record(em, {
        projectId: project.id,
        actorId: actor.personId,
        action: 'work-item.reminded',
        subject: { type: 'work-item', id: item.id, title: item.title },
        after: { to: personId, ...(text !== null && { note: text }) },
      });
    });
  }

  /** Nobody further up is told of the standstill until there is progress, or another due day. */
  acknowledge(person: SignedIn, itemId: string, note: string | null): Promise<void> {
    return this.database.write(async (em) => {
      const { project, item, actor } = await this.scope.item(em, itemId, person, 'change');
      allow(actor, 'work-item.acknowledge', item);
      requireOpen(item);
      const now = this.clock.now();
      if (item.dueDay === null || item.dueDay >= dayAt(now, project.zone)) throw notOverdue();
      if (item.acknowledgedAt !== null) return;
      const known = { acknowledgedAt: now, acknowledgedBy: actor.personId, acknowledgedNote: note };
      await changeRow(em, WorkItem, item, known);
      await this.activity.record(em, {
        projectId: project.id,
        actorId: actor.personId,
        action: 'work-item.acknowledged',
        subject: { type: 'work-item', id: item.id, title: item.title },
        after: { acknowledgedAt: now, ...(note !== null && { note }) },
      });
      await this.reminders.replan(em, project, [itemId]);
    });
  }

  private async receiver(em: EntityManager, { project, item, deliverables }: ItemScope, to: string) {
    const crew = await this.standings.crew(em, project.id);
    if (isId(to)) {
      if (!crew.roles.has(to)) throw wrongField('/to', NO_MEMBER);
      return { recipient: null, personId: to };
    }
    const recipient = to as (typeof MANUAL_ROLES)[number];
    const [subject] = remindables(item, deliverables, crew, project);
    const personId = subject?.facts?.people[recipient];
    if (!personId) throw wrongField('/to', NOBODY);
    return { recipient, personId };
  }

  private async requireFirstToday(em: EntityManager, { project, item }: ItemScope, personId: string): Promise<void> {
    const midnight = instantAt(dayAt(this.clock.now(), project.zone), '00:00', project.zone);
    const sent = await em.findOne(Reminder, {
      where: {
        ...{ subjectId: item.id, personId, kind: 'manual' as const, createdAt: MoreThanOrEqual(midnight) },
        status: In(['planned', 'claimed', 'sent']),
      },
      order: { createdAt: 'DESC' },
    });
    if (!sent) return;
    const text = {
      zh: '今天已經提醒過這個人了，明天才能再提醒。',
      en: 'This person has been reminded of it today. It can be done again tomorrow.',
    };
    throw conflict('already-reminded', text, { sentAt: sent.createdAt });
  }
}

const NO_MEMBER = { zh: '這個人不是專案成員。', en: 'This person is no member of the project.' };
const NOBODY = { zh: '這個項目沒有這個角色的人可以提醒。', en: 'Nobody has this role here.' };
const notOverdue = () =>
  conflict('not-overdue', {
    zh: '這個工作項目沒有逾期，不需要確認。',
    en: 'This work item is not overdue, so there is nothing to acknowledge.',
  });
