import { ProjectMember, Team } from '@convener/teams';
import type { EntityManager } from 'typeorm';
import { wrongField } from './rows';

/** Throws 400 at `pointer` for a sub-team that the project does not have. */
export async function requireTeam(
  em: EntityManager,
  projectId: string,
  id: string,
  pointer = '/teamId',
): Promise<void> {
  if (await em.existsBy(Team, { id, projectId })) return;
  throw wrongField(pointer, { zh: '這個專案沒有這個工作小組。', en: 'The project has no such sub-team.' });
}

/** Throws 400 at `pointer` for somebody who does no work in the project: no member, or one who only looks on. */
export async function requireWorker(
  em: EntityManager,
  projectId: string,
  personId: string,
  pointer = '/assigneeId',
): Promise<void> {
  const member = await em.findOneBy(ProjectMember, { projectId, personId });
  if (member && member.role !== 'viewer') return;
  throw wrongField(pointer, { zh: '這個人不是專案成員。', en: 'This person is no member of the project.' });
}
