import type { TFunction } from 'i18next';
import type { BoardCounts, BoardTeam } from '../../../api/types';
import { i18n } from '../../../i18n';

/** What is to be said of a cell besides how much is open, the most pressing first. */
export const PARTS = ['overdue', 'unassigned', 'toAccept', 'done'] as const;

/** A cell read out: everything that is not nothing. */
export function countsText(counts: BoardCounts, t: TFunction): string {
  const said = (['open', ...PARTS] as const).filter((part) => counts[part] > 0);
  if (said.length === 0) return t('board.nothing');
  return said.map((part) => t(`board.${part}`, { count: counts[part] })).join(t('common.comma'));
}

export const isEmpty = ({ open, done, toAccept }: BoardCounts) => open + done + toAccept === 0;

export function teamName({ team }: Pick<BoardTeam, 'team'>, pick: (zh: string, en: string | null) => string): string {
  return team ? pick(team.name, team.nameEn) : i18n.t('team.none');
}
