import Button from 'antd/es/button';
import { api } from '../../api/client';
import type { OwnSession } from '../../api/types';
import { notify } from '../../app/notify';
import { LoadState } from '../../components/LoadState';
import { Panel } from '../../components/Panel';
import { formatInstant } from '../../format/dates';
import { useI18n } from '../../i18n';
import { PasswordEvents } from './PasswordEvents';
import '../../styles/account.css';

/** Where one is signed in, to know one's own devices again and to end what is not one's own. */
export function SessionsPanel() {
  const { t } = useI18n();
  const query = api.useQuery('get', '/api/me/sessions');
  const endOthers = api.useMutation('delete', '/api/me/sessions', {
    onSuccess: () => notify.success(t('account.othersEnded')),
  });
  const items = query.data && [...query.data.items].sort((one, other) => Number(other.current) - Number(one.current));
  return (
    <Panel
      title={t('account.sessions')}
      count={items?.length}
      actions={
        items && items.length > 1 ? (
          <Button loading={endOthers.isPending} onClick={() => endOthers.mutate({})}>
            {t('account.endOthers')}
          </Button>
        ) : undefined
      }
    >
      {!query.data && <LoadState query={query} />}
      <ul className="session-list">
        {items?.map((session) => (
          <SessionRow key={session.id} session={session} />
        ))}
      </ul>
      {query.data && <PasswordEvents events={query.data.passwordEvents} />}
    </Panel>
  );
}

function SessionRow({ session }: { session: OwnSession }) {
  const { t } = useI18n();
  const end = api.useMutation('delete', '/api/me/sessions/{id}', {
    onSuccess: () => notify.success(t('account.sessionEnded')),
  });
  const { id, current, ownDevice, createdAt, lastSeenAt } = session;
  const device = session.device ?? t('account.unknownDevice');
  return (
    <li>
      <div>
        <strong>{device}</strong>
        {current && <span className="tag tag-current">{t('account.thisSession')}</span>}
        {ownDevice && <span className="tag">{t('account.ownDevice')}</span>}
        <p className="muted">
          {t('account.signedInAt', { at: formatInstant(createdAt) })}
          <br />
          {t('account.lastSeenAt', { at: formatInstant(lastSeenAt) })}
        </p>
      </div>
      {!current && (
        <Button
          loading={end.isPending}
          aria-label={t('account.endSessionOf', { device })}
          onClick={() => end.mutate({ params: { path: { id } } })}
        >
          {t('account.endSession')}
        </Button>
      )}
    </li>
  );
}
