import { useState } from 'react';
import type { Board, PersonLoad, Project } from '../../../api/types';
import { useI18n } from '../../../i18n';
import { crewOf } from '../useProject';

/**
 * Those to whom work can be given, the sub-team's own first, each with what they have already. The least laden come first
 * as it was when the cell was opened: a list that moves under a thumb gives work to the wrong one.
 */
export function usePeopleByLoad(project: Project, { people }: Board, teamId: string | null) {
  const { t } = useI18n();
  const [before] = useState(() => new Map(people.map(({ person, open }) => [person.id, open])));
  const had = ({ person }: PersonLoad) => before.get(person.id) ?? 0;
  const option = ({ person: { id, name }, open, past }: PersonLoad) => ({
    value: id,
    label: past > 0 ? t('board.hasLate', { name, open, past }) : t('board.has', { name, open }),
  });
  const crew = new Set(crewOf(project).map(({ id }) => id));
  const laden = people
    .filter(({ person }) => crew.has(person.id))
    .sort((one, other) => had(one) - had(other) || (one.person.id < other.person.id ? -1 : 1));
  const own = laden.filter(({ teamIds }) => teamId !== null && teamIds.includes(teamId));
  const others = laden.filter((one) => !own.includes(one));
  return [
    { label: t('board.ownCrew'), options: own.map(option) },
    { label: t('board.otherCrew'), options: others.map(option) },
  ].filter(({ options }) => options.length > 0);
}
