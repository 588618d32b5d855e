import Button from 'antd/es/button';
import Popconfirm from 'antd/es/popconfirm';
import { api } from '../../api/client';
import type { TroubledMail } from '../../api/types';
import { notify } from '../../app/notify';
import { formatInstant } from '../../format/dates';
import { useI18n } from '../../i18n';

/** A mail that failed, why, and what can be done about it. */
export function FailedMail({ mail }: { mail: TroubledMail }) {
  const { t } = useI18n();
  const params = { path: { id: mail.id } };
  const retry = api.useMutation('post', '/api/operations/messages/{id}/retry', {
    onSuccess: () => notify.success(t('operations.retryDone')),
  });
  const skip = api.useMutation('post', '/api/operations/messages/{id}/skip', {
    onSuccess: () => notify.success(t('operations.skipDone')),
  });
  const next =
    mail.dead || mail.nextTryAt === null
      ? t('operations.givenUp')
      : t('operations.nextTry', { at: formatInstant(mail.nextTryAt) });
  return (
    <li className="failed-mail">
      <div>
        <strong>{mail.person}</strong> <span className="muted day">{formatInstant(mail.createdAt)}</span>
        <p>{mail.lastError ?? t('operations.noReason')}</p>
        <p className="muted">
          {t('operations.attempts', { count: mail.attempts })} · {next}
        </p>
      </div>
      <div className="failed-mail-actions">
        <Button
          loading={retry.isPending}
          aria-label={t('operations.retryOf', { name: mail.person })}
          onClick={() => retry.mutate({ params })}
        >
          {t('operations.retry')}
        </Button>
        <Popconfirm
          title={t('operations.skipAsk')}
          okText={t('operations.skip')}
          cancelText={t('common.cancel')}
          onConfirm={() => skip.mutate({ params })}
        >
          <Button type="text" loading={skip.isPending} aria-label={t('operations.skipOf', { name: mail.person })}>
            {t('operations.skip')}
          </Button>
        </Popconfirm>
      </div>
    </li>
  );
}
