import type { ReminderKind } from '@convener/reminders';

/** By what a reader sorts messages. A message of one morning can be of several. */
export const MESSAGE_KINDS = ['reminder', 'mention', 'returned', 'escalation'] as const;
export type MessageKind = (typeof MESSAGE_KINDS)[number];

const HOLDS: Record<MessageKind, readonly ReminderKind[]> = {
  reminder: ['due', 'start', 'anchor', 'status', 'follow-up', 'manual'],
  mention: ['mention'],
  returned: ['returned'],
  escalation: ['escalation'],
};

/**
 * LIKE patterns of which the lines of such a message, as they are stored, match one. A quote that somebody typed is
 * stored behind a backslash, so no note can pass for a kind.
 */
export function patternsOf(kind: MessageKind): string[] {
  return HOLDS[kind].map((one) => `%"kind":"${one}"%`);
}

/** Lines that were written before there were kinds name none, and were all reminders. */
export const NAMES_A_KIND = '%"kind":"%';
