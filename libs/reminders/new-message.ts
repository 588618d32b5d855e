import { newId } from '@convener/kernel';
import type { Message } from './message.entity';
import { REQUEUE_AFTER_MS } from './pace';

/** The complete row of a message that is claimed at `now` (epoch ms) and has yet to be written. */
export function newMessage(personId: string, now: number): Message {
  return {
    id: newId(),
    personId,
    createdAt: now,
    status: 'claimed',
    lines: [],
    readAt: null,
    mailStatus: 'waiting',
    mailAttempts: 0,
    leaseToken: null,
    leaseUntil: now + REQUEUE_AFTER_MS,
  };
}
