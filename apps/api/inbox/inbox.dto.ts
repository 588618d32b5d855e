import type { MessageLine as Line } from '@convener/delivery';
import { type InboxMessage, MESSAGE_KINDS, type MessageKind } from '@convener/inbox';
import type { ReminderKind, SubjectType, When } from '@convener/reminders';
import { IsIn } from 'class-validator';
import { type Page, PageQuery } from '../http/paging';
import { IfGiven } from '../http/validators';

export class InboxQuery extends PageQuery {
  /** Only messages that have not been read. */
  @IfGiven()
  @IsIn(['true', 'false'])
  unread?: 'true' | 'false';

  /** What the reader is done with, instead of what still lies there. */
  @IfGiven()
  @IsIn(['true', 'false'])
  done?: 'true' | 'false';

  /** Only messages that tell something of this kind. */
  @IfGiven()
  @IsIn(MESSAGE_KINDS)
  kind?: MessageKind;
}

/** One thing to do. */
export class MessageLine implements Line {
  subjectType!: SubjectType;
  subjectId!: string;
  title!: string;
  titleEn!: string | null;
  code!: string | null;
  /** Calendar day, YYYY-MM-DD; null where it is due on no day. */
  dueDay!: string | null;
  /** How near the due day was when the message was sent. */
  when!: When;
  /** What asked for it; `due` where it is not said. */
  kind?: ReminderKind;
  /** What the person says who reminds by hand; of a mention, who wrote the comment; of returned work, why. */
  note?: string;
  /** The reminder rule that asked for it, such as `1d-before`. */
  rule!: string;
  /** Path of the item in the web app. */
  link!: string;
  /** True where it was told later than its rule allows. */
  missed?: boolean;
  /** What it waits for, where the line says to ask again. */
  waitingFor?: string;
}

export class MessageProject {
  id!: string;
  name!: string;
  /** Most urgent first. */
  lines!: MessageLine[];
}

/** What one person was told on one morning. */
export class Message implements InboxMessage {
  id!: string;
  /** Epoch milliseconds. */
  createdAt!: number;
  /** Epoch milliseconds; null while unread. */
  readAt!: number | null;
  /** Epoch milliseconds; null while it still lies in the inbox. */
  doneAt!: number | null;
  /** Name of whom the reader stands in for; null where it is their own work. */
  forName!: string | null;
  subject!: string;
  subjectEn!: string;
  /** Most urgent first. */
  projects!: MessageProject[];
}

export class Inbox implements Page<Message> {
  items!: Message[];
  /** Cursor of the next page; null on the last. */
  next!: string | null;
  /** How many messages are unread, on whatever page. */
  unread!: number;
}
