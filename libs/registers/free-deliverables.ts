import { readAll } from '@convener/platform';
import { Deliverable } from '@convener/projects';
import type { EntityManager } from 'typeorm';

const FREE = `WHERE t.project_id = ? AND t.kind = 'register'
  AND NOT EXISTS (SELECT 1 FROM register_deliverables r WHERE r.deliverable_id = t.id) ORDER BY t.id`;

/** The project's deliverables that are to be lists and that no list is yet. */
export function freeDeliverables(em: EntityManager, projectId: string): Promise<Deliverable[]> {
  return readAll(em, Deliverable, FREE, [projectId]);
}
