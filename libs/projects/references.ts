import { ProjectMember, Team, TemporaryStaff } from '@convener/teams';
import { type EntityManager, In } from 'typeorm';
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
  if (!(await isWorker(em, projectId, personId))) throw wrongField(pointer, NO_WORKER);
}

async function isWorker(em: EntityManager, projectId: string, personId: string): Promise<boolean> {
  const member = await em.findOneBy(ProjectMember, { projectId, personId });
  return member !== null && member.role !== 'viewer';
}

/**
 * Throws 400 at `pointer` for somebody who can't be given work of these sub-teams: whoever is no worker of the project,
 * and temporary staff of another sub-team, who would not even see it.
 */
export async function requireHands(
  em: EntityManager,
  projectId: string,
  personId: string,
  teamIds: readonly (string | null)[],
  pointer = '/assigneeId',
): Promise<void> {
  if (await isWorker(em, projectId, personId)) return;
  const temporary = await em.findOneBy(TemporaryStaff, { projectId, personId });
  if (!temporary) throw wrongField(pointer, NO_WORKER);
  if (teamIds.some((teamId) => teamId !== temporary.teamId)) throw wrongField(pointer, OTHER_TEAM);
}

/** Throws 400 at `pointer` where work of temporary staff would go to a sub-team that is not theirs. */
export async function requireTeamOfHands(
  em: EntityManager,
  assigneeIds: readonly (string | null)[],
  teamId: string | null,
  pointer = '/teamId',
): Promise<void> {
  const people = [...new Set(assigneeIds)].filter((id) => id !== null);
  if (people.length === 0) return;
  const temporary = await em.findBy(TemporaryStaff, { personId: In(people) });
  if (temporary.some((one) => one.teamId !== teamId)) throw wrongField(pointer, OTHER_TEAM);
}

const NO_WORKER = { zh: '這個人不是專案成員。', en: 'This person is no member of the project.' };
const OTHER_TEAM = {
  zh: '臨時人員只能負責自己小組的工作。',
  en: 'Temporary staff can only have work of their own sub-team.',
};
