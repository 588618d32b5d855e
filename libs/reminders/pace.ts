/** How messages are claimed, leased and tried again. All times in milliseconds. */
export const SWEEP_EVERY_MS = 2_000;

/** How many people's due reminders one transaction claims. */
export const PEOPLE_PER_CLAIM = 200;

/** How many messages one sweep queues again. */
export const MESSAGES_PER_REQUEUE = 1_000;

/** How long a queued message waits for its job before a sweep queues it again. */
export const REQUEUE_AFTER_MS = 30_000;

/** How long a job may hold a message. Longer than any mail server's time-out, else a slow mail would go out twice. */
export const LEASE_MS = 300_000;

/** After that many tries, spread over about six hours, the mail is given up; the message stays in the inbox. */
export const MAIL_ATTEMPTS = 12;

const FIRST_RETRY_MS = 5_000;
const LONGEST_RETRY_MS = 3_600_000;

/** How long to wait after the mail failed for the nth time (from 1). */
export function retryAfter(failures: number): number {
  return Math.min(FIRST_RETRY_MS * 3 ** (failures - 1), LONGEST_RETRY_MS);
}
