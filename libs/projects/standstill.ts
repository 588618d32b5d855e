import { type Day, dayAt, later } from '@convener/kernel';
import { updateRow } from '@convener/platform';
import type { EntityManager } from 'typeorm';
import { isOpenItem } from './transitions';
import { WorkItem } from './work-item.entity';

type Standstill = Pick<WorkItem, 'progressedAt' | 'acknowledgedAt' | 'acknowledgedBy' | 'acknowledgedNote'>;

/** Of a work item that nobody has touched yet. */
export const UNTOUCHED: Standstill = {
  progressedAt: null,
  acknowledgedAt: null,
  acknowledgedBy: null,
  acknowledgedNote: null,
};

/** What any change of a work item at an instant (epoch ms) says beside itself: it moves, so nobody need know that it doesn't. */
export function progressed(now: number): Standstill {
  return { ...UNTOUCHED, progressedAt: now };
}

/** What a work item's change of status at an instant says beside itself. */
export function statusChanged(now: number): Standstill & Pick<WorkItem, 'statusSince'> {
  return { ...progressed(now), statusSince: now };
}

type Noted = Pick<WorkItem, 'dueDay' | 'progressedAt' | 'acknowledgedAt'>;

/** Whether progress at an instant is news: a standstill counts in days, so it is noted once a day. */
function isNews({ progressedAt, acknowledgedAt }: Noted, zone: string, now: number): boolean {
  return acknowledgedAt !== null || progressedAt === null || dayAt(progressedAt, zone) !== dayAt(now, zone);
}

/** Whether progress now ends a standstill, which then counts anew. */
export function endsStandstill(item: Noted, zone: string, now: number): boolean {
  return item.dueDay !== null && item.dueDay < dayAt(now, zone) && isNews(item, zone, now);
}

/**
 * Notes that a part of a work item was changed; the item keeps its version, for nobody edited it. Answers whether that
 * ended a standstill.
 */
export async function noteProgress(em: EntityManager, item: WorkItem, zone: string, now: number): Promise<boolean> {
  const ended = endsStandstill(item, zone, now);
  if (!isNews(item, zone, now)) return false;
  await updateRow(em, WorkItem, progressed(now), { id: item.id });
  Object.assign(item, progressed(now));
  return ended;
}

/**
 * The day (in the project's zone) from which days without progress count: its due day, or the last progress since.
 * Null where it is finished, due on no day, or acknowledged.
 */
export function idleSince(
  item: Pick<WorkItem, 'status' | 'dueDay' | 'progressedAt' | 'acknowledgedAt'>,
  zone: string,
): Day | null {
  const { dueDay, progressedAt, acknowledgedAt } = item;
  if (!isOpenItem(item) || dueDay === null || acknowledgedAt !== null) return null;
  return progressedAt === null ? dueDay : later(dueDay, dayAt(progressedAt, zone));
}
