import type { Board, PersonLoad, Project } from '../../../api/types';
import { useI18n } from '../../../i18n';
import { crewOf } from '../useProject';

/** Those to whom work can be given, the sub-team's own first, each with what they have already, the least laden first. */
export function usePeopleByLoad(project: Project, { people }: Board, teamId: string | null) {
  const { t } = useI18n();
  const option = ({ person: { id, name }, open, past }: PersonLoad) => ({
    value: id,
    label: past > 0 ? t('board.hasLate', { name, open, past }) : t('board.has', { name, open }),
  });
  const crew = new Set(crewOf(project).map(({ id }) => id));
  const laden = people.filter(({ person }) => crew.has(person.id)).sort((one, other) => one.open - other.open);
  const own = laden.filter(({ teamIds }) => teamId !== null && teamIds.includes(teamId));
  const others = laden.filter((one) => !own.includes(one));
  return [
    { label: t('board.ownCrew'), options: own.map(option) },
    { label: t('board.otherCrew'), options: others.map(option) },
  ].filter(({ options }) => options.length > 0);
}
