import { Link } from '@tanstack/react-router';
import { api } from '../api/client';
import { formatDay } from '../format/dates';
import { useI18n } from '../i18n';

/** The run sheets of today and tomorrow: on event days it is what everybody looks for first. */
export function OwnRunSheets() {
  const { t } = useI18n();
  const sheets = api.useQuery('get', '/api/me/run-sheets').data?.items ?? [];
  if (sheets.length === 0) return null;
  return (
    <section className="own-sheets" aria-label={t('project.tab.runSheet')}>
      {sheets.map(({ projectId, projectName, day }) => (
        <Link key={projectId + day} to="/run-sheet/$projectId" params={{ projectId }} search={{ day }}>
          {t('runSheetLink.open', { name: projectName, day: formatDay(day, true) })}
        </Link>
      ))}
    </section>
  );
}
