import { isTemporary, type SignedIn } from '@convener/access';
import { plainRows } from '@convener/platform';
import type { Project } from '@convener/projects';
import type { EntityManager } from 'typeorm';

/** What lists over all of somebody's projects must know of each. */
export type MyProject = Pick<Project, 'id' | 'name' | 'zone' | 'status' | 'strictChecks'>;

/** Where it stands which projects a person has a part in: one place or the other, never both. */
export const partsOf = (person: SignedIn) => (isTemporary(person) ? 'temporary_staff' : 'project_members');
type Parts = ReturnType<typeof partsOf>;
/** One statement for either place, so that each is prepared once. */
export const byParts = (sql: (parts: Parts) => string): Record<Parts, string> => ({
  project_members: sql('project_members'),
  temporary_staff: sql('temporary_staff'),
});

/** Running projects that the person has a part in, by id; with `only` just that one. */
export async function myProjects(em: EntityManager, person: SignedIn, only?: string): Promise<Map<string, MyProject>> {
  const rows = await plainRows<MyProject>(em, MY_PROJECTS[partsOf(person)], [person.personId]);
  const wanted = rows.filter(({ id }) => only === undefined || id === only);
  return new Map(wanted.map((row) => [row.id, { ...row, strictChecks: Boolean(row.strictChecks) }]));
}

const MY_PROJECTS = byParts(
  (parts) => `
  SELECT p.id, p.name, p.zone, p.status, p.strict_checks AS "strictChecks"
    FROM ${parts} m JOIN projects p ON p.id = m.project_id
   WHERE m.person_id = ? AND p.status = 'running'`,
);
