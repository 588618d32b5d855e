import type { ProjectSummary } from '../../api/types';
import { daysBetween, todayIn } from '../../format/dates';
import { useI18n } from '../../i18n';

type Props = { project: Pick<ProjectSummary, 'zone' | 'openingDay' | 'closingDay'> };

/** How far the event is off, in days of its own zone. */
export function Countdown({ project }: Props) {
  const { t } = useI18n();
  const today = todayIn(project.zone);
  const ahead = daysBetween(today, project.openingDay);
  const past = daysBetween(project.closingDay, today);
  if (ahead > 0) return <span>{t('date.toOpening', { count: ahead })}</span>;
  if (past > 0) return <span>{t('date.sinceClosing', { count: past })}</span>;
  return <strong>{t('date.onNow')}</strong>;
}
