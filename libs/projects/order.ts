import { notFound } from '@convener/kernel';
import { type EntityManager, LessThanOrEqual, Not } from 'typeorm';
import { POSITION_STEP } from './project-rows';
import { WorkItem } from './work-item.entity';

/**
 * A free position behind a work item: in the middle of the gap to the next one, at the end for null, in front of all for
 * 'first'. Where the gap is used up the whole project is spread out again.
 */
export async function positionAfter(
  em: EntityManager,
  projectId: string,
  after: string | null | 'first',
): Promise<number> {
  const rows = await em.find(WorkItem, {
    select: { id: true, position: true },
    where: { projectId },
    order: { position: 'ASC', id: 'ASC' },
  });
  const index = after === 'first' ? -1 : after === null ? rows.length - 1 : rows.findIndex(({ id }) => id === after);
  if (typeof after === 'string' && after !== 'first' && index < 0) throw notFound();
  const before = rows[index];
  const next = rows[index + 1];
  if (!next) return (before?.position ?? -POSITION_STEP) + POSITION_STEP;
  const middle = Math.floor(((before?.position ?? next.position - 2 * POSITION_STEP) + next.position) / 2);
  if (middle !== before?.position) return middle;
  for (const [place, row] of rows.entries())
    await em.update(WorkItem, { id: row.id }, { position: place * POSITION_STEP });
  return index * POSITION_STEP + POSITION_STEP / 2;
}

/** The id of the work item in front of this one in the project's order; null for the first. */
export async function itemBefore(em: EntityManager, { id, projectId, position }: WorkItem): Promise<string | null> {
  const rows = await em.find(WorkItem, {
    select: { id: true, position: true },
    where: { projectId, id: Not(id), position: LessThanOrEqual(position) },
    order: { position: 'DESC', id: 'DESC' },
  });
  return rows.find((row) => row.position < position || row.id < id)?.id ?? null;
}
