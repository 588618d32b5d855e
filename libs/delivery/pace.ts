/** How messages are claimed, leased and tried again. All times in milliseconds. */
export const SWEEP_EVERY_MS = 1_000;

/** How many due reminders one transaction claims; more only where one person alone has more. */
export const ROWS_PER_CLAIM = 500;

/** How many messages a job carries, and how many reminders one transaction looks at again. */
export const MESSAGES_PER_BATCH = 50;
export const ROWS_PER_BATCH = 500;

/** How many messages one sweep queues again. */
export const MESSAGES_PER_REQUEUE = 1_000;

/** How long a queued message waits for its job before a sweep queues it again. */
export const REQUEUE_AFTER_MS = 30_000;

/** How many mails of one job are on their way at the same time. */
export const MAILS_AT_ONCE = 4;

/** A mail is begun at most so long after the look at its subjects; later it is looked at again first. */
export const BEGIN_WITHIN_MS = 20_000;

/** How often a job whose mails take long notes what became of them: so much may go out twice after a kill. */
export const NOTE_EVERY_MS = 1_000;

/**
 * How long a job may hold its messages. Longer than the last mail that is begun in time can take, the mails of the other
 * jobs before it and every time-out of a mail server included; else a slow mail would go out twice.
 */
export const LEASE_MS = 300_000;

/** After that many tries, spread over seven and a half hours, the mail is given up; the message stays in the inbox. */
export const MAIL_ATTEMPTS = 14;

const FIRST_RETRY_MS = 5_000;
const LONGEST_RETRY_MS = 3_600_000;

/** How long to wait after the mail failed for the nth time (from 1). */
export function retryAfter(failures: number): number {
  return Math.min(FIRST_RETRY_MS * 3 ** (failures - 1), LONGEST_RETRY_MS);
}
