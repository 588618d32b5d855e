import type { ProjectSummary } from '../../api/types';
import { useI18n } from '../../i18n';

/** That a project is closed, on hold or cancelled, in words. */
export function ProjectMark({ status }: { status: ProjectSummary['status'] }) {
  const { t } = useI18n();
  if (status === 'running') return null;
  return <>{status === 'closed' ? t('projects.closedMark') : t(`projectState.mark.${status}`)}</>;
}
