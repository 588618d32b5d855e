import { newId } from '@convener/kernel';
import type { Message } from './message.entity';
import { REQUEUE_AFTER_MS } from './pace';

type Apart = Partial<Pick<Message, 'single' | 'forPersonId'>>;

/**
 * The complete row of a message that is claimed at `now` (epoch ms) and has yet to be written; held back to `at`, where
 * that is later.
 */
export function newMessage(personId: string, now: number, at = now, apart: Apart = {}): Message {
  return {
    id: newId(),
    personId,
    createdAt: at,
    status: 'claimed',
    lines: [],
    readAt: null,
    doneAt: null,
    mailStatus: 'waiting',
    mailAttempts: 0,
    notBefore: at > now ? at : null,
    single: false,
    forPersonId: null,
    lastError: null,
    leaseToken: null,
    leaseUntil: at > now ? at : now + REQUEUE_AFTER_MS,
    ...apart,
  };
}
