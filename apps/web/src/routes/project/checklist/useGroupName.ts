import { api } from '../../../api/client';
import type { Project, Stage } from '../../../api/types';
import type { Grouping } from '../../../app/search';
import { workflowName } from '../../../format/workflows';
import { useI18n } from '../../../i18n';
import { type Group, NONE } from './groups';

/** The standards by name, fetched only where they are asked for. */
export function useStandards(enabled: boolean) {
  return api.useQuery('get', '/api/standards', {}, { enabled, staleTime: Infinity }).data?.items ?? [];
}

/** What a group is called. */
export function useGroupName(by: Grouping, project: Project | undefined) {
  const { t, pick } = useI18n();
  const standards = useStandards(by === 'standard');
  const none = { stage: '', team: t('team.none'), workflow: t('list.ownWork'), person: t('list.unassigned') };
  const names: Record<Grouping, (group: Group) => string | undefined> = {
    stage: ({ key }) => t(`stage.${key as Stage}`),
    team: ({ key }) => {
      const team = project?.teams.find(({ id }) => id === key);
      return team && pick(team.name, team.nameEn);
    },
    workflow: ({ key }) => workflowName(key) ?? undefined,
    person: ({ rows }) => rows[0]?.assignee?.name,
    standard: ({ key }) => standards.find(({ slug }) => slug === key)?.name,
  };
  return (group: Group) =>
    group.key === NONE ? { ...none, standard: t('list.ownWork') }[by] : (names[by](group) ?? group.key);
}
