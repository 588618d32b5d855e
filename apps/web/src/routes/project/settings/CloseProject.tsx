import Button from 'antd/es/button';
import { api } from '../../../api/client';
import { ApiError } from '../../../api/problem';
import type { Project } from '../../../api/types';
import { AskButton } from '../../../components/AskButton';
import { FormError } from '../../../components/FormError';
import { useI18n } from '../../../i18n';

/** The rows that the server names as still open when it refuses to close. */
function openRows(error: unknown): string[] {
  const open = error instanceof ApiError ? error.problem?.open : undefined;
  if (!Array.isArray(open)) return [];
  return open.map((row: unknown) =>
    typeof row === 'object' && row !== null && 'title' in row ? String(row.title) : String(row),
  );
}

export function CloseProject({ project }: { project: Project }) {
  const { t } = useI18n();
  const params = { path: { id: project.id } };
  const close = api.useMutation('post', '/api/projects/{id}/close', { meta: { quiet: true } });
  const reopen = api.useMutation('post', '/api/projects/{id}/reopen', { meta: { quiet: true } });
  if (project.status === 'closed') {
    return (
      <AskButton
        title={t('settings.reopen')}
        label={t('common.reason')}
        onConfirm={(reason) => reopen.mutateAsync({ params, body: { reason } })}
      >
        {t('settings.reopen')}
      </AskButton>
    );
  }
  const open = openRows(close.error);
  return (
    <>
      <p className="field-hint">{t('settings.closeHint')}</p>
      <FormError error={close.error} />
      {open.length > 0 && (
        <details>
          <summary>{t('settings.showOpen')}</summary>
          <ul className="prose-list still-open">
            {open.map((title, index) => (
              <li key={index}>{title}</li>
            ))}
          </ul>
        </details>
      )}
      <Button
        danger={open.length > 0}
        loading={close.isPending}
        onClick={() => close.mutate({ params, body: open.length > 0 ? { anyway: true } : {} })}
      >
        {open.length > 0 ? t('settings.closeAnyway') : t('settings.close')}
      </Button>
    </>
  );
}
