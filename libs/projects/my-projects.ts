import { plainRows } from '@convener/platform';
import type { EntityManager } from 'typeorm';
import type { Project } from './project.entity';

/** What lists over all of somebody's projects must know of each. */
export type MyProject = Pick<Project, 'id' | 'name' | 'zone' | 'status' | 'strictChecks'>;

/** Running projects that the person has a part in, by id; with `only` just that one. */
export async function myProjects(em: EntityManager, personId: string, only?: string): Promise<Map<string, MyProject>> {
  const rows = await plainRows<MyProject>(em, MY_PROJECTS, [personId]);
  const wanted = rows.filter(({ id }) => only === undefined || id === only);
  return new Map(wanted.map((row) => [row.id, { ...row, strictChecks: Boolean(row.strictChecks) }]));
}

const MY_PROJECTS = `
  SELECT p.id, p.name, p.zone, p.status, p.strict_checks AS "strictChecks"
    FROM project_members m JOIN projects p ON p.id = m.project_id
   WHERE m.person_id = ? AND p.status = 'running'`;
