import { notFound } from '@convener/kernel';
import { plainChange } from '@convener/platform';
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
  await plainChange(em, SPREAD_OUT, [projectId, POSITION_STEP]);
  return index * POSITION_STEP + POSITION_STEP / 2;
}

const SPREAD_OUT = `
  WITH ranked AS (
    SELECT id, ROW_NUMBER() OVER (ORDER BY position, id) - 1 AS place FROM work_items WHERE project_id = ?
  )
  UPDATE work_items SET position = ranked.place * ? FROM ranked WHERE ranked.id = work_items.id`;

/** The id of the work item in front of this one in the project's order; null for the first. */
export async function itemBefore(em: EntityManager, { id, projectId, position }: WorkItem): Promise<string | null> {
  const rows = await em.find(WorkItem, {
    select: { id: true, position: true },
    where: { projectId, id: Not(id), position: LessThanOrEqual(position) },
    order: { position: 'DESC', id: 'DESC' },
  });
  return rows.find((row) => row.position < position || row.id < id)?.id ?? null;
}
