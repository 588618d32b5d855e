import type { MailTestState } from './mail-test.entity';

/** `lost`: no process that does jobs has taken it up. */
export type ShownState = MailTestState | 'lost';

/** Longer (ms) than a mail server may take to answer, so that a slow one is not called lost. */
const LOST_AFTER_MS = 90_000;

/** How a test stands at an instant (epoch ms). */
export function stateNow({ state, askedAt }: { state: MailTestState; askedAt: number }, now: number): ShownState {
  return state === 'waiting' && now - askedAt > LOST_AFTER_MS ? 'lost' : state;
}
