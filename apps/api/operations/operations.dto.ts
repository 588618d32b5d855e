import type { OperationsFigures, TroubledMail as Troubled } from '@convener/delivery';
import type { QueueWarning } from '@convener/platform';

export class QueueTrouble {
  kind!: QueueWarning;
  zh!: string;
  en!: string;
}

export class QueueFigures {
  kind!: 'redis' | 'in-process';
  reachable!: boolean;
  /** Jobs that have not begun; null where Redis does not answer. */
  waiting!: number | null;
  /** What about its settings endangers jobs. */
  warnings!: QueueTrouble[];
}

/** Instants are epoch milliseconds. */
export class Operations implements OperationsFigures {
  /** Reminders whose instant has come and that nothing has claimed. */
  dueReminders!: number;
  /** When the oldest of them fell due. */
  oldestDueAt!: number | null;
  /** Mails that wait for their first try, the held ones included. */
  waitingMails!: number;
  /** Mails held back by their readers' quiet hours and days off. */
  heldMails!: number;
  /** Mails that failed and will be tried again. */
  retriedMails!: number;
  /** Mails that were given up. */
  deadMails!: number;
  /** Mails sent within the last 24 hours. */
  sentMails!: number;
  /** When a process last looked at the plan, to the minute. */
  lastSweepAt!: number | null;
  queue!: QueueFigures;
}

export class TroubledMail implements Troubled {
  id!: string;
  /** Name of the reader. */
  person!: string;
  /** Epoch milliseconds. */
  createdAt!: number;
  /** Given up; otherwise it is tried again. */
  dead!: boolean;
  attempts!: number;
  /** What the mail server said, without addresses and passwords. */
  lastError!: string | null;
  /** Epoch milliseconds; null where it is not tried again. */
  nextTryAt!: number | null;
}

export class TroubledMailPage {
  items!: TroubledMail[];
  next!: string | null;
}
