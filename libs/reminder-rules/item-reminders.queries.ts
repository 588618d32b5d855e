import { allow, can, PeopleQueries, type PersonRef, type SignedIn } from '@convener/access';
import type { MailStatus } from '@convener/delivery';
import { Clock, dayAt } from '@convener/kernel';
import { Database, plainRows } from '@convener/platform';
import { idleSince, isOpenItem, isRunning, type ItemScope, remindables, WorkScope } from '@convener/projects';
import type { ReminderKind, ReminderStatus, SubjectType } from '@convener/reminders';
import { Standings } from '@convener/teams';
import type { Recipient } from '@convener/templates';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { MANUAL_ROLES } from './reminding.service';

/** planned, sending, sent; dropped: it held no more when it came due; failed: no e-mail came through, the inbox has it. */
export type ReminderOutcome = 'planned' | 'sending' | 'sent' | 'dropped' | 'failed';

/** One reminder of a work item or of a deliverable in it. Instants are epoch ms. */
export interface ItemReminder {
  id: string;
  kind: ReminderKind;
  rule: string;
  recipient: Recipient | null;
  person: PersonRef | null;
  subjectType: SubjectType;
  title: string;
  titleEn: string | null;
  fireAt: number;
  settledAt: number | null;
  status: ReminderOutcome;
  /** Where it can be read; e-mail once it has been handed to the mail server. */
  by: ('inbox' | 'e-mail')[];
  note: string | null;
}

/** What has been told of a work item and what will be. */
export interface ItemReminders {
  /** The newest first. */
  past: ItemReminder[];
  /** The next first. */
  coming: ItemReminder[];
  standstill: {
    /** From when days without progress count (a day); null where nobody need be told. */
    since: string | null;
    acknowledgedAt: number | null;
    acknowledgedBy: PersonRef | null;
    note: string | null;
  };
  /** Who can be reminded by hand. */
  remindable: { to: Recipient; person: PersonRef }[];
  may: ('remind' | 'acknowledge')[];
}

const MOST_PAST = 200;

@Injectable()
export class ItemRemindersQueries {
  constructor(
    private readonly database: Database,
    private readonly scope: WorkScope,
    private readonly standings: Standings,
    private readonly people: PeopleQueries,
    private readonly clock: Clock,
  ) {}

  of(person: SignedIn, itemId: string): Promise<ItemReminders> {
    return this.database.read(async (em) => {
      const scope = await this.scope.item(em, itemId, person, 'look');
      allow(scope.actor, 'reminders.read');
      const { item, project, deliverables } = scope;
      const ids = [item.id, ...deliverables.map(({ id }) => id)];
      const rows = await plainRows<Row>(em, ROWS, [ids]);
      const receivers = await this.receivers(em, scope);
      const personIds = [...rows.map(({ personId }) => personId), ...receivers.map(({ personId }) => personId)];
      const names = await this.people.refs(em, [...personIds, item.acknowledgedBy]);
      const shown = rows.map((row) => view(row, names, scope));
      return {
        past: shown
          .filter(({ status }) => status !== 'planned')
          .reverse()
          .slice(0, MOST_PAST),
        coming: shown.filter(({ status }) => status === 'planned'),
        standstill: {
          since: idleSince(item, project.zone),
          acknowledgedAt: item.acknowledgedAt,
          acknowledgedBy: (item.acknowledgedBy && names.get(item.acknowledgedBy)) || null,
          note: item.acknowledgedNote,
        },
        remindable: receivers.flatMap(({ to, personId }) => {
          const named = names.get(personId);
          return named ? [{ to, person: named }] : [];
        }),
        may: this.abilities(scope),
      };
    });
  }

  private async receivers(em: EntityManager, { item, deliverables, project }: ItemScope) {
    const [subject] = remindables(item, deliverables, await this.standings.crew(em, project.id), project);
    return MANUAL_ROLES.flatMap((to) => {
      const personId = subject?.facts?.people[to];
      return personId ? [{ to, personId }] : [];
    });
  }

  private abilities({ actor, item, project }: ItemScope): ItemReminders['may'] {
    if (!isRunning(project) || !isOpenItem(item)) return [];
    const overdue = item.dueDay !== null && item.dueDay < dayAt(this.clock.now(), project.zone);
    const acknowledges = overdue && item.acknowledgedAt === null && can(actor, 'work-item.acknowledge', item);
    return [
      ...(can(actor, 'work-item.remind', item) ? ['remind' as const] : []),
      ...(acknowledges ? ['acknowledge' as const] : []),
    ];
  }
}

interface Row {
  id: string;
  kind: ReminderKind;
  rule: string;
  recipient: Recipient | null;
  personId: string | null;
  subjectType: SubjectType;
  subjectId: string;
  fireAt: number | string;
  settledAt: number | string | null;
  status: ReminderStatus;
  note: string | null;
  mailStatus: MailStatus | null;
}

const ROWS = `
  SELECT r.id, r.kind, r.rule, r.recipient, r.person_id AS "personId", r.subject_type AS "subjectType",
         r.subject_id AS "subjectId", r.fire_at AS "fireAt", r.settled_at AS "settledAt", r.status, r.note,
         m.mail_status AS "mailStatus"
    FROM reminders r LEFT JOIN messages m ON m.id = r.message_id
   WHERE r.subject_id IN ?* AND r.status <> 'cancelled'
   ORDER BY r.fire_at, r.id`;

function view(row: Row, names: ReadonlyMap<string, PersonRef>, { item, deliverables }: ItemScope): ItemReminder {
  const { id, kind, rule, recipient, personId, subjectType, subjectId, fireAt, settledAt, note } = row;
  const { title, titleEn } = deliverables.find((one) => one.id === subjectId) ?? item;
  const status = outcomeOf(row);
  const told = status === 'sent' || status === 'failed';
  return {
    ...{ id, kind, rule, recipient, subjectType, title, titleEn, note, status },
    person: (personId && names.get(personId)) || null,
    fireAt: Number(fireAt),
    settledAt: settledAt === null ? null : Number(settledAt),
    by: [...(told ? ['inbox' as const] : []), ...(told && row.mailStatus === 'sent' ? ['e-mail' as const] : [])],
  };
}

function outcomeOf({ status, mailStatus }: Row): ReminderOutcome {
  if (status === 'claimed') return 'sending';
  if (status === 'sent') return mailStatus === 'failed' ? 'failed' : 'sent';
  return status === 'dropped' ? 'dropped' : 'planned';
}
