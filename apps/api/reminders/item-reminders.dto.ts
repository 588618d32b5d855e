import type { ItemReminder as Shown, ItemReminders as AllShown, ReminderOutcome } from '@convener/reminder-rules';
import type { ReminderKind, SubjectType } from '@convener/reminders';
import type { Recipient } from '@convener/templates';
import { Matches } from 'class-validator';
import { PersonRef } from '../projects/work.dto';
import { IfGiven, Text } from '../http/validators';

export class RemindNow {
  /** A role (assignee, lead, manager, client) or the id of a member. */
  @Matches(/^(assignee|lead|manager|client|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/)
  to!: string;

  @IfGiven()
  @Text({ max: 1000, lines: true })
  text?: string;
}

export class Acknowledge {
  @IfGiven()
  @Text({ max: 1000, lines: true })
  note?: string;
}

/** One reminder of a work item or of a deliverable in it. */
export class ItemReminder implements Shown {
  id!: string;
  kind!: ReminderKind;
  rule!: string;
  /** As what the person is told; null: as the one whose work it is. */
  recipient!: Recipient | null;
  person!: PersonRef | null;
  subjectType!: SubjectType;
  title!: string;
  titleEn!: string | null;
  /** Epoch milliseconds. */
  fireAt!: number;
  /** When it was sent or dropped, epoch milliseconds. */
  settledAt!: number | null;
  /** Dropped: it held no more when it came due. Failed: no e-mail came through, the inbox has it. */
  status!: ReminderOutcome;
  by!: ('inbox' | 'e-mail')[];
  note!: string | null;
}

export class Standstill {
  /** From when days without progress count (YYYY-MM-DD); null where nobody need be told. */
  since!: string | null;
  /** Epoch milliseconds. */
  acknowledgedAt!: number | null;
  acknowledgedBy!: PersonRef | null;
  note!: string | null;
}

export class Remindable {
  to!: Recipient;
  person!: PersonRef;
}

export class ItemReminders implements AllShown {
  /** The newest first. */
  past!: ItemReminder[];
  /** The next first. */
  coming!: ItemReminder[];
  standstill!: Standstill;
  /** Who can be reminded by hand. */
  remindable!: Remindable[];
  may!: ('remind' | 'acknowledge')[];
}
