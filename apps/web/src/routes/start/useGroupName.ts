import type { Preview, PreviewItem } from '../../api/types';
import { useI18n } from '../../i18n';
import type { By } from './planGroups';

/** Names of a plan's stages and sub-teams, by their keys. */
export function useGroupName({ teams }: Pick<Preview, 'teams'>): (by: By, key: string) => string {
  const { t, pick } = useI18n();
  return (by, key) => {
    if (by === 'stage') return t(`stage.${key as PreviewItem['stage']}`);
    const team = teams.find((one) => one.key === key);
    return team ? pick(team.name, team.nameEn) : key;
  };
}
