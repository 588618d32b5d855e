import { plainRows } from '@convener/platform';
import type { EntityManager } from 'typeorm';

/** Which of these people take part in which of these projects, as `<project> <person>`. */
export async function membershipsOf(
  em: EntityManager,
  personIds: readonly string[],
  projectIds: readonly string[],
): Promise<Set<string>> {
  const rows = await plainRows<{ projectId: string; personId: string }>(em, MEMBERS, [personIds, projectIds]);
  return new Set(rows.map(({ projectId, personId }) => `${projectId} ${personId}`));
}

const MEMBERS = `
  SELECT project_id AS "projectId", person_id AS "personId" FROM project_members
   WHERE person_id IN ?* AND project_id IN ?*`;
