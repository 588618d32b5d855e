import { instantAt } from '@convener/kernel';
import type { PlannedReminder } from './diff';
import type { FiredReminder, SubjectPlan } from './subjects';

/** The rule of the nudge to ask again those whom work waits for. */
export const FOLLOW_UP = 'follow-up';

/**
 * The nudge to ask again, on the follow-up day at the wall time `at` in the project's `zone`, to whoever has the work;
 * none once its instant (epoch ms) has come.
 */
export function followUpsFor(
  { ref, personId, followUpDay }: SubjectPlan,
  at: string,
  zone: string,
  now: number,
): PlannedReminder[] {
  if (!followUpDay || personId === null) return [];
  const fireAt = instantAt(followUpDay, at, zone);
  if (fireAt <= now) return [];
  const what = { kind: 'follow-up' as const, rule: FOLLOW_UP, recipient: null, expiresAt: null };
  return [{ subjectType: ref.type, subjectId: ref.id, personId, ...what, dueDay: followUpDay, fireAt }];
}

/** Whom a nudge to ask again goes to; null where nothing is waited for any more, or until another day. */
export function followUpReceiver({ dueDay }: FiredReminder, { followUpDay, personId }: SubjectPlan): string | null {
  return followUpDay === dueDay ? personId : null;
}
