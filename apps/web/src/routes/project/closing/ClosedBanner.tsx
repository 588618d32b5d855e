import { Link } from '@tanstack/react-router';
import { may, type Project } from '../../../api/types';
import { api } from '../../../api/client';
import { AskButton } from '../../../components/AskButton';
import { formatInstant } from '../../../format/dates';
import { useI18n } from '../../../i18n';
import '../../../styles/closing.css';

/** On every page of a closed project: since when by whom it can only be read, and the way back. */
export function ClosedBanner({ project }: { project: Project }) {
  const { t } = useI18n();
  const reopen = api.useMutation('post', '/api/projects/{id}/reopen', { meta: { quiet: true } });
  const { id, closedAt, closedBy, zone } = project;
  const since = { at: closedAt === null ? '' : formatInstant(closedAt, zone), name: closedBy?.name ?? '' };
  return (
    <aside className="closed-banner" aria-label={t('closing.readOnly')}>
      <p>
        <strong>{t('closing.readOnly')}</strong>{' '}
        {closedAt !== null && t(closedBy ? 'closing.sinceBy' : 'closing.since', since)}
      </p>
      <p className="closed-banner-actions">
        {may(project, 'read-activity') && (
          <Link to="/projects/$projectId/closing" params={{ projectId: id }}>
            {t('closing.look')}
          </Link>
        )}
        {may(project, 'close') && (
          <AskButton
            size="small"
            title={t('settings.reopen')}
            label={t('common.reason')}
            intro={<p className="field-hint">{t('closing.reopenHint')}</p>}
            onConfirm={(reason) => reopen.mutateAsync({ params: { path: { id } }, body: { reason } })}
          >
            {t('settings.reopen')}
          </AskButton>
        )}
      </p>
    </aside>
  );
}
