import { addDays, type Day, dayAt, instantAt } from '@convener/kernel';
import type { ReminderKind } from '@convener/reminders';
import type { WorkingCalendar } from '@convener/schedule';
import type { NotificationPreferences } from './notification-preferences.entity';

/** Wall time of the digest where the person has chosen none. */
export const DIGEST_AT = '09:00';

export type HoursOfRest = Pick<
  NotificationPreferences,
  'zone' | 'digestAt' | 'quietFrom' | 'quietTo' | 'restOnDaysOff'
>;
export type DeliveryRules = HoursOfRest & Pick<NotificationPreferences, 'singles' | 'dailyCap'>;
export type OfficeDays = Pick<WorkingCalendar, 'isWorkingDay' | 'addWorkingDays'>;

/** A due reminder, as far as its delivery depends on it. Instants are epoch ms. */
export interface DueReminder {
  id: string;
  /** See Reminder.kind. */
  kind: string;
  fireAt: number;
  expiresAt: number | null;
  /** Whether its reader has marked its subject as what can't wait. */
  cantWait: boolean;
}

/** One message that some reminders travel in, and from which instant (epoch ms). */
export interface Delivery {
  at: number;
  single: boolean;
  ids: string[];
}

/**
 * Sorts due reminders of one person into messages: by default one digest, singly what can't wait until the person has
 * had `dailyCap` messages today, and none of them in quiet hours or on days of rest. Each reminder goes into exactly one.
 */
export function deliveryOf(
  reminders: readonly DueReminder[],
  rules: DeliveryRules,
  calendar: OfficeDays,
  now: number,
  sentToday: number,
): Delivery[] {
  const digests = new Map<number, string[]>();
  const singles: Delivery[] = [];
  for (const reminder of reminders) {
    const urgent = isUrgent(reminder, rules, now);
    if (urgent && sentToday + singles.length < rules.dailyCap) {
      singles.push({ at: heldUntil(rules, calendar, now), single: true, ids: [reminder.id] });
      continue;
    }
    const at = heldUntil(rules, calendar, urgent ? nextDigest(rules, now) : digestOf(reminder, rules, now));
    digests.set(at, [...(digests.get(at) ?? []), reminder.id]);
  }
  return [...[...digests].map(([at, ids]) => ({ at, single: false, ids })), ...singles];
}

/** What is too late to be of use is no message of its own any more. */
export function isMissed({ expiresAt }: Pick<DueReminder, 'expiresAt'>, now: number): boolean {
  return expiresAt !== null && expiresAt <= now;
}

/** Somebody waits for an answer: never kept for the digest. */
const AT_ONCE: readonly string[] = ['mention', 'returned'] satisfies ReminderKind[];

function isUrgent(reminder: DueReminder, { singles }: DeliveryRules, now: number): boolean {
  const single = reminder.cantWait || AT_ONCE.includes(reminder.kind) || singles.includes(reminder.kind);
  return single && !isMissed(reminder, now);
}

/** When the digest that it belongs into comes: now, where that has come already or the person has chosen no hour. */
function digestOf({ fireAt }: DueReminder, rules: DeliveryRules, now: number): number {
  if (rules.digestAt === null) return now;
  const todays = instantAt(dayAt(now, rules.zone), rules.digestAt, rules.zone);
  const last = todays <= now ? todays : instantAt(addDays(dayAt(now, rules.zone), -1), rules.digestAt, rules.zone);
  return fireAt <= last ? now : nextDigest(rules, now);
}

/** The first digest after `now`. */
function nextDigest({ zone, digestAt }: HoursOfRest, now: number): number {
  const today = dayAt(now, zone);
  const todays = instantAt(today, digestAt ?? DIGEST_AT, zone);
  return todays > now ? todays : instantAt(addDays(today, 1), digestAt ?? DIGEST_AT, zone);
}

/**
 * The first instant from `at` (epoch ms) on at which this person may be told: outside quiet hours, and where days off
 * are for rest, from the digest of the next working day on. An instant that is free is answered as it is.
 */
export function heldUntil(rules: HoursOfRest, calendar: OfficeDays, at: number): number {
  if (!rules.restOnDaysOff && rules.quietFrom === null) return at;
  const day = dayAt(at, rules.zone);
  if (rules.restOnDaysOff && !calendar.isWorkingDay(day)) {
    const workday = calendar.addWorkingDays(day, 1);
    return heldUntil(rules, calendar, instantAt(workday, rules.digestAt ?? DIGEST_AT, rules.zone));
  }
  const end = quietEnd(rules, day, at);
  return end === null ? at : heldUntil(rules, calendar, end);
}

/** When the quiet hours end that `at` lies in; null outside. Those that began the evening before count. */
function quietEnd({ quietFrom, quietTo, zone }: HoursOfRest, day: Day, at: number): number | null {
  if (quietFrom === null || quietTo === null || quietFrom === quietTo) return null;
  const overnight = quietFrom > quietTo;
  for (const begun of overnight ? [addDays(day, -1), day] : [day]) {
    const from = instantAt(begun, quietFrom, zone);
    const to = instantAt(overnight ? addDays(begun, 1) : begun, quietTo, zone);
    if (from <= at && at < to) return to;
  }
  return null;
}

export type Absence = Pick<NotificationPreferences, 'zone' | 'standInId' | 'awayFrom' | 'awayUntil'>;

/** Whether somebody is away at an instant (epoch ms). Without a last day they are away until they say otherwise. */
export function isAway({ zone, awayFrom, awayUntil }: Absence, at: number): boolean {
  if (awayFrom === null) return false;
  const day = dayAt(at, zone);
  return awayFrom <= day && (awayUntil === null || day <= awayUntil);
}

/** A stand-in as they are now. */
export interface StandIn extends Absence {
  active: boolean;
}

/** Whether the stand-in can be told: active, and not away at `at` (epoch ms) too. */
export function canStandIn(standIn: StandIn | undefined, at: number): boolean {
  return standIn !== undefined && standIn.active && !isAway(standIn, at);
}

/** How many of some messages (epoch ms) are of the day that it is in `zone` at `now`. */
export function messagesToday(instants: readonly number[], zone: string, now: number): number {
  const today = dayAt(now, zone);
  return instants.filter((instant) => dayAt(instant, zone) === today).length;
}
